package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.dns.DnsResolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is asked where new names point today. */
final class ResolverOption {

    @Option(
            names = "--resolver",
            paramLabel = "HOST[:PORT]",
            description = "The DNS resolver that is asked where new names point today. By default the one that this"
                    + " machine asks, which knows private names too where the machine is in a private network: name a"
                    + " public one there.")
    private @Nullable DnsResolver resolver;

    boolean isGiven() {
        return resolver != null;
    }

    DnsResolver resolver() {
        return resolver == null ? DnsResolver.ofThisMachine() : resolver;
    }
}
