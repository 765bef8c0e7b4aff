package com.elementarydata.privatelink.operation.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.dns.TinyDns;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.AccountId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What AWS and a resolver are asked before the customer acme is deployed. */
class AskedPreconditionsTest {

    private static final String GIT_ZONE = """
            <HostedZoneSummary><HostedZoneId>Z1</HostedZoneId><Name>git.acme.example.</Name>
            <Owner><OwningAccount>743289191656</OwningAccount></Owner></HostedZoneSummary>""";

    private final CheckedFleet checked = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
    private final Fleet fleet = checked.fleet().orElseThrow();
    private final AccountId account = fleet.network().account();
    private AwsStub aws;
    private AwsAccess access;
    private TinyDns dns;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub(account.toString());
        access = AwsAccess.local(aws.endpoint(), account);
        dns = new TinyDns();
        aws.answer("DescribeVpcs", """
                        <DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><vpcSet/>
                        </DescribeVpcsResponse>""").answer("DescribeStacks", """
                        <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                        <DescribeStacksResult><Stacks/></DescribeStacksResult></DescribeStacksResponse>""");
    }

    @AfterEach
    void stop() {
        dns.close();
        aws.close();
    }

    private void answerZones(String zones) {
        aws.answer("/2013-04-01/hostedzonesbyvpc", """
                <ListHostedZonesByVPCResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
                <HostedZoneSummaries>%s</HostedZoneSummaries><MaxItems>100</MaxItems>
                </ListHostedZonesByVPCResponse>""".formatted(zones));
    }

    private List<Finding> ask() {
        return LivePreconditions.of(
                        access,
                        DnsResolver.at(dns.address()),
                        fleet,
                        checked.customers(List.of("acme")),
                        Optional.empty())
                .findings();
    }

    private static Predicate<Finding> of(String code, String found) {
        return finding -> finding.code().equals(code) && finding.found().contains(found);
    }

    @Test
    void a_zone_of_a_name_that_no_stack_made_is_refused_and_other_names_are_asked_for() {
        answerZones(GIT_ZONE);

        assertThat(ask())
                .anyMatch(of("PD209", "the zone git.acme.example (Z1) exists already"))
                .anyMatch(of("PD208", "orders.acme.example"))
                .noneMatch(of("PD208", "git.acme.example"));
    }

    @Test
    void nothing_is_asked_of_stacks_where_no_zone_stands_in_the_way() {
        answerZones("");

        assertThat(ask())
                .anyMatch(of("PD208", "git.acme.example"))
                .extracting(Finding::code)
                .doesNotContain("PD209");
        assertThat(access.calls().actions()).doesNotContain("cloudformation:DescribeStacks");
    }

    @Test
    void each_connection_and_each_region_of_the_ledger_is_judged() {
        assertThat(ask())
                .anyMatch(of("PD401", "acme/git"))
                .anyMatch(of("PD401", "acme/orders"))
                .anyMatch(of("PD110", "VPCs in us-west-2"))
                .anyMatch(of("PD110", "VPCs in ap-southeast-2"));
    }

    @Test
    void quotas_are_counted_in_no_region_that_is_not_enabled() {
        aws.answer("DescribeRegions", """
                <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><regionInfo>
                <item><regionName>us-west-2</regionName><optInStatus>opted-in</optInStatus></item>
                <item><regionName>ap-southeast-2</regionName><optInStatus>not-opted-in</optInStatus></item>
                </regionInfo></DescribeRegionsResponse>""");

        assertThat(ask()).anyMatch(of("PD110", "VPCs in us-west-2")).noneMatch(of("PD110", "VPCs in ap-southeast-2"));
        assertThat(access.calls().all())
                .anyMatch(call -> call.region().equals("us-west-2"))
                .noneMatch(call -> call.region().equals("ap-southeast-2"));
    }

    @Test
    void a_zone_that_a_region_of_the_ledger_does_not_have_is_told_before_anything_is_deployed() {
        aws.answer("DescribeAvailabilityZones", """
                <DescribeAvailabilityZonesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><availabilityZoneInfo>
                <item><zoneName>us-west-2a</zoneName><zoneId>usw2-az1</zoneId></item>
                </availabilityZoneInfo></DescribeAvailabilityZonesResponse>""");

        assertThat(ask()).anyMatch(of("PD111", "usw2-az2 does not exist in us-west-2, which has usw2-az1"));
    }
}
