package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.ProblemCode;

/** What the schema says about a single value that no type reported. */
record ValueOutOfForm(Finding finding) {

    void reportTo(Problems problems) {
        problems.report(
                finding.node().at(),
                ProblemCode.PL116,
                "%s is not valid for \"%s\"".formatted(finding.node().describe(), finding.name()),
                remedy());
    }

    private String remedy() {
        String bound = finding.error().getSchemaNode().asString("");
        return switch (finding.error().getKeyword()) {
            case "minimum" -> "give %s or more".formatted(bound);
            case "maximum" -> "give %s or less".formatted(bound);
            case "const" -> "give %s".formatted(bound);
            default -> "see the schema of this file";
        };
    }
}
