package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of a plan, pasted into a shell as they are printed, but for listing the stacks that they select. */
class PlanCommandsIT {

    @TempDir
    private Path folder;

    private static JsonNode plan(String... arguments) {
        return JsonMapper.shared().readTree(VerbRun.of(arguments).data());
    }

    private static List<String> names(JsonNode plan) {
        return plan.get("stacks")
                .valueStream()
                .map(stack -> stack.get("name").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** The stacks that a command is about, and those that they depend on. */
    private List<String> listed(String command) throws IOException, InterruptedException {
        String list = command.replaceFirst("^npx cdk (diff|deploy)", "npx cdk list --no-notices")
                .replace(" --all", "")
                .replace(" --outputs-file outputs.json", "");
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", list + " --output " + folder.resolve("cdk.out"));
        builder.environment().put("CDK_VALIDATION", "false");
        Process process = builder.redirectError(said.toFile()).start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return lines;
    }

    @Test
    void select_what_the_plan_shows_in_its_order() throws IOException, InterruptedException {
        JsonNode acme = plan("plan", "acme", "fir", "--json");

        assertThat(listed(texts(acme.get("commands")).get(0))).containsExactlyElementsOf(names(acme));
    }

    @Test
    void select_the_whole_fleet_of_another_folder_in_its_order() throws IOException, InterruptedException {
        FleetCopy fleet = FleetCopy.in(folder.resolve("it's another"));
        JsonNode all = plan("plan", "--json", "--stacks", fleet.folder().toString());

        assertThat(listed(texts(all.get("commands")).get(1))).containsExactlyElementsOf(names(all));
    }

    @Test
    void select_endpoints_without_names_and_then_all() throws IOException, InterruptedException {
        JsonNode birch = plan("plan", "birch", "--json");
        List<String> phases = texts(birch.get("commandsInTwoPhases"));

        assertThat(listed(phases.get(0)))
                .containsExactly("PrivateLink-Region-us-east-1", "PrivateLink-Customer-birch-us-east-1");
        assertThat(listed(phases.get(1))).containsExactlyElementsOf(names(birch));
    }

    @Test
    void select_the_names_of_a_prepared_connection_once_it_is_active() throws IOException, InterruptedException {
        FleetCopy fleet = FleetCopy.in(folder);
        fleet.write("birch", fleet.read("birch") + "    dns: prepared\n");
        String stacks = fleet.folder().toString();
        String switchOver = texts(plan("plan", "birch", "--json", "--stacks", stacks)
                        .get("prepared")
                        .get(0)
                        .get("commands"))
                .get(1);
        fleet.write("birch", fleet.read("birch").replace("dns: prepared", "dns: active"));

        assertThat(listed(switchOver)).contains("PrivateLink-Dns-birch");
    }
}
