package com.elementarydata.privatelink.operation.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How stacks take over what exists, and why they may not. */
class AdoptionTest {

    private static final Region OHIO = Region.parse("us-east-2");
    private static final Fleet FLEET = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/adopted-vpc/stacks")))
            .fleet()
            .orElseThrow();

    private final FoundEstate estate = new FoundEstate();

    private Adoption region() {
        return new RegionAdoption(FLEET, OHIO).with(estate.facts());
    }

    private Adoption oak() {
        return new CustomerAdoption(FLEET, customer("oak")).with(estate.facts());
    }

    private static Customer customer(String id) {
        return FLEET.customers().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_a_region_takes_over_its_vpc_subnets_route_tables_and_peering() {
        Adoption adoption = region();

        assertThat(adoption.obstacles()).isEmpty();
        assertThat(adoption.changes())
                .containsExactly(new Adoption.Change(
                        FLEET.ledger().file() + ", below us-east-2",
                        List.of("imported: true", "routeTableIds: [rtb-0c1d2e3f4a5b60715]")));
        assertThat(adoption.imports())
                .containsExactly(new StackImport(
                        "PrivateLink-Region-us-east-2",
                        OHIO,
                        new TreeMap<>(Map.of(
                                "Vpc", Map.of("VpcId", "vpc-0c1d2e3f4a5b60718"),
                                "PeeringConnection", Map.of("Id", "pcx-0c1d2e3f4a5b60719"),
                                "RouteTable0c1d2e3f4a5b60715", Map.of("RouteTableId", "rtb-0c1d2e3f4a5b60715"),
                                "SubnetUse2Az1", Map.of("SubnetId", "subnet-0c1d2e3f4a5b60711"),
                                "SubnetUse2Az3", Map.of("SubnetId", "subnet-0c1d2e3f4a5b60713")))));
    }

    @Test
    void of_a_region_is_refused_where_the_ledger_is_not_what_aws_has() {
        estate.vpcCidr = "172.21.0.0/16";
        estate.subnetZone = "use2-az2";
        estate.peering = "pcx-0c1d2e3f4a5b60700";

        assertThat(region().obstacles())
                .containsExactly(
                        "AWS has no vpc-0c1d2e3f4a5b60718 with 172.20.0.0/16 in us-east-2; correct "
                                + FLEET.ledger().file(),
                        "AWS has no subnet-0c1d2e3f4a5b60713 with 172.20.7.0/24 in use2-az3; correct "
                                + FLEET.ledger().file(),
                        "AWS has no pcx-0c1d2e3f4a5b60719 between vpc-0c1d2e3f4a5b60718 and production; correct "
                                + FLEET.ledger().file());
    }

    @Test
    void of_what_another_stack_owns_is_refused_and_of_terraform_comes_with_a_word() {
        estate.tags = Map.of("aws:cloudformation:stack-name", "network");
        assertThat(region().obstacles())
                .hasSize(2)
                .allMatch(line -> line.endsWith(
                        " belongs to the stack network; have that retain it, and take it out of its template"));

        estate.tags = Map.of("ManagedBy", "terraform");
        assertThat(region().obstacles()).isEmpty();
        assertThat(region().notes())
                .contains(
                        "Terraform seems to have made vpc-0c1d2e3f4a5b60718: run terraform state rm on it there, so that"
                                + " only one owns it");

        estate.tags = Map.of("aws:cloudformation:stack-name", "PrivateLink-Region-us-east-2");
        assertThat(region().obstacles()).isEmpty();
    }

    @Test
    void is_only_of_a_region_that_existed_before_the_fleet() {
        assertThatThrownBy(() -> new RegionAdoption(FLEET, Region.parse("eu-west-1")))
                .isInstanceOf(Refusal.class)
                .hasMessage("eu-west-1 has no VPC in " + FLEET.ledger().file());
    }

    @Test
    void of_a_customer_takes_over_its_endpoints_with_the_groups_that_are_theirs_alone_and_its_zones() {
        Adoption adoption = oak();

        assertThat(adoption.obstacles()).isEmpty();
        assertThat(adoption.notes()).isEmpty();
        assertThat(adoption.changes()).hasSize(2);
        assertThat(adoption.changes().get(0).where()).endsWith("oak.yaml, on the connection oak/git");
        assertThat(adoption.changes().get(0).lines())
                .contains(
                        "  imported: true",
                        "  securityGroup: {id: sg-0c1d2e3f4a5b60731, name: \"git \\\"of\\\" oak\", description: \"by hand\"}")
                .doesNotContain("dns: imported");
        assertThat(adoption.changes().get(1).lines()).contains("  imported: true", "dns: imported");
        assertThat(adoption.imports())
                .extracting(StackImport::stack)
                .containsExactly("PrivateLink-Customer-oak-us-east-2", "PrivateLink-Dns-oak");
        assertThat(adoption.imports().get(0).mapping().keySet())
                .containsExactly("GitEndpoint", "GitSecurityGroup", "ReportsEndpoint", "ReportsSecurityGroup");
        assertThat(adoption.imports().get(1).mapping().values()).containsExactly(Map.of("Id", "Z1REPORTS"));
    }

    @Test
    void leaves_a_group_that_two_endpoints_have_where_it_is() {
        estate.reportsGroup = FoundEstate.GIT_GROUP;

        assertThat(oak().changes())
                .allSatisfy(change -> assertThat(change.lines())
                        .contains("  securityGroupIds: [%s]".formatted(FoundEstate.GIT_GROUP)));
        assertThat(oak().imports().get(0).mapping().keySet()).containsExactly("GitEndpoint", "ReportsEndpoint");
    }

    @Test
    void leaves_a_zone_with_names_of_others_or_of_another_account_where_it_is() {
        estate.zoneRecord = "billing.reports.oak.example";
        assertThat(oak().notes())
                .containsExactly(
                        "reports.oak.example has no hosted zone of its own that can be imported: it stays where"
                                + " it is, or \"dns: active\" makes one");
        assertThat(oak().imports()).hasSize(1);

        estate.zoneRecord = "reports.oak.example";
        estate.zoneOwner = "999999999999";
        assertThat(oak().imports()).hasSize(1);
    }

    @Test
    void of_an_endpoint_that_is_gone_or_in_other_subnets_is_refused() {
        estate.gitSubnets = List.of("subnet-0c1d2e3f4a5b60711");
        assertThat(oak().obstacles())
                .containsExactly(
                        "vpce-0c1d2e3f4a5b60721 is in [subnet-0c1d2e3f4a5b60711], and not in the subnets of its"
                                + " zones in the ledger, [subnet-0c1d2e3f4a5b60711, subnet-0c1d2e3f4a5b60713]; write those there");

        estate.git = "vpce-0c1d2e3f4a5b60799";
        assertThat(oak().obstacles()).containsExactly("AWS has no endpoint vpce-0c1d2e3f4a5b60721 in us-east-2");
    }

    @Test
    void of_an_endpoint_that_another_customer_imported_is_refused(@TempDir Path folder) throws IOException {
        FleetCopy.copy(Path.of("src/test/cases/adopted-vpc/stacks"), folder);
        Path file = folder.resolve("customers/oak.yaml");
        String imported = Files.readString(file)
                .replace("id: oak", "id: pine")
                .replace(".oak.", ".pine.")
                .replace(
                        "hostedZoneId: ZC8PG0KIFKBRI",
                        "hostedZoneId: ZC8PG0KIFKBRI\n      imported: true\n      securityGroupIds: [sg-0c1d2e3f4a5b60739]");
        Files.writeString(folder.resolve("customers/pine.yaml"), imported);
        Fleet both = CheckedFleet.of(FleetFolder.read(folder)).fleet().orElseThrow();
        Customer oak = both.customers().get(0);

        assertThat(new CustomerAdoption(both, oak).with(estate.facts()).obstacles())
                .containsExactly(
                        "vpce-0c1d2e3f4a5b60721 is imported by pine/git, too, and belongs to one stack: leave it to that",
                        "vpce-0c1d2e3f4a5b60722 is imported by pine/reports, too, and belongs to one stack: leave it to that");
    }
}
