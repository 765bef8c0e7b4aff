package com.elementarydata.privatelink.integration;

import java.util.List;
import java.util.Optional;

/** All integrations. */
public final class Integrations {

    /** Each once, in the order of the documentation. */
    public static final List<Integration> ALL = List.of(
            Snowflake.INTEGRATION,
            Databricks.INTEGRATION,
            GitHubEnterpriseServer.INTEGRATION,
            GitLabSelfManaged.INTEGRATION,
            TcpService.INTEGRATION);

    private Integrations() {}

    /**
     * The integration of a key.
     *
     * @param key such as {@code github-enterprise-server}
     * @return empty if no integration has the key
     */
    public static Optional<Integration> of(String key) {
        return ALL.stream().filter(integration -> integration.key().equals(key)).findFirst();
    }

    /**
     * Those whose service the customer hosts.
     *
     * @return in the same order
     */
    public static List<Integration> hostedByCustomers() {
        return ALL.stream().filter(Integration::isHostedByCustomer).toList();
    }
}
