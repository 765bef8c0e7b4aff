package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.HandoffDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The commands of {@code docs/customer} that need AWS, in its order: from nothing to a connection, and back. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomerDocumentIT {

    private static final String STACK = "elementary-privatelink";
    private static final String VPC = "vpc-0123456789abcdef0";

    private final Path folder = E2eFleet.emptyFolder("customer");
    private final E2eFleet deployed = E2eFleet.start(FleetCopy.withoutCustomers(folder), folder);
    private final Commands commands = new Commands(deployed.clients(), Accounts.MAPLE);
    private final Map<String, String> values =
            new HashMap<>(Map.of("region", Accounts.MAPLE_REGION.code(), "stack", STACK));

    CustomerDocumentIT() throws IOException, InterruptedException {}

    /** What the document's example names. */
    @BeforeAll
    void makeTheNetwork() {
        ec2().createVpc(request -> request.cidrBlock("10.1.0.0/16").tagSpecifications(called(ResourceType.VPC, VPC)));
        for (int i = 0; i < 2; i++) {
            String subnet = "subnet-0123456789abcdef" + i;
            String zone = "euw1-az" + (i + 1);
            String cidr = "10.1.%d.0/24".formatted(i + 2);
            ec2().createSubnet(request -> request.vpcId(VPC)
                    .cidrBlock(cidr)
                    .availabilityZoneId(zone)
                    .tagSpecifications(called(ResourceType.SUBNET, subnet)));
        }
    }

    private static TagSpecification called(ResourceType type, String id) {
        Tag tag = Tag.builder().key("local-aws:id").value(id).build();
        return TagSpecification.builder().resourceType(type).tags(tag).build();
    }

    @AfterAll
    void stop() throws IOException {
        deployed.close();
    }

    private Ec2Client ec2() {
        return deployed.clients().ec2(Accounts.MAPLE, Accounts.MAPLE_REGION);
    }

    private RegionView seen() {
        return deployed.view().of(Accounts.MAPLE, Accounts.MAPLE_REGION);
    }

    private LoadBalancers balancers() {
        return deployed.view().loadBalancers(Accounts.MAPLE, Accounts.MAPLE_REGION);
    }

    private List<String> stacks() {
        return seen().stacks().stream()
                .map(stack -> stack.stackName() + " " + stack.stackStatus())
                .toList();
    }

    private void learnTheBalancer() {
        LoadBalancer balancer = balancers().all().get(0);
        values.put("load-balancer", balancer.loadBalancerArn());
        values.put("group", balancer.securityGroups().get(0));
    }

    private void nothingIsLeft() {
        assertThat(stacks()).isEmpty();
        assertThat(seen().services()).isEmpty();
        assertThat(balancers().all()).isEmpty();
        assertThat(balancers().targetGroups()).isEmpty();
        assertThat(seen().groups()).extracting(SecurityGroup::groupName).containsOnly("default");
    }

    /** AWS's own command, with the template that the command before it wrote. */
    private void createStack() throws IOException {
        commands.run(Commands.forCustomers("A CloudFormation template", 0), values);
        commands.run(Commands.forCustomers("A CloudFormation template", 1), values);
    }

    @Test
    @Order(0)
    void other_forms_and_the_policies_are_printed_and_written() throws IOException {
        assertThat(commands.run(Commands.forCustomers("A CloudFormation template", 3), values))
                .contains("https://eu-west-1.console.aws.amazon.com/");
        commands.run(Commands.forCustomers("A Terraform module", 0), values);
        assertThat(commands.folder().resolve("modules/elementary/main.tf")).exists();
        assertThat(commands.run(Commands.forCustomers("After that", 4), values))
                .contains("ec2:AcceptVpcEndpointConnections");
    }

    @Test
    @Order(1)
    void a_first_deployment_that_fails_is_cleared_away() throws IOException, InterruptedException {
        Files.write(deployed.faults(), List.of("fail create AWS::EC2::VPCEndpointServicePermissions"));
        createStack();

        assertThat(stacks()).containsExactly(STACK + " " + StackStatus.ROLLBACK_COMPLETE);
        commands.run(Commands.forCustomers("A first deployment that fails", 0), values);
        nothingIsLeft();
    }

    @Test
    @Order(2)
    void the_template_gives_a_handoff_document(Figures figures) throws IOException, InterruptedException {
        String handoff = figures.time("get from nothing to a handoff document with the template", () -> {
            String said = commands.run(Commands.in("README.md", "Offer a service", 0), values);
            commands.run(Commands.forCustomers("After that", 0), values);
            assertThat(said).endsWith(seen().output(STACK, "Handoff") + "\n");
            return seen().output(STACK, "Handoff");
        });

        assertThat(HandoffDocument.read("handoff", handoff.getBytes(StandardCharsets.UTF_8))
                        .handoff())
                .hasValueSatisfying(read -> {
                    assertThat(read.awsAccountId()).isEqualTo(Accounts.MAPLE);
                    assertThat(read.address().hostnames()).hasToString("[git.acme.example]");
                });
        commands.run(Commands.forCustomers("A CloudFormation template", 2), values);
        assertThat(stacks()).containsExactly(STACK + " " + StackStatus.UPDATE_COMPLETE);
        assertThat(seen().output(STACK, "Handoff")).isEqualTo(handoff);
        learnTheBalancer();
        values.put("service-name", seen().output(STACK, "ServiceName"));
        values.put("service", seen().services().get(0).serviceId());
        values.put("target-group", balancers().targetGroups().get(0).targetGroupArn());
    }

    @Test
    @Order(3)
    void elementarys_connection_is_checked_and_accepted() throws IOException, InterruptedException {
        Ec2Client elementary = deployed.clients().ec2(Accounts.ELEMENTARY, Accounts.MAPLE_REGION);
        Subnet subnet = elementary.describeSubnets().subnets().stream()
                .filter(one -> one.availabilityZoneId().equals("euw1-az1"))
                .findFirst()
                .orElseThrow();
        values.put(
                "endpoint",
                elementary
                        .createVpcEndpoint(request -> request.serviceName(values.get("service-name"))
                                .vpcId(subnet.vpcId())
                                .subnetIds(subnet.subnetId())
                                .vpcEndpointType(VpcEndpointType.INTERFACE))
                        .vpcEndpoint()
                        .vpcEndpointId());

        assertThat(commands.run(Commands.forCustomers("After that", 1), values))
                .contains("\"hostnames\":[\"git.acme.example\"]");
        commands.run(Commands.forCustomers("After that", 2), values);
        assertThat(states()).containsExactly("available");
        assertThat(commands.run(Commands.forCustomers("After that", 3), values))
                .contains("PV104", "already accepted: ", "every target allowed");
    }

    private List<String> states() {
        return seen().connections().stream()
                .map(VpcEndpointConnection::vpcEndpointStateAsString)
                .toList();
    }

    @Test
    @Order(4)
    void elementary_is_cut_off_and_may_not_ask_again() throws IOException {
        commands.run(Commands.forCustomers("Revoking", 0), values);

        assertThat(states()).containsExactly("rejected");
        assertThat(ec2().describeVpcEndpointServicePermissions(request -> request.serviceId(values.get("service")))
                        .allowedPrincipals())
                .isEmpty();
    }

    @Test
    @Order(5)
    void everything_is_removed_in_the_order_that_is_written_there() throws IOException {
        List<String> removal = Commands.forCustomers("Removing", 0);
        List<String> withoutRejection = removal.subList(1, removal.size());

        commands.run(withoutRejection, values);

        nothingIsLeft();
        assertThatThrownBy(() -> commands.run(Commands.forCustomers("After that", 0), values))
                .hasMessageContaining("does not exist");
    }
}
