package com.elementarydata.privatelink.model;

import java.util.Arrays;
import java.util.Optional;

/** What is behind a connection. */
public enum Integration {
    /** A Snowflake account on AWS. */
    SNOWFLAKE("snowflake"),
    /** A Databricks workspace on AWS. */
    DATABRICKS("databricks"),
    /** A GitHub Enterprise Server that the customer hosts. */
    GITHUB_ENTERPRISE_SERVER("github-enterprise-server"),
    /** Any TCP service that the customer hosts. */
    SERVICE("service");

    private final String key;

    Integration(String key) {
        this.key = key;
    }

    /** The integration of a key in a customer's file. */
    public static Optional<Integration> of(String key) {
        return Arrays.stream(values())
                .filter(integration -> integration.key.equals(key))
                .findFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
