package com.elementarydata.privatelink.cli.render;

import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/**
 * The cells of a table in tones. Colours have no width, so they are added once the table is laid out.
 *
 * @param borders where a line of the table has those of its columns
 * @param colours whether there are any
 */
record TonedCells(List<Integer> borders, Ansi colours) {

    /**
     * Those of a table.
     *
     * @param rule its first line
     */
    static TonedCells below(String rule, Ansi colours) {
        return new TonedCells(
                IntStream.range(0, rule.length())
                        .filter(at -> rule.charAt(at) == '+')
                        .boxed()
                        .toList(),
                colours);
    }

    /**
     * A line of a row.
     *
     * @param tones those of the columns
     */
    String of(String line, List<Tone> tones) {
        StringBuilder toned = new StringBuilder();
        for (int column = 0; column < tones.size(); column++) {
            String cell = line.substring(borders.get(column), borders.get(column + 1));
            String text = cell.substring(1).strip();
            int begin = cell.indexOf(text, 1);
            toned.append(cell, 0, begin)
                    .append(tones.get(column).of(text, colours))
                    .append(cell.substring(begin + text.length()));
        }
        return toned.append(line.substring(borders.get(tones.size()))).toString();
    }
}
