package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.ProviderReader;
import com.elementarydata.privatelink.cli.render.ProviderReport;
import com.elementarydata.privatelink.config.HandoffDraft;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Checks what a customer offers, and writes the document to hand off. */
@Command(
        name = "check",
        description = "Checks an endpoint service and everything behind it, and prints what to hand to Elementary.",
        footer = {
            "",
            "It only reads; bin/privatelink policy provider check prints the permissions that it needs.",
            "",
            "Example:",
            "  bin/privatelink provider check --integration github-enterprise-server \\",
            "    --hostname git.acme.example \\",
            "    --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0"
        })
final class ProviderCheckVerb implements Callable<Integer> {

    static final String PORT = "--port";

    @Mixin
    private ServiceNameOption service;

    @Mixin
    private AwsOption aws;

    @Option(
            names = "--integration",
            converter = OfCustomer.class,
            completionCandidates = OfCustomer.class,
            paramLabel = "NAME",
            description = "What is behind the service: ${COMPLETION-CANDIDATES}.")
    private @Nullable Integration integration;

    @Option(
            names = "--hostname",
            paramLabel = "NAME",
            description = "A hostname by which Elementary reaches it; may be repeated.")
    private List<String> hostnames = List.of();

    @Option(
            names = PORT,
            split = ",",
            paramLabel = "PORT",
            description =
                    "A TCP port that Elementary uses; may be repeated. By default the integration's, or that of the"
                            + " only listener. Other listeners are not looked at.")
    private List<Integer> ports = List.of();

    @Option(names = "--json", description = "Prints facts, findings and the handoff document as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        EndpointServiceName name = service.name();
        List<String> hosts = new OfferedHosts(Optional.ofNullable(integration), hostnames).checked();
        Optional<ProviderFacts> facts = ProviderReader.read(aws.access(), name);
        aws.showCalls(console.err());
        if (facts.isEmpty()) {
            console.err()
                    .println("%s is not in this account; use the credentials of the account that owns it"
                            .formatted(name));
            return ExitCode.FINDINGS;
        }
        List<Integer> judged = new OfferedPorts(Optional.ofNullable(integration), facts.get())
                .choose(ports, new Answers(new Questions(console.input(), console.err())));
        List<Finding> findings = ProviderDiagnosis.of(facts.get(), judged);
        HandoffDraft handoff = new HandoffDraft(facts.get(), name, integration, hosts, judged);
        ProviderReport report = new ProviderReport(facts.get(), findings, handoff);
        console.print(json, report::json, () -> report.lines(console.screen()));
        return ExitCode.of(findings.stream().noneMatch(finding -> finding.verdict() == Verdict.FAILED));
    }

    /** An integration whose service the customer hosts, and the keys of all those for completion and help. */
    static final class OfCustomer implements ITypeConverter<Integration>, Iterable<String> {

        @Override
        public Integration convert(String key) {
            return Integrations.of(key)
                    .filter(Integration::isHostedByCustomer)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"%s\" is not one of %s".formatted(key, Integrations.hostedByCustomers())));
        }

        @Override
        public Iterator<String> iterator() {
            return Integrations.hostedByCustomers().stream()
                    .map(Integration::key)
                    .iterator();
        }
    }
}
