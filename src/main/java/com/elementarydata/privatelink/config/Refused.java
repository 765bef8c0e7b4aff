package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;

/** Stops the reading of a file about which nothing more can be known. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position at;
    private final ProblemCode code;
    private final String what;
    private final String remedy;

    Refused(Position at, ProblemCode code, String what, String remedy) {
        super(what, null, false, false);
        this.at = at;
        this.code = code;
        this.what = what;
        this.remedy = remedy;
    }

    void reportTo(Problems problems) {
        problems.report(at, code, what, remedy);
    }
}
