package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.observed.ProviderFacts.Subnet;
import com.elementarydata.privatelink.observed.ProviderFacts.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A program called {@code aws} that answers the script's questions about a provider's side, with zones by their ids. */
final class CannedAws {

    private final ProviderFacts facts;
    private final StringBuilder cases = new StringBuilder();

    private CannedAws(ProviderFacts facts) {
        this.facts = facts;
    }

    static void write(ProviderFacts facts, Path folder) throws IOException {
        Path program = Files.writeString(folder.resolve("aws"), new CannedAws(facts).text());
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("not executable: " + program);
        }
    }

    private String text() {
        List<String> balancers = IntStream.range(0, facts.loadBalancers().size())
                .mapToObj(this::arn)
                .toList();
        answer(
                "describe-vpc-endpoint-service-configurations",
                Stream.of(
                        Stream.of(row("service", facts.state(), facts.acceptanceRequired() ? "True" : "False")),
                        facts.availabilityZoneIds().stream().map(zone -> row("zone", zone)),
                        balancers.stream().map(arn -> row("arn", arn))));
        answer("describe-availability-zones", Stream.of(zones().map(zone -> row("zone-id", zone, zone))));
        answer(
                "describe-vpc-endpoint-service-permissions",
                Stream.of(facts.allowedPrincipals().stream().map(arn -> row("principal", arn))));
        answer(
                "describe-vpc-endpoint-connections",
                Stream.of(facts.connections().stream()
                        .map(one -> row("connection", one.endpointId(), one.owner(), one.state()))));
        for (int i = 0; i < balancers.size(); i++) {
            balancer(facts.loadBalancers().get(i), balancers.get(i), "sg-" + i);
        }
        network();
        return "#!/bin/sh%ncase \"$*\" in%n%s*) echo \"unexpected: $*\" >&2; exit 254 ;;%nesac%n".formatted(cases);
    }

    private Stream<String> zones() {
        return new TreeSet<>(Stream.concat(
                                facts.availabilityZoneIds().stream(), subnets().map(Subnet::availabilityZoneId))
                        .toList())
                .stream();
    }

    private Stream<Subnet> subnets() {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .distinct();
    }

    private String arn(int number) {
        return "arn:aws:elasticloadbalancing:eu-west-1:%s:loadbalancer/net/%d".formatted(facts.awsAccountId(), number);
    }

    private void balancer(LoadBalancer balancer, String arn, String group) {
        String enforces =
                balancer.enforcesInboundRules().map(on -> on ? "on" : "off").orElse("None");
        String groups = balancer.enforcesInboundRules().isPresent() ? group : "";
        String subnets =
                String.join(",", balancer.subnets().stream().map(Subnet::id).toList());
        answer(
                "describe-load-balancers --load-balancer-arns " + arn,
                Stream.of(Stream.of(row(
                        "balancer",
                        arn,
                        balancer.name(),
                        balancer.type(),
                        balancer.scheme(),
                        balancer.vpcId(),
                        enforces,
                        groups,
                        subnets))));
        answer(
                "describe-load-balancer-attributes --load-balancer-arn " + arn,
                Stream.of(Stream.of(row("cross-zone", arn, String.valueOf(balancer.crossZone())))));
        List<String> listeners = new ArrayList<>();
        for (int i = 0; i < balancer.listeners().size(); i++) {
            Listener listener = balancer.listeners().get(i);
            String targets = "%s/group/%d".formatted(arn, i);
            listeners.add(row("listener", arn, listener.port(), listener.protocol(), targets));
            answer(
                    "describe-target-health --target-group-arn " + targets,
                    Stream.of(listener.targets().stream().map(target -> row(target, targets))));
        }
        answer("describe-listeners --load-balancer-arn " + arn, Stream.of(listeners.stream()));
    }

    private static String row(Target target, String group) {
        return row(
                "target",
                group,
                target.id(),
                target.availabilityZoneId().orElse("None"),
                target.health(),
                target.reason().orElse("None"),
                target.port());
    }

    private void network() {
        answer(
                "describe-subnets",
                Stream.of(subnets()
                        .map(one -> row("subnet", one.id(), one.availabilityZoneId(), one.vpcId(), one.owner()))));
        answer(
                "describe-route-tables",
                Stream.of(subnets()
                        .map(one -> row(
                                "table",
                                one.vpcId(),
                                "None",
                                one.id(),
                                one.hasInternetGateway() ? "local igw-0123" : "local"))));
        answer("describe-instances", Stream.of());
        answer(
                "describe-security-groups",
                IntStream.range(0, facts.loadBalancers().size())
                        .mapToObj(i -> Stream.concat(
                                Stream.of(row("group", "sg-" + i)),
                                rules(facts.loadBalancers().get(i)))));
    }

    private static Stream<String> rules(LoadBalancer balancer) {
        return Stream.concat(
                balancer.inboundRules().stream().map(rule -> row("in", rule)),
                balancer.outboundRules().orElseThrow().stream().map(rule -> row("out", rule)));
    }

    private static String row(String way, GroupRule rule) {
        return row(way, rule.protocol(), port(rule.fromPort()), port(rule.toPort()), rule.source());
    }

    private static String port(int number) {
        return number < 0 ? "None" : String.valueOf(number);
    }

    private static String row(Object... words) {
        return String.join("\t", Stream.of(words).map(Objects::toString).toList());
    }

    private void answer(String question, Stream<Stream<String>> rows) {
        String text = String.join("\n", rows.flatMap(some -> some).toList());
        cases.append("*' %s '*) printf '%%s\\n' '%s' ;;%n".formatted(question, text.replace("'", "'\\''")));
    }
}
