package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An integration whose service the customer hosts. */
final class IntegrationOfCustomer implements ITypeConverter<Integration> {

    @Override
    public Integration convert(String key) {
        return Integrations.of(key)
                .filter(Integration::isHostedByCustomer)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not one of %s".formatted(key, Integrations.hostedByCustomers())));
    }

    /** For shell completion and help. */
    static final class Keys implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Integrations.hostedByCustomers().stream()
                    .map(Integration::key)
                    .iterator();
        }
    }
}
