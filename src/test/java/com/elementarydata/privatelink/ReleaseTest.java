package com.elementarydata.privatelink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What a release needs beside what works: {@code bin/release} makes it, and verifies it by using it. */
class ReleaseTest {

    private static final XPath PATHS = XPathFactory.newInstance().newXPath();
    private static Document pom;

    @BeforeAll
    static void readPom() throws Exception {
        pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    }

    private static String ofPom(String path) throws Exception {
        return PATHS.evaluate("/project/" + path, pom);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "scm/connection",
                "scm/developerConnection",
                "scm/url",
                "issueManagement/url"
            })
    void the_pom_has_what_maven_central_demands(String element) throws Exception {
        assertThat(ofPom(element)).isNotBlank();
    }

    @Test
    void the_version_is_one_that_never_changes_and_the_same_everywhere() throws Exception {
        String version = ofPom("version");

        assertThat(version).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("\n## %s - ".formatted(version));
        assertThat(List.of("README.md", "docs/constructs.md"))
                .allSatisfy(
                        document -> assertThat(found("<version>(.*)</version>", Files.readString(Path.of(document))))
                                .containsExactly(version));
        assertThat(found("<privatelink-cdk.version>(.*)<", Files.readString(Path.of("examples/pom.xml"))))
                .containsExactly(version);
    }

    @Test
    void what_only_the_command_line_needs_is_optional() throws Exception {
        String inherited = "dependencies/dependency[not(optional) and not(scope)]";

        assertThat(List.of(
                        ofPom(inherited + "[1]/artifactId"),
                        ofPom(inherited + "[2]/artifactId"),
                        ofPom(inherited + "[3]/artifactId"),
                        ofPom(inherited + "[4]/artifactId")))
                .containsExactly("aws-cdk-lib", "constructs", "ipaddress", "");
    }

    @Test
    void javadoc_links_to_every_package_of_cdk_that_the_library_uses() throws IOException {
        Path root = Path.of("src/main/java/com/elementarydata/privatelink");
        StringBuilder sources = new StringBuilder();
        for (String name : List.of("construct", "integration", "net")) {
            try (Stream<Path> files = Files.list(root.resolve(name))) {
                for (Path file : files.toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        Path lists = Path.of("src/release/javadoc");
        List<String> linked = Stream.concat(
                        Files.readAllLines(lists.resolve("aws-cdk-lib/element-list")).stream(),
                        Files.readAllLines(lists.resolve("constructs/element-list")).stream())
                .toList();

        assertThat(linked)
                .as("the packages in src/release/javadoc")
                .containsAll(found("import (?:static )?(software\\.[a-z0-9.]+)\\.[A-Z]", sources.toString()));
    }
}
