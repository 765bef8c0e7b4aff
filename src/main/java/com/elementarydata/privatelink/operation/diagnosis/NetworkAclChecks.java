package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Entry;
import com.elementarydata.privatelink.observed.NetworkFacts.NetworkAcl;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.Traffic;
import com.elementarydata.privatelink.observed.Traffic.Block;
import com.elementarydata.privatelink.observed.Traffic.Bounds;
import com.elementarydata.privatelink.observed.Traffic.Packet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether network ACLs, which are stateless, let requests through and answers back. */
final class NetworkAclChecks {

    /** Where Linux takes clients' own ports from. */
    private static final int FIRST_EPHEMERAL = 32_768;

    private static final int LAST_EPHEMERAL = 60_999;
    private static final String ALL = "-1";
    private static final String TCP = "6";

    private NetworkAclChecks() {}

    static Finding ofClients(Walk walk) {
        List<String> endpoints =
                walk.endpointSubnets().stream().map(Subnet::cidr).toList();
        return judge(
                walk,
                PathCheck.CLIENT_ACLS,
                walk.network().region(),
                walk.home(),
                walk.clientSubnets(),
                endpoints,
                true);
    }

    static Finding ofEndpoint(Walk walk) {
        return judge(
                walk,
                PathCheck.ENDPOINT_ACLS,
                walk.path().endpointRegion(),
                walk.abroad(),
                walk.endpointSubnets(),
                walk.network().clientCidrs(),
                false);
    }

    private static Finding judge(
            Walk walk,
            Check check,
            String region,
            NetworkFacts network,
            List<Subnet> subnets,
            List<String> others,
            boolean ofClients) {
        Set<String> denied = new LinkedHashSet<>();
        Set<String> acls = new LinkedHashSet<>();
        for (Subnet subnet : subnets) {
            NetworkAcl acl = network.networkAcls().get().stream()
                    .filter(candidate -> candidate.subnetIds().contains(subnet.id()))
                    .findFirst()
                    .orElseThrow(() -> new NotSeenException("no network ACL of %s was read".formatted(subnet.id())));
            acls.add(acl.id());
            for (String other : others) {
                for (int port : walk.path().ports()) {
                    denial(acl, ofClients, Traffic.to(other, port)).ifPresent(denied::add);
                }
                denial(acl, !ofClients, new Traffic(Block.of(other), FIRST_EPHEMERAL, LAST_EPHEMERAL))
                        .ifPresent(denied::add);
            }
        }
        return denied.isEmpty()
                ? check.passed("%s: both directions allowed".formatted(String.join(", ", acls)))
                : check.failed(
                                String.join("; ", denied),
                                "allow the service's ports in one direction and 1024-65535 in the other: VPC, Network ACLs")
                        .typing(AwsCommands.in(region).networkAcls(acls));
    }

    private static Optional<String> denial(NetworkAcl acl, boolean egress, Traffic traffic) {
        List<Entry> entries = acl.entries().stream()
                .filter(entry -> entry.egress() == egress
                        && (entry.protocol().equals(ALL) || entry.protocol().equals(TCP)))
                .sorted(Comparator.comparingInt(Entry::number))
                .toList();
        return traffic.packets(entries.stream().map(NetworkAclChecks::bounds).toList())
                .flatMap(packet -> denial(acl, egress, entries, packet).stream())
                .findFirst();
    }

    private static Optional<String> denial(NetworkAcl acl, boolean egress, List<Entry> entries, Packet packet) {
        Optional<Entry> first =
                entries.stream().filter(entry -> bounds(entry).hold(packet)).findFirst();
        if (first.filter(Entry::allow).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("%s %s denies %s TCP %s"
                .formatted(
                        acl.id(),
                        first.map(entry -> "entry %d".formatted(entry.number())).orElse("by default"),
                        egress ? "outbound" : "inbound",
                        packet.port() >= FIRST_EPHEMERAL ? "answers (%d)".formatted(packet.port()) : packet.port()));
    }

    private static Bounds bounds(Entry entry) {
        return new Bounds(Block.of(entry.cidr()), entry.fromPort(), entry.toPort());
    }
}
