package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.integration.PublicNames.Surprise;
import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Region;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The front ends of Databricks, one for each Region. The host of a workspace is an alias of its Region's:
 * {@code oregon.cloud.databricks.com}, or {@code oregon.privatelink.cloud.databricks.com} once the workspace has private
 * access settings. Reviewed 2026-11-27.
 *
 * @see <a href="https://docs.databricks.com/aws/en/resources/ip-domain-region">IP addresses and domains</a>
 * @see <a href="https://docs.databricks.com/aws/en/security/network/classic/privatelink-dns">DNS for AWS PrivateLink</a>
 */
final class DatabricksFrontEnds {

    private static final Pattern FRONT_END =
            Pattern.compile("([a-z0-9-]+)(\\.privatelink)?\\.cloud\\.databricks\\.com");

    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("canada", "ca-central-1"),
            Map.entry("frankfurt", "eu-central-1"),
            Map.entry("ireland", "eu-west-1"),
            Map.entry("jakarta", "ap-southeast-3"),
            Map.entry("london", "eu-west-2"),
            Map.entry("mumbai", "ap-south-1"),
            Map.entry("norcal", "us-west-1"),
            Map.entry("nvirginia", "us-east-1"),
            Map.entry("ohio", "us-east-2"),
            Map.entry("oregon", "us-west-2"),
            Map.entry("osaka", "ap-northeast-3"),
            Map.entry("paris", "eu-west-3"),
            Map.entry("pendleton", "us-gov-west-1"),
            Map.entry("saopaulo", "sa-east-1"),
            Map.entry("seoul", "ap-northeast-2"),
            Map.entry("singapore", "ap-southeast-1"),
            Map.entry("sydney", "ap-southeast-2"),
            Map.entry("tokyo", "ap-northeast-1"));

    private DatabricksFrontEnds() {}

    /** Their first labels. */
    static Collection<String> labels() {
        return REGIONS.keySet();
    }

    /** What is wrong with where a workspace's host points. */
    static Optional<Surprise> surprise(DnsAnswer answer, Region region) {
        if (!answer.resolves()) {
            return Optional.of(new Surprise(
                    "the host of every workspace resolves", "check workspaceUrl, and that the workspace still exists"));
        }
        Optional<Matcher> frontEnd = answer.aliases().stream()
                .map(FRONT_END::matcher)
                .filter(Matcher::matches)
                .findFirst();
        if (frontEnd.isEmpty()) {
            return Optional.of(answer)
                    .filter(DnsAnswer::isPublic)
                    .map(other -> new Surprise("that is no front end of Databricks", "check workspaceUrl"));
        }
        return Optional.ofNullable(REGIONS.get(frontEnd.get().group(1)))
                .filter(other -> !other.equals(region.code()))
                .map(other -> new Surprise(
                        "%s is the front end of %s, and the connection is to %s"
                                .formatted(frontEnd.get().group(1), other, region),
                        "correct region or workspaceUrl"));
    }
}
