package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/** What a change set says before anything happens, and that an ordinary change never threatens an endpoint. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnouncedChangesIT {

    private static final Region IRELAND = Region.parse("eu-west-1");
    private static final String STACK = "PrivateLink-Customer-willow-eu-west-1";
    private static final String CHANGE_SET = "looked-at-first";
    private static final Offer WILLOW = inIreland("git", 1, "git.willow.example");
    private static final Offer OTHER_SERVICE = inIreland("git", 2, "git.willow.example");

    private final E2eFleet deployed;
    private final String network;
    private final String endpointId;

    AnnouncedChangesIT(Figures figures) throws IOException, InterruptedException {
        deployed = figures.time(
                "deploy the fleet whose changes are announced",
                () -> E2eFleet.deployed(
                        "announced",
                        Map.of("later", file("later", OTHER_SERVICE.inZones("euw1-az1", "euw1-az2", "euw1-az3"))),
                        Map.of("willow", file("willow", WILLOW.inZones("euw1-az1", "euw1-az2", "euw1-az3")))));
        network = Files.readString(networkFile());
        endpointId = endpointId();
    }

    @AfterAll
    void stop() throws IOException {
        deployed.close();
    }

    @BeforeEach
    void write() throws IOException {
        deployed.files().write("willow", file("willow", WILLOW.inZones("euw1-az1", "euw1-az2", "euw1-az3")));
        Files.writeString(networkFile(), network);
    }

    private Path networkFile() {
        return deployed.files().folder().resolve("network.yaml");
    }

    private CloudFormationClient cloudFormation() {
        return deployed.clients().cloudFormation(Accounts.ELEMENTARY, IRELAND);
    }

    private String endpointId() {
        return cloudFormation().describeStacks(request -> request.stackName(STACK)).stacks().get(0).outputs().stream()
                .filter(output -> output.outputKey().equals("GitEndpointId"))
                .findFirst()
                .orElseThrow()
                .outputValue();
    }

    /** What the change set of the customer's stack announces; it is made and not executed. */
    private List<ResourceChange> announced(String... options) throws IOException, InterruptedException {
        deploy(Stream.concat(Stream.of("--no-execute", "--change-set-name", CHANGE_SET), Stream.of(options)));
        return cloudFormation()
                .describeChangeSet(request -> request.stackName(STACK).changeSetName(CHANGE_SET))
                .changes()
                .stream()
                .map(Change::resourceChange)
                .toList();
    }

    private void deploy(Stream<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("deploy", STACK, "--exclusively"));
        arguments.addAll(List.of("--app", deployed.assembly().toString()));
        arguments.addAll(options.toList());
        deployed.cdk()
                .start(Accounts.ELEMENTARY, Accounts.PRODUCTION_REGION, Cdk.deploying(arguments))
                .end()
                .fine();
    }

    private void deploysInPlace(String... options) throws IOException, InterruptedException {
        assertThat(announced(options)).isNotEmpty().allSatisfy(change -> {
            assertThat(change.actionAsString()).isEqualTo("Modify");
            assertThat(change.replacement()).as("%s", change).isEqualTo(Replacement.FALSE);
        });
        cloudFormation().executeChangeSet(request -> request.stackName(STACK).changeSetName(CHANGE_SET));
        assertThat(endpointId()).isEqualTo(endpointId);
    }

    @Test
    void a_port_is_a_modification_in_place() throws IOException, InterruptedException {
        deployed.files()
                .write("willow", file("willow", WILLOW.on(443, 8443).inZones("euw1-az1", "euw1-az2", "euw1-az3")));

        deploysInPlace();
    }

    @Test
    void a_client_subnet_is_a_modification_in_place() throws IOException, InterruptedException {
        Files.writeString(networkFile(), network.replace("10.0.3.0/24", "10.0.3.0/24, 10.0.4.0/24"));

        deploysInPlace();
    }

    @Test
    void a_zone_is_a_modification_in_place() throws IOException, InterruptedException {
        deployed.files().write("willow", file("willow", WILLOW.inZones("euw1-az1", "euw1-az2")));

        deploysInPlace();
    }

    @Test
    void a_tag_is_a_modification_in_place() throws IOException, InterruptedException {
        deploysInPlace("--tags", "team=data");
    }

    @Test
    void a_deployment_without_a_change_set_keeps_the_endpoint_too() throws IOException, InterruptedException {
        deployed.files()
                .write("willow", file("willow", WILLOW.on(443, 9443).inZones("euw1-az1", "euw1-az2", "euw1-az3")));

        deploy(Stream.of("--method", "direct"));

        assertThat(endpointId()).isEqualTo(endpointId);
    }

    @Test
    void another_service_is_announced_as_a_replacement_before_anything_happens()
            throws IOException, InterruptedException {
        deployed.files().write("willow", file("willow", OTHER_SERVICE.inZones("euw1-az1", "euw1-az2", "euw1-az3")));

        assertThat(announced())
                .filteredOn(change -> change.resourceType().equals("AWS::EC2::VPCEndpoint"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.replacement()).isEqualTo(Replacement.TRUE);
                    assertThat(change.policyActionAsString()).isEqualTo("ReplaceAndRetain");
                });
        assertThat(deployed.cdk().diff(deployed.assembly()).failed().said())
                .contains("[~] AWS::EC2::VPCEndpoint git git983CB5CF replace", "ServiceName (requires replacement)");
        assertThat(endpointId()).isEqualTo(endpointId);
    }
}
