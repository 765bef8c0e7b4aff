package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD304;

import com.elementarydata.privatelink.diagnose.NetworkFacts.Peering;
import java.util.Optional;

/** Whether production and the regional VPC are peered. */
final class PeeringChecks {

    private PeeringChecks() {}

    static PathFinding peering(Walk walk) {
        Optional<Peering> found = walk.peering();
        String regional = walk.path().stacks().regional();
        if (found.isEmpty()) {
            return PD304.failed(
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
            case "active" -> PD304.passed(words);
            case "pending-acceptance" ->
                PD304.failed(words, Party.ELEMENTARY, "accept it in production's Region")
                        .typing(Walk.aws(
                                walk.network().region(),
                                "ec2 accept-vpc-peering-connection --vpc-peering-connection-id %s"
                                        .formatted(peering.id())));
            case "initiating-request", "provisioning" ->
                PD304.failed(words, Party.AWS, "wait a minute, and look again");
            default ->
                PD304.failed(
                                words,
                                Party.ELEMENTARY,
                                "peer them again, and lead the routes there; %s keeps the id of the one that is gone"
                                        .formatted(regional))
                        .typing(again(walk));
        };
    }

    private static String again(Walk walk) {
        return Walk.aws(
                walk.path().endpointRegion(),
                "ec2 create-vpc-peering-connection --vpc-id %s --peer-vpc-id %s --peer-region %s"
                        .formatted(
                                walk.regionalVpc().id(),
                                walk.network().vpcId(),
                                walk.network().region()));
    }
}
