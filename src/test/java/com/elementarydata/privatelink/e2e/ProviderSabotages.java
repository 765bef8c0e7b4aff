package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.e2e.Sabotage.Undo;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** What goes wrong in the provider's account. */
final class ProviderSabotages {

    private ProviderSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                new Sabotage("the provider rejects the connection", Hop.ENDPOINT, ProviderSabotages::reject),
                new Sabotage("the service has no load balancer", Hop.SERVICE, ProviderSabotages::takeBalancer),
                new Sabotage("the load balancer leaves a zone", Hop.ZONES, ProviderSabotages::leaveZone),
                new Sabotage(
                        "the load balancer admits a client no more",
                        Hop.LOAD_BALANCER_INBOUND,
                        ProviderSabotages::shut),
                new Sabotage(
                        "the load balancer has another group", Hop.LOAD_BALANCER_INBOUND, ProviderSabotages::regroup),
                new Sabotage("the listener is gone", Hop.LISTENER, ProviderSabotages::deleteListener),
                new Sabotage("the listener listens on another port", Hop.LISTENER, ProviderSabotages::movePort),
                new Sabotage("the target is gone", Hop.TARGET, ProviderSabotages::deregister),
                new Sabotage("the listener leads to an empty group", Hop.TARGET, ProviderSabotages::leadNowhere),
                new Sabotage(
                        "the load balancer lets nothing out to the target",
                        Hop.LOAD_BALANCER_OUTBOUND,
                        ProviderSabotages::lockIn));
    }

    private static Undo reject(Scene scene) {
        String service = scene.service().serviceId();
        String endpoint = scene.endpoint().vpcEndpointId();
        scene.providerEc2()
                .rejectVpcEndpointConnections(
                        request -> request.serviceId(service).vpcEndpointIds(endpoint));
        return () -> scene.providerEc2()
                .acceptVpcEndpointConnections(
                        request -> request.serviceId(service).vpcEndpointIds(endpoint));
    }

    private static Undo takeBalancer(Scene scene) {
        String service = scene.service().serviceId();
        String balancer = scene.balancer().loadBalancerArn();
        scene.providerEc2()
                .modifyVpcEndpointServiceConfiguration(
                        request -> request.serviceId(service).removeNetworkLoadBalancerArns(balancer));
        return () -> scene.providerEc2()
                .modifyVpcEndpointServiceConfiguration(
                        request -> request.serviceId(service).addNetworkLoadBalancerArns(balancer));
    }

    /** AWS lets no zone go that an endpoint is connected in. */
    private static Undo leaveZone(Scene scene) {
        LoadBalancer balancer = scene.balancer();
        List<String> subnets = balancer.availabilityZones().stream()
                .map(AvailabilityZone::subnetId)
                .toList();
        Undo accept = reject(scene);
        stand(scene, balancer, subnets.subList(0, 1));
        accept.run();
        return () -> stand(scene, balancer, subnets);
    }

    private static void stand(Scene scene, LoadBalancer balancer, List<String> subnets) {
        scene.providerElb()
                .setSubnets(request ->
                        request.loadBalancerArn(balancer.loadBalancerArn()).subnets(subnets));
    }

    private static Undo shut(Scene scene) {
        String group = scene.balancer().securityGroups().get(0);
        IpPermission rule = scene.rule(scene.client().toString());
        scene.providerEc2()
                .revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(rule));
        return () -> scene.providerEc2()
                .authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(rule));
    }

    private static Undo regroup(Scene scene) {
        LoadBalancer balancer = scene.balancer();
        String other = scene.providerEc2()
                .createSecurityGroup(request ->
                        request.groupName("other").description("other").vpcId(balancer.vpcId()))
                .groupId();
        scene.providerElb()
                .setSecurityGroups(request ->
                        request.loadBalancerArn(balancer.loadBalancerArn()).securityGroups(other));
        return () -> {
            scene.providerElb()
                    .setSecurityGroups(request -> request.loadBalancerArn(balancer.loadBalancerArn())
                            .securityGroups(balancer.securityGroups()));
            scene.providerEc2().deleteSecurityGroup(request -> request.groupId(other));
        };
    }

    private static Undo deleteListener(Scene scene) {
        Listener listener = scene.listener();
        scene.providerElb().deleteListener(request -> request.listenerArn(listener.listenerArn()));
        return () -> scene.providerElb()
                .createListener(request -> request.loadBalancerArn(listener.loadBalancerArn())
                        .protocol(listener.protocol())
                        .port(listener.port())
                        .defaultActions(forward(listener.defaultActions().get(0).targetGroupArn())));
    }

    private static Action forward(String targetGroup) {
        return Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn(targetGroup)
                .build();
    }

    private static Undo movePort(Scene scene) {
        String listener = scene.listener().listenerArn();
        scene.providerElb()
                .modifyListener(request -> request.listenerArn(listener).port(8443));
        return () -> scene.providerElb()
                .modifyListener(request ->
                        request.listenerArn(listener).port(scene.port().number()));
    }

    private static Undo deregister(Scene scene) {
        String group = scene.listener().defaultActions().get(0).targetGroupArn();
        List<TargetDescription> targets = new LoadBalancers(scene.providerElb()).targets(group);
        scene.providerElb()
                .deregisterTargets(request -> request.targetGroupArn(group).targets(targets));
        return () -> scene.providerElb()
                .registerTargets(request -> request.targetGroupArn(group).targets(targets));
    }

    private static Undo leadNowhere(Scene scene) {
        Listener listener = scene.listener();
        TargetGroup empty = scene.providerElb()
                .createTargetGroup(request -> request.name("empty")
                        .protocol(ProtocolEnum.TCP)
                        .port(scene.port().number())
                        .vpcId(scene.balancer().vpcId())
                        .targetType(TargetTypeEnum.IP))
                .targetGroups()
                .get(0);
        lead(scene, listener, empty.targetGroupArn());
        return () -> {
            lead(scene, listener, listener.defaultActions().get(0).targetGroupArn());
            scene.providerElb().deleteTargetGroup(request -> request.targetGroupArn(empty.targetGroupArn()));
        };
    }

    private static void lead(Scene scene, Listener listener, String targetGroup) {
        scene.providerElb()
                .modifyListener(
                        request -> request.listenerArn(listener.listenerArn()).defaultActions(forward(targetGroup)));
    }

    private static Undo lockIn(Scene scene) {
        String group = scene.balancer().securityGroups().get(0);
        String target = new LoadBalancers(scene.providerElb())
                .targets(scene.listener().defaultActions().get(0).targetGroupArn())
                .get(0)
                .id();
        IpPermission rule = scene.rule(target + "/32");
        scene.providerEc2()
                .revokeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(rule));
        return () -> scene.providerEc2()
                .authorizeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(rule));
    }
}
