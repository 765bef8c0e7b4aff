package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.EndpointServiceName;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/**
 * Where the load balancer behind a service stands, and where it should not.
 *
 * @param balancer the load balancer
 * @param ec2 with its owner's credentials
 * @param loadBalancing with the same
 */
record SubnetsOfService(LoadBalancer balancer, Ec2Client ec2, ElasticLoadBalancingV2Client loadBalancing) {

    static SubnetsOfService of(EndpointServiceName service, Ec2Client ec2, ElasticLoadBalancingV2Client loadBalancing) {
        return new SubnetsOfService(balancer(service, ec2, loadBalancing), ec2, loadBalancing);
    }

    static LoadBalancer balancer(
            EndpointServiceName service, Ec2Client ec2, ElasticLoadBalancingV2Client loadBalancing) {
        List<String> arns = ec2.describeVpcEndpointServiceConfigurations(
                        request -> request.serviceIds(service.serviceId()))
                .serviceConfigurations()
                .get(0)
                .networkLoadBalancerArns();
        return loadBalancing
                .describeLoadBalancers(request -> request.loadBalancerArns(arns))
                .loadBalancers()
                .get(0);
    }

    private List<String> ids() {
        return balancer.availabilityZones().stream()
                .map(AvailabilityZone::subnetId)
                .toList();
    }

    <T> T withRouteToTheInternet(Figures.Work<T> work) throws IOException, InterruptedException {
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(balancer.vpcId()));
        String table = ec2.createRouteTable(request -> request.vpcId(balancer.vpcId()))
                .routeTable()
                .routeTableId();
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        String association = ec2.associateRouteTable(
                        request -> request.routeTableId(table).subnetId(ids().get(0)))
                .associationId();
        try {
            return work.run();
        } finally {
            ec2.disassociateRouteTable(request -> request.associationId(association));
        }
    }

    /** In the same zone, so that nothing else changes. AWS itself refuses most of it. */
    <T> T withOneOfAnotherVpc(Figures.Work<T> work) throws IOException, InterruptedException {
        String vpc = ec2.createVpc(request -> request.cidrBlock("10.250.0.0/16"))
                .vpc()
                .vpcId();
        String other = ec2.createSubnet(request -> request.vpcId(vpc)
                        .cidrBlock("10.250.0.0/24")
                        .availabilityZone(balancer.availabilityZones().get(0).zoneName()))
                .subnet()
                .subnetId();
        stand(Stream.concat(Stream.of(other), ids().stream().skip(1)).toList());
        try {
            return work.run();
        } finally {
            stand(ids());
        }
    }

    private void stand(List<String> subnets) {
        loadBalancing.setSubnets(
                request -> request.loadBalancerArn(balancer.loadBalancerArn()).subnets(subnets));
    }
}
