package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Connects any TCP service that a customer hosts. */
@Command(
        name = "service",
        description =
                "Adds a connection to a TCP service of a customer's, prepared until the customer has accepted it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  bin/privatelink add service acme --handoff handoff.json",
            "  bin/privatelink add service acme --hostname orders.acme.example --port 5432 \\",
            "      --service-name com.amazonaws.vpce.us-east-2.vpce-svc-0fedcba9876543210 \\",
            "      --aws-account-id 210987654321 --availability-zone-ids use2-az1,use2-az2"
        })
final class AddServiceVerb implements Callable<Integer> {

    private static final String ANY = "service";

    @Mixin
    private AddOptions options;

    @Mixin
    private HostedOptions hosted;

    @Option(
            names = HostedOptions.HOSTNAME,
            split = ",",
            paramLabel = "NAME",
            description = "A name that clients connect to; again for each.")
    private List<String> hostnames = List.of();

    @Override
    public Integer call() throws IOException {
        return options.add(hosted.handoff(), (fleet, answers) -> {
            Optional<HandedOff> document =
                    hosted.document(TcpService.INTEGRATION, options.input(), !hostnames.isEmpty());
            if (document.isPresent()) {
                return hosted.write(text(fleet, document.get().host().value()), document.get());
            }
            List<String> names = answers.needSome(
                    HostedOptions.HOSTNAME,
                    hostnames,
                    "the names that clients connect to, such as orders.acme.example",
                    Hostname::parse);
            ConnectionText text = text(fleet, names.isEmpty() ? ANY : names.get(0))
                    .texts("hostnames", names, new Origin.Named(HostedOptions.HOSTNAME));
            return hosted.write(text, answers)
                    .integers(
                            "ports",
                            answers.needSome(
                                    HostedOptions.PORTS, hosted.ports(), "the TCP ports, such as 5432", port -> {}),
                            new Origin.Named(HostedOptions.PORTS));
        });
    }

    private ConnectionText text(FleetDraft fleet, String hostname) {
        return new ConnectionText(options.id(fleet, label(hostname)), TcpService.INTEGRATION);
    }

    /** The first word of a hostname, where that may be an id. */
    private static String label(String hostname) {
        String label = Splitter.on('.').splitToList(hostname).get(0);
        try {
            return Identifier.parse(label).value();
        } catch (InvalidValueException none) {
            return ANY;
        }
    }
}
