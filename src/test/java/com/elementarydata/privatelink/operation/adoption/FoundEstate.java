package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundGroup;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import com.elementarydata.privatelink.observed.Reading;
import com.elementarydata.privatelink.observed.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What AWS has of the case {@code adopted-vpc}, to be changed before it is read. */
final class FoundEstate {

    static final String GIT_GROUP = "sg-0c1d2e3f4a5b60731";

    private static final String ACCOUNT = "743289191656";
    private static final String VPC = "vpc-0c1d2e3f4a5b60718";

    String vpcCidr = "172.20.0.0/16";
    String subnetZone = "use2-az3";
    String peering = "pcx-0c1d2e3f4a5b60719";
    Map<String, String> tags = Map.of();
    Map<String, String> endpointTags = Map.of();
    Map<String, String> groupTags = Map.of();
    String git = "vpce-0c1d2e3f4a5b60721";
    List<String> gitSubnets = List.of("subnet-0c1d2e3f4a5b60711", "subnet-0c1d2e3f4a5b60713");
    String reportsGroup = "sg-0c1d2e3f4a5b60732";
    String zoneRecord = "reports.oak.example";
    String zoneOwner = ACCOUNT;

    EstateFacts facts() {
        return new EstateFacts(
                ACCOUNT,
                "eu-central-1",
                "vpc-0a1b2c3d4e5f60718",
                new TreeMap<>(Map.of("us-east-2", Reading.of(ohio()))),
                Reading.of(List.of(zone())),
                new TreeMap<>());
    }

    private InRegion ohio() {
        return new InRegion(
                List.of(
                        new FoundVpc("vpc-other", List.of("10.1.0.0/16"), new Tags(new TreeMap<>())),
                        new FoundVpc(VPC, List.of(vpcCidr), tags(tags))),
                List.of(
                        new FoundSubnet("subnet-0c1d2e3f4a5b60711", VPC, "172.20.0.0/24", "use2-az1"),
                        new FoundSubnet("subnet-0c1d2e3f4a5b60713", VPC, "172.20.7.0/24", subnetZone)),
                List.of(new FoundPeering(peering, "active", VPC, "us-east-2", ACCOUNT, tags(tags))),
                List.of(
                        endpoint(git, gitSubnets, GIT_GROUP),
                        endpoint(
                                "vpce-0c1d2e3f4a5b60722",
                                List.of("subnet-0c1d2e3f4a5b60711", "subnet-0c1d2e3f4a5b60713"),
                                reportsGroup)),
                new TreeMap<>(Map.of(GIT_GROUP, group("git \"of\" oak"), "sg-0c1d2e3f4a5b60732", group("reports"))),
                List.of(
                        new RouteTable("rtb-0c1d2e3f4a5b60715", VPC, true, List.of(), List.of(), List.of()),
                        new RouteTable("rtb-0a1b2c3d4e5f60711", "vpc-other", true, List.of(), List.of(), List.of())));
    }

    private FoundGroup group(String name) {
        return new FoundGroup(name, "by hand", List.of(443), tags(groupTags));
    }

    private static Tags tags(Map<String, String> tags) {
        return new Tags(new TreeMap<>(tags));
    }

    private FoundEndpoint endpoint(String id, List<String> subnets, String group) {
        return new FoundEndpoint(
                new DeployedEndpoint(
                        id,
                        "com.amazonaws.vpce.us-east-2.vpce-svc-0fedcba9876543211",
                        "available",
                        Instant.EPOCH,
                        VPC,
                        subnets,
                        List.of(group),
                        List.of(),
                        Optional.empty()),
                "us-east-2",
                Optional.empty(),
                List.of(),
                tags(endpointTags));
    }

    private FoundZone zone() {
        return new FoundZone(
                new Zone(
                        "Z1REPORTS",
                        "reports.oak.example",
                        zoneOwner,
                        Reading.of(List.of(new ZoneRecord(zoneRecord, "A", List.of("x"), Optional.empty())))),
                new Tags(new TreeMap<>()));
    }
}
