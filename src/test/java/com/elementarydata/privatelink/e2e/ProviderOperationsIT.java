package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The life of a customer's stack, from a first deployment that fails to the removal that docs/customer describes. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderOperationsIT {

    private final Path folder = E2eFleet.emptyFolder("provider");
    private final E2eFleet deployed = E2eFleet.start(FleetCopy.withoutCustomers(folder), folder);
    private final Commands commands = new Commands(deployed.clients(), Accounts.MAPLE);

    private int survived;

    ProviderOperationsIT() throws IOException, InterruptedException {}

    @AfterAll
    void stop(Figures figures) throws IOException {
        figures.add("%d faults in a customer's deployment survived".formatted(survived));
        deployed.close();
    }

    private RegionView seen() {
        return deployed.view().of(Accounts.MAPLE, Accounts.MAPLE_REGION);
    }

    private LoadBalancers balancers() {
        return deployed.view().loadBalancers(Accounts.MAPLE, Accounts.MAPLE_REGION);
    }

    private LoadBalancer balancer() {
        assertThat(balancers().all()).hasSize(1);
        return balancers().all().get(0);
    }

    private List<SecurityGroup> groups() {
        return seen().groups().stream()
                .filter(group -> !group.groupName().equals("default"))
                .toList();
    }

    private void nothingIsLeft() {
        assertThat(seen().stacks()).isEmpty();
        assertThat(seen().services()).isEmpty();
        assertThat(balancers().all()).isEmpty();
        assertThat(balancers().targetGroups()).isEmpty();
        assertThat(groups()).isEmpty();
        assertThat(seen().vpcs()).allMatch(Vpc::isDefault);
    }

    private static Map<String, String> stack() {
        return Map.of("region", Accounts.MAPLE_REGION.code(), "stack", ExampleWorld.PROVIDERS_STACK);
    }

    private Map<String, String> values() {
        return Map.of(
                "region", Accounts.MAPLE_REGION.code(),
                "stack", ExampleWorld.PROVIDERS_STACK,
                "load-balancer", balancer().loadBalancerArn(),
                "group", balancer().securityGroups().get(0));
    }

    @Test
    @Order(1)
    void fails_in_the_middle_of_the_first_deployment_and_is_whole_after_the_second()
            throws IOException, InterruptedException {
        Files.write(
                deployed.faults(),
                List.of("fail create GitHubEnterpriseServer/AWS::EC2::VPCEndpointServicePermissions"));
        Cdk.Run run = ExampleWorld.startProvider(deployed, folder).end().failed();

        assertThat(run.said()).doesNotContain("ROLLBACK_FAILED");
        assertThat(seen().stacks()).extracting(Stack::stackStatus).containsExactly(StackStatus.ROLLBACK_COMPLETE);
        commands.run(Commands.forCustomers("A first deployment that fails", 0), stack());
        nothingIsLeft();

        ExampleWorld.startProvider(deployed, folder).end().fine();
        assertThat(seen().services()).hasSize(1);
        assertThat(balancers().targetGroups()).hasSize(1);
        assertThat(groups()).hasSize(2);
        deployed.files().write("maple", ExampleWorld.customer(ExampleWorld.handoff(deployed)));
        deployed.allocate();
        deployed.deploy();
        assertThat(deployed.acceptAll()).hasSize(1);
        survived++;
    }

    @Test
    @Order(2)
    void changes_nothing_when_it_is_deployed_again() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        Cdk.Run run = ExampleWorld.startProvider(deployed, folder).end().fine();

        assertThat(run.said()).contains("(no changes)");
        assertThat(before.changesTo(deployed.state())).isEmpty();
    }

    @Test
    @Order(3)
    void fails_to_delete_what_connections_depend_on() {
        ElasticLoadBalancingV2Client elb = deployed.clients().loadBalancing(Accounts.MAPLE, Accounts.MAPLE_REGION);
        String arn = balancer().loadBalancerArn();
        assertThatThrownBy(() -> elb.deleteLoadBalancer(request -> request.loadBalancerArn(arn)))
                .isInstanceOf(ElasticLoadBalancingV2Exception.class)
                .hasMessageContaining("associated with a VPC endpoint service");
        String service = seen().services().get(0).serviceId();
        assertThatThrownBy(() -> deployed.clients()
                        .ec2(Accounts.MAPLE, Accounts.MAPLE_REGION)
                        .deleteVpcEndpointServiceConfigurations(request -> request.serviceIds(service)))
                .hasMessageContaining("has existing active VPC Endpoint connections");
        assertThat(seen().connections())
                .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                .hasSize(1)
                .allMatch("available"::equalsIgnoreCase);
    }

    @Test
    @Order(4)
    void keeps_the_service_when_its_stack_is_deleted_and_goes_as_documented() throws IOException {
        VpcEndpointConnection connection = seen().connections().get(0);
        String targetGroup = balancers().targetGroups().get(0).targetGroupArn();
        List<String> documented = Commands.forCustomers("Removing", 0);
        Map<String, String> placeholders = Map.of(
                "service", connection.serviceId(),
                "endpoint", connection.vpcEndpointId(),
                "target-group", targetGroup);
        Map<String, String> values = new HashMap<>(values());
        values.putAll(placeholders);
        int stackIsGone = 3;

        commands.run(documented.subList(1, stackIsGone), values);
        assertThat(seen().stacks()).isEmpty();
        assertThat(seen().connections())
                .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                .allMatch("available"::equalsIgnoreCase);
        assertThat(balancers().listeners(balancer().loadBalancerArn())).hasSize(1);
        assertThat(balancers().targetGroups()).hasSize(1);
        assertThat(groups()).extracting(SecurityGroup::groupId).containsExactly(values.get("group"));

        commands.run(documented, values);
        nothingIsLeft();
    }
}
