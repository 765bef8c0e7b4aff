package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.HereFacts;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.NotSeenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether names point to this endpoint and no other. */
final class RecordChecks {

    private RecordChecks() {}

    static Finding records(Walk walk) {
        List<String> targets = targets(walk);
        NameLookup lookup = new NameLookup(walk.facts().names().zones().get());
        List<String> wrong = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (String hostname : walk.path().hostnames()) {
            Optional<Zone> zone = lookup.winner(hostname);
            if (zone.isEmpty()) {
                wrong.add("%s is in no zone".formatted(hostname));
            } else if (zone.get().records().isRefused()) {
                unseen.add("%s of %s".formatted(hostname, zone.get().name()));
            } else {
                wrong(zone.get(), hostname, targets).ifPresent(wrong::add);
            }
        }
        if (!wrong.isEmpty()) {
            return wrong(walk, String.join("; ", wrong));
        }
        return unseen.isEmpty()
                ? PathCheck.RECORDS.passed("all point to %s".formatted(brief(targets.get(0))))
                : PathCheck.RECORDS.unknown("records could not be read: %s".formatted(String.join(", ", unseen)));
    }

    private static Finding wrong(Walk walk, String found) {
        ExpectedPath.ExpectedStacks stacks = walk.path().stacks();
        return PathCheck.RECORDS
                .failed(
                        found,
                        "deploy the names; if CDK sees no difference, edit the record (Route 53, Hosted zones): an"
                                + " alias A record to the value of %s's output %s"
                                        .formatted(stacks.customer(), stacks.dnsName()))
                .typing(
                        walk.deploy(stacks.dns()),
                        AwsCommands.in(walk.path().endpointRegion()).stackOutputs(stacks.customer()));
    }

    private static Optional<String> wrong(Zone zone, String hostname, List<String> targets) {
        Optional<ZoneRecord> record = NameLookup.record(zone, hostname);
        if (record.isEmpty()) {
            return Optional.of("%s has no record in %s".formatted(hostname, zone.name()));
        }
        List<String> leads = record.get().targets();
        boolean right =
                !leads.isEmpty() && leads.stream().allMatch(lead -> targets.contains(lead.toLowerCase(Locale.ROOT)));
        return right
                ? Optional.empty()
                : Optional.of("%s points to %s"
                        .formatted(
                                hostname,
                                leads.stream().map(RecordChecks::brief).collect(Collectors.joining(", "))));
    }

    /** An endpoint's name is long, and its first label says which it is. */
    private static String brief(String target) {
        return target.startsWith("vpce-") ? target.replaceAll("\\..*", "") : target;
    }

    /** The endpoint's names and addresses, or what its stack says of it while it cannot be seen. */
    private static List<String> targets(Walk walk) {
        List<String> targets = walk.endpoint().stream()
                .flatMap(found -> Stream.concat(
                        found.endpoint().dnsNames().stream(),
                        found.addresses().value().stream().flatMap(List::stream)))
                .map(target -> target.toLowerCase(Locale.ROOT))
                .toList();
        return targets.isEmpty()
                ? List.of(walk.stacks()
                        .endpoints()
                        .output(walk.path().stacks().dnsName())
                        .orElseThrow(() -> new NotSeenException("there is no endpoint yet")))
                : targets;
    }

    static Finding answers(Walk walk) {
        HereFacts here = walk.facts().here().orElseThrow(() -> new NotSeenException("not tried"));
        List<String> addresses = walk.presentEndpoint().addresses().get();
        if (addresses.isEmpty() || !walk.isConnected()) {
            throw new NotSeenException("the endpoint is not connected");
        }
        List<String> wrong = new ArrayList<>();
        here.answers().forEach((hostname, answers) -> {
            if (!walk.path().hostnames().contains(hostname)) {
                return;
            }
            if (answers.isEmpty()) {
                wrong.add("%s does not resolve".formatted(hostname));
            } else if (!addresses.containsAll(answers)) {
                wrong.add("%s resolves to %s".formatted(hostname, String.join(", ", answers)));
            }
        });
        return wrong.isEmpty()
                ? PathCheck.ANSWERS_FROM_HERE.passed("%s".formatted(String.join(", ", addresses)))
                : PathCheck.ANSWERS_FROM_HERE.failed(
                        "%s; the endpoint is at %s".formatted(String.join("; ", wrong), String.join(", ", addresses)),
                        "check /etc/resolv.conf and /etc/hosts, and that this machine is in the production VPC");
    }
}
