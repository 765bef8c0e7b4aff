package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.EstateReader;
import com.elementarydata.privatelink.cli.render.AdoptionReport;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.operation.adoption.Adoption;
import com.elementarydata.privatelink.operation.adoption.CustomerAdoption;
import com.elementarydata.privatelink.operation.adoption.RegionAdoption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how stacks take over what existed before the fleet. */
@Command(
        name = "adopt",
        description =
                "Prints how the fleet's stacks take over what exists: what to write in the files, and the commands"
                        + " of cdk import with their resource mapping files."
                        + "%nRuns none of them. What is only used needs none of this: docs/adoption.md.",
        footer = {
            "",
            "It only reads. Record sets cannot be imported: a zone's records stay as they are.",
            "",
            "Examples:",
            "  bin/privatelink adopt us-east-2",
            "  bin/privatelink adopt acme"
        })
final class AdoptVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleetOption;

    @Mixin
    private AwsOption aws;

    @Parameters(
            paramLabel = "REGION|CUSTOMER",
            description = "A Region that is adopted, or the id of a customer with an endpoint that is.")
    private String subject;

    @Option(names = "--json", description = "Prints the steps as JSON.")
    private boolean json;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        CheckedFleet checked = fleetOption.read();
        Optional<Region> region = region();
        List<String> customers = region.isPresent() ? List.of() : List.of(subject);
        ChosenCustomers chosen = new ChosenCustomers(checked, customers).required();
        Fleet fleet = checked.fleet().orElseThrow();
        Adoption adoption = region.map(one -> region(new RegionAdoption(fleet, one), fleet))
                .orElseGet(() ->
                        customer(new CustomerAdoption(fleet, chosen.customers().get(0)), fleet));
        aws.showCalls(console.err());
        if (!adoption.obstacles().isEmpty()) {
            throw Refusal.of(adoption.obstacles());
        }
        AdoptionReport report = new AdoptionReport(adoption, fleetOption.folder(), customers);
        console.print(json, report::json, () -> report.lines(Terminal.width()));
        return ExitCode.FINE;
    }

    /** No customer's id is a Region's. */
    private Optional<Region> region() {
        try {
            return Optional.of(Region.parse(subject));
        } catch (InvalidValueException noRegion) {
            return Optional.empty();
        }
    }

    private Adoption region(RegionAdoption region, Fleet fleet) {
        return region.with(read(fleet, List.of(region.region())));
    }

    private Adoption customer(CustomerAdoption customer, Fleet fleet) {
        return customer.with(read(fleet, customer.regions()));
    }

    /** What was not read is no fact. */
    private EstateFacts read(Fleet fleet, List<Region> regions) {
        aws.access().requireOwn(fleet.network());
        Production production = fleet.network().production();
        EstateFacts facts = new EstateReader(aws.access(), production.region(), production.vpcId()).read(regions);
        List<String> notRead = new ArrayList<>(facts.notRead());
        regions.stream()
                .filter(region -> !facts.regions().containsKey(region.code()))
                .forEach(region -> notRead.add("%s is not enabled in the account".formatted(region)));
        if (!notRead.isEmpty()) {
            throw new Refusal(Refusal.Kind.AWS, notRead);
        }
        return facts;
    }
}
