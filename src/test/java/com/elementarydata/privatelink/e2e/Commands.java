package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.FleetSearch;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.template.ProviderScript;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs commands as they are printed or documented, in a shell, as an account of a local AWS. What they write goes to a
 * folder of their own, where the customers' script is. Those that ask run in the project's, and are answered yes on a terminal.
 */
final class Commands {

    private static final Pattern BLOCK =
            Pattern.compile("^ *```(\\w*)\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern TYPED =
            Pattern.compile("(aws|sh elementary-privatelink[.]sh|bin/[a-z-]+|npx cdk|bench/[a-z-]+|mvn) .*");

    /** Prints what a program says on a terminal of its own, and exits as it does. */
    private static final String TERMINAL = "import pty, sys; sys.exit(pty.spawn(['sh', '-c', sys.argv[1]]) >> 8)";

    private static final String ANSWERED = "printf 'y\\ny\\ny\\ny\\n' | timeout 300 python3 -c \"$0\" \"$1\"";

    private final LocalAws aws;
    private final AccountId account;
    private final Path folder;
    private final Set<PrintedCommand> ran = EnumSet.noneOf(PrintedCommand.class);

    Commands(Clients clients, AccountId account) {
        this.aws = clients.aws();
        this.account = account;
        try {
            this.folder = Files.createTempDirectory("typed-").toRealPath();
            Files.writeString(folder.resolve(ProviderScript.FILE), ProviderScript.text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The commands below a heading of what Elementary's engineers are told, of one of its blocks. */
    static List<String> below(String heading, int block) throws IOException {
        return in("docs/operations.md", heading, block);
    }

    /** The same of what customers are told. */
    static List<String> forCustomers(String heading, int block) throws IOException {
        return in("docs/customer/README.md", heading, block);
    }

    /** The same of any document. */
    static List<String> in(String file, String heading, int block) throws IOException {
        String document = Files.readString(Path.of(file));
        int start = document.indexOf("# " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = document.indexOf("\n##", start);
        return blocks(document.substring(start, end < 0 ? document.length() : end))
                .get(block);
    }

    /** The lines of each block of a document that is in no other language. */
    static List<List<String>> blocks(String document) {
        return BLOCK.matcher(document.replaceAll("\\\\\n\\s*", ""))
                .results()
                .filter(found -> found.group(1).isEmpty() || found.group(1).equals("text"))
                .map(found -> found.group(2).lines().map(String::strip).toList())
                .toList();
    }

    /** Whether a line is a command. */
    static boolean isTyped(String line) {
        return TYPED.matcher(line + " ").matches();
    }

    /** Runs them in their order, and gives what they said. */
    String run(List<String> commands, Map<String, String> values) {
        StringBuilder said = new StringBuilder();
        for (String command : commands) {
            String filled = command;
            for (var value : values.entrySet()) {
                filled = filled.replace("<" + value.getKey() + ">", value.getValue());
            }
            assertThat(isTyped(filled)).as(filled).isTrue();
            assertThat(filled).doesNotContain("<");
            said.append(run(filled));
            PrintedCommand.of(filled).ifPresent(ran::add);
        }
        return said.toString();
    }

    /** Which of those that are printed have been run, and ended well. */
    Set<PrintedCommand> ran() {
        return ran;
    }

    /** Where they write. */
    Path folder() {
        return folder;
    }

    private String run(String command) {
        boolean asks = command.startsWith("npx ") || command.contains(" provider accept ");
        Path here = Path.of("").toAbsolutePath();
        ProcessBuilder builder = asks
                ? new ProcessBuilder("sh", "-c", ANSWERED, TERMINAL, command)
                : new ProcessBuilder("sh", "-c", command.replaceFirst("^bin/", here + "/bin/"))
                        .directory(folder.toFile());
        aws.lead(builder, account);
        builder.environment().put(FleetSearch.VARIABLE, here.resolve("stacks").toString());
        builder.environment()
                .merge("PATH", here + "/local-aws/bin", (path, first) -> first + File.pathSeparator + path);
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + "\n" + said).isZero();
            assertThat(said).as(command).doesNotContain("\"Unsuccessful\": [\n");
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command, interruption);
        }
    }
}
