package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.aws.ProviderReader;
import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.provider.ProviderCheck;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** What the example of a customer's app came to in the customer's account. */
@ExtendWith(EndToEnd.class)
class ProviderSideIT {

    private Clients clients;
    private RegionView seen;
    private LoadBalancers balancers;
    private LoadBalancer balancer;
    private ServiceConfiguration service;
    private Vpc vpc;

    @BeforeEach
    void look(ExampleWorld world) {
        clients = world.deployed().clients();
        View view = world.deployed().view();
        seen = view.of(Accounts.MAPLE, Accounts.MAPLE_REGION);
        balancers = view.loadBalancers(Accounts.MAPLE, Accounts.MAPLE_REGION);
        assertThat(balancers.all()).hasSize(1);
        balancer = balancers.all().get(0);
        assertThat(seen.services()).hasSize(1);
        service = seen.services().get(0);
        vpc = seen.vpcs().stream()
                .filter(candidate -> candidate.cidrBlock().equals("10.20.0.0/16"))
                .findFirst()
                .orElseThrow();
    }

    private List<Subnet> subnets() {
        return seen.subnets().stream()
                .filter(subnet -> subnet.vpcId().equals(vpc.vpcId()))
                .toList();
    }

    @Test
    void has_an_internal_network_load_balancer_in_the_chosen_subnets_alone() {
        assertThat(balancer.type()).isEqualTo(LoadBalancerTypeEnum.NETWORK);
        assertThat(balancer.scheme()).isEqualTo(LoadBalancerSchemeEnum.INTERNAL);
        assertThat(balancer.vpcId()).isEqualTo(vpc.vpcId());
        assertThat(balancer.availabilityZones())
                .extracting(AvailabilityZone::subnetId)
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(
                        subnets().stream().map(Subnet::subnetId).toList());
    }

    @Test
    void balances_across_zones_and_needs_no_deletion_protection() {
        assertThat(balancers.attributes(balancer.loadBalancerArn()))
                .containsEntry("load_balancing.cross_zone.enabled", "true")
                .containsEntry("deletion_protection.enabled", "false");
    }

    @Test
    void admits_exactly_the_three_client_subnets_and_lets_out_to_the_servers_alone() {
        assertThat(balancer.securityGroups()).hasSize(1);
        var group = seen.group(balancer.securityGroups().get(0));
        assertThat(Rules.in(group))
                .containsExactly("tcp 443-443 10.0.1.0/24", "tcp 443-443 10.0.2.0/24", "tcp 443-443 10.0.3.0/24");
        assertThat(Rules.out(group))
                .containsExactly(
                        "tcp 443-443 10.20.0.0/16",
                        "tcp 443-443 " + server().securityGroups().get(0).groupId());
    }

    @Test
    void passes_the_check_of_its_outbound_rules(ExampleWorld world) {
        EndpointServiceName name = EndpointServiceName.parse(service.serviceName());
        ProviderFacts facts = ProviderReader.read(world.deployed().aws().as(Accounts.MAPLE), name)
                .orElseThrow();

        assertThat(ProviderDiagnosis.of(facts, List.of(443)))
                .contains(ProviderCheck.OUTBOUND_RULES.passed("every target allowed"));
    }

    private Instance server() {
        List<Instance> servers =
                clients.ec2(Accounts.MAPLE, Accounts.MAPLE_REGION).describeInstances().reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .toList();
        assertThat(servers).hasSize(1);
        assertThat(servers.get(0).securityGroups()).hasSize(1);
        return servers.get(0);
    }

    @Test
    void passes_tcp_on_to_the_registered_server_which_admits_the_load_balancer() {
        List<Listener> listeners = balancers.listeners(balancer.loadBalancerArn());
        assertThat(listeners).hasSize(1);
        assertThat(listeners.get(0).protocol()).isEqualTo(ProtocolEnum.TCP);
        assertThat(listeners.get(0).port()).isEqualTo(443);
        TargetGroup group =
                balancers.targetGroup(listeners.get(0).defaultActions().get(0).targetGroupArn());
        assertThat(group.protocol()).isEqualTo(ProtocolEnum.TCP);
        assertThat(group.port()).isEqualTo(443);
        assertThat(group.healthCheckProtocol()).isEqualTo(ProtocolEnum.HTTPS);
        assertThat(group.healthCheckPath()).isEqualTo("/status");
        assertThat(balancers.targets(group.targetGroupArn()))
                .extracting(target -> target.id())
                .containsExactly(server().instanceId());
        assertThat(Rules.in(seen.group(server().securityGroups().get(0).groupId())))
                .containsExactly("tcp 443-443 " + balancer.securityGroups().get(0));
    }

    @Test
    void wants_connections_to_be_accepted_and_lets_nobody_but_elementary_ask() {
        assertThat(service.acceptanceRequired()).isTrue();
        assertThat(service.networkLoadBalancerArns()).containsExactly(balancer.loadBalancerArn());
        assertThat(clients.ec2(Accounts.MAPLE, Accounts.MAPLE_REGION)
                        .describeVpcEndpointServicePermissions(request -> request.serviceId(service.serviceId()))
                        .allowedPrincipals())
                .extracting(AllowedPrincipal::principal)
                .containsExactly("arn:aws:iam::743289191656:root");
    }

    @Test
    void is_visible_to_elementary_and_to_no_third_account() {
        String name = service.serviceName();
        Ec2Client elementary = clients.ec2(Accounts.ELEMENTARY, Accounts.MAPLE_REGION);
        assertThat(elementary
                        .describeVpcEndpointServices(request -> request.serviceNames(name))
                        .serviceNames())
                .containsExactly(name);
        Ec2Client third = clients.ec2(AccountId.parse("111122223333"), Accounts.MAPLE_REGION);
        assertThatThrownBy(() -> third.describeVpcEndpointServices(request -> request.serviceNames(name)))
                .isInstanceOf(Ec2Exception.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void hands_out_what_elementary_must_know(ExampleWorld world) {
        String zones =
                subnets().stream().map(Subnet::availabilityZoneId).sorted().collect(Collectors.joining(","));
        assertThat(seen.stack(ExampleWorld.PROVIDERS_STACK).outputs())
                .extracting(Output::outputKey)
                .containsExactlyInAnyOrder(
                        "ServiceName",
                        "AccountId",
                        "Region",
                        "Integration",
                        "Hostname",
                        "AvailabilityZoneIds",
                        "Handoff");
        assertThat(output("ServiceName")).isEqualTo(service.serviceName());
        assertThat(output("AccountId")).isEqualTo(Accounts.MAPLE.value());
        assertThat(output("Region")).isEqualTo(Accounts.MAPLE_REGION.code());
        assertThat(output("Integration")).isEqualTo("github-enterprise-server");
        assertThat(output("Hostname")).isEqualTo("git.maple.example");
        assertThat(List.of(output("AvailabilityZoneIds").split(",", -1)))
                .containsExactlyInAnyOrder(zones.split(",", -1));

        assertThat(world.handoff().integration()).isEqualTo(GitHubEnterpriseServer.INTEGRATION);
        assertThat(world.handoff().awsAccountId()).isEqualTo(Accounts.MAPLE);
        assertThat(world.handoff().address().serviceName().value()).hasToString(service.serviceName());
        assertThat(world.handoff().availabilityZoneIds())
                .map(Object::toString)
                .containsExactlyInAnyOrder(zones.split(",", -1));
    }

    private String output(String key) {
        return seen.output(ExampleWorld.PROVIDERS_STACK, key);
    }
}
