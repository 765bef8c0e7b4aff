package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.PointedTo;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.HereFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.observed.NotSeenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether names point to this endpoint and no other. */
final class RecordChecks {

    private RecordChecks() {}

    static Finding records(Walk walk) {
        if (walk.endpoint().stream().anyMatch(RecordChecks::isOfIpv6Alone)) {
            return PathCheck.RECORDS.failed(
                    "the endpoint has no IPv4 address, and its clients have no others",
                    "set its IP address type to ipv4: VPC, Endpoints, Modify endpoint settings");
        }
        List<String> targets = targets(walk);
        PointedTo pointed = new PointedTo(walk.facts().lookup(), targets::contains);
        walk.path().hostnames().forEach(pointed::judge);
        if (!pointed.wrong().isEmpty()) {
            return wrong(walk, String.join("; ", pointed.wrong()));
        }
        return pointed.unseen().isEmpty()
                ? PathCheck.RECORDS.passed("all point to %s".formatted(PointedTo.brief(targets.get(0))))
                : PathCheck.RECORDS.unknown("not seen: %s".formatted(String.join("; ", pointed.unseen())));
    }

    private static boolean isOfIpv6Alone(Endpoint endpoint) {
        List<String> addresses = endpoint.addresses().value().orElse(List.of());
        return !addresses.isEmpty() && addresses.stream().allMatch(address -> address.contains(":"));
    }

    private static Finding wrong(Walk walk, String found) {
        if (walk.path().external()) {
            return external(walk, found);
        }
        ExpectedPath.ExpectedStacks stacks = walk.path().stacks();
        String name = walk.stacks().dnsName().orElse("the endpoint's DNS name");
        List<String> commands = Stream.concat(
                        Stream.of(walk.deploy(stacks.dns())),
                        walk.stacks().endpoints().stream()
                                .map(stack -> AwsCommands.in(stack.region()).stackOutputs(stack.name())))
                .toList();
        return PathCheck.RECORDS
                .failed(
                        found,
                        "deploy the names; if CDK sees no difference, edit the record (Route 53, Hosted zones): an"
                                + " alias A record to "
                                + walk.stacks()
                                        .endpoints()
                                        .map(stack -> "the value of %s's output %s"
                                                .formatted(stacks.customer(), stacks.dnsName()))
                                        .orElse(name))
                .typing(commands);
    }

    private static Finding external(Walk walk, String found) {
        return PathCheck.RECORDS.failed(
                found,
                "have whoever owns the zone point the record to %s, or set \"dns: active\" in %s, and deploy"
                        .formatted(
                                walk.stacks().dnsName().map(PointedTo::brief).orElse("the endpoint"),
                                walk.path().file()));
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
                ? List.of(walk.stacks().dnsName().orElseThrow(() -> new NotSeenException("there is no endpoint yet")))
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
