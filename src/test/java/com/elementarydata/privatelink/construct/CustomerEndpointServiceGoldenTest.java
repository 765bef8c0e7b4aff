package com.elementarydata.privatelink.construct;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.TestApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole template of each form of the construct; {@code -Dgolden.rewrite=true} rewrites what is expected. */
class CustomerEndpointServiceGoldenTest {

    private static final Path EXPECTED = Path.of("src/test/constructs");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private interface Options
            extends BiFunction<
                    CustomerEndpointServiceProps.Builder<CustomerEndpointService>,
                    Stack,
                    CustomerEndpointServiceProps.Builder<CustomerEndpointService>> {}

    @SuppressWarnings("ImmutableEnumChecker")
    enum Form {
        GITHUB_ENTERPRISE_SERVER_ON_INSTANCES((service, scope) -> service.vpc(vpc(scope))
                .integration("github-enterprise-server")
                .targets(List.of(
                        new InstanceIdTarget("i-0123456789abcdef0"), new InstanceIdTarget("i-0123456789abcdef1")))
                .hostnames(List.of("git.acme.example", "*.git.acme.example"))),
        DATABASE_BY_IP((service, scope) -> service.vpc(vpc(scope))
                .ports(List.of(5432, 6432))
                .targets(List.of(new IpTarget("10.1.2.3")))
                .targets(5432, List.of(new IpTarget("10.1.2.3"), new IpTarget("192.168.7.8", 15_432)))
                .supportedRegions(List.of("eu-central-1"))
                .availabilityZoneIds(List.of("euw1-az1", "euw1-az2"))
                .hostnames(List.of("db.acme.example"))),
        BEHIND_AN_APPLICATION_LOAD_BALANCER((service, scope) -> service.vpc(vpc(scope))
                .ports(List.of(443))
                .targets(List.of(new AlbArnTarget(
                        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/orders/0123456789abcdef",
                        443)))
                .healthCheck(HealthCheck.builder()
                        .protocol(Protocol.HTTPS)
                        .path("/healthz")
                        .build())
                .hostnames(List.of("orders.acme.example"))),
        TWO_ADDRESSES((service, scope) -> service.vpc(vpc(scope))
                .ports(List.of(5432, 6432))
                .targets(List.of(new IpTarget("10.1.0.23"), new IpTarget("10.1.1.24")))
                .healthCheck(HealthCheck.builder()
                        .protocol(Protocol.TCP)
                        .port("8008")
                        .build())
                .availabilityZoneIds(List.of("euw1-az1", "euw1-az2"))
                .hostnames(List.of("db.acme.example"))),
        TARGETS_OPENED_AND_A_TOPIC_TOLD((service, scope) -> service.vpc(vpc(scope))
                .ports(List.of(443, 22))
                .targets(List.of(new InstanceIdTarget("i-0123456789abcdef0")))
                .targetSecurityGroups(
                        List.of(SecurityGroup.fromSecurityGroupId(scope, "Appliance", "sg-0123456789abcdef0")))
                .healthCheck(HealthCheck.builder().port("8000").build())
                .notificationTopic(Topic.Builder.create(scope, "Connections")
                        .masterKey(Key.Builder.create(scope, "Key").build())
                        .build())
                .hostnames(List.of("git.acme.example"))),
        AN_EXISTING_LOAD_BALANCER((service, scope) -> service.loadBalancer(
                        NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                                scope,
                                "Existing",
                                NetworkLoadBalancerAttributes.builder()
                                        .loadBalancerArn(
                                                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/"
                                                        + "net/orders/0123456789abcdef")
                                        .build()))
                .ports(List.of(5432))
                .hostnames(List.of("orders.acme.example")));

        private final Options options;

        Form(Options options) {
            this.options = options;
        }

        private Path expected() {
            return EXPECTED.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".template.json");
        }
    }

    private static IVpc vpc(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcCidrBlock("10.1.0.0/16")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                        .privateSubnetRouteTableIds(List.of("rtb-0123456789abcdef0", "rtb-0123456789abcdef1"))
                        .build());
    }

    private static JsonNode template(Form form) {
        Stack stack = TestApp.stack();
        form.options
                .apply(CustomerEndpointService.forElementary(stack, "Offer"), stack)
                .build();
        return TestApp.template(stack);
    }

    @ParameterizedTest
    @EnumSource
    void becomes_what_is_expected(Form form) throws IOException {
        String actual = template(form).toPrettyString() + "\n";
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(form.expected(), actual);
        }
        assertThat(form.expected()).content().isEqualTo(actual);
    }

    @Test
    void the_ids_of_what_is_retained_and_the_names_of_outputs_never_change() {
        JsonNode template = JSON.readTree(Form.DATABASE_BY_IP.expected().toFile());
        Map<String, String> types = new TreeMap<>();
        template.get("Resources")
                .properties()
                .forEach(resource -> types.put(
                        resource.getKey(), resource.getValue().get("Type").asString()));

        assertThat(types)
                .containsOnly(
                        Map.entry("OfferSecurityGroup244FA663", "AWS::EC2::SecurityGroup"),
                        Map.entry("OfferLoadBalancerD2F35782", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
                        Map.entry("OfferTargets54320BA95523", "AWS::ElasticLoadBalancingV2::TargetGroup"),
                        Map.entry("OfferListener5432B4F690B1", "AWS::ElasticLoadBalancingV2::Listener"),
                        Map.entry("OfferTargets6432BF11266D", "AWS::ElasticLoadBalancingV2::TargetGroup"),
                        Map.entry("OfferListener6432F1FC00D1", "AWS::ElasticLoadBalancingV2::Listener"),
                        Map.entry("OfferEndpointService71E91E30", "AWS::EC2::VPCEndpointService"),
                        Map.entry(
                                "OfferEndpointServicePermissionsBB3A5E44", "AWS::EC2::VPCEndpointServicePermissions"));
        assertThat(template.get("Outputs").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "ServiceName",
                        "AccountId",
                        "Region",
                        "Integration",
                        "Hostname",
                        "AvailabilityZoneIds",
                        "Handoff");
    }

    /** The topic and its key are the app's own, and connections do not depend on what is said of them. */
    private static final Set<String> NOT_KEPT = Set.of(
            "AWS::EC2::VPCEndpointConnectionNotification", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::KMS::Key");

    @Test
    void all_that_connections_depend_on_outlives_its_stack() throws IOException {
        try (Stream<Path> templates = Files.list(EXPECTED)) {
            assertThat(templates
                            .map(path -> JSON.readTree(path.toFile()))
                            .flatMap(template -> template.get("Resources").valueStream())
                            .filter(resource ->
                                    !NOT_KEPT.contains(resource.get("Type").asString())))
                    .isNotEmpty()
                    .allSatisfy(resource -> {
                        assertThat(resource.path("DeletionPolicy").asString("")).isEqualTo("RetainExceptOnCreate");
                        assertThat(resource.path("UpdateReplacePolicy").asString(""))
                                .isEqualTo("Retain");
                    });
        }
    }
}
