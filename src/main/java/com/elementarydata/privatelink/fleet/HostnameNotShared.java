package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Integration;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No customer owns a name that others share: a vendor's apex, a name above it, or one below it that is not of a form
 * which the vendor gives to a single customer.
 */
final class HostnameNotShared implements FleetRule {

    /** Domains in which many have names, and that production may need for others. Reviewed 2026-11-22. */
    private static final List<Hostname> SHARED = Stream.of(
                    "amazonaws.com",
                    "amazonaws.com.cn",
                    "aws.amazon.com",
                    "azuredatabricks.net",
                    "cluster.local",
                    "compute.internal",
                    "databricks.com",
                    "ec2.internal",
                    "ghe.com",
                    "github.com",
                    "githubusercontent.com",
                    "googleapis.com",
                    "in-addr.arpa",
                    "ip6.arpa",
                    "microsoftonline.com",
                    "okta.com",
                    "slack.com",
                    "snowflake.com",
                    "snowflakecomputing.cn",
                    "snowflakecomputing.com",
                    "windows.net")
            .map(Hostname::parse)
            .toList();

    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final Map<Integration, Pattern> OF_ONE_CUSTOMER = Map.of(
            Integration.SNOWFLAKE,
            Pattern.compile("(\\*\\.)?(?!((app|ocsp)\\.)?[a-z]{2}(-[a-z]+)+-[0-9](\\.aws)?\\.privatelink\\.)"
                    + "([a-z0-9-]+\\.)+privatelink\\.snowflakecomputing\\.com"),
            Integration.DATABRICKS,
            Pattern.compile("(?!accounts\\.)[a-z0-9-]+\\.cloud\\.databricks\\.com"),
            Integration.SERVICE,
            Pattern.compile(
                    "[a-z0-9-]+\\.[a-z0-9-]+\\.[a-z0-9-]+\\.(rds|redshift|redshift-serverless)\\.amazonaws\\.com"),
            Integration.GITHUB_ENTERPRISE_SERVER,
            NONE);

    @Override
    public Stream<Problem> check(Fleet fleet) {
        return ConnectionHostname.ofAll(fleet).flatMap(HostnameNotShared::check);
    }

    private static Stream<Problem> check(ConnectionHostname hostname) {
        Hostname name = hostname.name();
        Pattern allowed =
                Objects.requireNonNull(OF_ONE_CUSTOMER.get(hostname.connection().integration()));
        if (allowed.matcher(name.value()).matches()) {
            return Stream.empty();
        }
        return SHARED.stream()
                .filter(shared -> name.isAtOrBelow(shared) || shared.isAtOrBelow(name))
                .map(shared -> new Problem(
                        hostname.at(),
                        ProblemCode.PL307,
                        "the hostname \"%s\" would take names of \"%s\" that others share".formatted(name, shared),
                        "give the exact name of this customer's own service"));
    }
}
