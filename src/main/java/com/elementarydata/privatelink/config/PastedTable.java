package com.elementarydata.privatelink.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table as a terminal draws it or a spreadsheet saves it.
 *
 * @param header the names of its columns
 * @param rows the cells of each line below; a drawn cell that is too wide goes on in the line below it
 */
record PastedTable(List<String> header, List<List<String>> rows) {

    private static final Pattern DRAWN = Pattern.compile("\\s*[|\u2502\u2503](.*)[|\u2502\u2503]\\s*");
    private static final Pattern BAR = Pattern.compile("[|\u2502\u2503]");
    private static final Pattern RULE = Pattern.compile("[-+=|\\s\u2500-\u257F]*");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    /** What the tables say that a text may be: the text in their cells, or JSON of their keys and values. */
    static Stream<String> contentsOf(String text) {
        Stream<PastedTable> separated = Stream.of(',', '\t', ';').flatMap(separator -> separated(text, separator));
        return Stream.of(drawn(text), ofObjects(text), separated)
                .flatMap(tables -> tables)
                .flatMap(PastedTable::contents);
    }

    /** A list of objects, one a row, as clients with an option for JSON print tables. */
    private static Stream<PastedTable> ofObjects(String text) {
        try {
            JsonNode list = JSON.readTree(text.substring(Math.max(0, text.indexOf('['))));
            List<String> header = list.valueStream()
                    .flatMap(row -> row.propertyNames().stream())
                    .distinct()
                    .toList();
            Stream<List<String>> rows = list.valueStream()
                    .map(row ->
                            header.stream().map(name -> cell(row.path(name))).toList());
            return of(Stream.concat(Stream.of(header), rows).toList());
        } catch (JacksonException noList) {
            return Stream.empty();
        }
    }

    private static String cell(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static Stream<PastedTable> drawn(String text) {
        List<List<String>> lines = text.lines()
                .filter(line ->
                        DRAWN.matcher(line).matches() && !RULE.matcher(line).matches())
                .map(line -> BAR.splitAsStream(line.strip().substring(1))
                        .map(String::strip)
                        .toList())
                .toList();
        return of(lines);
    }

    private static Stream<PastedTable> separated(String text, char separator) {
        try (var lines = CSV.readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .<List<@Nullable String>>readValues(text)) {
            return of(lines.readAll().stream()
                    .map(cells -> cells.stream()
                            .map(cell -> cell == null ? "" : cell.strip())
                            .toList())
                    .toList());
        } catch (JacksonException notSeparatedLikeThat) {
            return Stream.empty();
        }
    }

    private static Stream<PastedTable> of(List<List<String>> lines) {
        return lines.isEmpty()
                ? Stream.empty()
                : Stream.of(new PastedTable(
                        lines.get(0).stream()
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .toList(),
                        lines.subList(1, lines.size())));
    }

    private Stream<String> contents() {
        int key = header.indexOf("KEY");
        int value = header.indexOf("VALUE");
        if (key >= 0 && value >= 0) {
            return Stream.of(keysAndValues(key, value));
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, column -> column < width, column -> column + 1)
                .map(column -> rows.stream().map(row -> cell(row, column)).collect(Collectors.joining()));
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** The rows of Snowflake's {@code FLATTEN}, as the object that it took apart. */
    private String keysAndValues(int key, int value) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (List<String> row : rows) {
            Optional<Map.Entry<String, String>> last =
                    entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
            Map.Entry<String, String> entry = Map.entry(cell(row, key), cell(row, value));
            Optional<Map.Entry<String, String>> whole = last.filter(before -> continues(before, entry))
                    .map(before -> Map.entry(before.getKey() + entry.getKey(), before.getValue() + entry.getValue()));
            whole.ifPresent(joined -> entries.remove(entries.size() - 1));
            entries.add(whole.orElse(entry));
        }
        return entries.stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> "%s: %s".formatted(JSON.writeValueAsString(entry.getKey()), json(entry.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Whether a line goes on with the one above: it lacks a cell, or the value above has an open quote. */
    private static boolean continues(Map.Entry<String, String> above, Map.Entry<String, String> line) {
        String value = above.getValue();
        boolean isOpen = value.startsWith("\"") && (value.length() == 1 || !value.endsWith("\""));
        return isOpen || line.getKey().isEmpty() || line.getValue().isEmpty();
    }

    /** A value is JSON where the query did not cast it to text. */
    private static String json(String cell) {
        try {
            JSON.readTree(cell);
            return cell.isEmpty() ? "\"\"" : cell;
        } catch (JacksonException text) {
            return JSON.writeValueAsString(cell);
        }
    }
}
