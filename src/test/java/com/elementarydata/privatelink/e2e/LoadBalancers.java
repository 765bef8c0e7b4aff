package com.elementarydata.privatelink.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * What Elastic Load Balancing shows an account of a Region.
 *
 * @param client asked anew every time
 */
record LoadBalancers(ElasticLoadBalancingV2Client client) {

    List<LoadBalancer> all() {
        return client.describeLoadBalancersPaginator().loadBalancers().stream().toList();
    }

    LoadBalancer balancer(String arn) {
        return client.describeLoadBalancers(request -> request.loadBalancerArns(arn))
                .loadBalancers()
                .get(0);
    }

    Map<String, String> attributes(String arn) {
        return client.describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn)).attributes().stream()
                .collect(Collectors.toMap(LoadBalancerAttribute::key, LoadBalancerAttribute::value));
    }

    List<Listener> listeners(String balancerArn) {
        return client.describeListeners(request -> request.loadBalancerArn(balancerArn))
                .listeners();
    }

    TargetGroup targetGroup(String arn) {
        return client.describeTargetGroups(request -> request.targetGroupArns(arn))
                .targetGroups()
                .get(0);
    }

    List<TargetGroup> targetGroups() {
        return client.describeTargetGroupsPaginator().targetGroups().stream().toList();
    }

    List<TargetDescription> targets(String targetGroupArn) {
        return client
                .describeTargetHealth(request -> request.targetGroupArn(targetGroupArn))
                .targetHealthDescriptions()
                .stream()
                .map(TargetHealthDescription::target)
                .toList();
    }
}
