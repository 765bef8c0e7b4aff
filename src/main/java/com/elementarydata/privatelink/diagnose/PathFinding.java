package com.elementarydata.privatelink.diagnose;

import java.util.List;

/**
 * What one hop came to.
 *
 * @param code the hop's code: {@code PD…}, or {@code PV…} of the provider's half
 * @param title the hop
 * @param verdict what it came to
 * @param found what was found
 * @param party who must act; nobody where nothing is to be done
 * @param remedy what to do; empty where nothing is to be done
 * @param commands what to type, where there is something to type
 */
public record PathFinding(
        String code, String title, Verdict verdict, String found, Party party, String remedy, List<String> commands) {

    /** The same with what to type. */
    PathFinding typing(String... lines) {
        return new PathFinding(code, title, verdict, found, party, remedy, List.of(lines));
    }

    /** Whether somebody is to blame. */
    public boolean isBlamed() {
        return verdict == Verdict.FAILED;
    }
}
