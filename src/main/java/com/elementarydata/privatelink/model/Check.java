package com.elementarydata.privatelink.model;

import java.util.List;

/** Something that is judged, under a code that is contract. */
public interface Check {

    /** The code. */
    String code();

    /** What is judged. */
    String title();

    default Finding passed(String found) {
        return finding(Verdict.PASSED, found, Party.NOBODY, "");
    }

    default Finding notYet(String found) {
        return finding(Verdict.NOT_YET, found, Party.NOBODY, "");
    }

    default Finding unknown(String found) {
        return finding(Verdict.UNKNOWN, found, Party.NOBODY, "");
    }

    default Finding warning(String found, Party party, String remedy) {
        return finding(Verdict.WARNING, found, party, remedy);
    }

    default Finding failed(String found, Party party, String remedy) {
        return finding(Verdict.FAILED, found, party, remedy);
    }

    default Finding finding(Verdict verdict, String found, Party party, String remedy) {
        return new Finding(code(), title(), verdict, found, party, remedy, List.of());
    }
}
