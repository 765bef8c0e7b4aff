package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.net.Hostname;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Connects a customer's GitHub Enterprise Server. */
@Command(
        name = "github-enterprise-server",
        description = "Adds a connection to a GitHub Enterprise Server, prepared until the customer has accepted it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  bin/privatelink add github-enterprise-server acme --handoff handoff.json",
            "  bin/privatelink add github-enterprise-server acme --discover \\",
            "    --hostname git.acme.example \\",
            "    --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0 \\",
            "    --aws-account-id 210987654321"
        })
final class AddGitHubEnterpriseServerVerb implements Callable<Integer> {

    @Mixin
    private AddOptions options;

    @Mixin
    private HostedOptions hosted;

    @Option(
            names = HostedOptions.HOSTNAME,
            paramLabel = "NAME",
            description = "The name that the customer's people use for it.")
    private @Nullable String hostname;

    @Option(
            names = "--subdomain-isolation",
            description = "It has subdomain isolation on, so that the names below its own lead to it too.")
    private boolean subdomainIsolation;

    @Override
    public Integer call() throws IOException {
        return options.add(hosted.handoff(), (fleet, answers) -> {
            ConnectionText text = new ConnectionText(options.id(fleet, "git"), GitHubEnterpriseServer.INTEGRATION);
            boolean named = hostname != null || subdomainIsolation;
            return hosted.document(GitHubEnterpriseServer.INTEGRATION, options.input(), named)
                    .map(document -> hosted.write(text, document))
                    .orElseGet(() -> write(text, answers));
        });
    }

    private ConnectionText write(ConnectionText text, Answers answers) {
        return hosted.write(text, answers)
                .text(
                        "hostname",
                        answers.need(
                                HostedOptions.HOSTNAME,
                                hostname,
                                "the name that the customer's people use, such as git.acme.example",
                                Hostname::parse),
                        new Origin.Named(HostedOptions.HOSTNAME))
                .yes("subdomainIsolation", subdomainIsolation, new Origin.Named("--subdomain-isolation"))
                .integers("ports", hosted.ports(), new Origin.Named(HostedOptions.PORTS));
    }
}
