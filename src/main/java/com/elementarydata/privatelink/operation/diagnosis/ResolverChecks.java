package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.NameFacts.VpcDns;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.PathFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether clients ask the resolver of their VPC, and whether that answers by itself. */
final class ResolverChecks {

    private static final String OWN = "AmazonProvidedDNS";
    private static final String OWN_ADDRESS = "169.254.169.253";
    /** The resolver is at the third address of a VPC. */
    private static final int RESOLVER = 2;

    private static final int LONGEST_PREFIX = 32;

    private ResolverChecks() {}

    static Finding vpcDns(ExpectedNetwork network, PathFacts facts) {
        VpcDns dns = facts.names().vpcDns().get();
        AwsCommands aws = AwsCommands.in(network.region());
        List<String> commands = new ArrayList<>();
        if (!dns.support()) {
            commands.add(aws.turnOn(network.vpcId(), "enable-dns-support"));
        }
        if (!dns.hostnames()) {
            commands.add(aws.turnOn(network.vpcId(), "enable-dns-hostnames"));
        }
        return commands.isEmpty()
                ? PathCheck.VPC_DNS.passed("support and hostnames are on")
                : PathCheck.VPC_DNS
                        .failed(
                                "%s off in %s: private hosted zones do not answer"
                                        .formatted(
                                                dns.support()
                                                        ? "DNS hostnames are"
                                                        : dns.hostnames()
                                                                ? "DNS support is"
                                                                : "DNS support and hostnames are",
                                                network.vpcId()),
                                "turn it on")
                        .typing(commands);
    }

    static Finding dhcp(ExpectedNetwork network, PathFacts facts) {
        List<String> servers = facts.names().nameServers().get();
        List<String> others =
                servers.stream().filter(server -> !isOwn(server, network)).toList();
        String found = "clients ask %s".formatted(String.join(", ", servers));
        if (others.isEmpty()) {
            return PathCheck.DHCP_OPTIONS.passed(servers.isEmpty() ? "clients ask the VPC's resolver" : found);
        }
        boolean answered = facts.here()
                .filter(here -> here.answers().values().stream().noneMatch(List::isEmpty))
                .isPresent();
        String remedy = "have %s forward to %s, or set domain-name-servers to %s"
                .formatted(String.join(", ", others), OWN_ADDRESS, OWN);
        return answered || others.size() < servers.size()
                ? PathCheck.DHCP_OPTIONS.warning(found, remedy)
                : PathCheck.DHCP_OPTIONS.failed(found + ", not the VPC's resolver", remedy);
    }

    private static boolean isOwn(String server, ExpectedNetwork network) {
        if (server.equals(OWN) || server.equals(OWN_ADDRESS)) {
            return true;
        }
        try {
            return Cidr.parse(network.cidr())
                    .subnets(LONGEST_PREFIX)
                    .skip(RESOLVER)
                    .findFirst()
                    .filter(Cidr.ofAddress(server)::equals)
                    .isPresent();
        } catch (InvalidValueException noAddress) {
            return false;
        }
    }

    /** For hostnames, and the zones that hold them. */
    static Finding rules(Collection<String> hostnames, Collection<String> zones, PathFacts facts) {
        List<NameFacts.ResolverRule> rules = facts.names().rules().get();
        List<String> taken = hostnames.stream()
                .flatMap(hostname -> NameLookup.taker(rules, hostname, ZoneChecks.own(hostname, zones)).stream()
                        .map(rule -> "%s (%s) forwards %s".formatted(rule.id(), rule.domain(), hostname)))
                .toList();
        return taken.isEmpty()
                ? PathCheck.RESOLVER_RULES.passed("no rule forwards the names")
                : PathCheck.RESOLVER_RULES.failed(
                        String.join("; ", taken),
                        "disassociate the rule from the production VPC, or add a system rule for the name: Route 53,"
                                + " Resolver, Rules");
    }
}
