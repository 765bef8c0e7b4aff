package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FileFailure;
import com.elementarydata.privatelink.config.GivenFile;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/**
 * Everything that a diagnosis is made from, in a file: what is expected and what was observed. Anyone can judge it.
 *
 * @param version of the file's form
 * @param network Elementary's network
 * @param paths the connections
 * @param facts what was observed
 * @param provider what the provider sees, where it handed that out
 */
public record PathBundle(
        int version,
        ExpectedNetwork network,
        List<ExpectedPath> paths,
        PathFacts facts,
        Optional<ProviderFacts> provider) {

    public static final int VERSION = 1;

    /** The identity after an ARN's account. */
    private static final Pattern IDENTITY =
            Pattern.compile("(?<=[0-9]{12}:)(assumed-role|federated-user|role|user)/[^\"\\s]+");

    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9A-Za-z])[0-9]{12}(?![0-9A-Za-z])");

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
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    /** A newer version may know more. */
    private static final JsonMapper NEWER_JSON = JSON.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * What all connections come to.
     *
     * @param commands for the fleet's folder
     */
    public List<PathDiagnosis> diagnoses(CdkCommands commands) {
        return paths.stream()
                .map(path -> PathDiagnosis.of(
                        network,
                        path,
                        facts,
                        provider.filter(far -> far.serviceName().equals(path.serviceName())),
                        commands))
                .toList();
    }

    /** The file's text. Every account but Elementary's, which is no secret, has another number in it, always the same. */
    public String text() {
        String plain = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        plain = IDENTITY.matcher(plain).replaceAll("$1/withheld");
        Map<String, String> pseudonyms = new LinkedHashMap<>(Map.of(Elementary.ACCOUNT_ID, Elementary.ACCOUNT_ID));
        return ACCOUNT.matcher(plain)
                .replaceAll(account ->
                        pseudonyms.computeIfAbsent(account.group(), absent -> "%012d".formatted(pseudonyms.size())));
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

    /** Reads a file that may come from anywhere. */
    public static PathBundle read(Path file) {
        PathBundle bundle = read(file, "a file that bin/privatelink diagnose --bundle wrote", PathBundle.class);
        if (bundle.version() != VERSION) {
            throw Refusal.of(
                    "%s is version %d; this privatelink reads version %d".formatted(file, bundle.version(), VERSION));
        }
        judge(file, () -> bundle.diagnoses(CdkCommands.ofUnknownFolder()), "give the file unchanged");
        return bundle;
    }

    /** Reads what {@code provider check --json} printed. */
    public static ProviderFacts readProvider(Path file) {
        ProviderFacts facts = read(file, "what bin/privatelink provider check --json prints", ProviderOutput.class)
                .facts();
        judge(file, () -> ProviderDiagnosis.of(facts, facts.ports()), "have it made again");
        return facts;
    }

    private static void judge(Path file, Runnable diagnosis, String remedy) {
        try {
            diagnosis.run();
        } catch (RuntimeException nonsense) {
            String why = String.valueOf(Throwables.getRootCause(nonsense).getMessage());
            throw Refusal.of("%s holds what AWS never says: %s; %s".formatted(file, firstLine(why), remedy));
        }
    }

    private record ProviderOutput(ProviderFacts facts) {}

    private static <T> T read(Path file, String wanted, Class<T> type) {
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
            throw Refusal.of("%s is wrong: %s; give %s".formatted(file, firstLine(wrong.getOriginalMessage()), wanted));
        }
    }

    private static String firstLine(String said) {
        return said.lines().findFirst().orElse("");
    }
}
