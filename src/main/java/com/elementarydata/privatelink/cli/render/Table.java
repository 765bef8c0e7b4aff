package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Printable;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Tables as all reports have them. They fit a width: long text goes on several lines, and where no word can be broken any
 * more, each row becomes a paragraph. What has no space in it stays whole, so that it can be copied.
 *
 * @param columns from left to right; the first names a row
 * @param ruled whether there is a rule between rows
 */
record Table<T>(List<Field<T>> columns, boolean ruled) {

    // a rule and the spaces beside it
    private static final int MARGIN = 3;
    // the titles between their rules
    private static final int HEAD = 3;

    /**
     * A column.
     *
     * @param title its head
     * @param values of a row, each on lines of its own
     * @param tone that of a row's values
     */
    record Field<T>(String title, Function<T, List<String>> values, Function<T, Tone> tone) {

        /** The same in the tones of its rows. */
        Field<T> toned(Function<T, Tone> other) {
            return new Field<>(title, values, other);
        }

        /** What is visible of a row. */
        List<String> of(T row) {
            return values.apply(row).stream().map(Printable::of).toList();
        }
    }

    static <T> Table<T> of(List<Field<T>> columns) {
        return new Table<>(columns, false);
    }

    /** The same with a rule between rows. */
    Table<T> withRules() {
        return new Table<>(columns, true);
    }

    /** A column of texts. */
    static <T> Field<T> column(String title, Function<T, @Nullable String> value) {
        return listColumn(title, row -> List.of(Strings.nullToEmpty(value.apply(row))));
    }

    /** A column of lists, each text on lines of its own. */
    static <T> Field<T> listColumn(String title, Function<T, List<String>> values) {
        return new Field<>(title, values, row -> Tone.PLAIN);
    }

    /**
     * The table without colours.
     *
     * @param width how many characters fit a line
     */
    List<String> lines(List<T> rows, int width) {
        return lines(rows, Screen.plain(width));
    }

    List<String> lines(List<T> rows, Screen screen) {
        int[] widths =
                columns.stream().mapToInt(column -> longestWord(column, rows)).toArray();
        int left = screen.width()
                - 1
                - Arrays.stream(widths).map(one -> one + MARGIN).sum();
        if (left < 0) {
            return paragraphs(rows, screen);
        }
        widen(widths, rows, left);
        List<ColumnData<T>> data = IntStream.range(0, widths.length)
                .mapToObj(at -> column(columns.get(at), widths[at]))
                .toList();
        String table = ruled
                ? AsciiTable.getTable(AsciiTable.BASIC_ASCII, rows, data)
                : AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, data);
        return toned(table.lines().toList(), rows, widths, screen.colours());
    }

    private List<String> toned(List<String> table, List<T> rows, int[] widths, Ansi colours) {
        TonedCells cells = TonedCells.below(table.get(0), colours);
        List<String> toned = new ArrayList<>(table.subList(0, HEAD));
        for (T row : rows) {
            List<Tone> tones =
                    columns.stream().map(column -> column.tone().apply(row)).toList();
            table.subList(toned.size(), toned.size() + height(row, widths))
                    .forEach(line -> toned.add(cells.of(line, tones)));
            if (ruled) {
                toned.add(table.get(toned.size()));
            }
        }
        toned.addAll(table.subList(toned.size(), table.size()));
        return toned;
    }

    /** How many lines a row has: those of its tallest cell. */
    private int height(T row, int[] widths) {
        return IntStream.range(0, widths.length)
                .map(at -> cell(columns.get(at), row, widths[at]).size())
                .reduce(1, Math::max);
    }

    private ColumnData<T> column(Field<T> column, int width) {
        return new Column()
                .header(column.title())
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(width + MARGIN - 1, OverflowBehaviour.NEWLINE)
                .with(row -> String.join("\n", cell(column, row, width)));
    }

    private static <T> List<String> cell(Field<T> column, T row, int width) {
        return column.of(row).stream()
                .flatMap(text -> Wrapped.words(text, width).stream())
                .toList();
    }

    /** Gives what is left to the column that lacks most, one character after the other. */
    private void widen(int[] widths, List<T> rows, int left) {
        int[] longest =
                columns.stream().mapToInt(column -> longest(column, rows)).toArray();
        for (int character = 0; character < left; character++) {
            int needy = IntStream.range(0, widths.length)
                    .reduce(
                            0,
                            (one, other) -> longest[other] - widths[other] > longest[one] - widths[one] ? other : one);
            if (longest[needy] <= widths[needy]) {
                return;
            }
            widths[needy]++;
        }
    }

    private static <T> int longest(Field<T> column, List<T> rows) {
        return longestOf(column.title(), rows.stream().flatMap(row -> column.of(row).stream()));
    }

    private static <T> int longestWord(Field<T> column, List<T> rows) {
        return longestOf(
                column.title(),
                rows.stream().flatMap(row -> column.of(row).stream()).flatMap(Splitter.on(' ')::splitToStream));
    }

    private static int longestOf(String title, Stream<String> texts) {
        return Stream.concat(Stream.of(title), texts)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private List<String> paragraphs(List<T> rows, Screen screen) {
        List<String> lines = new ArrayList<>();
        for (T row : rows) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(columns.get(0).of(row));
            columns.stream().skip(1).forEach(column -> lines.addAll(paragraph(column, row, screen)));
        }
        return lines;
    }

    private static <T> List<String> paragraph(Field<T> column, T row, Screen screen) {
        String title = column.title().isEmpty() ? "" : column.title().toLowerCase(Locale.ROOT) + ": ";
        List<String> texts =
                column.of(row).stream().filter(text -> !text.isEmpty()).toList();
        return texts.isEmpty()
                ? List.of()
                : Wrapped.hanging(
                        "  " + title,
                        "    ",
                        texts.stream()
                                .flatMap(text ->
                                        Wrapped.words(text, screen.width() - Math.max(title.length() + 2, 4)).stream())
                                .map(text -> screen.toned(column.tone().apply(row), text))
                                .toList());
    }
}
