package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.HostileTexts;
import com.elementarydata.privatelink.cli.render.RemovalReport;
import com.elementarydata.privatelink.cli.render.StatusReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import com.elementarydata.privatelink.operation.removal.RemovalPlan;
import com.elementarydata.privatelink.operation.status.ConnectionSituation;
import com.elementarydata.privatelink.operation.status.ConnectionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What verbs print of texts that a terminal, a shell or Markdown would interpret, wherever these are from. */
class HostileTextTest {

    private static final int READABLE = 12_000;
    private static final Path BUNDLE = Path.of("src/test/bundles/acme.json");

    @TempDir
    private Path folder;

    private static VerbRun readable(String... arguments) {
        VerbRun run = VerbRun.of(arguments);
        String said = run.out() + run.err();
        assertThat(HostileTexts.unseen(said)).as(said).isEmpty();
        assertThat(run.err().length()).as(run.err()).isLessThan(READABLE);
        return run;
    }

    static final List<String> OPTIONS = List.of(
            "X",
            "--X",
            "validate --stacks X",
            "validate X",
            "allocate --stacks X",
            "plan X",
            "plan acme --resolver X",
            "plan acme --live --resolver X",
            "runbook X",
            "runbook acme --outputs X",
            "runbook acme --stacks X",
            "status X",
            "status --interval X",
            "status --timeout X",
            "offboard X",
            "diagnose X",
            "diagnose acme/X",
            "diagnose acme --provider X",
            "diagnose --replay X",
            "add X gum",
            "add service X",
            "add service gum --handoff X",
            "add snowflake gum --config X --availability-zone-ids X",
            "add service gum --region X --aws-account-id X --service-name X --hostname X --port X --availability-zone-ids X",
            "add databricks gum --region us-east-1 --workspace-url X --availability-zone-ids X --dns X --connection X",
            "provider X",
            "provider check --service-name X",
            "provider check --integration X --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
            "provider check --hostname X --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
            "provider accept --service-name X --endpoint-id X",
            "provider template --quick-create --region X --template-url https://a.s3.amazonaws.com/t --parameter X=X",
            "provider template --quick-create --region eu-west-1 --template-url https://a.s3.amazonaws.com/t"
                    + " --parameter Hostnames=X --parameter ServicePorts=X --parameter Integration=X --parameter X=X",
            "provider template --quick-create --region eu-west-1 --template-url https://a.s3.amazonaws.com/t --stack-name X",
            "provider template --quick-create --region eu-west-1 --template-url X",
            "policy X",
            "policy deploy --role-arn X",
            "policy deploy --kind X",
            "help X",
            "completion X");

    @ParameterizedTest
    @FieldSource("OPTIONS")
    void of_options_can_be_read(String words) {
        for (String hostile : List.of(HostileTexts.NASTY, HostileTexts.LONG)) {
            readable(Stream.of(words.split(" "))
                    .map(word -> word.replace("X", hostile))
                    .toArray(String[]::new));
        }
    }

    @Test
    void of_a_bundle_can_be_read_wherever_they_are_in_it() throws IOException {
        ObjectNode bundle = (ObjectNode) JsonMapper.shared().readTree(Files.readString(BUNDLE));
        Set<String> keys = new TreeSet<>();
        replaceTexts(bundle, "", (key, text) -> {
            keys.add(key);
            return text;
        });
        assertThat(keys).hasSizeGreaterThan(30);
        for (String replaced : keys) {
            ObjectNode changed = bundle.deepCopy();
            replaceTexts(changed, "", (key, text) -> key.equals(replaced) ? HostileTexts.NASTY : text);
            String file = Files.writeString(folder.resolve("bundle.json"), changed.toString())
                    .toString();
            VerbRun run = readable("diagnose", "--replay", file);
            assertThat(run.out().length()).isLessThan(200_000);
            if (run.out().contains("<script>")) {
                JsonMapper.shared()
                        .readTree(
                                readable("diagnose", "--replay", file, "--json").out());
            }
        }
    }

    @Test
    void of_a_bundle_that_are_too_long_are_refused() throws IOException {
        String bundle = Files.readString(BUNDLE).replace("vpc-0a1b2c3d4e5f60718", HostileTexts.LONG);
        Path file = Files.writeString(folder.resolve("bundle.json"), bundle);

        assertThat(readable("diagnose", "--replay", file.toString()).err())
                .startsWith(
                        file + " is wrong: it has a text of more than 10,000 characters, or is too deep; give a file");
    }

    private interface Replacement {
        String of(String key, String text);
    }

    private static void replaceTexts(JsonNode node, String key, Replacement replacement) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                if (property.getValue().isString()) {
                    property.setValue(object.stringNode(replacement.of(
                            property.getKey(), property.getValue().asString())));
                } else {
                    replaceTexts(property.getValue(), property.getKey(), replacement);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString()) {
                    array.set(
                            i, array.stringNode(replacement.of(key, array.get(i).asString())));
                } else {
                    replaceTexts(array.get(i), key, replacement);
                }
            }
        }
    }

    @Test
    void of_a_fleets_files_can_be_read_wherever_they_are_in_them() throws IOException {
        FleetCopy fleet = FleetCopy.in(folder);
        Path file = fleet.folder().resolve("customers/acme.yaml");
        String text = Files.readString(file);
        for (String hostile : List.of(HostileTexts.NASTY, HostileTexts.LONG)) {
            String quoted = JsonMapper.shared().writeValueAsString(hostile);
            Matcher values = Pattern.compile("(?<=: )[^\\[\\]{}|,\n]+").matcher(text);
            while (values.find()) {
                Files.writeString(file, text.substring(0, values.start()) + quoted + text.substring(values.end()));
                readable("validate", "--stacks", fleet.folder().toString());
            }
        }
    }

    @Test
    void of_paths_become_commands_that_a_shell_takes_for_the_same_paths() throws IOException, InterruptedException {
        Path odd = Files.createDirectories(folder.resolve("it's $(touch pwned) \n # --x \u202E\u001b[31m \u00FC\n"));
        Path stacks = FleetCopy.in(odd).folder();

        List<String> commands = readable("plan", "birch", "--stacks", stacks.toString())
                .out()
                .replace(" \\\n", " ")
                .lines()
                .filter(line -> line.startsWith("  npx cdk "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(1);
        for (String command : commands) {
            assertThat(HostileTexts.wordsOf(command)).contains("stacks=" + stacks);
        }
        assertThat(readable("runbook", "birch", "--stacks", stacks.toString()).exitCode())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("com.elementarydata.privatelink.command.QuotedTest#texts")
    void of_a_removal_leave_a_script_that_does_what_was_meant(String hostile) throws IOException, InterruptedException {
        Region ireland = Region.parse("eu-west-1");
        DeployedStack stack = new DeployedStack(
                hostile, "UPDATE_COMPLETE", Optional.empty(), Instant.EPOCH, true, "NOT_CHECKED", new TreeMap<>());
        RemovalPlan plan = new RemovalPlan(
                "acme",
                ireland,
                Optional.of(stack),
                new TreeMap<>(),
                List.of(hostile),
                Optional.of(hostile),
                Optional.of(hostile),
                List.of());
        RemovalPlan cut = new RemovalPlan(
                "acme",
                ireland,
                Optional.empty(),
                new TreeMap<>(),
                List.of(hostile),
                Optional.of(hostile),
                Optional.empty(),
                List.of(hostile));
        List<EndpointTraffic> traffic = List.of();

        List<String> lines = new ArrayList<>(new RemovalReport(plan, traffic, List.of()).lines(200));
        lines.addAll(new RemovalReport(cut, traffic, List.of()).lines(200));

        assertThat(lines).noneMatch(line -> line.contains("\n"));
        assertThat(lines).allMatch(line -> line.isEmpty() || line.startsWith("# ") || line.matches("(aws|git) .*"));
        String said =
                HostileTexts.saidBySh("aws() { for word; do printf '%s\\0' \"$word\"; done; }\ngit() { aws \"$@\"; }\n"
                        + String.join("\n", lines) + "\n");
        List<String> words = List.of(said.split("\0"));
        assertThat(words.stream().filter(hostile::equals)).hasSize(7);
        assertThat(words).hasSize(28);
    }

    @Test
    void of_aws_in_a_status_can_be_read() {
        for (String hostile : HostileTexts.ALL) {
            ConnectionStatus status = new ConnectionSituation()
                    .endpoint(hostile)
                    .stack("PrivateLink-Customer-acme-eu-west-1", "UPDATE_ROLLBACK_FAILED")
                    .called(hostile)
                    .status();
            List<String> lines = new StatusReport(
                            List.of(status),
                            CdkCommands.of(Path.of(hostile.substring(0, 5)), List.of()),
                            Optional.of(hostile))
                    .lines(ConnectionSituation.CREATED, 100);
            String json = new StatusReport(
                            List.of(status), CdkCommands.of(Path.of("stacks"), List.of()), Optional.empty())
                    .json();

            assertThat(lines).noneMatch(line -> line.contains("\n"));
            assertThat(HostileTexts.unseen(String.join("\n", lines) + json)).isEmpty();
            assertThat(lines.stream()
                            .filter(line -> !line.contains(" aws ") && !line.contains("npx"))
                            .mapToInt(String::length)
                            .max()
                            .orElseThrow())
                    .isLessThan(READABLE);
        }
    }

    @Test
    void of_a_vendor_stay_words_of_a_runbook() throws IOException {
        Path source = Path.of("src/test/cases/shared-service/stacks");
        for (String hostile : List.of(
                "<script>alert(1)</script> | `x` *b* [l](http://x.example) --> # & \\ it's \"q\" $(id)",
                HostileTexts.LONG)) {
            Path stacks = folder.resolve("stacks");
            Files.createDirectories(stacks.resolve("customers"));
            for (String file : List.of("addresses.lock.yaml", "customers/alpha.yaml", "customers/beta.yaml")) {
                Files.write(stacks.resolve(file), Files.readAllBytes(source.resolve(file)));
            }
            UnaryOperator<String> vendor = text -> text.replaceAll(
                    "vendor: .*",
                    Matcher.quoteReplacement("vendor: " + JsonMapper.shared().writeValueAsString(hostile)));
            Files.writeString(
                    stacks.resolve("network.yaml"), vendor.apply(Files.readString(source.resolve("network.yaml"))));

            VerbRun run = readable("runbook", "alpha", "--stacks", stacks.toString());

            assertThat(run.exitCode()).as(run.err()).isZero();
            MarkdownDocument document = MarkdownDocument.of(run.out());
            assertThat(document.nodes(HtmlInline.class)).isEmpty();
            assertThat(document.nodes(HtmlBlock.class)).isEmpty();
            assertThat(document.nodes(Code.class).map(Code::getLiteral)).doesNotContain("x");
            assertThat(document.nodes(Link.class).map(Link::getDestination)).doesNotContain("http://x.example");
            assertThat(run.out().length()).isLessThan(40_000);
            if (hostile.startsWith("<")) {
                assertThat(document.nodes(Text.class).map(Text::getLiteral))
                        .anyMatch(text -> text.startsWith(hostile + " runs this service for many customers"));
            }
        }
    }
}
