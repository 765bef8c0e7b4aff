package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.template.ProviderScript;
import com.elementarydata.privatelink.template.ProviderTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTemplateVerbTest {

    private static final Path EXPECTED =
            Path.of("src/main/resources/com/elementarydata/privatelink/template/provider.template.yaml");
    private static final String URL = "https://acme.s3.eu-west-1.amazonaws.com/elementary.template.yaml";

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... arguments) {
        return provider("template", arguments);
    }

    private static Run provider(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of("provider", verb));
        all.addAll(Arrays.asList(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), all.toArray(String[]::new));
        return new Run(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Run link(String... more) {
        List<String> all = new ArrayList<>(List.of("--quick-create", "--region", "eu-west-1", "--template-url", URL));
        all.addAll(Arrays.asList(more));
        return run(all.toArray(String[]::new));
    }

    @Test
    void prints_the_template() throws IOException {
        assertThat(run()).isEqualTo(new Run(0, Files.readString(EXPECTED), ""));
    }

    @Test
    void writes_the_template_to_a_file(@TempDir Path folder) {
        Path file = folder.resolve("elementary.template.yaml");

        assertThat(run("--output", file.toString())).isEqualTo(new Run(0, "", ""));

        assertThat(file).hasSameTextualContentAs(EXPECTED);
    }

    @Test
    void prints_and_writes_the_script(@TempDir Path folder) {
        Path file = folder.resolve(ProviderScript.FILE);

        assertThat(provider("script")).isEqualTo(new Run(0, ProviderScript.text(), ""));
        assertThat(provider("script", "--output", file.toString())).isEqualTo(new Run(0, "", ""));
        assertThat(file).content().isEqualTo(ProviderScript.text());
    }

    @Test
    void writes_the_module_of_terraform_into_a_folder_of_its_own_and_again(@TempDir Path folder) throws IOException {
        Path module = folder.resolve("modules/elementary");
        assertThat(provider("terraform", "--output", module.toString()).exitCode())
                .isZero();
        Files.createDirectories(module.resolve(".terraform"));
        Files.writeString(module.resolve(".terraform/lock"), "terraform's own");

        assertThat(provider("terraform", "--output", module.toString()).exitCode())
                .isZero();

        Path source = Path.of("src/main/resources/com/elementarydata/privatelink/template/terraform");
        try (Stream<Path> expected = Files.walk(source).filter(Files::isRegularFile)) {
            assertThat(expected)
                    .hasSize(19)
                    .allSatisfy(file ->
                            assertThat(module.resolve(source.relativize(file))).hasSameTextualContentAs(file));
        }
    }

    @Test
    void fails_to_write_the_module_of_terraform_where_there_can_be_no_folder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "ours");

        assertThat(provider("terraform", "--output", file.toString()).err())
                .isEqualTo(
                        "bin/privatelink provider terraform failed: %s can't be used: it, or what it is in, is not a folder;"
                                        .formatted(file)
                                + " name another path\n");
        assertThat(provider(
                                "terraform",
                                "--output",
                                folder.resolve("x".repeat(300)).toString())
                        .err())
                .contains("x can't be used: its name is too long; choose a shorter one");
    }

    @Test
    void fails_to_write_the_module_of_terraform_among_files_that_are_not_its_own(@TempDir Path folder)
            throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "# Ours");
        assertThat(provider("terraform", "--output", folder.toString()))
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                folder
                                        + " has files that are not the module's, such as README.md; name a folder of its own\n"));
        assertThat(readme).hasContent("# Ours");
        Files.delete(readme);
        provider("terraform", "--output", folder.toString());
        Files.writeString(folder.resolve("ours.tf"), "# ours");
        assertThat(provider("terraform", "--output", folder.toString()).err()).contains("such as ours.tf");
    }

    @Test
    void fails_for_an_empty_path_as_of_a_variable_that_is_not_set() {
        for (String verb : List.of("terraform", "template", "script")) {
            assertThat(provider(verb, "--output", ""))
                    .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                    .satisfies(run -> assertThat(run.err()).contains("the path is empty"));
        }
    }

    @Test
    void fails_without_a_folder_for_the_module() {
        assertThat(provider("terraform").exitCode()).isEqualTo(2);
    }

    @Test
    void makes_a_link_that_gives_every_parameter_back() {
        Map<String, String> parameters = new LinkedHashMap<>();
        ProviderTemplate.json().get("Parameters").propertyNames().forEach(name -> parameters.put(name, ""));
        parameters.putAll(Map.of(
                "VpcId", "vpc-0123456789abcdef0",
                "SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1",
                "Hostnames", "git.acme.example,*.git.acme.example",
                "Integration", "service",
                "Port1", "5432",
                "TargetType", "ip",
                "Target1", "10.1.2.3",
                "TargetsOutsideVpc", "false",
                "HealthCheckProtocol", "HTTPS",
                "HealthCheckPath", "/a+b?c=d&e=%20#f"));
        parameters.putAll(Map.of("ClientCidr1", "10.0.1.0/24", "ClientCidr2", "10.0.2.0/24"));
        parameters.put("ClientCidr3", "");
        parameters.putAll(Map.of("AdmitPathMtuIcmp", "false", "DeletionProtection", "true"));
        List<String> options = new ArrayList<>();
        parameters.forEach((name, value) -> options.addAll(List.of("--parameter", name + "=" + value)));

        Run run = link(options.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        URI uri = URI.create(run.out().strip());
        assertThat(uri.getHost()).isEqualTo("eu-west-1.console.aws.amazon.com");
        Map<String, String> read = new LinkedHashMap<>();
        for (String pair : uri.getRawFragment()
                .replaceFirst("^/stacks/create/review\\?", "")
                .split("&", -1)) {
            String[] sides = pair.split("=", 2);
            read.put(sides[0], URLDecoder.decode(sides[1], UTF_8));
        }
        assertThat(read).containsEntry("templateURL", URL).containsEntry("stackName", "elementary-privatelink");
        parameters.forEach((name, value) -> assertThat(read).containsEntry("param_" + name, value));
        assertThat(read).hasSize(parameters.size() + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Port1=0 | Port1=0 is not valid; give a TCP port from 1 to 65535",
                "Target1=8.8.8.8 | Target1=8.8.8.8 is not valid; give a private IPv4 address",
                "ClientCidr1=0.0.0.0/0 | is not valid; give an IPv4 CIDR block from /8 to /32",
                "HealthCheckProtocol=UDP | is not valid; give one of automatic, TCP, HTTP, HTTPS",
                "Protocol=HTTP | the template has no parameter \"Protocol\"",
            })
    void fails_for_a_link_with_parameters_that_cloudformation_would_refuse(String parameter, String problem) {
        Run run = link("--parameter", parameter);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://acme.s3.amazonaws.com/t.json", "https://acme.example/t.json", "t.json"})
    void fails_for_a_template_that_cloudformation_cannot_read(String url) {
        Run run = run("--quick-create", "--region", "eu-west-1", "--template-url", url);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(url + " is not an HTTPS address in an S3 bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-gov-west-1", "cn-north-1"})
    void fails_for_a_link_to_a_region_of_another_partition(String region) {
        Run run = run("--quick-create", "--region", region, "--template-url", URL);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("which no private connection from Elementary reaches");
    }

    @Test
    void fails_for_a_link_that_lacks_something_and_for_options_of_a_link_without_one() {
        assertThat(run("--quick-create", "--region", "eu-west-1").err())
                .contains("--quick-create needs --template-url");
        assertThat(run("--quick-create", "--template-url", URL).err()).contains("--quick-create needs --region");
        assertThat(run("--parameter", "Port1=443").err()).contains("add --quick-create");
        assertThat(run("--parameter", "Port1=443").exitCode()).isEqualTo(2);
    }
}
