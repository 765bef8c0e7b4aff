package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.net.EndpointServiceName;
import picocli.CommandLine.Option;

/** The endpoint service that a verb is about. */
final class ServiceNameOption {

    @Option(
            names = "--service-name",
            required = true,
            paramLabel = "NAME",
            description = "The endpoint service, as in com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0.")
    private EndpointServiceName name;

    EndpointServiceName name() {
        return name;
    }
}
