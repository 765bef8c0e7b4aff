import com.elementarydata.privatelink.cli.Verbs;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a page of AsciiDoc for each verb, from what its help says: the profile "release" of pom.xml runs it. */
final class ManPages {

    private ManPages() {}

    /**
     * Writes the pages.
     *
     * @param arguments the folder, and the version
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ManPageGenerator.generateManPage(
                new File(arguments[0]),
                null,
                new boolean[0],
                true,
                Verbs.of("privatelink", "privatelink-cdk " + arguments[1]).getCommandSpec());
        try (Stream<Path> pages = Files.list(folder)) {
            pages.forEach(ManPages::escape);
        }
    }

    /** A bracket within the name of a value, as in HOST[:PORT], would be a role of the text after it. */
    private static void escape(Path page) {
        try {
            Files.writeString(page, Files.readString(page).replaceAll("(?<=[A-Z])\\[(?=[:/])", "{startsb}"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
