package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.PathCheck.PEERING;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import java.util.Optional;

/** Whether production and the regional VPC are peered. */
final class PeeringChecks {

    private PeeringChecks() {}

    static Finding peering(Walk walk) {
        Optional<Peering> seen = walk.peering();
        if (seen.isEmpty()) {
            String found = "no peering between %s and %s"
                    .formatted(walk.network().vpcId(), walk.regionalVpc().id());
            return gone(walk, found, "the stack");
        }
        Peering peering = seen.get();
        String words = "%s is %s".formatted(peering.id(), peering.status());
        return switch (peering.status()) {
            case "active" -> PEERING.passed(words);
            case "pending-acceptance" ->
                PEERING.failed(words, Party.ELEMENTARY, "accept it in production's Region")
                        .typing(AwsCommands.in(walk.network().region()).acceptPeering(peering.id()));
            case "initiating-request", "provisioning" ->
                PEERING.failed(words, Party.AWS, "wait a minute, then check again");
            default -> gone(walk, words, walk.path().stacks().regional());
        };
    }

    private static Finding gone(Walk walk, String found, String stack) {
        return PEERING.failed(
                        found,
                        Party.ELEMENTARY,
                        "peer them again, and point the routes there; %s still has the id of the deleted one"
                                .formatted(stack))
                .typing(again(walk));
    }

    private static String again(Walk walk) {
        return AwsCommands.in(walk.path().endpointRegion())
                .peer(
                        walk.regionalVpc().id(),
                        walk.network().vpcId(),
                        walk.network().region());
    }
}
