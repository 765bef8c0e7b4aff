package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Integration;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An integration whose service the customer hosts. */
final class IntegrationOfCustomer implements ITypeConverter<Integration> {

    private static final List<Integration> HOSTED = List.of(Integration.GITHUB_ENTERPRISE_SERVER, Integration.SERVICE);

    @Override
    public Integration convert(String key) {
        return Integration.of(key)
                .filter(HOSTED::contains)
                .orElseThrow(() -> new TypeConversionException("\"%s\" is none of %s".formatted(key, HOSTED)));
    }
}
