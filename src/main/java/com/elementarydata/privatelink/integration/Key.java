package com.elementarydata.privatelink.integration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A key of a connection: in a customer's file, in the JSON Schema of that file, and as an option of {@code add}.
 *
 * @param name the key in a file, in camel case
 * @param form how its value is written
 * @param schema its fragment of the JSON Schema, as JSON
 * @param option the option of {@code add}; empty if it is only written by hand
 */
public record Key(String name, Form form, String schema, Optional<Option> option) {

    /** How a value is written. */
    public enum Form {
        /** A text. */
        TEXT,
        /** A text of digits, which YAML would read as a number without quotes. */
        DIGITS,
        /** {@code true}, or left out. */
        YES,
        /** A list of texts. */
        TEXTS,
        /** A list of whole numbers. */
        INTEGERS,
        /** A whole mapping that a vendor printed. */
        PASTED
    }

    /**
     * An option of {@code add}, and the question that is asked without it.
     *
     * @param names its names, the one that messages use first
     * @param label what its help calls the value
     * @param meaning what to give, worded to follow a colon
     * @param example a valid value
     * @param check throws an {@code InvalidValueException} for an invalid answer
     */
    public record Option(List<String> names, String label, String meaning, String example, Consumer<String> check) {

        /**
         * The name that messages use.
         *
         * @return such as {@code --ports}
         */
        public String name() {
            return names.get(0);
        }
    }

    /**
     * The same key, with another question.
     *
     * @param meaning what to give
     * @param example a valid value
     * @return the key
     */
    Key asked(String meaning, String example) {
        Option now = option.orElseThrow();
        return new Key(
                name, form, schema, Optional.of(new Option(now.names(), now.label(), meaning, example, now.check())));
    }

    /**
     * The same key, which {@code add} does not ask for.
     *
     * @return the key
     */
    Key unasked() {
        return new Key(name, form, schema, Optional.empty());
    }
}
