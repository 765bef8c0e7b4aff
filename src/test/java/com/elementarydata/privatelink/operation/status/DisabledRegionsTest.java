package com.elementarydata.privatelink.operation.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.removal.CustomerRemoval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Region that the account has not opted in to, in which AWS refuses everything. */
class DisabledRegionsTest {

    private static final Region IRELAND = Region.parse("eu-west-1");

    private final Fleet fleet =
            CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).fleet().orElseThrow();
    private final AccountId account = fleet.network().account();
    private AwsStub aws;
    private AwsAccess access;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub(account.toString())
                .disable(IRELAND.code())
                .answer("DescribeStacks", """
                        <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                        <DescribeStacksResult><Stacks><member><StackName>any</StackName>
                        <CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus>
                        </member></Stacks></DescribeStacksResult></DescribeStacksResponse>""")
                .answer("DescribeVpcEndpoints", """
                        <DescribeVpcEndpointsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                        <vpcEndpointSet/></DescribeVpcEndpointsResponse>""")
                .answer("/2013-04-01/hostedzonesbyvpc", """
                        <ListHostedZonesByVPCResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
                        <HostedZoneSummaries/><MaxItems>100</MaxItems></ListHostedZonesByVPCResponse>""");
        access = AwsAccess.local(aws.endpoint(), account);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private void answerRegions() {
        aws.answer("DescribeRegions", """
                <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><regionInfo>
                <item><regionName>eu-central-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                <item><regionName>us-west-2</regionName><optInStatus>opted-in</optInStatus></item>
                <item><regionName>eu-west-1</regionName><optInStatus>not-opted-in</optInStatus></item>
                <item><regionName>af-south-1</regionName><optInStatus>not-opted-in</optInStatus></item>
                </regionInfo></DescribeRegionsResponse>""");
    }

    private List<Customer> acme() {
        return new CustomerRemoval(access, fleet, Identifier.parse("acme"))
                .customer().stream().toList();
    }

    @Test
    void a_status_is_told_of_the_other_regions() {
        answerRegions();

        EnabledRegions regions = ConnectionStatuses.regions(access, fleet, acme());

        assertThat(ConnectionStatuses.read(access, regions, fleet, acme()))
                .hasSize(3)
                .filteredOn(status -> !status.isRead())
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.stacks().path().endpointRegion()).isEqualTo("eu-west-1");
                    assertThat(status.findings().get(0).line())
                            .startsWith("not-read: eu-west-1 is not enabled in this account; its state is unknown");
                });
        assertThat(access.calls().all())
                .isNotEmpty()
                .noneMatch(call -> call.region().equals(IRELAND.code()));
    }

    @Test
    void no_connection_is_judged_where_productions_region_was_not_read() {
        SortedSet<Region> unread =
                new TreeSet<>(Set.of(IRELAND, fleet.network().production().region()));
        EnabledRegions regions = new EnabledRegions(new TreeSet<>(Set.of(Region.parse("us-west-2"))), unread);

        assertThat(ConnectionStatuses.read(access, regions, fleet, acme()))
                .hasSize(3)
                .noneMatch(ConnectionStatus::isRead)
                .anySatisfy(status -> {
                    assertThat(status.stacks().path().endpointRegion()).isEqualTo("us-west-2");
                    assertThat(status.findings().get(0).line())
                            .startsWith("not-read: eu-central-1 is not enabled in this account");
                });
    }

    @Test
    void a_customer_is_removed_from_the_other_regions() {
        answerRegions();
        CustomerRemoval removal = new CustomerRemoval(access, fleet, Identifier.parse("acme"));

        EnabledRegions regions = removal.regions();

        assertThat(regions.disabled()).containsExactly(IRELAND);
        assertThat(removal.plan(regions, Optional.empty()).notRead())
                .containsExactly("eu-west-1 is not enabled in this account; nothing of it was read");
        assertThat(access.calls().all())
                .anyMatch(call -> call.region().equals("us-west-2"))
                .noneMatch(call -> call.region().equals(IRELAND.code()));
    }

    @Test
    void every_region_is_read_where_aws_does_not_say() {
        EnabledRegions regions = ConnectionStatuses.regions(access, fleet, acme());

        assertThat(regions.disabled()).isEmpty();
        assertThat(regions.enabled()).hasSize(3).contains(IRELAND);
    }
}
