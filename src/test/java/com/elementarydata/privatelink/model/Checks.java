package com.elementarydata.privatelink.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** The checks that a class declares. */
public final class Checks {

    private Checks() {}

    public static Stream<Check> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Check.class)
                .map(Checks::value);
    }

    private static Check value(Field field) {
        try {
            field.setAccessible(true);
            return (Check) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
