package com.elementarydata.privatelink.e2e;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
                : one(context, Deployment.class, () -> Deployment.of(figures)).world();
    }

    private static <T> T one(ExtensionContext context, Class<T> type, Supplier<T> make) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(type, absent -> make.get(), type);
    }

    /** Tried once: what failed for one test fails for all. */
    private record Deployment(
            @Nullable ExampleWorld deployed, @Nullable Throwable failure) implements AutoCloseable {

        static Deployment of(Figures figures) {
            try {
                return new Deployment(ExampleWorld.deploy(figures), null);
            } catch (IOException | AssertionError failure) {
                return new Deployment(null, failure);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                return new Deployment(null, interruption);
            }
        }

        ExampleWorld world() {
            if (deployed == null) {
                throw new IllegalStateException("the example fleet was not deployed", failure);
            }
            return deployed;
        }

        @Override
        public void close() throws IOException {
            if (deployed != null) {
                deployed.close();
            }
        }
    }
}
