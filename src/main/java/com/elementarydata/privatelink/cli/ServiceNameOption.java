package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The endpoint service that a verb is about. */
final class ServiceNameOption {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private EndpointServiceName name;

    @Option(
            names = "--service-name",
            required = true,
            paramLabel = "NAME",
            description = "The endpoint service, as in com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0.")
    void parse(String text) {
        try {
            name = EndpointServiceName.parse(text);
        } catch (InvalidValueException wrong) {
            throw new ParameterException(spec.commandLine(), "--service-name: " + wrong.getMessage(), wrong);
        }
    }

    EndpointServiceName name() {
        return name;
    }
}
