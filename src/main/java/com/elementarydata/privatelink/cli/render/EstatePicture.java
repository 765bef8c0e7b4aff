package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.operation.adoption.Estate;
import com.elementarydata.privatelink.operation.adoption.EstateConnection;
import com.elementarydata.privatelink.operation.adoption.EstateName;
import java.util.ArrayList;
import java.util.List;

/**
 * An estate as a tree: production, the VPCs with endpoints and how they are peered, who is connected by which names.
 *
 * @param estate the estate
 * @param width how many characters fit a line
 */
record EstatePicture(Estate estate, int width) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("production VPC %s in %s"
                .formatted(estate.facts().vpcId(), estate.facts().region()));
        estate.facts()
                .regions()
                .forEach((region, reading) ->
                        reading.value().ifPresent(found -> found.vpcs().forEach(vpc -> lines.addAll(of(region, vpc)))));
        return lines.stream().map(Printable::of).toList();
    }

    private List<String> of(String region, FoundVpc vpc) {
        List<EstateConnection> here = estate.connections().stream()
                .filter(one -> one.found().endpoint().vpcId().equals(vpc.id()))
                .toList();
        List<String> lines = new ArrayList<>();
        if (here.isEmpty()) {
            return lines;
        }
        String peering = estate.peeringOf(vpc.id())
                .map(one -> "%s, %s".formatted(one.id(), one.status()))
                .orElse(vpc.id().equals(estate.facts().vpcId()) ? "itself" : "not peered");
        lines.add("├─ %s".formatted(peering));
        lines.addAll(Wrapped.hanging(
                "│  ",
                "│    ",
                Wrapped.words(
                        "%s in %s, %s%s".formatted(vpc.id(), region, String.join(", ", vpc.cidrs()), made(vpc)),
                        width - 5)));
        for (EstateConnection one : here) {
            lines.add("│  ├─ %s, %s"
                    .formatted(
                            one.found().endpoint().id(), one.found().endpoint().state()));
            lines.add("│  │  %s".formatted(one.customer()));
            one.names().forEach(name -> lines.addAll(of(name)));
        }
        return lines;
    }

    private static String made(FoundVpc vpc) {
        String maker = vpc.tags().maker();
        return maker.isEmpty() ? "" : ", " + maker;
    }

    private static List<String> of(EstateName name) {
        return List.of(
                "│  │    %s".formatted(name.hostname()),
                "│  │      in %s (%s)".formatted(name.zone().name(), name.zone().id()),
                name.isMovable()
                        ? "│  │      with dns: active, in a zone of its own"
                        : "│  │      and stays in it, also where it is imported");
    }
}
