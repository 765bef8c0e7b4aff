package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD108;

import com.elementarydata.privatelink.diagnose.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.diagnose.NetworkFacts.Peering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what stacks once read of each other still holds: a stack is not told when another one's output changes. */
final class StackIdChecks {

    private final Walk walk;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    private StackIdChecks(Walk walk) {
        this.walk = walk;
    }

    static PathFinding ids(Walk walk) {
        return new StackIdChecks(walk).judge();
    }

    private PathFinding judge() {
        walk.endpoint().ifPresent(this::compare);
        routes();
        List<String> all = new ArrayList<>(dead);
        all.addAll(wrong);
        String found = String.join("; ", all);
        String[] lines = commands.toArray(String[]::new);
        if (!dead.isEmpty()) {
            return PD108.failed(
                            found,
                            Party.ELEMENTARY,
                            commands.isEmpty()
                                    ? "write a second connection, and move to it (docs/operations.md)"
                                    : "write what the regional stack says now; a deployment would not")
                    .typing(lines);
        }
        return wrong.isEmpty()
                ? PD108.passed("as the regional stack says")
                : PD108.warning(found, Party.ELEMENTARY, "it works; deploy where the files are newer");
    }

    private void compare(Endpoint found) {
        DeployedEndpoint endpoint = found.endpoint();
        walk.regional(walk.path().stacks().vpcId())
                .filter(vpc -> !vpc.equals(endpoint.vpcId()))
                .ifPresent(vpc -> {
                    boolean reached = walk.peering().filter(Peering::isActive).isPresent();
                    (reached ? wrong : dead)
                            .add("the endpoint is in %s, the regional stack says %s".formatted(endpoint.vpcId(), vpc));
                });
        List<String> known = walk.abroad().subnets().get().stream()
                .map(NetworkFacts.Subnet::id)
                .toList();
        List<String> expected = walk.expectedSubnetIds();
        if (!expected.isEmpty() && !endpoint.subnetIds().equals(expected)) {
            boolean there = known.containsAll(endpoint.subnetIds());
            (there ? wrong : dead)
                    .add("the endpoint is in %s, files and regional stack say %s"
                            .formatted(String.join(", ", endpoint.subnetIds()), String.join(", ", expected)));
        }
    }

    /** Routes that still lead to a peering which is no more, while the regional stack has another one. */
    private void routes() {
        Optional<String> peering = walk.regional(walk.path().stacks().peeringId());
        if (peering.isEmpty()) {
            return;
        }
        walk.home().routeTables().get().stream()
                .filter(table -> walk.network().routeTableIds().contains(table.id()))
                .forEach(table -> table.routes().stream()
                        .filter(route -> route.destination().equals(walk.path().regionalCidr())
                                && route.target().startsWith("pcx-")
                                && !route.target().equals(peering.get()))
                        .forEach(route -> compare(table.id(), route.target(), peering.get())));
    }

    private void compare(String table, String target, String peering) {
        Optional<Peering> taken = walk.home().peerings().get().stream()
                .filter(candidate -> candidate.id().equals(target))
                .findFirst();
        String words = "%s leads to %s, the regional stack says %s".formatted(table, target, peering);
        if (taken.filter(Peering::isActive).isPresent()) {
            wrong.add(words);
        } else {
            dead.add(words);
            commands.add(Walk.aws(
                    walk.network().region(),
                    "ec2 replace-route --route-table-id %s --destination-cidr-block %s --vpc-peering-connection-id %s"
                            .formatted(table, walk.path().regionalCidr(), peering)));
        }
    }
}
