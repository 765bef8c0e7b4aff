package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Words;

/** For whom problems are printed. */
enum ProblemFormat {
    /** People and editors: lines on standard error, and a summary. */
    TEXT,
    /** Programs: the document of the verb. */
    JSON,
    /** Workflows of GitHub: commands that annotate a change. */
    GITHUB,
    /** Programs that gather what many tools find. */
    SARIF;

    @Override
    public String toString() {
        return Words.of(this);
    }
}
