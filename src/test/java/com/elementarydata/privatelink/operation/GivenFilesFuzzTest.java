package com.elementarydata.privatelink.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.elementarydata.privatelink.cli.render.PathPicture;
import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.PathDiagnosis;
import com.elementarydata.privatelink.operation.runbook.OutputsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files that others hand in: outputs of a deployment, what a provider's check printed, bundles of a diagnosis. */
class GivenFilesFuzzTest {

    private static final Fleet FLEET =
            CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).fleet().orElseThrow();
    private static final List<CustomerConnection> ACME = FLEET.connections()
            .filter(owned -> owned.customer().id().value().value().equals("acme"))
            .toList();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path BUNDLE = Path.of("src/test/bundles/acme.json");

    private final Path file;

    GivenFilesFuzzTest() throws IOException {
        file = Files.createTempFile("given", ".json");
        file.toFile().deleteOnExit();
    }

    @FuzzTest
    void reads_any_outputs_or_says_what_is_wrong(byte[] content) throws IOException {
        Files.write(file, content);
        try {
            OutputsFile outputs = OutputsFile.read(
                    file, ACME.get(0).customer(), FLEET.network().production());
            ACME.forEach(outputs::of);
        } catch (Refusal refusal) {
            requireLines(refusal);
        }
    }

    @FuzzTest
    void reads_any_bundle_or_says_what_is_wrong(byte[] content) throws IOException {
        Files.write(file, content);
        judge(GivenFilesFuzzTest::diagnose);
    }

    @FuzzTest
    void reads_any_providers_check_or_says_what_is_wrong(byte[] content) throws IOException {
        Files.write(file, content);
        judge(PathBundle::readProvider);
    }

    /** Nearly right files are the ones that lead furthest. */
    @FuzzTest
    void judges_a_bundle_with_anything_in_its_places_or_says_what_is_wrong(FuzzedDataProvider data) throws IOException {
        ObjectNode bundle = (ObjectNode) JSON.readTree(Files.readString(BUNDLE));
        int changes = data.consumeInt(1, 4);
        for (int i = 0; i < changes; i++) {
            change(bundle, data);
        }
        Files.writeString(file, bundle.toString());
        judge(GivenFilesFuzzTest::diagnose);
    }

    private static void change(ObjectNode bundle, FuzzedDataProvider data) {
        List<Runnable> places = new ArrayList<>();
        JsonNode value = value(data);
        collect(bundle, value, places);
        places.get(data.consumeInt(0, places.size() - 1)).run();
    }

    private static JsonNode value(FuzzedDataProvider data) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (data.consumeInt(0, 6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(data.consumeInt());
            case 2 -> nodes.booleanNode(data.consumeBoolean());
            case 3 -> nodes.arrayNode();
            case 4 -> nodes.objectNode();
            default -> nodes.stringNode(data.consumeString(80));
        };
    }

    /** What replaces each place by a value, or takes it away. */
    private static void collect(JsonNode parent, JsonNode value, List<Runnable> places) {
        if (parent instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> {
                places.add(() -> object.set(name, value));
                collect(object.get(name), value, places);
            });
        } else if (parent instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(() -> array.set(index, value));
                places.add(() -> array.remove(index));
                collect(array.get(i), value, places);
            }
        }
    }

    private static void diagnose(Path file) {
        for (PathDiagnosis diagnosis : PathBundle.read(file).diagnoses(CdkCommands.ofUnknownFolder())) {
            new PathPicture(diagnosis, Screen.plain(80)).lines().forEach(GivenFilesFuzzTest::requireLine);
        }
    }

    private void judge(Consumer<Path> reader) {
        try {
            reader.accept(file);
        } catch (Refusal refusal) {
            requireLines(refusal);
        } catch (UncheckedIOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static void requireLines(Refusal refusal) {
        assertThat(refusal.lines()).isNotEmpty();
        // the program prints them so
        refusal.lines().stream().map(Printable::of).forEach(GivenFilesFuzzTest::requireLine);
    }

    private static void requireLine(String line) {
        assertThat(line).isEqualTo(Printable.of(line)).doesNotContain("java.", "jackson", " null");
    }
}
