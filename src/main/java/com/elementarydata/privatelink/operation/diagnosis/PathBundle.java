package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import com.google.common.base.Throwables;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
        String plain = FactsJson.of(this);
        plain = IDENTITY.matcher(plain).replaceAll("$1/withheld");
        Map<String, String> pseudonyms = new LinkedHashMap<>(Map.of(Elementary.ACCOUNT_ID, Elementary.ACCOUNT_ID));
        return ACCOUNT.matcher(plain)
                .replaceAll(account ->
                        pseudonyms.computeIfAbsent(account.group(), absent -> "%012d".formatted(pseudonyms.size())));
    }

    /** Reads a file that may come from anywhere. */
    public static PathBundle read(Path file) {
        PathBundle bundle = FactsJson.read(file, "a file that privatelink diagnose --bundle wrote", PathBundle.class);
        if (bundle.version() != VERSION) {
            throw Refusal.of(
                    "%s is version %d; this privatelink reads version %d".formatted(file, bundle.version(), VERSION));
        }
        judge(file, () -> bundle.diagnoses(CdkCommands.ofUnknownFolder()), "give the file unchanged");
        return bundle;
    }

    /** Reads what {@code provider check --json} printed. */
    public static ProviderFacts readProvider(Path file) {
        ProviderFacts facts = FactsJson.read(
                        file, "what privatelink provider check --json prints", ProviderOutput.class)
                .facts();
        judge(file, () -> ProviderDiagnosis.of(facts, facts.ports()), "have it made again");
        return facts;
    }

    private static void judge(Path file, Runnable diagnosis, String remedy) {
        try {
            diagnosis.run();
        } catch (RuntimeException nonsense) {
            // others speak of Java
            String why = Throwables.getRootCause(nonsense) instanceof InvalidValueException wrong
                    ? ": " + firstLine(String.valueOf(wrong.getMessage()))
                    : "";
            throw Refusal.of("%s holds what AWS never says%s; %s".formatted(file, why, remedy));
        }
    }

    private record ProviderOutput(ProviderFacts facts) {}

    private static String firstLine(String said) {
        return said.lines().findFirst().orElse("");
    }
}
