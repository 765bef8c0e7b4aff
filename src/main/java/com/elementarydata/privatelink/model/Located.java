package com.elementarydata.privatelink.model;

import java.util.function.Function;

/**
 * A value and the place where it is written.
 *
 * @param <T> the value's type
 * @param value the value
 * @param at where it is written
 */
public record Located<T>(T value, Position at) {

    /** The same place with a value derived from this one. */
    public <R> Located<R> map(Function<? super T, ? extends R> function) {
        return new Located<>(function.apply(value), at);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
