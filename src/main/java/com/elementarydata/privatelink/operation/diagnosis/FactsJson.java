package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.config.FileFailure;
import com.elementarydata.privatelink.config.GivenFile;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/** Facts in a file that may come from anywhere, as JSON. */
final class FactsJson {

    /** What an older version left out. */
    private static final String NOT_READ = "not read";

    /** No text that AWS says is nearly as long. */
    private static final int LONGEST_TEXT = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_TEXT)
                            .build())
                    .build())
            .addMixIn(ExpectedPath.class, WithoutFolder.class)
            .addMixIn(ProviderFacts.LoadBalancer.class, OfLoadBalancer.class)
            .injectableValues(new InjectableValues.Std().addValue(NOT_READ, Optional.empty()))
            // what records are asked is no part of them
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    /** A newer version may know more. */
    private static final JsonMapper NEWER_JSON = JSON.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FactsJson() {}

    /** A record in several lines. */
    static String of(Object facts) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(facts);
    }

    /** Where the fleet's files are kept is private. */
    interface WithoutFolder {
        @JsonSerialize(converter = FileName.class)
        String file();
    }

    private static final class FileName extends StdConverter<String, String> {
        @Override
        public String convert(String file) {
            return String.valueOf(Path.of(file).getFileName());
        }
    }

    /** So are the names that the provider gave its load balancers. */
    interface OfLoadBalancer {
        @JsonSerialize(converter = SameName.class)
        String name();

        @JacksonInject(value = NOT_READ, useInput = OptBoolean.TRUE)
        Optional<List<GroupRule>> outboundRules();
    }

    private static final class SameName extends StdConverter<String, String> {
        @Override
        public String convert(String name) {
            return "load balancer";
        }
    }

    /**
     * Reads a file.
     *
     * @param wanted what it should be, in words
     * @throws Refusal if it is not that
     */
    static <T> T read(Path file, String wanted, Class<T> type) {
        try {
            byte[] bytes = GivenFile.read(file)
                    .orElseThrow(() ->
                            Refusal.of("%s is larger than %s; give %s".formatted(file, GivenFile.LARGEST, wanted)));
            T read = NEWER_JSON.readValue(bytes, type);
            if (read == null) {
                throw Refusal.of("%s is empty; give %s".formatted(file, wanted));
            }
            return read;
        } catch (IOException unreadable) {
            throw Refusal.of("%s can't be read: %s; give %s"
                    .formatted(file, FileFailure.of(unreadable).why(), wanted));
        } catch (StreamConstraintsException wrong) {
            throw Refusal.of("%s is wrong: it has a text of more than %,d characters, or is too deep; give %s"
                    .formatted(file, LONGEST_TEXT, wanted));
        } catch (JacksonException wrong) {
            throw Refusal.of("%s is wrong%s; give %s".formatted(file, place(wrong), wanted));
        }
    }

    /** Where it is wrong; what the library says is about Java. */
    private static String place(JacksonException wrong) {
        String member = wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[%d]".formatted(step.getIndex())
                        : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        TokenStreamLocation at = wrong.getLocation();
        return (member.isEmpty() ? "" : " at %s".formatted(member))
                + (at == null || at.getLineNr() < 1
                        ? ""
                        : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()));
    }
}
