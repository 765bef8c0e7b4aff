package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;

/** Stops the reading of a file about which nothing more can be known. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Position at, ProblemCode code, String what, String remedy) {
        super(what, null, false, false);
        problem = new Problem(at, code, what, remedy);
    }

    void reportTo(Problems problems) {
        problems.report(problem);
    }
}
