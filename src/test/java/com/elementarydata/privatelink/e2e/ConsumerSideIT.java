package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EndpointConnection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** What the example fleet came to in Elementary's account: stacks and endpoints. */
@ExtendWith(EndToEnd.class)
class ConsumerSideIT {

    private View view;
    private Fleet fleet;
    private Production production;

    @BeforeEach
    void look(ExampleWorld world) {
        view = world.deployed().view();
        fleet = world.deployed().fleet();
        production = fleet.network().production();
    }

    private RegionView in(Region region) {
        return view.of(Accounts.ELEMENTARY, region);
    }

    @Test
    void has_exactly_the_planned_stacks_and_all_are_protected() {
        Plan plan = Plan.of(fleet.network(), fleet.ledger(), fleet.customers());
        List<Stack> stacks = Region.known().stream()
                .flatMap(region -> in(region).stacks().stream())
                .toList();
        assertThat(stacks)
                .extracting(Stack::stackName)
                .containsExactlyInAnyOrderElementsOf(
                        plan.stacks().stream().map(PlannedStack::name).toList());
        assertThat(stacks)
                .allMatch(Stack::enableTerminationProtection)
                .allMatch(stack -> stack.stackStatus() == StackStatus.CREATE_COMPLETE);
    }

    private void forEveryConnection(BiConsumer<CustomerConnection, VpcEndpoint> check) {
        fleet.connections().forEach(owned -> {
            Connection connection = owned.connection();
            Region region = connection.endpointRegion(production);
            String stack = StackNames.customer(owned.customer().id().value(), region);
            String id = in(region)
                    .output(stack, OutputNames.endpointId(connection.id().value()));
            check.accept(owned, in(region).endpoint(id));
        });
    }

    @Test
    void has_an_endpoint_for_every_connection_and_no_other() {
        long endpoints = Region.known().stream()
                .mapToLong(region -> in(region).endpoints().size())
                .sum();
        assertThat(endpoints).isEqualTo(fleet.connections().count());
        forEveryConnection((owned, endpoint) -> {
            Connection connection = owned.connection();
            Region region = connection.endpointRegion(production);
            assertThat(endpoint.vpcEndpointType()).isEqualTo(VpcEndpointType.INTERFACE);
            assertThat(endpoint.privateDnsEnabled()).isFalse();
            assertThat(endpoint.tags())
                    .extracting(Tag::key, Tag::value)
                    .contains(tuple(
                            "Name",
                            "%s/%s"
                                    .formatted(
                                            StackNames.customer(
                                                    owned.customer().id().value(), region),
                                            connection.id())));
            assertThat(endpoint.serviceName())
                    .isEqualTo(connection.address().serviceName().value().toString());
            assertThat(endpoint.vpcId()).isEqualTo(in(region).output(StackNames.region(region), OutputNames.VPC_ID));
            assertThat(endpoint.subnetIds())
                    .map(subnet -> in(region).subnet(subnet).availabilityZoneId())
                    .containsExactlyInAnyOrderElementsOf(connection.availabilityZoneIds().stream()
                            .map(zone -> zone.value().value())
                            .toList());
        });
    }

    @Test
    void admits_exactly_the_clients_on_the_services_ports_to_an_endpoint_and_lets_nothing_out() {
        forEveryConnection((owned, endpoint) -> {
            List<String> wanted = owned.connection().address().ports().stream()
                    .flatMap(port -> production.clientCidrs().stream()
                            .map(client -> "tcp %s-%s %s".formatted(port, port, client)))
                    .sorted()
                    .toList();
            assertThat(endpoint.groups()).hasSize(1);
            SecurityGroupIdentifier group = endpoint.groups().get(0);
            RegionView region = in(owned.connection().endpointRegion(production));
            assertThat(Rules.in(region.group(group.groupId()))).isEqualTo(wanted);
            assertThat(Rules.out(region.group(group.groupId()))).containsExactly(Rules.NOTHING);
        });
    }

    @Test
    void is_available_everywhere_since_every_provider_accepted_what_was_pending(ExampleWorld world) {
        assertThat(world.waited())
                .extracting(EndpointConnection::state)
                .hasSize((int) fleet.connections().count())
                .allMatch("pendingAcceptance"::equalsIgnoreCase);
        forEveryConnection(
                (owned, endpoint) -> assertThat(endpoint.stateAsString()).isEqualToIgnoringCase("available"));
    }

    @Test
    void hands_out_exactly_the_outputs_of_the_contract() {
        forEveryConnection((owned, endpoint) -> {
            Identifier id = owned.connection().id().value();
            Region region = owned.connection().endpointRegion(production);
            String stack = StackNames.customer(owned.customer().id().value(), region);
            assertThat(in(region).output(stack, OutputNames.serviceName(id))).isEqualTo(endpoint.serviceName());
            assertThat(in(region).output(stack, OutputNames.dnsName(id)))
                    .isEqualTo(endpoint.dnsEntries().get(0).dnsName());
            assertThat(in(region).output(stack, OutputNames.dnsHostedZoneId(id)))
                    .isEqualTo(endpoint.dnsEntries().get(0).hostedZoneId());
        });
        fleet.ledger()
                .regions()
                .forEach((region, addresses) -> assertThat(
                                in(region).stack(StackNames.region(region)).outputs())
                        .extracting(Output::outputKey)
                        .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                        Stream.of(OutputNames.VPC_ID, OutputNames.PEERING_CONNECTION_ID),
                                        addresses.subnets().keySet().stream().map(OutputNames::subnetId))
                                .toList()));
    }
}
