package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.DomainNames;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.PathFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the zones of the names answer in the production VPC, and no others. */
final class ZoneChecks {

    private ZoneChecks() {}

    /** The zone that a hostname belongs into. */
    static String own(String hostname, Collection<String> zones) {
        return zones.stream()
                .filter(zone -> DomainNames.covers(zone, DomainNames.base(hostname)))
                .max(Comparator.comparingInt(String::length))
                .orElse(DomainNames.base(hostname));
    }

    static Finding hostedZones(Walk walk) {
        List<Zone> zones = walk.facts().names().zones().get();
        if (walk.path().external()) {
            return external(walk, zones);
        }
        List<String> missing = walk.path().hostedZones().stream()
                .filter(wanted -> zones.stream().noneMatch(zone -> zone.name().equals(wanted)))
                .toList();
        return missing.isEmpty()
                ? PathCheck.HOSTED_ZONES.passed(String.join(", ", walk.path().hostedZones()))
                : missing(walk, missing);
    }

    /** Any zone that answers will do, as long as one does for each name. */
    private static Finding external(Walk walk, List<Zone> zones) {
        NameLookup lookup = new NameLookup(zones);
        String missing = walk.path().hostnames().stream()
                .filter(hostname -> lookup.winner(hostname).isEmpty())
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? PathCheck.HOSTED_ZONES.passed("of others: %s".formatted(String.join(", ", walk.ownZones())))
                : PathCheck.HOSTED_ZONES.failed(
                        "no zone of %s answers for %s".formatted(walk.network().vpcId(), missing),
                        "have whoever owns the names restore their zone, or set \"dns: active\" in %s, and deploy"
                                .formatted(walk.path().file()));
    }

    private static Finding missing(Walk walk, List<String> missing) {
        List<Zone> elsewhere = walk.facts().names().elsewhere().get().stream()
                .filter(zone -> missing.contains(zone.name()))
                .toList();
        String found =
                missing.stream().map(wanted -> missing(walk, wanted, elsewhere)).collect(Collectors.joining("; "));
        AwsCommands aws = AwsCommands.in(walk.network().region());
        List<String> commands = new ArrayList<>(elsewhere.stream()
                .map(zone -> aws.associate(zone.id(), walk.network().vpcId()))
                .toList());
        if (elsewhere.size() == missing.size()) {
            return PathCheck.HOSTED_ZONES.failed(found, "associate it").typing(commands);
        }
        commands.add(walk.deploy(walk.path().stacks().dns()));
        return PathCheck.HOSTED_ZONES
                .failed(
                        found,
                        "deploy the names; if CDK sees no difference, the zone was deleted by hand: delete the stack"
                                + " (docs/operations.md, Rolling back), and deploy it again")
                .typing(commands);
    }

    private static String missing(Walk walk, String wanted, List<Zone> elsewhere) {
        String instead = new NameLookup(walk.facts().names().zones().get())
                .winner(wanted)
                .map(zone -> ", and %s answers instead".formatted(zone.name()))
                .orElse("");
        return elsewhere.stream()
                        .filter(zone -> zone.name().equals(wanted))
                        .map(zone -> "%s (%s) is not associated with %s"
                                .formatted(wanted, zone.id(), walk.network().vpcId()))
                        .findFirst()
                        .orElse("there is no hosted zone %s".formatted(wanted))
                + instead;
    }

    /** Names that are external may be in any zone, and their records say whether it is the right one. */
    static Finding otherZones(Walk walk) {
        return walk.path().external()
                ? PathCheck.OTHER_ZONES.passed("the names are external")
                : otherZones(walk.path().hostnames(), walk.path().hostedZones(), walk.network(), walk.facts());
    }

    /** For hostnames, and the zones that hold them. */
    static Finding otherZones(
            Collection<String> hostnames, Collection<String> own, ExpectedNetwork network, PathFacts facts) {
        List<Zone> zones = facts.names().zones().get();
        NameLookup lookup = new NameLookup(zones);
        List<String> taken = new ArrayList<>();
        for (String hostname : hostnames) {
            String wanted = own(hostname, own);
            lookup.winner(hostname)
                    .filter(zone -> zone.name().length() > wanted.length() || isAnothers(zone, wanted, network))
                    .ifPresent(zone -> taken.add("%s (%s) hides %s".formatted(zone.name(), zone.id(), hostname)));
            lookup.within(hostname, List.copyOf(own))
                    .ifPresent(zone -> taken.add("%s (%s) hides all names at and below it from %s"
                            .formatted(zone.name(), zone.id(), hostname)));
        }
        return taken.isEmpty()
                ? PathCheck.OTHER_ZONES.passed("no zone hides the names")
                : PathCheck.OTHER_ZONES.failed(
                        String.join("; ", taken),
                        "find out whose it is: Route 53, Hosted zones; disassociate it from %s"
                                .formatted(network.vpcId()));
    }

    private static boolean isAnothers(Zone zone, String wanted, ExpectedNetwork network) {
        return zone.name().equals(wanted) && !zone.owner().equals(network.account());
    }
}
