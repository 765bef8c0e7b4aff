package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.CdkCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bundle that was recorded of a deployed connection, with some of it changed: a world that the local AWS cannot make, or
 * that is quicker made so.
 *
 * @param words what is so in it
 * @param connection {@code customer/connection}
 * @param named the first broken link and who must act, or {@code nothing}
 * @param changes what is changed
 */
public record RecordedWorld(String words, String connection, String named, List<Change> changes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Changes one place of a bundle. */
    public interface Change {
        void make(ObjectNode bundle);
    }

    public static RecordedWorld of(String words, String connection, String named, Change... changes) {
        return new RecordedWorld(words, connection, named, List.of(changes));
    }

    /** Replaces what is at a pointer, or adds it there; a last part of {@code -} appends. */
    public static Change set(String pointer, Object value) {
        JsonNode node = value instanceof String text && (text.startsWith("{") || text.startsWith("["))
                ? JSON.readTree(text)
                : JSON.valueToTree(value);
        return bundle -> {
            JsonPointer at = JsonPointer.compile(pointer);
            JsonNode parent = bundle.at(at.head());
            assertThat(parent.isMissingNode()).as(pointer).isFalse();
            String last = at.last().getMatchingProperty();
            if (parent instanceof ArrayNode list) {
                if (last.equals("-")) {
                    list.add(node);
                } else {
                    list.set(Integer.parseInt(last), node);
                }
            } else {
                assertThat(parent.has(last)).as(pointer).isTrue();
                ((ObjectNode) parent).set(last, node);
            }
        };
    }

    /** Takes away what is at a pointer. */
    static Change remove(String pointer) {
        return bundle -> {
            JsonPointer at = JsonPointer.compile(pointer);
            JsonNode parent = bundle.at(at.head());
            String last = at.last().getMatchingProperty();
            assertThat(parent.isArray() ? parent.has(Integer.parseInt(last)) : parent.has(last))
                    .as(pointer)
                    .isTrue();
            if (parent instanceof ArrayNode list) {
                list.remove(Integer.parseInt(last));
            } else {
                ((ObjectNode) parent).remove(last);
            }
        };
    }

    /** Lets AWS refuse an answer. */
    public static Change refuse(String pointer) {
        return set(pointer, "{\"value\": null, \"refusal\": \"UnauthorizedOperation\"}");
    }

    /** The code of the first broken link. */
    String code() {
        return named.substring(0, named.indexOf(' '));
    }

    /** Writes the changed bundle. */
    public Path write(Path folder) throws IOException {
        String customer = connection.substring(0, connection.indexOf('/'));
        ObjectNode bundle =
                (ObjectNode) JSON.readTree(Files.readString(Path.of("src/test/bundles", customer + ".json")));
        changes.forEach(change -> change.make(bundle));
        return Files.writeString(folder.resolve("bundle.json"), bundle.toPrettyString());
    }

    /** Judges it. */
    PathDiagnosis diagnose(Path folder) throws IOException {
        return PathBundle.read(write(folder)).diagnoses(CdkCommands.ofUnknownFolder()).stream()
                .filter(diagnosis -> diagnosis.path().name().equals(connection))
                .findFirst()
                .orElseThrow();
    }

    /** The first broken link and who must act, or {@code nothing}. */
    static String nameOf(PathDiagnosis diagnosis) {
        return diagnosis
                .firstBroken()
                .map(broken -> "%s %s".formatted(broken.code(), broken.party()))
                .orElse("nothing");
    }

    @Override
    public String toString() {
        return words;
    }
}
