package com.elementarydata.privatelink.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandsTest {

    /** A command with options. Examples of {@code --help} are indented or an integration's; {@code demo} lists what to try. */
    private static final Pattern COMMAND =
            Pattern.compile("\"(npx cdk|aws [a-z0-9]+ [a-z-]+|bin/privatelink [a-z]+)[^\"]* -");

    @Test
    void no_command_is_spelled_anywhere_else() throws IOException {
        Path sources = Path.of("src/main/java/com/elementarydata/privatelink");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(sources.resolve("command"))
                            && !file.startsWith(sources.resolve("integration"))
                            && !file.endsWith("DemoVerb.java"))
                    .toList();
            assertThat(others).hasSizeGreaterThan(100);
            for (Path file : others) {
                assertThat(COMMAND.matcher(Files.readString(file)).results().map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void what_a_shell_would_split_is_quoted() {
        assertThat(Quoted.command("git", "rm", "my stacks/it's.yaml")).isEqualTo("git rm 'my stacks/it'\\''s.yaml'");
        assertThat(AwsCommands.in("eu-west-1").stackOutputs("S"))
                .isEqualTo("aws cloudformation describe-stacks --region eu-west-1 --stack-name S --query"
                        + " 'Stacks[].Outputs'");
    }

    @Test
    void a_profile_comes_last() {
        assertThat(new AwsCommands("eu-west-1", Optional.of("our own")).deleteStack("S"))
                .isEqualTo("aws cloudformation delete-stack --region eu-west-1 --stack-name S --profile 'our own'");
    }

    @Test
    void a_deployment_names_the_folder_unless_it_is_the_projects_own() {
        assertThat(CdkCommands.of(Path.of("stacks"), List.of())
                        .forCustomer("acme")
                        .redeploy("S"))
                .isEqualTo("npx cdk deploy S -c customers=acme");
        assertThat(CdkCommands.of(Path.of("/fleet"), List.of())
                        .forCustomer("acme")
                        .redeploy("S"))
                .isEqualTo("npx cdk deploy S -c stacks=/fleet -c customers=acme");
        assertThat(CdkCommands.ofUnknownFolder().forCustomer("acme").redeploy("S"))
                .isEqualTo("npx cdk deploy S -c customers=acme");
    }
}
