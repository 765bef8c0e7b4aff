package com.elementarydata.privatelink.model;

/** The result of a check, from good to bad. */
public enum Verdict {
    /** As it should be. */
    PASSED,
    /** It is not to be there yet. */
    NOT_YET,
    /** It cannot be seen from here, or is not there yet. */
    UNKNOWN,
    /** It works, but is not as it should be. */
    WARNING,
    /** It cannot work so, or is dangerous. */
    FAILED
}
