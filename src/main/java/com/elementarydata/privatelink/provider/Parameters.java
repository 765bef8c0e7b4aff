package com.elementarydata.privatelink.provider;

import static com.elementarydata.privatelink.provider.Parameter.LIST;
import static com.elementarydata.privatelink.provider.Parameter.STRING;
import static com.elementarydata.privatelink.provider.Parameter.optional;
import static com.elementarydata.privatelink.provider.Parameter.required;

import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.provider.Parameter.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parameters of the template, in the order in which the console asks for them. */
final class Parameters {

    static final int PORTS = 4;
    static final int TARGETS = 8;
    static final int CLIENTS = 3;

    static final String AUTOMATIC = "automatic";

    static final List<Parameter> ALL = Stream.of(network(), service(), targets(), healthCheck(), clients())
            .flatMap(List::stream)
            .toList();

    private Parameters() {}

    /** Names that end in a number, from 1 on. */
    static List<String> numbered(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> name + n).toList();
    }

    static Parameter named(String name) {
        return ALL.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Parameter> network() {
        return List.of(
                required(Group.NETWORK, "VpcId", "VPC", "AWS::EC2::VPC::Id", "The VPC of the service."),
                required(
                        Group.NETWORK,
                        "SubnetIds",
                        "Private subnets",
                        "List<AWS::EC2::Subnet::Id>",
                        "Where the load balancer has a node: private subnets of the VPC, best two or more in as many "
                                + "Availability Zones. Those of connected endpoints cannot be taken away again."),
                optional(
                                Group.NETWORK,
                                "AvailabilityZoneIds",
                                "AZ IDs of the subnets",
                                LIST,
                                "Optional: the subnets' zones for Elementary, by AZ ID, since zone names differ from account "
                                        + "to account.")
                        .matching(Pattern.ZONE, "AZ IDs such as use1-az1,use1-az2"),
                optional(
                                Group.NETWORK,
                                "VpcCidr",
                                "CIDR block of the VPC",
                                STRING,
                                "Needed for instances and Application Load Balancers: outbound traffic goes there alone.")
                        .matching(Pattern.VPC_CIDR, "the VPC's primary IPv4 CIDR block, such as 10.20.0.0/16"));
    }

    private static List<Parameter> service() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                required(Group.SERVICE, "Integration", "Integration", STRING, "What Elementary connects to.")
                        .otherwise("service")
                        .oneOf("service", "github-enterprise-server"),
                required(
                                Group.SERVICE,
                                "Hostnames",
                                "Hostnames",
                                LIST,
                                "The names that the service has within your network; Elementary uses the same.")
                        .matching(
                                Pattern.HOSTNAME,
                                "lower-case hostnames such as git.acme.example, or git.acme.example,*.git.acme.example"),
                required(
                                Group.SERVICE,
                                "Port1",
                                "Port",
                                STRING,
                                "The TCP port that Elementary connects to, and on which the targets listen.")
                        .otherwise("443")
                        .matching(Pattern.PORT, "a TCP port from 1 to 65535")));
        numbered("Port", PORTS).stream()
                .skip(1)
                .map(name -> optional(Group.SERVICE, name, "Another port", STRING, "Optional.")
                        .matching(Pattern.PORT, "a TCP port from 1 to 65535, or nothing"))
                .forEach(parameters::add);
        return parameters;
    }

    private static List<Parameter> targets() {
        String words = "a private IPv4 address, an instance ID or the ARN of an Application Load Balancer";
        List<Parameter> parameters = new ArrayList<>(List.of(
                required(Group.TARGETS, "TargetType", "Type of the targets", STRING, "The same for all targets.")
                        .otherwise("ip")
                        .oneOf("ip", "instance", "alb"),
                required(
                                Group.TARGETS,
                                "Target1",
                                "Target",
                                STRING,
                                "A private IPv4 address, an instance ID, or the ARN of an Application Load Balancer that "
                                        + "listens on the port.")
                        .matching(Pattern.TARGET, words)));
        numbered("Target", TARGETS).stream()
                .skip(1)
                .map(name -> optional(Group.TARGETS, name, "Another target", STRING, "Optional.")
                        .matching(Pattern.ONE_OF_SEVERAL, "a private IPv4 address, an instance ID, or nothing"))
                .forEach(parameters::add);
        parameters.add(optional(
                        Group.TARGETS,
                        "TargetsOutsideVpc",
                        "Targets are outside the VPC",
                        STRING,
                        "Whether the addresses are outside the VPC, as on premises or in a peered VPC.")
                .otherwise("false")
                .oneOf("false", "true"));
        return parameters;
    }

    private static List<Parameter> healthCheck() {
        return List.of(
                optional(
                                Group.HEALTH_CHECK,
                                "HealthCheckProtocol",
                                "Protocol",
                                STRING,
                                "automatic is HTTPS at /status on 443 for GitHub Enterprise Server, and a TCP connection "
                                        + "otherwise.")
                        .otherwise(AUTOMATIC)
                        .oneOf(AUTOMATIC, "TCP", "HTTP", "HTTPS"),
                optional(Group.HEALTH_CHECK, "HealthCheckPath", "Path", STRING, "For HTTP and HTTPS.")
                        .otherwise("/")
                        .matching(Pattern.PATH, "a path such as /healthz"),
                optional(
                                Group.HEALTH_CHECK,
                                "HealthCheckPort",
                                "Port",
                                STRING,
                                "Optional: where it is not the port of the traffic.")
                        .matching(Pattern.PORT, "a TCP port from 1 to 65535, or nothing"));
    }

    private static List<Parameter> clients() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(optional(
                        Group.CLIENTS,
                        "SupportedRegions",
                        "Other Regions",
                        LIST,
                        "Optional, and only if Elementary asks for it: other Regions that endpoints may stand in. Needs "
                                + "subnets in two zones and the permission vpce:AllowMultiRegion.")
                .matching(Pattern.REGION, "codes of Regions, such as eu-central-1"));
        List<String> names = numbered("ClientCidr", CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            Parameter parameter = optional(
                    Group.CLIENTS,
                    names.get(i),
                    i == 0 ? "Client CIDR block" : "Another client CIDR block",
                    STRING,
                    "The addresses of Elementary's clients; leave it as it is unless Elementary says otherwise.");
            String words = "an IPv4 CIDR block from /8 to /32, such as 10.0.1.0/24";
            Parameter matching = i == 0
                    ? parameter.otherwise(Elementary.CLIENT_CIDRS.get(i)).matching(Pattern.CLIENT_CIDR, words)
                    : parameter
                            .matching(Pattern.CLIENT_CIDR, words + ", or nothing")
                            .otherwise(Elementary.CLIENT_CIDRS.get(i));
            parameters.add(matching);
        }
        return parameters;
    }
}
