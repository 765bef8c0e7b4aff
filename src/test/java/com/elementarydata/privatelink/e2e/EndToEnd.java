package com.elementarydata.privatelink.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the figures, and the example world; there is one of each, whichever test asks first. */
final class EndToEnd implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(EndToEnd.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Figures.class || type == ExampleWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Figures figures = one(context, Figures.class, Figures::new);
        return parameter.getParameter().getType() == Figures.class
                ? figures
                : one(context, ExampleWorld.class, () -> deploy(figures));
    }

    private static <T> T one(ExtensionContext context, Class<T> type, Supplier<T> make) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(type, absent -> make.get(), type);
    }

    private static ExampleWorld deploy(Figures figures) {
        try {
            return ExampleWorld.deploy(figures);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
