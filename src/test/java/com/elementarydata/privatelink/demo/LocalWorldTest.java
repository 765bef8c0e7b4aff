package com.elementarydata.privatelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.FleetFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalWorldTest {

    private static final String SERVICE = """
            id: %s
            connections:
              - id: %s
                integration: service
                region: eu-west-1
                availabilityZoneIds: [%s]
                awsAccountId: "210987654321"
                serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0
                hostnames: [%s.maple.example]
                ports: [%s]
            """;

    @TempDir
    private Path root;

    @Test
    void the_production_vpc_is_that_of_the_network() throws IOException {
        assertThat(world(FleetCopy.in(root)).path("Vpcs"))
                .containsExactly(JsonMapper.shared().readTree("""
                        {"OwnerId": "743289191656", "Region": "eu-central-1", "VpcId": "vpc-0a1b2c3d4e5f60718",
                         "CidrBlock": "10.0.0.0/16",
                         "RouteTableIds": ["rtb-0a1b2c3d4e5f60711", "rtb-0a1b2c3d4e5f60712", "rtb-0a1b2c3d4e5f60713"],
                         "SubnetCidrBlocks": ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]}
                        """));
    }

    @Test
    void services_are_those_of_all_connections_each_once() throws IOException {
        assertThat(world(FleetCopy.in(root)).path("EndpointServices"))
                .extracting(service -> service.path("ServiceName").asString())
                .contains("com.amazonaws.vpce.us-east-1.vpce-svc-0bb22cc33dd44ee55")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_service_of_two_connections_has_the_zones_and_ports_of_both() throws IOException {
        FleetCopy fleet = FleetCopy.withoutCustomers(root);
        fleet.write("maple", SERVICE.formatted("maple", "one", "euw1-az2, euw1-az1", "one", "10443"));
        fleet.write("oak", SERVICE.formatted("oak", "two", "euw1-az1, euw1-az3", "two", "443, 10443"));

        assertThat(world(fleet).path("EndpointServices"))
                .containsExactly(JsonMapper.shared().readTree("""
                        {"OwnerId": "210987654321",
                         "ServiceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                         "AvailabilityZoneIds": ["euw1-az1", "euw1-az2", "euw1-az3"], "SupportedRegions": [],
                         "ListenerPorts": [443, 10443],
                         "ClientCidrBlocks": ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"], "AcceptanceRequired": true,
                         "AllowedPrincipals": ["arn:aws:iam::743289191656:root"]}
                        """));
    }

    @Test
    void a_connection_across_regions_needs_the_production_region_and_no_zones() throws IOException {
        FleetCopy fleet = FleetCopy.withoutCustomers(root);
        fleet.write(
                "maple",
                SERVICE.formatted("maple", "one", "euc1-az1, euc1-az2", "one", "443")
                        + "    connectivity: cross-region\n");

        JsonNode service = world(fleet).path("EndpointServices").path(0);

        assertThat(service.path("SupportedRegions").toString()).isEqualTo("[\"eu-central-1\"]");
        assertThat(service.path("AvailabilityZoneIds")).isEmpty();
    }

    @Test
    void a_vendors_service_does_not_belong_to_the_customer() throws IOException {
        FleetCopy fleet = FleetCopy.withoutCustomers(root);
        fleet.write("maple", """
                id: maple
                connections:
                  - id: lakehouse
                    integration: databricks
                    region: eu-west-1
                    availabilityZoneIds: [euw1-az1, euw1-az2]
                    awsAccountId: "210987654321"
                    workspaceUrl: https://dbc-1a2b3c4d-5e6f.cloud.databricks.com
                """);

        assertThat(world(fleet).at("/EndpointServices/0/OwnerId").asString()).isEqualTo("999988887777");
    }

    @Test
    void a_customer_in_two_files_has_the_services_of_both() throws IOException {
        FleetCopy fleet = FleetCopy.withoutCustomers(root);
        String customer = SERVICE.formatted("maple", "one", "euw1-az1, euw1-az2", "one", "443");
        fleet.write("maple", customer);
        fleet.write("present-maple", customer.replace("abcdef0", "abcdef1"));

        assertThat(world(fleet).path("EndpointServices")).hasSize(2);
    }

    private static JsonNode world(FleetCopy fleet) {
        return JsonMapper.shared()
                .readTree(LocalWorld.of(FleetFolder.read(fleet.folder())).json());
    }
}
