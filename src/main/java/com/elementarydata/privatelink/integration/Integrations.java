package com.elementarydata.privatelink.integration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All integrations. */
public final class Integrations {

    /** Each once, in the order of the documentation. */
    public static final List<Integration> ALL = Stream.of(
                    Stream.of(
                            Snowflake.INTEGRATION,
                            Databricks.INTEGRATION,
                            GitHubEnterpriseServer.INTEGRATION,
                            GitLabSelfManaged.INTEGRATION),
                    Presets.read().stream(),
                    Stream.of(TcpService.INTEGRATION))
            .flatMap(integrations -> integrations)
            .toList();

    private Integrations() {}

    /**
     * {@return the integration of a key; empty if no integration has it}
     *
     * @param key such as {@code github-enterprise-server}
     */
    public static Optional<Integration> of(String key) {
        return ALL.stream().filter(integration -> integration.key().equals(key)).findFirst();
    }

    /**
     * {@return the integration whose vendor shares a domain that a name is in}
     *
     * @param name a name in lower case, which need not be a hostname
     */
    public static Optional<Integration> sharing(String name) {
        return ALL.stream()
                .filter(integration -> integration.sharedDomains().stream()
                        .anyMatch(domain -> name.equals(domain.value()) || name.endsWith("." + domain)))
                .findFirst();
    }

    /** {@return those whose service the customer hosts, in the same order} */
    public static List<Integration> hostedByCustomers() {
        return ALL.stream().filter(Integration::isHostedByCustomer).toList();
    }
}
