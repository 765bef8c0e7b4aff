package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.refuse;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.NotSeenException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a walk along the path of a recorded connection passes, and what it takes where that is not there yet. */
class WalkTest {

    private static final String REGIONAL_VPC = "vpc-7e0fa6565a794edda";
    private static final String NO_ENDPOINT = ABROAD + "/endpoints/value";
    private static final String NO_STACKS = "/facts/stacks/eu-west-1/value";

    @TempDir
    private Path folder;

    private Walk walk(RecordedWorld.Change... changes) throws Exception {
        PathBundle bundle =
                PathBundle.read(RecordedWorld.of("", GIT, "", changes).write(folder));
        return new Walk(
                bundle.network(),
                bundle.paths().get(0),
                bundle.facts(),
                Optional.empty(),
                CdkCommands.ofUnknownFolder());
    }

    @Test
    void only_an_endpoint_that_is_seen_to_be_available_is_connected() throws Exception {
        assertThat(walk().isConnected()).isTrue();
        assertThat(walk(set(FarWorlds.ENDPOINT + "/state", "pending")).isConnected())
                .isFalse();
        assertThat(walk(set(NO_ENDPOINT, "[]")).isConnected()).isFalse();
        assertThat(walk(refuse(ABROAD + "/endpoints")).isConnected()).isFalse();
    }

    @Test
    void subnets_are_those_of_the_endpoint_or_else_those_of_its_zones() throws Exception {
        assertThat(walk(set(FarWorlds.ENDPOINT + "/subnetIds", "[\"subnet-c5adb320e744ff03d\"]"))
                        .endpointSubnets())
                .extracting(Subnet::zone)
                .containsExactly("euw1-az3");
        assertThat(walk(set(NO_ENDPOINT, "[]")).endpointSubnets())
                .extracting(Subnet::zone)
                .containsExactly("euw1-az1", "euw1-az2");
        Walk nowhere = walk(set(ABROAD + "/subnets/value", "[]"));
        assertThatThrownBy(nowhere::endpointSubnets)
                .isInstanceOf(NotSeenException.class)
                .hasMessage("there are no subnets for the endpoint yet");
    }

    @Test
    void the_regional_vpc_is_the_endpoints_or_else_the_stacks() throws Exception {
        assertThat(walk().regionalVpc().id()).isEqualTo(REGIONAL_VPC);
        assertThat(walk(set(NO_ENDPOINT, "[]")).regionalVpc().id()).isEqualTo(REGIONAL_VPC);
        Walk nowhere = walk(set(NO_ENDPOINT, "[]"), set(NO_STACKS, "[]"));
        assertThatThrownBy(nowhere::regionalVpc)
                .isInstanceOf(NotSeenException.class)
                .hasMessage("there is no regional VPC yet");
    }

    @Test
    void clients_are_in_productions_subnets_whatever_addresses_others_have() throws Exception {
        assertThat(walk(set(HOME + "/subnets/value/6/cidr", "10.0.1.0/24")).clientSubnets())
                .extracting(Subnet::cidr)
                .containsExactly("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");
    }

    @Test
    void of_several_peering_connections_the_one_that_works_soonest_is_taken() throws Exception {
        String peerings = ABROAD + "/peerings/value/";
        String first = "{\"id\": \"pcx-1\", \"status\": \"%s\", \"requesterVpcId\": \"" + REGIONAL_VPC
                + "\", \"accepterVpcId\": \"vpc-0a1b2c3d4e5f60718\"}";

        assertThat(walk(set(peerings + "-", first.formatted("pending-acceptance")))
                        .peering())
                .map(Peering::id)
                .hasValue("pcx-71e614087416967f6");
        assertThat(walk(set(peerings + "0/status", "deleted"), set(peerings + "-", first.formatted("provisioning")))
                        .peering())
                .map(Peering::id)
                .hasValue("pcx-1");
        assertThat(walk(
                                set(peerings + "0/status", "provisioning"),
                                set(peerings + "-", first.formatted("pending-acceptance")))
                        .peering())
                .map(Peering::id)
                .hasValue("pcx-1");
        assertThat(walk(set(peerings + "0/requesterVpcId", "vpc-1")).peering()).isEmpty();
    }

    @Test
    void names_are_answered_by_the_fleets_zones_or_by_those_of_others_that_do() throws Exception {
        assertThat(walk(set("/paths/0/hostedZones", "[\"acme.example\"]")).ownZones())
                .containsExactly("acme.example");
        assertThat(walk(set("/paths/0/external", true), set("/paths/0/hostedZones", "[]"))
                        .ownZones())
                .containsExactly("git.acme.example");
    }

    @Test
    void a_stack_is_deployed_for_its_customer_alone() throws Exception {
        assertThat(walk().deploy("PrivateLink-Dns-acme"))
                .isEqualTo("npx cdk deploy PrivateLink-Dns-acme -c customers=acme");
    }
}
