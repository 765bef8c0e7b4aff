package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.HealthProbe;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.net.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the customers' template and module say of integrations is written from the facts:
 * {@code -Dgolden.rewrite=true} writes it anew.
 */
class IntegrationsInFormsTest {

    private static final Path FORMS = Path.of("src/main/resources/com/elementarydata/privatelink/template");
    private static final Path CUSTOMERS = Path.of("docs/customer/README.md");
    private static final Port DEFAULT_PORT = Port.of(443);
    private static final List<Integration> HOSTED = Integrations.hostedByCustomers();

    @Test
    void the_template_says_of_integrations_what_their_facts_say() throws IOException {
        String mappings = HOSTED.stream().map(IntegrationsInFormsTest::preset).collect(Collectors.joining());
        Stream<String> ofRefusedPorts = HOSTED.stream()
                .filter(integration -> !integration.refusedPorts().isEmpty())
                .map(IntegrationsInFormsTest::rule);
        String rules =
                Stream.concat(ofRefusedPorts, Stream.of(ruleOfDefaultPort())).collect(Collectors.joining());
        String asked = HOSTED.stream()
                .filter(integration -> integration.healthProbe().isPresent())
                .map(Integration::key)
                .collect(Collectors.joining(", "));
        hold("provider.template.yaml", text -> {
            String withMappings =
                    replaced(text, "(?s)(?<=\nMappings:\n  Integrations:\n).*?(?=\n\n)", mappings.stripTrailing());
            String withKeys = replaced(
                    withMappings, "(?<=\n    Default: service\n    AllowedValues: \\[)[^]]*", keys("%s", ", "));
            String withAsked = replaced(withKeys, "(?<=- Fn::Contains: \\[\\[)[^]]*(?=], !Ref Integration])", asked);
            return replaced(
                    withAsked,
                    "(?s)(?<=\n\n)  \\w+:\n    RuleCondition: !Equals \\[!Ref Integration.*?(?=Conditions:\n)",
                    rules);
        });
    }

    @Test
    void the_module_says_of_integrations_what_their_facts_say() throws IOException {
        String blocks = HOSTED.stream().map(IntegrationsInFormsTest::block).collect(Collectors.joining());
        hold(
                "terraform/integrations.tf",
                text -> replaced(text, "(?s)(?<=  integrations = \\{\n).*?(?=  }\n\n)", blocks));
        hold("terraform/variables.tf", text -> {
            String withKeys = replaced(text, "(?<=contains\\(\\[)[^]]*(?=], var.integration)", keys("\"%s\"", ", "));
            String withRefusal = replaced(
                    withKeys,
                    "(?<=, var.integration\\)\n    error_message = \"Give one of )[^\"]*",
                    keys("%s", ", ") + ".");
            return replaced(
                    withRefusal, "(?<=  description = \"What Elementary connects to: )[^\"]*", keys("%s", ", ") + ".");
        });
    }

    @Test
    void the_script_says_of_integrations_what_their_facts_say() throws IOException {
        String entries = HOSTED.stream().map(IntegrationsInFormsTest::entry).collect(Collectors.joining(" "));
        hold(ProviderScript.FILE, text -> replaced(text, "(?s)(?<=\nintegrations='\n).*?(?=\n'\n)", wrapped(entries)));
    }

    private static String entry(Integration integration) {
        return "%s:%s:%s"
                .formatted(
                        integration.key(),
                        between(integration.ports()),
                        between(integration.refusedPorts().keySet()));
    }

    private static String between(Collection<?> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String wrapped(String words) {
        return words.replaceAll("(.{1,120})( |$)", "$1\n").strip();
    }

    @Test
    void the_document_for_customers_says_of_integrations_what_their_facts_say() throws IOException {
        String rows = HOSTED.stream().map(IntegrationsInFormsTest::row).collect(Collectors.joining());
        hold(
                CUSTOMERS,
                text -> replaced(
                        text,
                        "(?<=\\| Integration \\|.{1,80}\n\\| --- \\| --- \\| --- \\| --- \\| --- \\|\n)(\\|.*\n)*",
                        rows));
    }

    private static String row(Integration integration) {
        String ports = integration.ports().stream().map(Port::toString).collect(Collectors.joining(", "));
        String check = integration
                .healthProbe()
                .map(probe -> "%s at `%s`%s"
                        .formatted(
                                probe.protocol(),
                                probe.path(),
                                probe.port().map(port -> " on port " + port).orElse("")))
                .orElse("TCP");
        return "| `%s` | %s | %s | %s | %d s |\n"
                .formatted(
                        integration,
                        integration.ports().isEmpty() ? "any other TCP service" : integration.title(),
                        ports.isEmpty() ? "to be given" : ports,
                        check,
                        integration.tcpIdleTimeout());
    }

    private static void hold(String file, UnaryOperator<String> written) throws IOException {
        hold(FORMS.resolve(file), written);
    }

    private static void hold(Path form, UnaryOperator<String> written) throws IOException {
        String expected = written.apply(Files.readString(form));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(form, expected);
        }
        assertThat(form).content().isEqualTo(expected);
    }

    private static String replaced(String text, String place, String by) {
        Matcher matcher = Pattern.compile(place).matcher(text);
        assertThat(matcher.results()).as(place).hasSize(1);
        return matcher.reset().replaceFirst(Matcher.quoteReplacement(by));
    }

    private static String keys(String form, String separator) {
        return HOSTED.stream()
                .map(integration -> form.formatted(integration.key()))
                .collect(Collectors.joining(separator));
    }

    private static String preset(Integration integration) {
        Optional<HealthProbe> probe = integration.healthProbe();
        return "    %s: {Protocol: %s, Path: %s, Port: %s, IdleTimeout: '%d'}\n"
                .formatted(
                        integration.key(),
                        probe.map(HealthProbe::protocol).orElse("TCP"),
                        probe.map(HealthProbe::path).orElse("/"),
                        probe.flatMap(HealthProbe::port)
                                .map(port -> "'" + port + "'")
                                .orElse("traffic-port"),
                        integration.tcpIdleTimeout());
    }

    /** Rules look nothing up in mappings. */
    private static String rule(Integration integration) {
        String id = Arrays.stream(integration.title().split("[ -]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        String refused = integration.refusedPorts().keySet().stream()
                .map(port -> "'" + port + "'")
                .collect(Collectors.joining(", "));
        String ports = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> "              - Fn::Contains: [[%s], !Ref Port%d]\n".formatted(refused, number))
                .collect(Collectors.joining());
        return """
                  %s:
                    RuleCondition: !Equals [!Ref Integration, %s]
                    Assertions:
                      - Assert: !Not
                          - !Or
                %s\
                        AssertDescription: Ports that users of %s do not need are never exposed

                """.formatted(id, integration.key(), ports, integration.title()).indent(0);
    }

    /** The port that both forms have by default, which an integration may not be on at all. */
    private static String ruleOfDefaultPort() {
        String elsewhere = HOSTED.stream()
                .filter(integration -> !ports(integration).contains(DEFAULT_PORT))
                .map(Integration::key)
                .collect(Collectors.joining(", "));
        return """
                  PortsOfIntegration:
                    RuleCondition: {'Fn::Contains': [[%s], !Ref Integration]}
                    Assertions:
                      - Assert: !Not [{'Fn::Contains': [[!Ref Port1, !Ref Port2, !Ref Port3, !Ref Port4], '%s']}]
                        AssertDescription: Give the ports of the integration; if it is on 443, choose service

                """.formatted(elsewhere, DEFAULT_PORT).indent(0);
    }

    /** The usual ports; the default of both forms where they have to be given. */
    private static List<Port> ports(Integration integration) {
        return integration.ports().isEmpty() ? List.of(DEFAULT_PORT) : integration.ports();
    }

    private static String block(Integration integration) {
        Optional<HealthProbe> probe = integration.healthProbe();
        return """
                    %s = {
                      title            = "%s"
                      health_check     = { protocol = "%s", path = %s, port = %s }
                      tcp_idle_timeout = %d
                      refused_ports    = %s
                      ports            = %s
                    }
                """.formatted(
                        integration.key(),
                        integration.title(),
                        probe.map(HealthProbe::protocol).orElse("TCP"),
                        probe.map(asked -> "\"" + asked.path() + "\"").orElse("null"),
                        probe.flatMap(HealthProbe::port).map(Port::toString).orElse("null"),
                        integration.tcpIdleTimeout(),
                        integration.refusedPorts().keySet(),
                        ports(integration));
    }
}
