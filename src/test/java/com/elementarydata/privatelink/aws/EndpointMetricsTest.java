package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

class EndpointMetricsTest {

    private static final String ACCOUNT = "743289191656";

    private AwsStub aws;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub(ACCOUNT);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private EndpointTraffic lastHour(String status, String values) {
        aws.answer("GetMetricData", """
                <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>
                <MetricDataResults><member><Id>active</Id><StatusCode>%s</StatusCode><Values>%s</Values></member>
                </MetricDataResults></GetMetricDataResult></GetMetricDataResponse>""".formatted(status, values));
        VpcEndpoint endpoint = VpcEndpoint.builder()
                .vpcEndpointId("vpce-1")
                .vpcId("vpc-1")
                .serviceName("com.amazonaws.vpce.eu-west-1.vpce-svc-1")
                .state("available")
                .creationTimestamp(Instant.EPOCH)
                .build();
        AwsAccess access = AwsAccess.local(aws.endpoint(), AccountId.parse(ACCOUNT));
        return new EndpointMetrics(access, Region.parse("eu-west-1"))
                .lastHour(Endpoints.deployed(endpoint), Instant.EPOCH);
    }

    @Test
    void no_data_is_no_traffic() {
        assertThat(lastHour("Complete", "").connections()).isZero();
    }

    @Test
    void what_is_active_is_traffic() {
        assertThat(lastHour("Complete", "<member>2.0</member>").connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "Forbidden"})
    void data_that_could_not_be_read_is_not_taken_for_no_traffic(String status) {
        assertThatThrownBy(() -> lastHour(status, ""))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("CloudWatch gave no data of active: " + status);
    }
}
