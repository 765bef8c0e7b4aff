package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The endpoint service that a verb is about. */
final class ServiceNameOption {

    @Option(
            names = "--service-name",
            required = true,
            paramLabel = "NAME",
            converter = Converter.class,
            description = "The endpoint service, as in com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0.")
    private EndpointServiceName name;

    EndpointServiceName name() {
        return name;
    }

    /** Reports an invalid name in the words of its type. */
    static final class Converter implements ITypeConverter<EndpointServiceName> {

        @Override
        public EndpointServiceName convert(String text) {
            try {
                return EndpointServiceName.parse(text);
            } catch (InvalidValueException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
