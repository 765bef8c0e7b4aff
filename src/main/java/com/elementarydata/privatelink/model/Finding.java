package com.elementarydata.privatelink.model;

import java.util.List;

/**
 * The result of one check.
 *
 * @param code the check's code, which is contract: {@code PD…}, {@code PV…}, or the words of {@code status} and
 *     {@code offboard}
 * @param title what was checked
 * @param verdict the result
 * @param found what was found
 * @param party who must act; none if nothing is to be done
 * @param remedy what to do; empty if nothing is to be done
 * @param commands to paste, if any
 */
public record Finding(
        String code, String title, Verdict verdict, String found, Party party, String remedy, List<String> commands) {

    /** The same with commands to paste. */
    public Finding typing(String... lines) {
        return typing(List.of(lines));
    }

    /** The same with commands to paste. */
    public Finding typing(List<String> lines) {
        return new Finding(code, title, verdict, found, party, remedy, List.copyOf(lines));
    }

    /** The same, after the name of what it is about. */
    public Finding about(String subject) {
        return new Finding(code, title, verdict, "%s: %s".formatted(subject, found), party, remedy, commands);
    }

    /** The same as a warning. */
    public Finding asWarning() {
        return new Finding(code, title, Verdict.WARNING, found, party, remedy, commands);
    }

    /** Whether somebody must act. */
    public boolean isBlamed() {
        return verdict == Verdict.FAILED;
    }

    /** Code, what was found and what to do. */
    public String line() {
        return "%s: %s; %s".formatted(code, found, remedy);
    }
}
