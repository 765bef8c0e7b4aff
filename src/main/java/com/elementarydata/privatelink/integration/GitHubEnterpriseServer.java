package com.elementarydata.privatelink.integration;

import java.util.Map;

/**
 * A GitHub Enterprise Server that the customer hosts.
 *
 * @see <a href="https://docs.github.com/en/enterprise-server/admin/configuring-settings/configuring-network-settings/network-ports">Network
 *     ports</a>
 */
public final class GitHubEnterpriseServer {

    /** The integration {@code github-enterprise-server}. */
    public static final Integration INTEGRATION = Facts.named("github-enterprise-server", "GitHub Enterprise Server")
            .addedAs("a GitHub Enterprise Server, prepared until the customer accepts it", "git")
            .acceptedBy(Acceptance.CUSTOMER)
            .requires(Keys.REGION, Keys.AWS_ACCOUNT_ID, Keys.SERVICE_NAME, Keys.HOSTNAME)
            .allows(Keys.SUBDOMAIN_ISOLATION, Keys.PORTS)
            // all that a fine-grained token requires
            .ports(443)
            .refusesPorts(
                    "an administrative port of GitHub Enterprise Server",
                    Map.of(
                            122, "administrative SSH",
                            123, "NTP",
                            161, "SNMP",
                            1194, "replication",
                            8080, "plain-text management console",
                            8443, "management console",
                            9103, "metrics"),
                    "leave it out; users need 443, and 22 for Git over SSH")
            // the appliance answers with 503 in maintenance mode, and without credentials
            .checkedByHttps("/status", 443)
            .sharedDomains("ghe.com", "github.com", "githubusercontent.com")
            .derives("port 443; with `subdomainIsolation: true` also `*.hostname`; `ports: [443, 22]` for Git over SSH")
            .build();

    private GitHubEnterpriseServer() {}
}
