package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.GIT;
import static com.elementarydata.privatelink.operation.adoption.HandMade.REGIONAL;
import static com.elementarydata.privatelink.operation.adoption.HandMade.SERVICE;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.alias;
import static com.elementarydata.privatelink.operation.adoption.HandMade.dnsName;
import static com.elementarydata.privatelink.operation.adoption.HandMade.endpoint;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.tagged;
import static com.elementarydata.privatelink.operation.adoption.HandMade.zone;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.Reading;
import com.elementarydata.privatelink.observed.Tags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Estates and adoptions for those who report them. */
public final class EstateSamples {

    private static final String OTHER = "vpce-0a1b2c3d4e5f60702";
    private static final String LOST = "vpce-0a1b2c3d4e5f60799";

    private EstateSamples() {}

    /** One with nothing in it, and one with everything that a report may have to say. */
    public static List<Estate> estates() {
        return List.of(
                Estate.of(facts(abroad()), CustomerMapping.none()),
                Estate.of(
                        everything(),
                        new CustomerMapping(Map.of(
                                "one.partners.example",
                                Identifier.parse("acme"),
                                "two.partners.example",
                                Identifier.parse("birch")))));
    }

    private static EstateFacts everything() {
        Tags ofStack = new Tags(new TreeMap<>(Map.of("aws:cloudformation:stack-name", "network")));
        Tags ofTerraform = new Tags(new TreeMap<>(Map.of("ManagedBy", "terraform")));
        InRegion there = abroad(
                git(ofStack),
                endpoint(OTHER, REGIONAL, SERVICE, ofTerraform),
                endpoint("vpce-0a1b2c3d4e5f60703", REGIONAL, SERVICE, tagged("cedar")));
        EstateFacts facts = facts(
                there,
                zone(
                        "partners.example",
                        alias("one.partners.example", dnsName(GIT)),
                        alias("two.partners.example", dnsName(GIT)),
                        alias("lost.partners.example", dnsName(LOST)),
                        alias("git.hidden.partners.example", dnsName(OTHER))),
                zone("hidden.partners.example", UNTAGGED));
        SortedMap<String, Reading<InRegion>> regions = new TreeMap<>(facts.regions());
        regions.put("us-east-1", Reading.refused("DescribeVpcs: denied"));
        return new EstateFacts(facts.account(), facts.region(), facts.vpcId(), regions, facts.zones(), facts.owners());
    }

    /** Of a Region and of a customer. */
    public static List<Adoption> adoptions() {
        Fleet fleet = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/adopted-vpc/stacks")))
                .fleet()
                .orElseThrow();
        FoundEstate estate = new FoundEstate();
        estate.tags = Map.of("ManagedBy", "terraform");
        return List.of(
                new RegionAdoption(fleet, Region.parse("us-east-2")).with(estate.facts()),
                new CustomerAdoption(
                                fleet,
                                fleet.customers().stream()
                                        .filter(customer ->
                                                customer.id().toString().equals("oak"))
                                        .findFirst()
                                        .orElseThrow())
                        .with(estate.facts()));
    }
}
