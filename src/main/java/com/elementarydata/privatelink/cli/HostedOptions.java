package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What adding a service asks that a customer hosts: the document that the customer's side made, or each of its values. */
final class HostedOptions {

    private static final String HANDOFF = "--handoff";
    private static final String REGION = "--region";
    private static final String AWS_ACCOUNT_ID = "--aws-account-id";
    private static final String SERVICE_NAME = "--service-name";
    static final String HOSTNAME = "--hostname";
    static final String PORTS = "--ports";

    @Option(
            names = HANDOFF,
            paramLabel = "FILE",
            description = "The handoff document of the customer's side; - reads standard input.")
    private @Nullable String handoff;

    @Option(names = REGION, paramLabel = "REGION", description = "The service's Region. By default its name's.")
    private @Nullable String region;

    @Option(names = AWS_ACCOUNT_ID, paramLabel = "ID", description = "The customer's AWS account, 12 digits.")
    private @Nullable String awsAccountId;

    @Option(
            names = SERVICE_NAME,
            paramLabel = "NAME",
            description = "The endpoint service, as in com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0.")
    private @Nullable String serviceName;

    @Option(
            names = {PORTS, "--port"},
            split = ",",
            paramLabel = "PORT",
            description = "The TCP ports, such as 443,22.")
    private List<String> ports = List.of();

    @Mixin
    private ConnectivityOption connectivity;

    /** What the option that may read standard input names. */
    @Nullable
    String handoff() {
        return handoff;
    }

    List<String> ports() {
        return ports;
    }

    /** The document, if there is one; nothing that it says is said with an option too. */
    Optional<HandedOff> document(Integration integration, StandardInput input, boolean hasHostnames) {
        if (handoff == null) {
            return Optional.empty();
        }
        List<String> twice = Stream.of(
                        given(REGION, region != null),
                        given(AWS_ACCOUNT_ID, awsAccountId != null),
                        given(SERVICE_NAME, serviceName != null),
                        given(HOSTNAME, hasHostnames),
                        given(PORTS, !ports.isEmpty()))
                .flatMap(Optional::stream)
                .map(option -> "%s is what the document of %s says; leave one of them out".formatted(option, HANDOFF))
                .toList();
        if (!twice.isEmpty()) {
            throw new Refusal(twice, ExitCode.USAGE);
        }
        return Optional.of(HandedOff.read(InputFile.read(handoff, input), integration));
    }

    private static Optional<String> given(String option, boolean given) {
        return Optional.of(option).filter(name -> given);
    }

    /** Zones across Regions are not the service's. */
    ConnectionText write(ConnectionText text, HandedOff document) {
        connectivity.write(text);
        text.handedOff(document);
        return text.isCrossRegion()
                ? text
                : text.texts(
                        "availabilityZoneIds",
                        document.handoff().availabilityZoneIds(),
                        new Origin.Named(document.name()));
    }

    ConnectionText write(ConnectionText text, Answers answers) {
        connectivity.write(text);
        Optional<String> name = answers.need(
                SERVICE_NAME,
                serviceName,
                "the endpoint service, such as com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                EndpointServiceName::parse);
        Optional<String> account =
                answers.need(AWS_ACCOUNT_ID, awsAccountId, "the customer's AWS account, 12 digits", AccountId::parse);
        Optional<String> of = Optional.ofNullable(region)
                .or(() -> name.flatMap(HostedOptions::regionOf))
                .or(() -> name.flatMap(unclear ->
                        answers.need(REGION, null, "the service's Region, such as eu-west-1", Region::parse)));
        return text.text("region", of, new Origin.Named(REGION))
                .quoted("awsAccountId", account, new Origin.Named(AWS_ACCOUNT_ID))
                .text("serviceName", name, new Origin.Named(SERVICE_NAME));
    }

    /** What a name that is none says of its Region is said with everything else that is wrong with it. */
    private static Optional<String> regionOf(String serviceName) {
        try {
            return Optional.of(EndpointServiceName.parse(serviceName).region().code());
        } catch (InvalidValueException refused) {
            return Optional.empty();
        }
    }
}
