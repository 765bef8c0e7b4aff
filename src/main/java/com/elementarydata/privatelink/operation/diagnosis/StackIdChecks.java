package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.STACK_IDS;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.judge.EndpointComparison;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what stacks once looked up in other Regions still holds: a stack is not told when an output changes. */
final class StackIdChecks {

    private final Walk walk;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    private StackIdChecks(Walk walk) {
        this.walk = walk;
    }

    static Finding ids(Walk walk) {
        return new StackIdChecks(walk).judge();
    }

    private Finding judge() {
        walk.endpoint()
                .map(found -> new EndpointComparison(
                        walk.path(), PathStacks.regional(walk.path(), walk.facts()), found.endpoint()))
                .flatMap(EndpointComparison::otherZones)
                .ifPresent(wrong::add);
        routes();
        List<String> all = new ArrayList<>(dead);
        all.addAll(wrong);
        String found = String.join("; ", all);
        if (!dead.isEmpty()) {
            return STACK_IDS
                    .failed(
                            found,
                            Party.ELEMENTARY,
                            "write what the regional stack says now, as a deployment would not")
                    .typing(commands);
        }
        return wrong.isEmpty()
                ? STACK_IDS.passed("as the regional stack says")
                : STACK_IDS.warning(found, Party.ELEMENTARY, "it works; deploy if the files are newer");
    }

    /** Routes that still point to a deleted peering, while the regional stack has another one. */
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
        String words = "%s routes to %s, but the regional stack says %s".formatted(table, target, peering);
        if (taken.filter(Peering::isActive).isPresent()) {
            wrong.add(words);
        } else {
            dead.add(words);
            commands.add(AwsCommands.in(walk.network().region())
                    .replaceRoute(table, walk.path().regionalCidr(), peering));
        }
    }
}
