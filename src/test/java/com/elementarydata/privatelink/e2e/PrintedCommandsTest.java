package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a test of this package runs every command that people are told to paste. */
class PrintedCommandsTest {

    /** What no local AWS can answer: it has no stuck rollbacks, and its Regions cannot be enabled. */
    private static final Set<String> PRINTED_NOT_RUN =
            Set.of("aws cloudformation continue-update-rollback", "aws account enable-region");

    /** By document, heading and number. */
    private static final Set<String> DOCUMENTED_NOT_RUN = Set.of(
            // writes into the project's own fleet; OnboardingIT types the like for a fleet of its own
            "docs/command-line.md, A new customer 0",
            // runs this test
            "README.md, Build and test 0",
            // leave everything on AWS, or find nothing there
            "docs/first-real-deployment.md, By hand 0",
            "docs/first-real-deployment.md, Afterwards 0");

    private static final Pattern TAKEN = Pattern.compile(
            "Commands\\s*\\.(below|forCustomers|in)\\(\\s*(?:\"([^\"]+)\",\\s*)?\"([^\"]+)\",\\s*([0-9])\\)");

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/com/elementarydata/privatelink/e2e"))) {
            return files.filter(file -> !file.endsWith("PrintedCommandsTest.java"))
                    .sorted()
                    .toList();
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path test : tests()) {
            all.append(Files.readString(test));
        }
        return all.toString();
    }

    private static Stream<String> spelled(Object commands, Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == String.class)
                .map(method -> spell(commands, method))
                .filter(Commands::isTyped);
    }

    private static String spell(Object commands, Method method) {
        try {
            return (String) method.invoke(
                    commands,
                    Stream.of(method.getGenericParameterTypes())
                            .map(PrintedCommandsTest::word)
                            .toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(method.toString(), failure);
        }
    }

    private static Object word(Type type) {
        if (type instanceof ParameterizedType many) {
            return List.of(word(many.getActualTypeArguments()[0]));
        }
        if (type == int.class || type == Integer.class) {
            return 443;
        }
        if (type == Path.class) {
            return Path.of("w");
        }
        if (type == long.class) {
            return 600L;
        }
        return type == String[].class ? new String[] {"w"} : "w";
    }

    @Test
    void every_command_that_verbs_print_is_run() throws IOException {
        String sources = sources();
        List<String> spelled = Stream.of(
                        spelled(new AwsCommands("eu-west-1", Optional.empty()), AwsCommands.class),
                        spelled(CdkCommands.ofUnknownFolder(), CdkCommands.class),
                        spelled(new Object(), PrivatelinkCommands.class))
                .flatMap(commands -> commands)
                .filter(command -> PRINTED_NOT_RUN.stream().noneMatch(words -> command.startsWith(words + " ")))
                .toList();

        assertThat(spelled)
                .hasSizeGreaterThan(20)
                .allSatisfy(command ->
                        assertThat(PrintedCommand.of(command)).as(command).isPresent());
        assertThat(PrintedCommand.values()).allSatisfy(printed -> {
            assertThat(spelled)
                    .as("spelled")
                    .anyMatch(command -> PrintedCommand.of(command).equals(Optional.of(printed)));
            assertThat(sources).as("run by a test that says so").contains("PrintedCommand." + printed);
        });
    }

    @Test
    void every_command_of_the_documents_is_run() throws IOException {
        List<String> taken = TAKEN.matcher(sources())
                .results()
                .map(found -> "%s, %s %s"
                        .formatted(
                                switch (found.group(1)) {
                                    case "below" -> "docs/operations.md";
                                    case "forCustomers" -> "docs/customer/README.md";
                                    default -> found.group(2);
                                },
                                found.group(3),
                                found.group(4)))
                .toList();

        assertThat(documented())
                .hasSizeGreaterThan(15)
                .allSatisfy(block -> assertThat(taken.contains(block) || DOCUMENTED_NOT_RUN.contains(block))
                        .as("%s is taken by a test of this package, with Commands.in", block)
                        .isTrue())
                .containsAll(DOCUMENTED_NOT_RUN);
    }

    /** The blocks of all documents that have a command. */
    private static List<String> documented() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("docs/customer/README.md")));
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        List<String> blocks = new ArrayList<>();
        for (Path document : documents) {
            for (String section :
                    Files.readString(document).replaceFirst("^# ", "").split("(?m)^##+ ", -1)) {
                List<List<String>> found = Commands.blocks(section);
                for (int i = 0; i < found.size(); i++) {
                    if (found.get(i).stream().anyMatch(Commands::isTyped)) {
                        blocks.add("%s, %s %d"
                                .formatted(document, section.lines().findFirst().orElse(""), i));
                    }
                }
            }
        }
        return blocks;
    }
}
