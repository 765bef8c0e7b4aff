package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.InvalidValueException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reports an invalid id in the words of its type. */
final class IdentifierConverter implements ITypeConverter<Identifier> {

    @Override
    public Identifier convert(String text) {
        try {
            return Identifier.parse(text);
        } catch (InvalidValueException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
