package com.elementarydata.privatelink.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What AWS says of the connections of a customer in one Region. */
class LiveConnectionsTest {

    private static final Fleet FLEET =
            CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).fleet().orElseThrow();
    private static final String OWN = FLEET.network().account().value();
    private static final String METRICS = "com.amazonaws.vpce.eu-central-1.vpce-svc-0aa11bb22cc33dd44";
    private static final String NAMED = "DescribeStacks";

    private final Customer cedar = FLEET.customers().stream()
            .filter(customer -> customer.id().toString().equals("cedar"))
            .findFirst()
            .orElseThrow();
    private AwsStub aws;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub(OWN);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static String stack(String status, Map<String, String> outputs) {
        String members = outputs.entrySet().stream()
                .map(output -> "<member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member>"
                        .formatted(output.getKey(), output.getValue()))
                .collect(Collectors.joining());
        return """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                <DescribeStacksResult><Stacks><member><StackName>any</StackName>
                <CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>%s</StackStatus><Outputs>%s</Outputs>
                </member></Stacks></DescribeStacksResult></DescribeStacksResponse>""".formatted(status, members);
    }

    private LiveConnectionsTest endpoint(String service) {
        return endpoint("vpce-0a1b2c3d4e5f60701", service);
    }

    private LiveConnectionsTest endpoint(String id, String service) {
        aws.answer("DescribeVpcEndpoints", """
                <DescribeVpcEndpointsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><vpcEndpointSet><item>
                <vpcEndpointId>%s</vpcEndpointId><vpcId>vpc-1</vpcId><serviceName>%s</serviceName>
                <state>pending</state><creationTimestamp>2026-01-01T00:00:00Z</creationTimestamp>
                </item></vpcEndpointSet></DescribeVpcEndpointsResponse>""".formatted(id, service));
        return this;
    }

    private LiveConnectionsTest template(String text) {
        aws.answer("GetTemplate", """
                <GetTemplateResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><GetTemplateResult>
                <TemplateBody>%s</TemplateBody></GetTemplateResult></GetTemplateResponse>""".formatted(text));
        return this;
    }

    private LiveConnectionsTest stacks(String statusOfNames) {
        aws.answer(
                NAMED, stack("CREATE_COMPLETE", new TreeMap<>(Map.of("MetricsEndpointId", "vpce-0a1b2c3d4e5f60701"))));
        aws.answer(NAMED, stack(statusOfNames, Map.of()));
        return this;
    }

    private Map<String, DeployedConnection> read() {
        return read(cedar);
    }

    private Map<String, DeployedConnection> read(Customer customer) {
        AwsAccess access = AwsAccess.local(aws.endpoint(), AccountId.parse(OWN));
        LiveConnections live =
                LiveConnections.read(access, customer, FLEET.network().production());
        return CustomerConnection.of(customer).collect(Collectors.toMap(CustomerConnection::name, live::of));
    }

    @Test
    void an_endpoint_is_found_by_the_stacks_output_and_its_names_by_their_records() {
        assertThat(stacks("UPDATE_COMPLETE")
                        .endpoint(METRICS)
                        .template("- MetricsDnsName")
                        .read())
                .containsEntry(
                        "cedar/metrics",
                        new DeployedConnection(Optional.of("vpce-0a1b2c3d4e5f60701"), Optional.of("pending"), true))
                .containsEntry("cedar/lakehouse", DeployedConnection.UNKNOWN);
    }

    @Test
    void an_endpoint_that_existed_before_the_fleet_is_found_without_a_stack() {
        Customer pine = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/imported-vpc/stacks")))
                .customers(List.of("pine"))
                .get(0);

        assertThat(stacks("CREATE_COMPLETE")
                        .endpoint("vpce-0c1d2e3f4a5b60722", "com.amazonaws.vpce.us-east-2.vpce-svc-0fedcba9876543212")
                        .template("")
                        .read(pine))
                .containsEntry(
                        "pine/reports",
                        new DeployedConnection(Optional.of("vpce-0c1d2e3f4a5b60722"), Optional.of("pending"), false));
    }

    @Test
    void records_to_another_output_that_is_named_alike_are_not_its_names() {
        assertThat(stacks("UPDATE_COMPLETE")
                        .endpoint(METRICS)
                        .template("- OldMetricsDnsName")
                        .read()
                        .get("cedar/metrics"))
                .isEqualTo(
                        new DeployedConnection(Optional.of("vpce-0a1b2c3d4e5f60701"), Optional.of("pending"), false));
    }

    @Test
    void names_count_only_once_their_stack_is_complete() {
        assertThat(stacks("UPDATE_IN_PROGRESS")
                        .endpoint(METRICS)
                        .template("- MetricsDnsName")
                        .read()
                        .get("cedar/metrics"))
                .extracting(DeployedConnection::dnsActive)
                .isEqualTo(false);
    }

    @Test
    void an_endpoint_for_another_service_than_the_files_is_about_to_be_replaced() {
        assertThat(stacks("UPDATE_COMPLETE")
                        .endpoint(METRICS.replace("44", "45"))
                        .template("")
                        .read())
                .containsEntry("cedar/metrics", DeployedConnection.UNKNOWN);
    }

    @Test
    void a_connection_is_accepted_once_it_is_pending_or_available() {
        assertThat(List.of("pending", "Available", "available"))
                .allMatch(state -> in(state).isAccepted());
        assertThat(List.of("pendingAcceptance", "rejected"))
                .noneMatch(state -> in(state).isAccepted());
        assertThat(in("pending").isAvailable()).isFalse();
        assertThatThrownBy(() -> new DeployedConnection(Optional.of("vpce-1; rm"), Optional.empty(), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"vpce-1; rm\" is not the id of an endpoint");
    }

    private static DeployedConnection in(String state) {
        return new DeployedConnection(Optional.of("vpce-1"), Optional.of(state), false);
    }
}
