package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Connection;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.observed.ProviderFacts.Subnet;
import com.elementarydata.privatelink.observed.ProviderFacts.Target;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A provider's side in which anything may be right or wrong; the same for the same number. */
public final class RandomProvider {

    private static final String CUSTOMER = "210987654321";

    private final Random random;

    private RandomProvider(int number) {
        random = new Random(number);
    }

    /** The side with a number. */
    public static ProviderFacts of(int number) {
        return new RandomProvider(number).facts();
    }

    private ProviderFacts facts() {
        List<LoadBalancer> balancers = some(0, 3, this::balancer);
        return new ProviderFacts(
                // which nothing of a service itself names
                balancers.isEmpty() ? "" : CUSTOMER,
                "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                either("Available", "Available", "available", "Deleting"),
                random.nextInt(4) > 0,
                some(1, 3, i -> "euw1-az" + (i + 1)),
                List.of(),
                Stream.of("*", "arn:aws:iam::743289191656:root", "arn:aws:iam::999999999999:root")
                        .filter(any -> random.nextInt(3) > 0)
                        .toList(),
                some(0, 4, this::connection),
                balancers);
    }

    @SafeVarargs
    private <T> T either(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(int least, int bound, IntFunction<T> one) {
        int size = least + random.nextInt(bound - least);
        return IntStream.range(0, size).mapToObj(one).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    private Connection connection(int number) {
        return new Connection(
                "vpce-" + number,
                either("743289191656", "743289191656", "999999999999"),
                either("available", "pendingAcceptance", "rejected", "pending", "expired", "Deleting", "partial"));
    }

    private LoadBalancer balancer(int number) {
        return new LoadBalancer(
                "lb-" + number,
                either("network", "network", "network", "gateway"),
                either("internal", "internal", "internal", "internet-facing"),
                "vpc-1",
                random.nextBoolean(),
                either(Optional.empty(), Optional.of(true), Optional.of(true), Optional.of(false)),
                some(0, 9, i -> rule()),
                Optional.of(some(0, 4, i -> way())),
                some(1, 4, i -> subnet(number, i)),
                some(0, 4, this::listener));
    }

    private GroupRule rule() {
        return either(
                new GroupRule("-1", -1, -1, either("10.0.0.0/8", "10.0.2.0/24", "::/0")),
                new GroupRule("udp", 443, 443, "0.0.0.0/0"),
                new GroupRule("icmp", 3, 4, "10.0.1.0/24"),
                new GroupRule("tcp", 0, 65_535, either("10.0.1.0/25", "10.0.1.128/25", "10.0.3.0/24")),
                new GroupRule("tcp", 443, either(443, 9000), either("10.0.0.0/22", "10.0.1.7/32", "sg-1", "pl-1")),
                new GroupRule("tcp", 443, 8443, either("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24")),
                new GroupRule("tcp", 443, 8443, either("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24")));
    }

    /** Outbound, to some of the targets. */
    private GroupRule way() {
        return either(
                new GroupRule("-1", -1, -1, either("0.0.0.0/0", "10.1.0.0/16", "10.1.0.0/16", "::/0")),
                new GroupRule("udp", 443, 443, "0.0.0.0/0"),
                new GroupRule("tcp", 443, either(443, 8443), either("10.1.0.0/24", "10.1.1.1/32", "10.1.2.0/23")),
                new GroupRule("tcp", 443, 8443, either("sg-1", "pl-1", "fd00::/8")),
                new GroupRule("tcp", 8443, 8443, either("10.1.0.0/16", "0.0.0.0/0", "192.168.0.0/16")));
    }

    private Subnet subnet(int balancer, int number) {
        return new Subnet(
                "subnet-%d-%d".formatted(balancer, number),
                "euw1-az" + (number + 1),
                either("vpc-1", "vpc-1", "vpc-1", "vpc-1", "vpc-2"),
                either(CUSTOMER, CUSTOMER, CUSTOMER, CUSTOMER, "999999999999"),
                random.nextInt(4) == 0);
    }

    private Listener listener(int number) {
        return new Listener(
                either(443, 443, 8443, 9000),
                either("TCP", "TCP", "TCP", "TLS", "TCP_UDP", "UDP"),
                some(0, 5, i -> target(number, i)));
    }

    private Target target(int listener, int number) {
        return new Target(
                either("i-%d%d", "10.1.%d.%d", "10.1.%d.%d", "fd00::%d:%d", "arn:aws:app/%d/%d")
                        .formatted(listener, number),
                either(443, 443, 8443),
                either(
                        Optional.of("euw1-az1"),
                        Optional.of("euw1-az2"),
                        Optional.of("euw1-az3"),
                        Optional.of("all"),
                        Optional.empty()),
                either("healthy", "healthy", "unhealthy", "initial"),
                maybe(() -> "Health checks failed: it's not 'there'"));
    }
}
