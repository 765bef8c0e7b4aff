package com.elementarydata.privatelink.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for an enum's constants in tables and JSON. They are contract, and so are the constants' names. */
public final class Words {

    private Words() {}

    /** The name in lower case and with hyphens. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many there are of each, as in {@code 2 new, 1 changed}. */
    public static <E extends Enum<E>> String counts(Stream<E> constants, Comparator<E> order) {
        return constants
                .collect(Collectors.groupingBy(Function.identity(), () -> new TreeMap<>(order), Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> "%d %s".formatted(each.getValue(), of(each.getKey())))
                .collect(Collectors.joining(", "));
    }
}
