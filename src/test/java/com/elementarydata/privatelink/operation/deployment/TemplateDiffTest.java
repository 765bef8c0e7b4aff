package com.elementarydata.privatelink.operation.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.operation.deployment.ResourceChange.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CDK's own comparison says of templates, with the Node process that a plan starts. */
class TemplateDiffTest {

    private static final TemplateDiff DIFF = new TemplateDiff(Path.of(""));
    private static final String STACK = "PrivateLink-Customer-acme-eu-west-1";
    private static final Path TEMPLATE = Path.of("src/test/cases/example/expected/%s.template.json".formatted(STACK));

    private static SortedMap<String, StackChanges> diff(Map<String, TemplatePair> pairs) throws InterruptedException {
        return DIFF.of(new TreeMap<>(pairs));
    }

    private static StackChanges diff(String before, String now) throws InterruptedException {
        return Objects.requireNonNull(
                diff(Map.of(STACK, TemplatePair.of(before, now))).get(STACK));
    }

    private static String resource(String type, String rest) {
        return "{Resources: {A: {Type: '%s', %s}}}".formatted(type, rest);
    }

    @Test
    void another_service_of_an_endpoint_replaces_the_endpoint_and_says_why() throws Exception {
        String before = Files.readString(TEMPLATE);
        StackChanges changes = diff(before, before.replace("vpce-svc-0123456789abcdef1", "vpce-svc-0fedcba9876543210"));

        assertThat(changes.resources())
                .singleElement()
                .isEqualTo(new ResourceChange(
                        "git983CB5CF",
                        Optional.empty(),
                        "AWS::EC2::VPCEndpoint",
                        Action.REPLACED,
                        List.of("ServiceName"),
                        List.of(),
                        List.of("ServiceName")))
                .returns(true, ResourceChange::cutsOff);
        assertThat(changes.sections()).containsExactly(new SectionChange("Outputs", "GitServiceName", Action.CHANGED));
    }

    @Test
    void what_refers_to_a_replaced_resource_is_replaced_too_where_that_must_be() throws Exception {
        String before = """
                Resources:
                  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
                  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: {Ref: Vpc}, CidrBlock: 10.0.0.0/24}}
                """;

        assertThat(diff(before, before.replace("/16", "/17")).resources())
                .extracting(ResourceChange::logicalId, ResourceChange::action, ResourceChange::replacing)
                .containsExactly(
                        tuple("Subnet", Action.REPLACED, List.of("VpcId")),
                        tuple("Vpc", Action.REPLACED, List.of("CidrBlock")));
    }

    @Test
    void resources_that_go_are_deleted_unless_they_are_retained() throws Exception {
        String before = """
                Resources:
                  Kept: {Type: AWS::EC2::VPC, DeletionPolicy: Retain}
                  Gone: {Type: AWS::EC2::VPCEndpoint}
                """;

        assertThat(diff(before, "{Resources: {New: {Type: AWS::EC2::VPC}}}").resources())
                .extracting(ResourceChange::logicalId, ResourceChange::action, ResourceChange::cutsOff)
                .containsExactly(
                        tuple("Gone", Action.REMOVED, true),
                        tuple("Kept", Action.RETAINED, false),
                        tuple("New", Action.ADDED, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Properties: {AliasTarget: {DNSName: a, HostedZoneId: z}}"
                        + " | Properties: {AliasTarget: {DNSName: b, HostedZoneId: z}} | AliasTarget.DNSName",
                "Properties: {AliasTarget: {DNSName: {Ref: B}}} | Properties: {AliasTarget: {DNSName: {Ref: C}}}"
                        + " | AliasTarget.DNSName",
                "Properties: {ResourceRecords: [a]} | Properties: {ResourceRecords: [a, b]} | ResourceRecords",
                "Properties: {TTL: 60} | Properties: {} | TTL",
                "Metadata: {a: 1} | Metadata: {a: 2} | Metadata",
                "DependsOn: [B] | DependsOn: [B, C] | DependsOn",
            })
    void the_innermost_properties_and_the_attributes_that_change_are_named(String before, String now, String path)
            throws Exception {
        StackChanges changes =
                diff(resource("AWS::Route53::RecordSet", before), resource("AWS::Route53::RecordSet", now));

        assertThat(changes.isDeployed()).isTrue();
        assertThat(changes.resources())
                .singleElement()
                .returns(Action.CHANGED, ResourceChange::action)
                .returns(List.of(path), ResourceChange::differences);
    }

    @Test
    void another_type_replaces() throws Exception {
        assertThat(diff(resource("AWS::EC2::VPC", "DependsOn: B"), resource("AWS::EC2::Subnet", "DependsOn: B"))
                        .resources())
                .singleElement()
                .returns(Action.REPLACED, ResourceChange::action)
                .returns("AWS::EC2::Subnet", ResourceChange::type)
                .returns(List.of("Type"), ResourceChange::replacing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DependsOn: [B, C] | DependsOn: [C, B]",
                "DependsOn: B | DependsOn: [B]",
                "Properties: {FromPort: 443} | Properties: {FromPort: '443'}",
                "Properties: {VpcId: {'Fn::GetAtt': B.Id}} | Properties: {VpcId: {'Fn::GetAtt': [B, Id]}}",
            })
    void how_a_template_is_written_is_no_change(String before, String now) throws Exception {
        StackChanges changes =
                diff(resource("AWS::EC2::SecurityGroup", before), resource("AWS::EC2::SecurityGroup", now));

        assertThat(changes).isEqualTo(new StackChanges(List.of(), List.of()));
        assertThat(changes.isDeployed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Description | '' | changed | a | b | false",
                "Description | '' | added | '' | b | false",
                "Metadata | Key | changed | {Key: 1} | {Key: 2} | false",
                "Outputs | Id | changed | {Id: {Value: a}} | {Id: {Value: b}} | true",
                "Outputs | Id | removed | {Id: {Value: a}} | {} | true",
                "Parameters | Id | added | {} | {Id: {Type: String}} | true",
                "Conditions | C | changed | {C: 1} | {C: 2} | true",
                "Mappings | M | changed | {M: {a: {b: c}}} | {M: {a: {b: d}}} | true",
                "Rules | '' | changed | {R: {a: 1}} | {R: {a: 2}} | true",
            })
    void other_sections_are_named_and_say_whether_they_are_deployed_alone(
            String section, String name, String action, String before, String now, boolean deployed) throws Exception {
        StackChanges changes = diff(section(section, before), section(section, now));

        assertThat(changes.resources()).isEmpty();
        assertThat(changes.sections())
                .containsExactly(new SectionChange(section, name, Action.valueOf(action.toUpperCase(Locale.ROOT))));
        assertThat(changes.isDeployed()).isEqualTo(deployed);
    }

    private static String section(String section, String content) {
        return content.isEmpty() ? "{Resources: {}}" : "{Resources: {}, %s: %s}".formatted(section, content);
    }

    @Test
    void all_stacks_are_compared_at_once_and_a_new_one_is_added_as_a_whole() throws Exception {
        SortedMap<String, StackChanges> changes = diff(Map.of(
                "New", TemplatePair.ofNew(Files.readString(TEMPLATE)),
                "Old", TemplatePair.of("{Outputs: {A: {Value: '\u202e'}}}", "{Outputs: {A: {Value: 'ü'}}}")));

        assertThat(changes).containsOnlyKeys("New", "Old");
        assertThat(Objects.requireNonNull(changes.get("New")).resources())
                .extracting(ResourceChange::type, ResourceChange::action)
                .containsExactly(
                        tuple("AWS::EC2::SecurityGroup", Action.ADDED), tuple("AWS::EC2::VPCEndpoint", Action.ADDED));
    }

    @Test
    void a_construct_is_known_by_its_path_where_the_template_has_it() throws Exception {
        String before = resource("AWS::EC2::VPC", "Metadata: {'aws:cdk:path': Stack/git/Vpc/Resource}");

        assertThat(diff(before, "{Resources: {}}").resources())
                .singleElement()
                .returns("A", ResourceChange::logicalId)
                .returns("git/Vpc", ResourceChange::name);
    }

    @Test
    void nothing_is_started_for_no_stacks() throws InterruptedException {
        assertThat(new TemplateDiff(Path.of("no such folder")).of(new TreeMap<>()))
                .isEmpty();
    }

    @Test
    void fails_where_the_comparison_is_not_installed(@TempDir Path folder) {
        TreeMap<String, TemplatePair> templates = new TreeMap<>(Map.of("A", TemplatePair.of("{}", "{}")));

        assertThatThrownBy(() -> new TemplateDiff(folder).of(templates))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "nothing was compared: %s does not pin @aws-cdk/cloudformation-diff; type bin/privatelink init"
                                        .formatted(folder.resolve("package-lock.json"))
                                + " --upgrade there, and npm ci");
    }

    @Test
    void fails_with_what_another_comparison_says(@TempDir Path folder) throws IOException {
        Path module = Files.createDirectories(folder.resolve("node_modules/@aws-cdk/cloudformation-diff"));
        Files.writeString(
                module.resolve("index.js"), "exports.fullDiff = () => { throw new TypeError('no such form'); };");
        TreeMap<String, TemplatePair> templates = new TreeMap<>(Map.of("A", TemplatePair.of("{}", "{}")));

        assertThatThrownBy(() -> new TemplateDiff(folder).of(templates))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("@aws-cdk/cloudformation-diff failed: ")
                .hasMessageContaining("TypeError: no such form");
    }
}
