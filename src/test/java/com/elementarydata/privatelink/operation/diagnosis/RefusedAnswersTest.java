package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.PathReader;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Route;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.PathFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is made of answers that the local AWS does not give, as they come over HTTP. */
@Tag("slow")
class RefusedAnswersTest {

    private static final String ACCOUNT = "743289191656";
    private static final String EC2 = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private AwsStub aws;
    private PathBundle bundle;

    @BeforeEach
    void start() throws Exception {
        aws = new AwsStub(ACCOUNT);
        bundle = PathBundle.read(Path.of("src/test/bundles/acme.json"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private PathFacts read() {
        AwsAccess access = AwsAccess.local(aws.endpoint(), AccountId.parse(ACCOUNT));
        List<ExpectedPath> git = bundle.paths().stream()
                .filter(path -> path.name().equals("acme/git"))
                .toList();
        return new PathReader(access).read(bundle.network(), git);
    }

    private PathDiagnosis diagnose(PathFacts facts) {
        return PathDiagnosis.of(
                bundle.network(), bundle.paths().get(0), facts, Optional.empty(), CdkCommands.ofUnknownFolder());
    }

    private static NetworkFacts home(PathFacts facts) {
        return Objects.requireNonNull(facts.networks().get("eu-central-1"));
    }

    @Test
    void what_is_refused_is_unknown_and_blames_nobody() {
        PathFacts facts = read();

        assertThat(diagnose(facts).findings())
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .isEqualTo(finding.code().equals("PD101") ? Verdict.PASSED : Verdict.UNKNOWN));
        assertThat(facts.hasRefusals()).isTrue();
        assertThat(facts.regions().refusal()).hasValue("ec2:DescribeRegions in eu-central-1: UnauthorizedOperation");
    }

    @Test
    void what_is_throttled_is_asked_again() {
        aws.throttle("DescribeRegions").throttle("DescribeRegions").answer("DescribeRegions", """
                        <DescribeRegionsResponse xmlns="%s"><regionInfo>
                        <item><regionName>eu-central-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                        <item><regionName>eu-west-1</regionName><optInStatus>not-opted-in</optInStatus></item>
                        </regionInfo></DescribeRegionsResponse>""".formatted(EC2));

        assertThat(diagnose(read()).blamed()).extracting(Finding::code).containsExactly("PD102");
    }

    @Test
    void routes_of_all_kinds_are_read() {
        aws.answer("DescribeRouteTables", """
                <DescribeRouteTablesResponse xmlns="%s"><routeTableSet><item>
                <routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId>
                <routeSet>
                <item><destinationCidrBlock>10.64.32.0/20</destinationCidrBlock>
                  <vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>blackhole</state></item>
                <item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock>
                  <natGatewayId>nat-1</natGatewayId><state>active</state></item>
                <item><destinationIpv6CidrBlock>::/0</destinationIpv6CidrBlock>
                  <gatewayId>igw-1</gatewayId><state>active</state></item>
                <item><destinationPrefixListId>pl-1</destinationPrefixListId>
                  <gatewayId>vpce-1</gatewayId><state>active</state></item>
                </routeSet>
                <associationSet>
                <item><routeTableAssociationId>a-1</routeTableAssociationId><main>true</main></item>
                <item><routeTableAssociationId>a-2</routeTableAssociationId><subnetId>subnet-1</subnetId></item>
                </associationSet></item></routeTableSet></DescribeRouteTablesResponse>""".formatted(EC2));

        assertThat(home(read()).routeTables().value().orElseThrow())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.main()).isTrue();
                    assertThat(table.subnetIds()).containsExactly("subnet-1");
                    assertThat(table.routes())
                            .containsExactly(
                                    new Route("10.64.32.0/20", "pcx-1", false, Optional.empty()),
                                    new Route("0.0.0.0/0", "nat-1", true, Optional.empty()));
                    assertThat(table.unread())
                            .containsExactly("pl-1 to vpce-1 (ec2:GetManagedPrefixListEntries in eu-central-1:"
                                    + " UnauthorizedOperation)");
                });
    }

    @Test
    void routes_by_a_prefix_list_are_routes_to_its_blocks() {
        aws.answer("DescribeRouteTables", """
                        <DescribeRouteTablesResponse xmlns="%s"><routeTableSet><item>
                        <routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId>
                        <routeSet><item><destinationPrefixListId>pl-1</destinationPrefixListId>
                          <transitGatewayId>tgw-1</transitGatewayId><state>active</state></item></routeSet>
                        </item></routeTableSet></DescribeRouteTablesResponse>""".formatted(EC2)).answer("GetManagedPrefixListEntries", """
                        <GetManagedPrefixListEntriesResponse xmlns="%s"><entrySet>
                        <item><cidr>10.64.32.0/24</cidr></item><item><cidr>fd00::/8</cidr></item>
                        </entrySet></GetManagedPrefixListEntriesResponse>""".formatted(EC2));

        assertThat(home(read()).routeTables().value().orElseThrow())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.routes())
                            .containsExactly(new Route("10.64.32.0/24", "tgw-1", true, Optional.of("pl-1")));
                    assertThat(table.unread()).isEmpty();
                });
    }

    @Test
    void what_is_not_in_force_comes_last_or_not_at_all() {
        aws.answer("DescribeRouteTables", """
                <DescribeRouteTablesResponse xmlns="%s"><routeTableSet><item>
                <routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId>
                <routeSet>
                <item><destinationCidrBlock>10.64.32.0/20</destinationCidrBlock><gatewayId>vgw-1</gatewayId>
                  <state>active</state><origin>EnableVgwRoutePropagation</origin></item>
                <item><destinationCidrBlock>10.64.32.0/20</destinationCidrBlock>
                  <vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>active</state>
                  <origin>CreateRoute</origin></item>
                </routeSet>
                <associationSet><item><routeTableAssociationId>a-1</routeTableAssociationId>
                  <subnetId>subnet-1</subnetId><associationState><state>failed</state></associationState></item>
                </associationSet></item></routeTableSet></DescribeRouteTablesResponse>""".formatted(EC2));

        assertThat(home(read()).routeTables().value().orElseThrow())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.subnetIds()).isEmpty();
                    assertThat(table.routes()).extracting(Route::target).containsExactly("pcx-1", "vgw-1");
                });
    }

    @Test
    void a_subnet_for_ipv6_alone_is_not_of_the_way() {
        aws.answer("DescribeSubnets", """
                <DescribeSubnetsResponse xmlns="%s"><subnetSet>
                <item><subnetId>subnet-1</subnetId><vpcId>vpc-0a1b2c3d4e5f60718</vpcId>
                  <availabilityZoneId>euc1-az1</availabilityZoneId><ipv6Native>true</ipv6Native></item>
                <item><subnetId>subnet-2</subnetId><vpcId>vpc-0a1b2c3d4e5f60718</vpcId>
                  <availabilityZoneId>euc1-az1</availabilityZoneId><cidrBlock>10.0.1.0/24</cidrBlock></item>
                </subnetSet></DescribeSubnetsResponse>""".formatted(EC2));

        assertThat(home(read()).subnets().value().orElseThrow())
                .containsExactly(new Subnet("subnet-2", "vpc-0a1b2c3d4e5f60718", "10.0.1.0/24", "euc1-az1"));
    }

    @Test
    void zones_of_several_pages_and_of_other_owners_are_read() {
        String page = """
                <ListHostedZonesByVPCResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
                <HostedZoneSummaries><HostedZoneSummary><HostedZoneId>%s</HostedZoneId><Name>%s</Name><Owner>%s</Owner>
                </HostedZoneSummary></HostedZoneSummaries><MaxItems>1</MaxItems>%s</ListHostedZonesByVPCResponse>""";
        aws.answer(
                        "/2013-04-01/hostedzonesbyvpc",
                        page.formatted(
                                "Z1",
                                "git.acme.example.",
                                "<OwningAccount>999900001111</OwningAccount>",
                                "<NextToken>2</NextToken>"))
                .answer(
                        "/2013-04-01/hostedzonesbyvpc",
                        page.formatted("Z2", "acme.example.", "<OwningService>efs.amazonaws.com</OwningService>", ""));

        List<Zone> zones = read().names().zones().value().orElseThrow();

        assertThat(zones)
                .extracting(Zone::id, Zone::name, Zone::owner)
                .containsExactly(
                        tuple("Z1", "git.acme.example", "999900001111"),
                        tuple("Z2", "acme.example", "efs.amazonaws.com"));
        // another account's records cannot be read
        assertThat(zones.get(0).records().isRefused()).isTrue();
    }

    @Test
    void nothing_more_is_asked_with_the_credentials_of_another_account() throws IOException {
        try (AwsStub other = new AwsStub("999900001111")) {
            AwsAccess access = AwsAccess.local(other.endpoint(), AccountId.parse("999900001111"));

            PathFacts facts = new PathReader(access).read(bundle.network(), bundle.paths());

            assertThat(access.calls().actions()).containsExactly("sts:GetCallerIdentity");
            assertThat(diagnose(facts).blamed()).extracting(Finding::code).containsExactly("PD101");
        }
    }
}
