package com.elementarydata.privatelink.model;

/** Who must act. */
public enum Party {
    /** Whoever runs this fleet. */
    ELEMENTARY("Elementary"),
    /** The customer, in its own account. */
    CUSTOMER("the customer"),
    /** Snowflake or Databricks. */
    VENDOR("the vendor"),
    /** AWS's support. */
    AWS("AWS"),
    /** Nobody. */
    NOBODY("nobody");

    private final String words;

    Party(String words) {
        this.words = words;
    }

    /** As a sentence names it. */
    public String words() {
        return words;
    }
}
