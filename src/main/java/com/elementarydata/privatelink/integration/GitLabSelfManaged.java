package com.elementarydata.privatelink.integration;

import java.util.Map;

/**
 * A GitLab that the customer hosts.
 *
 * @see <a href="https://docs.gitlab.com/administration/package_information/defaults/">Ports</a>
 * @see <a href="https://docs.gitlab.com/administration/monitoring/health_check/">Health check</a>
 */
public final class GitLabSelfManaged {

    /** The integration {@code gitlab-self-managed}. */
    public static final Integration INTEGRATION = Facts.named("gitlab-self-managed", "GitLab self-managed")
            .addedAs("a GitLab that the customer hosts, prepared until the customer accepts it", "gitlab")
            .acceptedBy(Acceptance.CUSTOMER)
            .requires(Keys.REGION, Keys.AWS_ACCOUNT_ID, Keys.SERVICE_NAME, Keys.HOSTNAME)
            .allows(Keys.PORTS)
            // all that an access token needs
            .ports(443)
            .refusesPorts(
                    "an internal port of GitLab self-managed",
                    Map.ofEntries(
                            Map.entry(5432, "PostgreSQL"),
                            Map.entry(6379, "Redis"),
                            Map.entry(8060, "NGINX status"),
                            Map.entry(8075, "Gitaly"),
                            Map.entry(8080, "Puma"),
                            Map.entry(8082, "Sidekiq metrics"),
                            Map.entry(8181, "Workhorse"),
                            Map.entry(9090, "Prometheus"),
                            Map.entry(9100, "node metrics"),
                            Map.entry(9121, "Redis metrics"),
                            Map.entry(9168, "GitLab metrics"),
                            Map.entry(9187, "PostgreSQL metrics")),
                    "leave it out; users need 443, and 22 for Git over SSH")
            // answers 404 to addresses that are not on GitLab's own allowlist for monitoring; the runbook says so
            .checkedByHttps("/-/health", 443)
            .sharedDomains("gitlab.com", "gitlab.io", "gitlab.net")
            .derives("port 443; `ports: [443, 22]` for Git over SSH")
            .build();

    private GitLabSelfManaged() {}
}
