package com.elementarydata.privatelink.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parameters with which the module is planned. */
final class ModuleSets {

    private static final String GROUP = "sg-0123456789abcdef0";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:connections";
    private static final String LOAD_BALANCER =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/database/0123456789abcdef";

    /** The targets' security groups, which are to admit the load balancer where it checks them too. */
    static final Map<String, String> SECURITY_GROUPS = ParameterSets.with(
            "TargetSecurityGroup1", GROUP,
            "TargetSecurityGroup2", "sg-0123456789abcdef1",
            "Port1", "5432",
            "Port2", "6432",
            "HealthCheckProtocol", "HTTP",
            "HealthCheckPath", "/primary",
            "HealthCheckPort", "8008",
            "NotificationTopicArn", TOPIC);

    /** An Application Load Balancer that listens on a port of its own. */
    static final Map<String, String> TARGET_PORT = ParameterSets.with(
            "TargetType", "alb",
            "Target1", ParameterSets.ALB,
            "TargetPort", "8443",
            "TargetSecurityGroup1", GROUP,
            "VpcCidr1", "10.1.0.0/16",
            "HealthCheckProtocol", "HTTPS",
            "HealthCheckPath", "/healthz");

    /** A load balancer that exists already, so nothing else is named that it would need. */
    static final Map<String, String> EXISTING = Map.of(
            "LoadBalancerArn", LOAD_BALANCER,
            "Hostnames", "db.acme.example",
            "Port1", "5432",
            "AvailabilityZoneIds", "euw1-az1,euw1-az2",
            "SupportedRegions", "eu-central-1",
            "NotificationTopicArn", TOPIC);

    /** All of it. */
    static final List<Map<String, String>> ALL = Stream.concat(
                    ParameterSets.some().stream(),
                    Stream.of(
                            SECURITY_GROUPS,
                            TARGET_PORT,
                            EXISTING,
                            ParameterSets.with("TargetPort", "8443", "Target2", "10.1.4.5")))
            .toList();

    private ModuleSets() {}
}
