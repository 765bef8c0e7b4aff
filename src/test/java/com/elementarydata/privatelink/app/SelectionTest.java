package com.elementarydata.privatelink.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private static final String NEW_CUSTOMER = """
            id: gum
            connections:
              - id: git
                integration: github-enterprise-server
                region: eu-west-1
                availabilityZoneIds: [euw1-az1, euw1-az3]
                awsAccountId: "678901234567"
                serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0ee55ff6600771188
                hostname: git.gum.example
            """;

    @TempDir
    private static Path unchanged;

    private static SortedMap<String, String> everything;

    @TempDir
    private Path folder;

    private FleetCopy fleet;

    @BeforeAll
    static void synthesizeTheExample() throws IOException {
        everything = FleetCopy.in(unchanged).templatesOf();
    }

    @BeforeEach
    void copyTheExample() throws IOException {
        fleet = FleetCopy.in(folder);
    }

    private static SortedMap<String, String> only(Map<String, String> templates, Predicate<String> names) {
        SortedMap<String, String> chosen = new TreeMap<>(templates);
        chosen.keySet().removeIf(names.negate());
        return chosen;
    }

    private static boolean isShared(String stack) {
        return stack.startsWith("PrivateLink-Region-") || stack.equals("PrivateLink-Production");
    }

    private static boolean isOf(String customer, String stack) {
        return stack.startsWith("PrivateLink-Customer-" + customer + "-")
                || stack.equals("PrivateLink-Dns-" + customer);
    }

    @Test
    void a_selection_is_the_chosen_customers_stacks_and_the_shared_ones_unchanged() throws IOException {
        assertThat(fleet.templatesOf("acme", "fir"))
                .isEqualTo(only(everything, stack -> isShared(stack) || isOf("acme", stack) || isOf("fir", stack)));
    }

    @Test
    void a_new_customer_in_a_known_region_changes_no_other_template() throws IOException {
        fleet.write("gum", NEW_CUSTOMER);

        SortedMap<String, String> after = fleet.templatesOf();

        assertThat(only(after, stack -> !isOf("gum", stack))).isEqualTo(everything);
        assertThat(only(after, stack -> isOf("gum", stack)))
                .containsOnlyKeys("PrivateLink-Customer-gum-eu-west-1", "PrivateLink-Dns-gum");
    }

    @Test
    void a_customer_that_leaves_changes_no_other_template() throws IOException {
        fleet.delete("acme");

        assertThat(fleet.templatesOf()).isEqualTo(only(everything, stack -> !isOf("acme", stack)));
    }

    @Test
    void a_customer_that_changes_changes_no_other_template() throws IOException {
        fleet.write("acme", fleet.read("acme").replace("dns: prepared", "dns: active"));

        SortedMap<String, String> after = fleet.templatesOf();

        assertThat(only(after, stack -> !stack.equals("PrivateLink-Dns-acme")))
                .isEqualTo(only(everything, stack -> !stack.equals("PrivateLink-Dns-acme")));
        assertThat(after.get("PrivateLink-Dns-acme")).contains("orders.acme.example");
    }

    @Test
    void a_move_by_a_prepared_twin_changes_records_alone() throws IOException {
        String moved = fleet.read("fir")
                .replace("    dns: prepared\n", "")
                .replaceFirst("ports: \\[5432]\n", "ports: [5432]\n    dns: prepared\n");
        fleet.write("fir", moved);

        SortedMap<String, String> after = fleet.templatesOf();

        assertThat(only(after, stack -> !stack.equals("PrivateLink-Dns-fir")))
                .isEqualTo(only(everything, stack -> !stack.equals("PrivateLink-Dns-fir")));
        assertThat(after)
                .containsEntry(
                        "PrivateLink-Dns-fir",
                        requireNonNull(everything.get("PrivateLink-Dns-fir"))
                                .replace("PrivateLink-Customer-fir-eu-west-1", "PrivateLink-Customer-fir-eu-central-1")
                                .replace("\"Region\": \"eu-west-1\"", "\"Region\": \"eu-central-1\"")
                                .replace("PostgresDns", "PostgresCrossRegionDns")
                                .replace("\"Endpointpostgres\"", "\"Endpointpostgrescrossregion\""));
    }

    @Test
    void another_customers_bad_file_is_warned_of_and_changes_nothing() throws IOException {
        fleet.write("birch", "id: birch\nconnections: [");

        FleetCopy.Run run = fleet.synthesize("acme");

        assertThat(run.fine()).isTrue();
        assertThat(run.messages()).contains("warning: ", "birch.yaml:2:").doesNotContain("nothing was synthesized");
        assertThat(run.templates()).isEqualTo(only(everything, stack -> isShared(stack) || isOf("acme", stack)));
    }

    @Test
    void a_bad_copy_of_a_customers_file_under_another_name_changes_nothing() throws IOException {
        fleet.write("birch", fleet.read("acme").replaceAll("acme(\\.example|org|\\.us-west)", "birch$1"));

        FleetCopy.Run run = fleet.synthesize("fir");

        assertThat(run.messages()).contains("birch.yaml:3:5: PL201 the id \"acme\" does not match the file name");
        assertThat(run.templates()).isEqualTo(only(everything, stack -> isShared(stack) || isOf("fir", stack)));
        assertThat(fleet.templatesOf("acme"))
                .isEqualTo(only(everything, stack -> isShared(stack) || isOf("acme", stack)));
    }

    @Test
    void a_changed_service_changes_the_records_too_so_that_they_follow_the_new_endpoint() throws IOException {
        fleet.write(
                "dogwood", fleet.read("dogwood").replace("vpce-svc-0bb22cc33dd44ee55", "vpce-svc-0bb22cc33dd44ee56"));

        SortedMap<String, String> after = fleet.templatesOf("dogwood");

        assertThat(after.get("PrivateLink-Dns-dogwood")).isNotEqualTo(everything.get("PrivateLink-Dns-dogwood"));
    }

    @Test
    void fails_where_any_file_is_bad_and_all_are_asked_for() throws IOException {
        fleet.write("birch", "id: birch\nconnections: [");

        FleetCopy.Run run = fleet.synthesize();

        assertThat(run.fine()).isFalse();
        assertThat(run.messages()).contains("birch.yaml:2:", "nothing was synthesized");
        assertThat(run.output())
                .satisfiesAnyOf(
                        output -> assertThat(output).doesNotExist(),
                        output -> assertThat(output).isEmptyDirectory());
    }

    @Test
    void fails_where_a_file_that_all_share_is_bad() throws IOException {
        Files.writeString(fleet.folder().resolve("network.yaml"), "account: 1");

        assertThat(fleet.synthesize("acme").messages()).contains("network.yaml:1:10: PL113");
    }

    @Test
    void fails_on_a_customer_that_no_file_is_named_after() throws IOException {
        FleetCopy.Run run = fleet.synthesize("acme", "acne");

        assertThat(run.fine()).isFalse();
        assertThat(run.messages()).contains("no customer file is named after \"acne\"; choose from acme, birch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , ,"})
    void fails_for_a_selection_of_nobody_as_variables_make_that_are_not_set(String customers) throws IOException {
        FleetCopy.Run run = fleet.synthesizeWith(Map.of("customers", customers));

        assertThat(run.fine()).isFalse();
        assertThat(run.messages())
                .isEqualTo(
                        "-c customers: this names no customer; leave it out for all of them\nnothing was synthesized\n");
    }

    @Test
    void the_output_ignores_itself_in_git() throws IOException {
        assertThat(fleet.synthesize().output().resolve(".gitignore")).content().isEqualTo("*\n");
    }
}
