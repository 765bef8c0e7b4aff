package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;

/** Where the text of a line that is not in a file yet came from. */
public sealed interface Origin {

    /**
     * A problem of the line, in terms of where the line came from.
     *
     * @param problem the problem, with its place in the line
     * @param column its place in the text, counted from 1
     */
    String words(Problem problem, int column);

    /**
     * An option, or a file as a whole.
     *
     * @param name its name
     */
    record Named(String name) implements Origin {

        @Override
        public String words(Problem problem, int column) {
            String place = Printable.of(problem.at().toString());
            return Printable.of(name) + problem.toString().substring(place.length());
        }
    }

    /**
     * An entry of what Snowflake prints.
     *
     * @param entry the entry
     * @param keyColumn the column of its key in the line, counted from 1
     */
    record Pasted(SnowflakeOutput.Entry entry, int keyColumn) implements Origin {

        @Override
        public String words(Problem problem, int column) {
            Position at = column == keyColumn ? entry.keyAt() : entry.valueAt();
            return new Problem(at, problem.code(), problem.what(), problem.remedy()).toString();
        }
    }
}
