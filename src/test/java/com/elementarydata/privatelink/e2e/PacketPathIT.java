package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EndToEnd.class)
class PacketPathIT {

    private static SortedMap<String, Verdict> walks(E2eFleet deployed) {
        View view = deployed.view();
        Production production = deployed.fleet().network().production();
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        deployed.fleet().connections().forEach(owned -> {
            PacketPath path = new PacketPath(view, production, owned);
            for (Cidr client : production.clientCidrs()) {
                for (Port port : owned.connection().address().ports()) {
                    verdicts.put(
                            "%s/%s from %s to %s"
                                    .formatted(
                                            owned.customer().id().value(),
                                            owned.connection().id().value(),
                                            client,
                                            port),
                            path.walk(client, port));
                }
            }
        });
        return verdicts;
    }

    @Test
    void leads_from_every_client_to_every_port_of_every_connection(ExampleWorld world, Figures figures) {
        SortedMap<String, Verdict> verdicts = walks(world.deployed());

        assertThat(verdicts.values()).allMatch(Verdict.PASSES::equals);
        // 11 connections, four of them on two ports, from three client subnets
        assertThat(verdicts).hasSize(45);
        figures.add("%d packet paths lead to a target".formatted(verdicts.size()));
    }
}
