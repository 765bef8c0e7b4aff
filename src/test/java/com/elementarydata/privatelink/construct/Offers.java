package com.elementarydata.privatelink.construct;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.net.Elementary;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetAttributes;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/** What tests of several subjects offer and connect to, and the VPCs that they do it in. */
final class Offers {

    static final String SERVICE = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

    private Offers() {}

    /** A service on some ports, for Elementary, in a VPC that was imported. */
    static CustomerEndpointServiceProps.Builder<CustomerEndpointService> service(Stack stack, int... ports) {
        return service(stack, imported(stack), ports);
    }

    static CustomerEndpointServiceProps.Builder<CustomerEndpointService> service(Stack stack, IVpc vpc, int... ports) {
        return offered(stack, ports).vpc(vpc).targets(List.of(new IpTarget("10.20.4.5")));
    }

    /** The same without what a load balancer of its own takes. */
    static CustomerEndpointServiceProps.Builder<CustomerEndpointService> offered(Stack stack, int... ports) {
        return CustomerEndpointService.forElementary(stack, "Offer")
                .ports(IntStream.of(ports).boxed().toList())
                .hostnames(List.of("a.acme.example"));
    }

    static InterfaceEndpointForServiceProps.Builder<InterfaceEndpointForService> endpoint(Stack stack, int... ports) {
        IVpc vpc = imported(stack);
        return InterfaceEndpointForService.Builder.create(stack, "Endpoint")
                .vpc(vpc)
                .subnets(SubnetSelection.builder()
                        .subnets(vpc.getPrivateSubnets())
                        .build())
                .serviceName(SERVICE)
                .clientCidrs(Elementary.CLIENT_CIDRS)
                .ports(IntStream.of(ports).boxed().toList());
    }

    static IVpc imported(Stack stack) {
        return stack.getNode().tryFindChild("Imported") instanceof IVpc known ? known : importedAnew(stack);
    }

    private static IVpc importedAnew(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Imported",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcCidrBlock("10.20.0.0/16")
                        .availabilityZones(List.of("us-east-1a", "us-east-1b"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                        .privateSubnetRouteTableIds(List.of("rtb-0123456789abcdef0", "rtb-0123456789abcdef1"))
                        .build());
    }

    /** A VPC with private subnets for applications and for data in each of two zones. */
    static Vpc withTwoGroups(Stack stack) {
        return Vpc.Builder.create(stack, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
                .availabilityZones(List.of("us-east-1a", "us-east-1b"))
                .natGateways(0)
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(group("app"), group("data")))
                .build();
    }

    private static SubnetConfiguration group(String name) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(SubnetType.PRIVATE_ISOLATED)
                .cidrMask(24)
                .build();
    }

    static ISubnet subnet(Stack stack, String id, String zone) {
        return Subnet.fromSubnetAttributes(
                stack,
                id,
                SubnetAttributes.builder()
                        .subnetId("subnet-0123456789abcde" + id)
                        .availabilityZone(zone)
                        .build());
    }

    static SubnetSelection of(ISubnet... subnets) {
        return SubnetSelection.builder().subnets(List.of(subnets)).build();
    }

    static AbstractThrowableAssert<?, ?> assertRefused(CustomerEndpointServiceProps.Builder<?> service) {
        return assertThatThrownBy(service::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CustomerEndpointService: ")
                .hasMessageNotContaining("Token[");
    }

    static Stack stack() {
        return TestApp.stack("us-east-1");
    }
}
