package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Printable;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import com.google.common.base.Strings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as all reports have them: without rules between rows, everything to the left, long text on several lines. */
final class Table {

    private Table() {}

    static <T> List<String> of(List<T> rows, List<ColumnData<T>> columns) {
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, columns)
                .lines()
                .toList();
    }

    /** A column of texts. */
    static <T> ColumnData<T> column(String title, int widest, Function<T, @Nullable String> value) {
        return listColumn(title, widest, row -> List.of(Strings.nullToEmpty(value.apply(row))));
    }

    /** A column of lists, each text on lines of its own. */
    static <T> ColumnData<T> listColumn(String title, int widest, Function<T, List<String>> values) {
        return new Column()
                .header(title)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(widest, OverflowBehaviour.NEWLINE)
                .with(row -> values.apply(row).stream().map(Printable::of).collect(Collectors.joining("\n")));
    }
}
