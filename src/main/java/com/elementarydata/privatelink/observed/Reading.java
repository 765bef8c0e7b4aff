package com.elementarydata.privatelink.observed;

import java.util.Optional;
import java.util.function.Function;

/**
 * What AWS answered to one question, or that it refused to. One refusal leaves all other answers as they are.
 *
 * @param <T> the answer's type
 * @param value the answer; empty where AWS refused
 * @param refusal the action and why it was refused; empty where AWS answered
 */
public record Reading<T>(Optional<T> value, Optional<String> refusal) {

    /** An answer. */
    public static <T> Reading<T> of(T value) {
        return new Reading<>(Optional.of(value), Optional.empty());
    }

    /** A refusal. */
    public static <T> Reading<T> refused(String why) {
        return new Reading<>(Optional.empty(), Optional.of(why));
    }

    /**
     * The answer.
     *
     * @throws NotSeenException where there is none
     */
    public T get() {
        return value.orElseThrow(() -> new NotSeenException(refusal.orElse("nothing was read")));
    }

    /** What is made of the answer; a refusal stays one. */
    public <R> Reading<R> map(Function<T, R> made) {
        return new Reading<>(value.map(made), refusal);
    }

    /** Whether AWS refused. */
    public boolean isRefused() {
        return refusal.isPresent();
    }
}
