package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD309;

import com.elementarydata.privatelink.diagnose.NetworkFacts.Inbound;
import com.elementarydata.privatelink.diagnose.NetworkFacts.SecurityGroup;
import com.elementarydata.privatelink.diagnose.Traffic.Block;
import com.elementarydata.privatelink.diagnose.Traffic.Bounds;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the groups of the endpoint admit exactly the clients, on exactly the ports. Answers pass by themselves. */
final class SecurityGroupChecks {

    private final Walk walk;
    private final List<SecurityGroup> groups;

    private SecurityGroupChecks(Walk walk) {
        this.walk = walk;
        List<String> ids = walk.presentEndpoint().endpoint().securityGroupIds();
        groups = walk.abroad().securityGroups().get().stream()
                .filter(group -> ids.contains(group.id()))
                .toList();
    }

    static PathFinding group(Walk walk) {
        return new SecurityGroupChecks(walk).judge();
    }

    private PathFinding judge() {
        List<String> shut = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (int port : walk.path().ports()) {
            for (String client : walk.network().clientCidrs()) {
                if (!admits(client, port)) {
                    shut.add("%s on TCP %d".formatted(client, port));
                    commands.add(admit(client, port));
                }
            }
        }
        String names = String.join(", ", walk.presentEndpoint().endpoint().securityGroupIds());
        if (shut.isEmpty()) {
            return tooMuch(names);
        }
        String found = "%s does not admit %s".formatted(names, String.join(", ", shut));
        boolean perhaps = inbound().anyMatch(rule -> rule.source().startsWith("pl-"));
        return perhaps
                ? PD309.unknown(found + ", unless a prefix list does")
                : PD309.failed(
                                found,
                                Party.ELEMENTARY,
                                "admit them again; a deployment sees no difference. Where the endpoint has a group"
                                        + " that no stack made, give it its own back: VPC, Endpoints, Manage security"
                                        + " groups")
                        .typing(commands.toArray(String[]::new));
    }

    private String admit(String client, int port) {
        String group = groups.isEmpty() ? "<group>" : groups.get(0).id();
        return Walk.aws(
                walk.path().endpointRegion(),
                "ec2 authorize-security-group-ingress --group-id %s --protocol tcp --port %d --cidr %s"
                        .formatted(group, port, client));
    }

    private PathFinding tooMuch(String names) {
        List<Block> clients =
                walk.network().clientCidrs().stream().map(Block::of).toList();
        List<String> more = inbound()
                .filter(rule -> block(rule)
                        .filter(block -> clients.stream()
                                .anyMatch(client -> client.contains(block.first()) && client.contains(block.last())))
                        .isEmpty())
                .map(Inbound::source)
                .distinct()
                .toList();
        return more.isEmpty()
                ? PD309.passed("%s admits the clients".formatted(names))
                : PD309.warning(
                        "%s admits more than the clients: %s".formatted(names, String.join(", ", more)),
                        Party.ELEMENTARY,
                        "take those rules away: nobody else needs the endpoint");
    }

    private boolean admits(String client, int port) {
        List<Bounds> rules = inbound().flatMap(rule -> bounds(rule).stream()).toList();
        return Traffic.to(client, port)
                .packets(rules)
                .allMatch(packet -> rules.stream().anyMatch(rule -> rule.hold(packet)));
    }

    private Stream<Inbound> inbound() {
        return groups.stream().flatMap(group -> group.inbound().stream());
    }

    private static Optional<Bounds> bounds(Inbound rule) {
        boolean all = rule.protocol().equals("-1");
        return all || rule.protocol().equals("tcp")
                ? block(rule).map(block -> new Bounds(block, all ? 0 : rule.fromPort(), all ? 65_535 : rule.toPort()))
                : Optional.empty();
    }

    /** Groups, prefix lists and IPv6 are no IPv4 block. */
    private static Optional<Block> block(Inbound rule) {
        try {
            return Optional.of(Block.of(Cidr.parse(rule.source()).toString()));
        } catch (InvalidValueException other) {
            return Optional.empty();
        }
    }
}
