package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.net.Elementary;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/** Whom a service is offered to: any vendor, and Elementary only where it is named. */
class CustomerEndpointServiceVendorsTest extends CustomerEndpointServiceFixture {

    private final IVpc vpc = vpc();

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> serviceOfAnyVendor() {
        return CustomerEndpointService.Builder.create(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"));
    }

    @Test
    void offers_a_service_to_elementary_in_one_word() {
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"))
                .build();

        assertThat(only("AWS::EC2::VPCEndpointServicePermissions")
                        .get("AllowedPrincipals")
                        .toString())
                .isEqualTo("[\"arn:aws:iam::743289191656:root\"]");
        assertThat(rules("SecurityGroupIngress"))
                .containsExactly("10.0.1.0/24 tcp 5432-5432", "10.0.2.0/24 tcp 5432-5432", "10.0.3.0/24 tcp 5432-5432");
    }

    @Test
    void offers_a_service_to_another_vendor_and_to_nobody_else() {
        serviceOfAnyVendor()
                .allowedPrincipals(List.of("210987654321"))
                .clientCidrs(List.of("10.9.0.0/24"))
                .build();

        assertThat(only("AWS::EC2::VPCEndpointServicePermissions")
                        .get("AllowedPrincipals")
                        .toString())
                .isEqualTo("[\"arn:aws:iam::210987654321:root\"]");
        assertThat(rules("SecurityGroupIngress")).containsExactly("10.9.0.0/24 tcp 5432-5432");
        assertThat(template(stack).toString()).doesNotContain(Elementary.ACCOUNT_ID, "10.0.1.0/24");
    }

    @Test
    void fails_where_another_vendors_account_or_addresses_are_forgotten() {
        assertThatThrownBy(() ->
                        serviceOfAnyVendor().clientCidrs(List.of("10.9.0.0/24")).build())
                .hasMessage("CustomerEndpointService: no allowed principal is given; pass allowedPrincipals(…), the"
                        + " accounts that may connect, or create it with CustomerEndpointService.forElementary(…) to"
                        + " offer it to Elementary");
        assertThatThrownBy(() -> serviceOfAnyVendor()
                        .allowedPrincipals(List.of("210987654321"))
                        .build())
                .hasMessage(
                        "CustomerEndpointService: no client CIDR is given; pass clientCidrs(…), the subnets that"
                                + " connect, or create it with CustomerEndpointService.forElementary(…) to offer it to Elementary");
        assertThat(stack.getNode().tryFindChild("Orders")).isNull();
    }

    @Test
    void fails_where_the_account_is_forgotten_for_a_load_balancer_that_exists_already() {
        var service = CustomerEndpointService.Builder.create(stack, "Orders")
                .loadBalancer(NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                        stack,
                        "Existing",
                        NetworkLoadBalancerAttributes.builder()
                                .loadBalancerArn(
                                        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/db/0123456789abcdef")
                                .build()))
                .ports(List.of(5432))
                .hostnames(List.of("orders.acme.example"));

        assertThatThrownBy(service::build)
                .hasMessageContaining("no allowed principal is given")
                .hasMessageNotContaining("client CIDR");
        service.allowedPrincipals(List.of("210987654321")).build();
        assertThat(template(stack).toString()).doesNotContain(Elementary.ACCOUNT_ID);
    }
}
