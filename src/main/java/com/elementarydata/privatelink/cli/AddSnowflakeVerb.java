package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Connects a customer's Snowflake account. */
@Command(
        name = "snowflake",
        description = "Adds a connection to a Snowflake account, from what Snowflake prints of it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  bin/privatelink add snowflake acme --config acme.json \\",
            "    --availability-zone-ids usw2-az1,usw2-az2",
            "  snow sql --format json -q 'SELECT SYSTEM$GET_PRIVATELINK_CONFIG()' |",
            "    bin/privatelink add snowflake acme --config - --discover"
        })
final class AddSnowflakeVerb implements Callable<Integer> {

    private static final String CONFIG = "--config";
    private static final String MEANING = "what SELECT SYSTEM$GET_PRIVATELINK_CONFIG() prints";

    @Mixin
    private AddOptions options;

    @Option(
            names = CONFIG,
            paramLabel = "FILE",
            description = "What SELECT SYSTEM$$GET_PRIVATELINK_CONFIG() prints, in a file; - reads standard input.")
    private @Nullable String config;

    @Mixin
    private ConnectivityOption connectivity;

    @Option(
            names = "--include",
            split = ",",
            paramLabel = "WORD",
            description = "Names beyond the account's: snowsight, app-service, duo, client-redirect.")
    private List<String> include = List.of();

    @Override
    public Integer call() throws IOException {
        return options.add(config, (fleet, answers) -> {
            ConnectionText text = new ConnectionText(options.id(fleet, "warehouse"), Snowflake.INTEGRATION)
                    .texts("include", include, new Origin.Named("--include"));
            connectivity.write(text);
            input(answers).ifPresent(input -> text.privatelinkConfig(input.name(), output(input)));
            return text;
        });
    }

    /** Of a file where one is named; of one line that a person pastes otherwise. */
    private Optional<InputFile> input(Answers answers) {
        return config != null
                ? Optional.of(InputFile.read(config, options.input()))
                : answers.need(CONFIG, null, MEANING + ", in one line", line -> {})
                        .map(line -> new InputFile("the answer", line.getBytes(StandardCharsets.UTF_8)));
    }

    private static SnowflakeOutput output(InputFile input) {
        SnowflakeOutput output = SnowflakeOutput.read(input.name(), input.content());
        if (!output.problems().isEmpty()) {
            throw new Refusal(output.problems().stream().map(Problem::toString).toList(), ExitCode.FINDINGS);
        }
        return output;
    }
}
