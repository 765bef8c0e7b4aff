package com.elementarydata.privatelink.config;

import java.util.List;

/**
 * What a schema says of the forms of single values, which is reported last, and only where no type said anything better.
 *
 * @param findings in the order of the file
 */
record FormFindings(List<Finding> findings) {

    /** Reports those at places of which nothing was reported so far. */
    void reportTo(Problems problems) {
        findings.stream()
                .filter(finding -> !problems.anyWithin(finding.node()))
                .forEach(finding -> finding.reportTo(problems));
    }
}
