package com.elementarydata.privatelink.cli.render;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables as all reports have them: without rules between rows, everything to the left, long text on several lines. */
final class Table {

    private Table() {}

    static <T> String of(List<T> rows, List<ColumnData<T>> columns) {
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, columns);
    }

    static <T> ColumnData<T> column(String title, int widest, Function<T, @Nullable String> value) {
        return new Column()
                .header(title)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(widest, OverflowBehaviour.NEWLINE)
                .with(value);
    }
}
