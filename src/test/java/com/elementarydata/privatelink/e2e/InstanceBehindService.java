package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.net.EndpointServiceName;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * One more port of a service, with an instance behind it, until it is closed.
 *
 * @param id the instance
 * @param zoneId its zone, as an AZ ID
 * @param listener that of the port
 * @param loadBalancing where it is
 */
record InstanceBehindService(String id, String zoneId, String listener, ElasticLoadBalancingV2Client loadBalancing)
        implements AutoCloseable {

    private static final int PORT = 2222;

    static InstanceBehindService run(AwsAccess access, EndpointServiceName service) {
        ElasticLoadBalancingV2Client loadBalancing =
                access.client(service.region(), ElasticLoadBalancingV2Client.builder());
        try (Ec2Client ec2 = access.client(service.region(), Ec2Client.builder())) {
            LoadBalancer balancer = SubnetsOfService.balancer(service, ec2, loadBalancing);
            String subnetId = balancer.availabilityZones().get(0).subnetId();
            Subnet subnet = ec2.describeSubnets(request -> request.subnetIds(subnetId))
                    .subnets()
                    .get(0);
            String instance = ec2.runInstances(request -> request.imageId("ami-0123456789abcdef0")
                            .subnetId(subnetId)
                            .minCount(1)
                            .maxCount(1))
                    .instances()
                    .get(0)
                    .instanceId();
            String group = loadBalancing
                    .createTargetGroup(request -> request.name("instances")
                            .protocol(ProtocolEnum.TCP)
                            .port(PORT)
                            .vpcId(balancer.vpcId())
                            .targetType(TargetTypeEnum.INSTANCE))
                    .targetGroups()
                    .get(0)
                    .targetGroupArn();
            loadBalancing.registerTargets(request -> request.targetGroupArn(group)
                    .targets(TargetDescription.builder().id(instance).build()));
            String listener = loadBalancing
                    .createListener(request -> request.loadBalancerArn(balancer.loadBalancerArn())
                            .protocol(ProtocolEnum.TCP)
                            .port(PORT)
                            .defaultActions(Action.builder()
                                    .type(ActionTypeEnum.FORWARD)
                                    .targetGroupArn(group)
                                    .build()))
                    .listeners()
                    .get(0)
                    .listenerArn();
            return new InstanceBehindService(instance, subnet.availabilityZoneId(), listener, loadBalancing);
        }
    }

    @Override
    public void close() {
        loadBalancing.deleteListener(request -> request.listenerArn(listener));
        loadBalancing.close();
    }
}
