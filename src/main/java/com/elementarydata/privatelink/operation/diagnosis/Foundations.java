package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.CREDENTIALS;
import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.PRODUCTION_VPC;
import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.REGIONS;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.PathFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What exists before any stack. */
final class Foundations {

    private Foundations() {}

    static Finding credentials(ExpectedNetwork network, PathFacts facts) {
        String account = facts.account().get();
        return account.equals(network.account())
                ? CREDENTIALS.passed("of account %s".formatted(account))
                : CREDENTIALS.failed(
                        "of account %s, but network.yaml says %s".formatted(account, network.account()),
                        Party.ELEMENTARY,
                        "use credentials of account %s".formatted(network.account()));
    }

    static Finding regions(Collection<String> used, PathFacts facts) {
        SortedMap<String, String> status = facts.regions().get();
        List<String> off = used.stream()
                .distinct()
                .sorted()
                .filter(region ->
                        !status.getOrDefault(region, "not known to the account").startsWith("opt"))
                .toList();
        return off.isEmpty()
                ? REGIONS.passed("%s enabled"
                        .formatted(String.join(
                                ", ", used.stream().distinct().sorted().toList())))
                : REGIONS.failed(
                                "%s is not enabled in the account".formatted(String.join(", ", off)),
                                Party.ELEMENTARY,
                                "enable it")
                        .typing(off.stream()
                                .map(region -> AwsCommands.in(region).enable())
                                .toList());
    }

    static Finding productionVpc(ExpectedNetwork network, PathFacts facts) {
        Optional<Vpc> vpc = facts.in(network.region()).vpcs().get().stream()
                .filter(found -> found.id().equals(network.vpcId()))
                .findFirst();
        if (vpc.isEmpty()) {
            return PRODUCTION_VPC.failed(
                    "%s is not in %s".formatted(network.vpcId(), network.region()),
                    Party.ELEMENTARY,
                    "correct production in network.yaml");
        }
        return vpc.get().cidrs().contains(network.cidr())
                ? PRODUCTION_VPC.passed("%s, %s".formatted(network.vpcId(), network.cidr()))
                : PRODUCTION_VPC.failed(
                        "%s has %s, not %s"
                                .formatted(
                                        network.vpcId(),
                                        String.join(", ", vpc.get().cidrs()),
                                        network.cidr()),
                        Party.ELEMENTARY,
                        "correct production in network.yaml");
    }
}
