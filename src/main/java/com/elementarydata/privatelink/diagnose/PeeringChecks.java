package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PEERING;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.diagnose.NetworkFacts.Peering;
import java.util.Optional;

/** Whether production and the regional VPC are peered. */
final class PeeringChecks {

    private PeeringChecks() {}

    static Finding peering(Walk walk) {
        Optional<Peering> found = walk.peering();
        String regional = walk.path().stacks().regional();
        if (found.isEmpty()) {
            return PEERING.failed(
                            "nothing peers %s with %s"
                                    .formatted(
                                            walk.network().vpcId(),
                                            walk.regionalVpc().id()),
                            Party.ELEMENTARY,
                            "peer them again, and lead the routes there; the stack keeps the id of the one that is gone")
                    .typing(again(walk));
        }
        Peering peering = found.get();
        String words = "%s is %s".formatted(peering.id(), peering.status());
        return switch (peering.status()) {
            case "active" -> PEERING.passed(words);
            case "pending-acceptance" ->
                PEERING.failed(words, Party.ELEMENTARY, "accept it in production's Region")
                        .typing(AwsCommands.in(walk.network().region()).acceptPeering(peering.id()));
            case "initiating-request", "provisioning" ->
                PEERING.failed(words, Party.AWS, "wait a minute, and look again");
            default ->
                PEERING.failed(
                                words,
                                Party.ELEMENTARY,
                                "peer them again, and lead the routes there; %s keeps the id of the one that is gone"
                                        .formatted(regional))
                        .typing(again(walk));
        };
    }

    private static String again(Walk walk) {
        return AwsCommands.in(walk.path().endpointRegion())
                .peer(
                        walk.regionalVpc().id(),
                        walk.network().vpcId(),
                        walk.network().region());
    }
}
