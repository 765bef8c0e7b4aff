package com.elementarydata.privatelink.model;

import java.util.List;

/**
 * Something that is judged.
 *
 * @param code contract: {@code PD…}, {@code PV…}, or the words of {@code status} and {@code offboard}
 * @param title what is judged
 * @param party who must act unless a finding names another
 */
public record Check(String code, String title, Party party) {

    /** One of what is Elementary's to put right. */
    public Check(String code, String title) {
        this(code, title, Party.ELEMENTARY);
    }

    public Finding passed(String found) {
        return finding(Verdict.PASSED, found, Party.NOBODY, "");
    }

    public Finding notYet(String found) {
        return finding(Verdict.NOT_YET, found, Party.NOBODY, "");
    }

    public Finding unknown(String found) {
        return finding(Verdict.UNKNOWN, found, Party.NOBODY, "");
    }

    public Finding unknown(String found, String remedy) {
        return finding(Verdict.UNKNOWN, found, party, remedy);
    }

    public Finding warning(String found, String remedy) {
        return warning(found, party, remedy);
    }

    public Finding warning(String found, Party other, String remedy) {
        return finding(Verdict.WARNING, found, other, remedy);
    }

    public Finding failed(String found, String remedy) {
        return failed(found, party, remedy);
    }

    public Finding failed(String found, Party other, String remedy) {
        return finding(Verdict.FAILED, found, other, remedy);
    }

    private Finding finding(Verdict verdict, String found, Party actor, String remedy) {
        return new Finding(code, title, verdict, found, actor, remedy, List.of());
    }
}
