package com.elementarydata.privatelink.template;

import com.elementarydata.privatelink.integration.Integrations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Parameters of the template that are right together, and such as are wrong. */
final class ParameterSets {

    static final String ALB =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";

    private static final String NLB =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/web/0123456789abcdef";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:Connections";
    private static final String GROUP = "sg-0123456789abcdef0";

    private static final String GITHUB = "github-enterprise-server";
    private static final String[] INSTANCE = {
        "TargetType", "instance", "Target1", "i-0123456789abcdef0", "VpcCidr1", "10.1.0.0/16"
    };

    static final List<Map<String, String>> RIGHT = allRight();
    static final List<Wrong> WRONG = allWrong();

    private ParameterSets() {}

    /**
     * Parameters that CloudFormation refuses.
     *
     * @param refusal what it says, or how that begins
     * @param parameters all parameters that are given
     */
    record Wrong(String refusal, Map<String, String> parameters) {}

    /** Parameters that are needed, and these. */
    static Map<String, String> with(String... more) {
        Map<String, String> all = named(
                "VpcId", "vpc-0123456789abcdef0",
                "SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1",
                "Hostnames", "db.acme.example");
        all.put("Target1", "10.1.2.3");
        all.putAll(named(more));
        return all;
    }

    private static Map<String, String> with(String[] some, String... more) {
        Map<String, String> all = with(some);
        all.putAll(named(more));
        return all;
    }

    private static Map<String, String> named(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    private static List<Map<String, String>> allRight() {
        Random random = new Random(7);
        Stream<Map<String, String>> some = Stream.generate(() -> any(random)).limit(40);
        return Stream.of(full(), usual(), optional(), given(), some)
                .flatMap(sets -> sets)
                .toList();
    }

    private static Stream<Map<String, String>> usual() {
        return Stream.of(
                with(),
                with("Port1", "5432", "Port2", "6432", "Target2", "10.1.4.5"),
                with("Target3", "10.1.4.5", "Port4", "8080"),
                adjacent(),
                with("Target1", "192.168.7.8", "TargetsOutsideVpc", "true"),
                with(INSTANCE),
                with("Integration", GITHUB),
                with("Integration", GITHUB, "Port1", "22", "Target2", "10.1.4.5"),
                with(
                        INSTANCE,
                        "Integration",
                        GITHUB,
                        "Target2",
                        "i-0123456789abcdef1",
                        "Port2",
                        "22",
                        "Hostnames",
                        "git.acme.example,*.git.acme.example",
                        "AvailabilityZoneIds",
                        "euw1-az1,euw1-az2"),
                with(alb("HTTPS"), "HealthCheckPath", "/healthz"),
                with(alb("automatic"), "Integration", GITHUB),
                with("HealthCheckProtocol", "TCP", "HealthCheckPort", "8000"),
                with("HealthCheckProtocol", "HTTP", "HealthCheckPort", "443", "HealthCheckPath", "/"),
                with("HealthCheckProtocol", "HTTPS", "Integration", GITHUB),
                with("SupportedRegions", "eu-central-1,us-east-1", "AvailabilityZoneIds", "euw1-az3"),
                with("ClientCidr1", "10.9.0.0/24", "ClientCidr2", "", "ClientCidr3", ""),
                with("AdmitPathMtuIcmp", "true"),
                with("TcpIdleTimeout", "6000", "Port2", "5432"),
                with("DeletionProtection", "true"),
                with(INSTANCE, "VpcCidr2", "100.64.0.0/24", "VpcCidr4", "10.2.0.0/16"),
                with("ClientCidr1", "10.9.0.0/24", "ClientCidr2", "", "ClientCidr3", "10.9.1.0/24"));
    }

    /** Ports that have one rule of the construct, and one each in the other forms. */
    static Map<String, String> adjacent() {
        Map<String, String> ports = with("Port1", "9092", "Port2", "9093", "Port3", "9094", "Port4", "9096");
        ports.putAll(named("Target2", "10.1.4.5", "ClientCidr1", "10.9.0.0/24", "ClientCidr2", "", "ClientCidr3", ""));
        return ports;
    }

    private static String[] alb(String protocol) {
        return new String[] {
            "TargetType", "alb", "Target1", ALB, "VpcCidr1", "10.1.0.0/16", "HealthCheckProtocol", protocol
        };
    }

    /** All targets and all ports that there can be, checked in each way. */
    private static Stream<Map<String, String>> full() {
        List<Map<String, String>> sets = new ArrayList<>();
        for (String type : List.of("ip", "instance")) {
            Map<String, String> targets = named("TargetType", type, "VpcCidr1", "10.1.0.0/16");
            for (int i = 2; i <= 5; i++) {
                targets.put("VpcCidr" + i, "10.%d.0.0/16".formatted(i));
            }
            for (int i = 1; i <= 5; i++) {
                targets.put("Target" + i, (type.equals("ip") ? "10.1.2." : "i-0123456789abcdef") + i);
            }
            for (Map<String, String> set : List.of(
                    with("HealthCheckProtocol", "TCP", "HealthCheckPort", "8000"),
                    with(
                            "HealthCheckProtocol",
                            "HTTP",
                            "HealthCheckPath",
                            "/ready",
                            "AdmitPathMtuIcmp",
                            "true",
                            "TcpIdleTimeout",
                            "60"),
                    with("HealthCheckProtocol", "HTTPS", "HealthCheckPath", "/ready", "HealthCheckPort", "8443"),
                    with("Integration", GITHUB))) {
                set.putAll(named("Port1", "22", "Port2", "80", "Port3", "5432", "Port4", "9418"));
                set.putAll(targets);
                sets.add(set);
            }
        }
        return sets.stream();
    }

    /** Each optional port and target alone, each port as the one that is checked, and each integration by itself. */
    private static Stream<Map<String, String>> optional() {
        List<Map<String, String>> sets = new ArrayList<>();
        for (int i = 2; i <= 5; i++) {
            sets.add(with("Target1", "192.168.7.1", "Target" + i, "192.168.7.8", "TargetsOutsideVpc", "true"));
        }
        for (int i = 1; i <= 4; i++) {
            Map<String, String> ports = i == 1 ? with() : with("Port1", "22", "Port" + i, "443");
            Map<String, String> checked = new LinkedHashMap<>(ports);
            checked.putAll(named("HealthCheckProtocol", "TCP", "HealthCheckPort", "443"));
            ports.put("Integration", GITHUB);
            sets.addAll(List.of(ports, checked));
        }
        for (int i = 2; i <= 5; i++) {
            sets.add(with(INSTANCE, "VpcCidr" + i, "100.64.0.0/24"));
        }
        sets.add(with(
                "ClientCidr1",
                "10.9.0.0/24",
                "ClientCidr2",
                "",
                "ClientCidr3",
                "10.9.1.0/24",
                "AdmitPathMtuIcmp",
                "true"));
        sets.add(with(
                "ClientCidr1",
                "10.9.0.0/24",
                "ClientCidr2",
                "10.9.1.0/24",
                "ClientCidr3",
                "",
                "AdmitPathMtuIcmp",
                "true"));
        sets.add(with(alb("HTTP")));
        sets.add(with("Hostnames", "db.acme.example,*.db.acme.example"));
        Hosted.ALL.forEach(hosted -> sets.add(with("Integration", hosted.key(), "Port1", "7777")));
        Integrations.hostedByCustomers().stream()
                .filter(hosted -> hosted.healthProbe().isPresent())
                .forEach(hosted -> sets.add(with(
                        alb("automatic"),
                        "Integration",
                        hosted.key(),
                        "Port1",
                        hosted.ports().get(0).toString())));
        return sets.stream();
    }

    /** What exists already: a load balancer, a security group of the targets, a topic. */
    private static Stream<Map<String, String>> given() {
        List<Map<String, String>> sets = new ArrayList<>(List.of(
                existing(),
                existing("Port1", "5432", "Port3", "6432", "AvailabilityZoneIds", "euw1-az1"),
                existing("Integration", GITHUB, "SupportedRegions", "eu-central-1"),
                existing("NotificationTopicArn", TOPIC),
                with("NotificationTopicArn", TOPIC),
                with("TargetSecurityGroup1", GROUP),
                with(INSTANCE, "TargetSecurityGroup1", GROUP, "Integration", GITHUB, "Port1", "22"),
                with(alb("HTTPS"), "TargetSecurityGroup1", GROUP)));
        for (int i = 2; i <= 4; i++) {
            sets.add(with(
                    "TargetSecurityGroup1",
                    GROUP,
                    "Port" + i,
                    "6432",
                    "HealthCheckProtocol",
                    "TCP",
                    "HealthCheckPort",
                    "8008"));
        }
        return sets.stream();
    }

    /** Parameters that are needed with a load balancer that exists, and these. */
    private static Map<String, String> existing(String... more) {
        Map<String, String> all = named("Hostnames", "db.acme.example", "LoadBalancerArn", NLB);
        all.putAll(named(more));
        return all;
    }

    /** Some parameters that are right together. */
    private static Map<String, String> any(Random random) {
        Map<String, String> all = with();
        String type = List.of("ip", "ip", "instance", "alb").get(random.nextInt(4));
        boolean outside = type.equals("ip") && random.nextBoolean();
        all.put("TargetType", type);
        all.put("TargetsOutsideVpc", String.valueOf(outside));
        all.put("VpcCidr1", "10.1.0.0/16");
        for (int i = 1; i <= 5; i++) {
            if (i == 1 || (!type.equals("alb") && random.nextBoolean())) {
                String address = (outside ? "192.168.0." : "10.1.0.") + i;
                all.put(
                        "Target" + i,
                        Map.of("ip", address, "instance", "i-0123456" + i, "alb", ALB)
                                .get(type));
            }
        }
        List<String> ports = new ArrayList<>(List.of("443", "22", "80", "9418", "5432"));
        Collections.shuffle(ports, random);
        for (int i = 1; i <= (type.equals("alb") ? 1 : 4); i++) {
            if (i == 1 || random.nextBoolean()) {
                all.put("Port" + i, ports.get(i));
            }
        }
        putCheck(all, ports, random);
        if (random.nextBoolean()) {
            all.put("SupportedRegions", "eu-central-1");
        }
        if (random.nextBoolean()) {
            all.put("AvailabilityZoneIds", "euw1-az1,euw1-az2");
        }
        return all;
    }

    private static void putCheck(Map<String, String> all, List<String> ports, Random random) {
        boolean enterprise = random.nextBoolean();
        all.put("Integration", enterprise ? GITHUB : "service");
        String protocol = List.of("automatic", "TCP", "HTTP", "HTTPS").get(random.nextInt(4));
        boolean noPath = protocol.equals("TCP") || (protocol.equals("automatic") && !enterprise);
        if ("alb".equals(all.get("TargetType")) && noPath) {
            protocol = "HTTP";
        }
        all.put("HealthCheckProtocol", protocol);
        if (protocol.startsWith("HTTP") && random.nextBoolean()) {
            all.put("HealthCheckPath", "/ready");
        }
        if (!protocol.equals("automatic") && random.nextBoolean()) {
            all.put("HealthCheckPort", random.nextBoolean() ? "8000" : ports.get(1));
        }
    }

    /** Some of those that are right, which have all that there is between them. */
    static List<Map<String, String>> some() {
        return Stream.of(
                        full().limit(1),
                        usual(),
                        Hosted.ALL.stream().map(hosted -> with("Integration", hosted.key(), "Port1", hosted.port())))
                .flatMap(sets -> sets)
                .distinct()
                .toList();
    }

    private static List<Wrong> allWrong() {
        return Stream.of(
                        wrongAlone(),
                        missing(),
                        ofNewLoadBalancer(),
                        repeated(),
                        wrongTogether(),
                        refusedPorts(),
                        defaultPorts())
                .flatMap(sets -> sets)
                .toList();
    }

    private static Stream<Wrong> wrongAlone() {
        return Stream.of(
                new Wrong("Parameter Port1 failed", with("Port1", "0")),
                new Wrong("Parameter Port2 failed", with("Port2", "65536")),
                new Wrong("Parameters: [Protocol] do not exist", with("Protocol", "HTTP")),
                new Wrong("Parameter HealthCheckProtocol failed", with("HealthCheckProtocol", "UDP")),
                new Wrong("Parameter HealthCheckPath failed", with("HealthCheckPath", "ready")),
                new Wrong("Parameter Target1 failed", with("Target1", "8.8.8.8")),
                new Wrong("Parameter Target1 failed", with("Target1", "10.1.2")),
                new Wrong("Parameter Target5 failed", with("Target5", "100.128.0.1")),
                new Wrong("Parameter Target2 failed", with("Target2", ALB)),
                new Wrong("Parameter TargetType failed", with("TargetType", "lambda")),
                new Wrong("Parameter TargetsOutsideVpc failed", with("TargetsOutsideVpc", "yes")),
                new Wrong("Parameter VpcCidr5 failed", with("VpcCidr5", "10.0.0.0/29")),
                new Wrong("Parameter DeletionProtection failed", with("DeletionProtection", "yes")),
                new Wrong("Parameter AdmitPathMtuIcmp failed", with("AdmitPathMtuIcmp", "yes")),
                new Wrong("Parameter TcpIdleTimeout failed", with("TcpIdleTimeout", "59")),
                new Wrong("Parameter VpcCidr1 failed", with("VpcCidr1", "10.0.0.0/15")),
                new Wrong("Parameter ClientCidr1 failed", with("ClientCidr1", "0.0.0.0/0")),
                new Wrong("Parameter ClientCidr2 failed", with("ClientCidr2", "10.0.0.0/7")),
                new Wrong("Parameter VpcId failed", with("VpcId", "10.1.0.0/16")),
                new Wrong("Parameter SubnetIds failed", with("SubnetIds", "subnet-0123456789abcdef0,eu-west-1a")),
                new Wrong("Parameter TargetSecurityGroup1 failed", with("TargetSecurityGroup1", "default")),
                new Wrong("Parameter LoadBalancerArn failed", existing("LoadBalancerArn", ALB)),
                new Wrong("Parameter NotificationTopicArn failed", with("NotificationTopicArn", TOPIC + ".fifo")),
                new Wrong("Parameter Hostnames failed", with("Hostnames", "https://git.acme.example")),
                new Wrong("Parameter Hostnames failed", with("Hostnames", "")),
                new Wrong("Parameter AvailabilityZoneIds failed", with("AvailabilityZoneIds", "eu-west-1a")),
                new Wrong("Parameter SupportedRegions failed", with("SupportedRegions", "eu-central-1a")),
                new Wrong("Parameter Integration failed", with("Integration", "snowflake")));
    }

    /** Without what is needed, or with an empty text for it. */
    private static Stream<Wrong> missing() {
        Stream<Wrong> empty = Stream.of("VpcId", "SubnetIds", "Target1")
                .map(name -> new Wrong("A new load balancer needs " + name, with(name, "")));
        return Stream.concat(
                empty,
                Stream.of(
                        new Wrong("A new load balancer needs VpcId", without("VpcId")),
                        new Wrong("A new load balancer needs SubnetIds", without("SubnetIds")),
                        new Wrong("A new load balancer needs Target1", without("Target1")),
                        new Wrong("Parameters: [Hostnames] must have values", without("Hostnames"))));
    }

    private static Map<String, String> without(String name) {
        Map<String, String> all = with();
        all.remove(name);
        return all;
    }

    /** Each parameter that a load balancer which exists leaves no use for. */
    private static Stream<Wrong> ofNewLoadBalancer() {
        Map<String, String> parameters = named(
                "VpcId", "vpc-0123456789abcdef0", "SubnetIds", "subnet-0123456789abcdef0", "TargetType", "instance");
        for (int i = 1; i <= 5; i++) {
            parameters.putAll(named("VpcCidr" + i, "10.1.0.0/16", "Target" + i, "10.1.2.3"));
        }
        parameters.putAll(named(
                "TargetsOutsideVpc",
                "true",
                "TargetSecurityGroup1",
                GROUP,
                "HealthCheckProtocol",
                "TCP",
                "AdmitPathMtuIcmp",
                "true"));
        parameters.putAll(named("TcpIdleTimeout", "350", "DeletionProtection", "true"));
        for (int i = 1; i <= 3; i++) {
            parameters.put("ClientCidr" + i, "10.9.0.0/24");
        }
        return parameters.entrySet().stream()
                // the VPC's CIDR block is refused itself, and instances would be for the lack of it
                .map(one -> one.getKey().equals("TargetType")
                        ? existing("TargetType", "instance", "VpcCidr1", "10.1.0.0/16")
                        : existing(one.getKey(), one.getValue()))
                .map(set -> new Wrong("With LoadBalancerArn leave out", set));
    }

    /** Each pair of ports, targets and client CIDR blocks. */
    private static Stream<Wrong> repeated() {
        List<Wrong> sets = new ArrayList<>();
        for (int one = 1; one <= 5; one++) {
            for (int other = one + 1; other <= 5; other++) {
                if (other <= 3) {
                    sets.add(new Wrong(
                            "The client CIDR blocks must differ",
                            with("ClientCidr" + one, "10.0.9.0/24", "ClientCidr" + other, "10.0.9.0/24")));
                }
                sets.add(new Wrong(
                        "The CIDR blocks of the VPC must differ",
                        with("VpcCidr" + one, "10.3.0.0/16", "VpcCidr" + other, "10.3.0.0/16")));
                if (other <= 4) {
                    sets.add(new Wrong(
                            "The ports must differ", with("Port1", "443", "Port" + one, "22", "Port" + other, "22")));
                }
                sets.add(new Wrong(
                        "The targets must differ", with("Target" + one, "10.1.9.9", "Target" + other, "10.1.9.9")));
            }
        }
        return sets.stream();
    }

    private static Stream<Wrong> wrongTogether() {
        Stream<Wrong> usual = Stream.of(
                new Wrong(
                        "Instances and Application Load Balancers need the CIDR",
                        with("TargetType", "instance", "Target1", "i-0123456789abcdef0")),
                new Wrong("Only addresses can be outside the VPC", with(INSTANCE, "TargetsOutsideVpc", "true")),
                new Wrong("The health check of an Application Load Balancer must be", with(alb("automatic"))),
                new Wrong("The health check of an Application Load Balancer must be", with(alb("TCP"))),
                new Wrong("A path needs the protocol", with("HealthCheckPath", "/ready")),
                new Wrong("A path needs the protocol", with("HealthCheckPath", "/ready", "HealthCheckProtocol", "TCP")),
                new Wrong("A port needs a protocol", with("HealthCheckPort", "8000")));
        String oneOnly = "There can be one Application Load Balancer";
        Stream<Wrong> second = Stream.of("Target2 Target3 Target4 Target5".split(" ", -1))
                .map(name -> new Wrong(oneOnly, with(alb("HTTP"), name, "10.1.2.4")));
        Stream<Wrong> port =
                Stream.of("Port2", "Port3", "Port4").map(name -> new Wrong(oneOnly, with(alb("HTTP"), name, "80")));
        return Stream.of(usual, second, port).flatMap(sets -> sets);
    }

    /** The default port where the integration has another. */
    private static Stream<Wrong> defaultPorts() {
        return Hosted.ALL.stream()
                .filter(hosted -> !hosted.port().equals("443"))
                .flatMap(hosted -> Stream.concat(
                                Stream.of(with("Integration", hosted.key())),
                                Stream.of("Port2", "Port3", "Port4")
                                        .map(name ->
                                                with("Integration", hosted.key(), "Port1", hosted.port(), name, "443")))
                        .map(set -> new Wrong("Give the ports of the integration", set)));
    }

    /** Each port that the construct refuses for an integration, as each port. */
    private static Stream<Wrong> refusedPorts() {
        return Hosted.ALL.stream()
                .flatMap(hosted -> hosted.refusedPorts().stream()
                        .flatMap(refused -> Stream.of("Port1", "Port2", "Port3", "Port4")
                                .map(name -> new Wrong(
                                        "Ports that users of",
                                        with("Integration", hosted.key(), name, String.valueOf(refused))))));
    }
}
