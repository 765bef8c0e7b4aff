package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

/** Private connections stay within a partition, and Elementary's account is in one. */
class PartitionsTest {

    private static final String OTHER = "arn:aws-cn:iam::111122223333:root";

    private final Stack stack = Offers.stack();

    @Test
    void fails_for_supported_regions_of_another_partition_and_zones_of_another_region() {
        Offers.assertRefused(Offers.service(stack, 443)
                        .supportedRegions(List.of("us-east-1", "eu-central-1", "us-gov-west-1"))
                        .availabilityZoneIds(List.of("use1-az3", "euc1-az1")))
                .hasMessage("""
                        CustomerEndpointService: the supported Region us-gov-west-1 is in the partition aws-us-gov, not in \
                        aws; name Regions of that partition, since private connections stay within it
                        CustomerEndpointService: the zone "euc1-az1" is not in us-east-1; give the zones of the load \
                        balancer, which begin with use1-az""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1"})
    void fails_to_offer_to_elementary_from_another_partition(String region) {
        Stack there = TestApp.stack(region);

        Offers.assertRefused(Offers.service(there, 443))
                .hasMessageContaining("Elementary's account 743289191656 is in the partition aws, which no private "
                        + "connection from aws-");
        Offers.assertRefused(Offers.service(TestApp.stack(region), 443)
                .allowedPrincipals(List.of("arn:aws:iam::743289191656:root")));
    }

    @Test
    void fails_to_offer_to_elementary_across_partitions_wherever_the_stack_is() {
        Offers.assertRefused(Offers.service(TestApp.stack(), 443).supportedRegions(List.of("us-gov-west-1")))
                .hasMessageContaining("the partition aws, which no private connection from aws-us-gov reaches");
    }

    @Test
    void fails_for_a_principal_of_another_partition() {
        Offers.assertRefused(Offers.service(stack, 443).allowedPrincipals(List.of(OTHER)))
                .hasMessageContaining("the allowed principal \"%s\" is not in the partition aws".formatted(OTHER));
    }

    @Test
    void others_offer_to_their_own_hub_in_any_partition() {
        Stack china = TestApp.stack("cn-north-1");

        Offers.service(china, 443)
                .allowedPrincipals(List.of(OTHER, "111122223333"))
                .availabilityZoneIds(List.of("cnn1-az1"))
                .supportedRegions(List.of("cn-northwest-1"))
                .build();

        assertThat(resources(template(china), "AWS::EC2::VPCEndpointServicePermissions")
                        .get(0)
                        .toString())
                .contains(OTHER);
    }

    @Test
    void the_services_own_region_is_always_supported_so_it_is_not_asked_for() {
        Offers.service(stack, 443)
                .supportedRegions(List.of("us-east-1", "eu-central-1"))
                .build();

        assertThat(resources(template(stack), "AWS::EC2::VPCEndpointService")
                        .get(0)
                        .at("/Properties/SupportedRegions")
                        .toString())
                .isEqualTo("[\"eu-central-1\"]");
    }

    @Test
    void fails_to_connect_to_a_service_of_another_partition() {
        var endpoint = Offers.endpoint(stack, 443)
                .serviceName("cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0123456789abcdef0")
                .serviceRegion("cn-north-1");

        assertThatThrownBy(endpoint::build)
                .hasMessageContaining("is in the partition aws-cn, not in aws as the stack's Region us-east-1");
    }

    @Test
    void a_service_in_china_is_reached_from_there_by_its_name() {
        Stack china = TestApp.stack("cn-north-1");
        String service = "cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0123456789abcdef0";

        Offers.endpoint(china, 443).serviceName(service).build();

        assertThat(resources(template(china), "AWS::EC2::VPCEndpoint")
                        .get(0)
                        .at("/Properties/ServiceName")
                        .asString())
                .isEqualTo(service);
    }

    @Test
    void a_supported_region_that_is_a_parameter_leaves_the_partition_to_the_others() {
        Stack anywhere = TestApp.stack();
        String region = CfnParameter.Builder.create(anywhere, "Other").build().getValueAsString();

        Offers.assertRefused(Offers.service(anywhere, 443).supportedRegions(List.of(region, "us-gov-west-1")))
                .hasMessageContaining("the partition aws, which no private connection from aws-us-gov reaches");
    }
}
