package com.elementarydata.privatelink.operation.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalCheckTest {

    private static final EndpointTraffic SILENT = new EndpointTraffic("vpce-1", true, 0, 0);

    @Test
    void nothing_stands_in_the_way_of_a_customer_without_names_and_traffic() {
        assertThat(RemovalCheck.refusals(new RemovalFacts(List.of(), List.of(), List.of(), List.of(SILENT))))
                .isEmpty();
    }

    @Test
    void fails_with_all_reasons_at_once() {
        RemovalFacts facts = new RemovalFacts(
                List.of("acme/git", "acme/orders"),
                List.of("PrivateLink-Dns-acme"),
                List.of("git.acme.example"),
                List.of(SILENT, new EndpointTraffic("vpce-2", true, 3, 4096)));

        assertThat(RemovalCheck.refusals(facts))
                .extracting(Finding::line)
                .containsExactly(
                        "names-written: names of acme/git, acme/orders are active in the file, so a deployment would bring them"
                                + " back; set \"dns: prepared\" on each",
                        "names-deployed: PrivateLink-Dns-acme still exists, so names still point to the endpoints;"
                                + " remove the names first (docs/operations.md, Rolling back)",
                        "traffic: vpce-2 had 3 connections and 4096 bytes in the last hour; find out who still connects,"
                                + " and check again later");
    }

    @Test
    void fails_for_hosted_zones_that_no_stack_made() {
        assertThat(RemovalCheck.refusals(
                        new RemovalFacts(List.of(), List.of(), List.of("git.acme.example"), List.of(SILENT))))
                .extracting(Finding::line)
                .containsExactly("names-deployed: hosted zones of its names exist without a stack: git.acme.example;"
                        + " find out who created them, and delete them");
    }

    @Test
    void fails_for_bytes_of_a_connection_that_was_opened_long_ago() {
        assertThat(new EndpointTraffic("vpce-1", true, 0, 1).flows()).isTrue();
    }

    @Test
    void names_and_traffic_are_told_apart() {
        List<Finding> refusals = RemovalCheck.refusals(new RemovalFacts(
                List.of("git"), List.of(), List.of(), List.of(new EndpointTraffic("vpce-1", true, 1, 0))));

        assertThat(refusals).extracting(RemovalCheck::isOfNames).containsExactly(true, false);
        assertThat(refusals.get(0).remedy()).isEqualTo("set \"dns: prepared\" on it");
    }
}
