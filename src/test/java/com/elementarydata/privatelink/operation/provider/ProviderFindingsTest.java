package com.elementarydata.privatelink.operation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Connection;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.observed.ProviderFacts.Subnet;
import com.elementarydata.privatelink.observed.ProviderFacts.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found of a provider's side, in words, and of which of its parts. */
class ProviderFindingsTest {

    private static final String CUSTOMER = "210987654321";
    private static final String ELEMENTARY = "743289191656";

    private List<String> principals = List.of("arn:aws:iam::743289191656:root");
    private List<Connection> connections = List.of(new Connection("vpce-1", ELEMENTARY, "available"));
    private List<Target> targets = List.of(target("i-1", "euw1-az1", "healthy"), target("i-2", "euw1-az2", "healthy"));
    private List<Integer> ports = List.of(443);
    private List<String> clients = List.of("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");

    private static Target target(String id, String zone, String health) {
        return new Target(id, 443, Optional.of(zone), health, Optional.empty());
    }

    private Finding finding(String code) {
        LoadBalancer balancer = new LoadBalancer(
                "lb",
                "network",
                "internal",
                "vpc-1",
                false,
                Optional.of(true),
                clients.stream()
                        .map(client -> new GroupRule("tcp", 443, 443, client))
                        .toList(),
                Optional.of(List.of(new GroupRule("-1", -1, -1, "0.0.0.0/0"))),
                Stream.of("euw1-az1", "euw1-az2")
                        .map(zone -> new Subnet("subnet-" + zone, zone, "vpc-1", CUSTOMER, false))
                        .toList(),
                List.of(new Listener(443, "TCP", targets)));
        ProviderFacts facts = new ProviderFacts(
                CUSTOMER,
                "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                "Available",
                true,
                List.of("euw1-az1", "euw1-az2"),
                List.of(),
                principals,
                connections,
                List.of(balancer));
        return ProviderDiagnosis.of(facts, ports).stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void assertFound(String code, Verdict verdict, String found) {
        assertThat(finding(code)).returns(verdict, Finding::verdict).returns(found, Finding::found);
    }

    @Test
    void a_service_that_only_others_may_use_or_have_connected_to_waits_for_elementary() {
        principals = List.of("arn:aws:iam::999900001111:root");
        connections = List.of(new Connection("vpce-9", "999900001111", "available"));

        assertFound("PV103", Verdict.FAILED, "Elementary's account is not an allowed principal");
        assertFound("PV104", Verdict.UNKNOWN, "Elementary has not connected yet");
    }

    @Test
    void connections_of_elementarys_are_named_with_their_states_and_those_of_others_are_not() {
        connections = List.of(
                new Connection("vpce-1", ELEMENTARY, "available"),
                new Connection("vpce-9", "999900001111", "rejected"),
                new Connection("vpce-2", ELEMENTARY, "pending"));

        assertFound("PV104", Verdict.PASSED, "vpce-1 available, vpce-2 pending");
    }

    @Test
    void only_ports_without_a_listener_are_missing() {
        assertFound("PV108", Verdict.PASSED, "TCP:443");

        ports = List.of(443, 8443);
        assertFound("PV108", Verdict.FAILED, "lb has no listener on TCP:8443");

        ports = List.of();
        assertFound("PV108", Verdict.FAILED, "lb has no listener");
    }

    @Test
    void only_targets_that_are_not_healthy_are_named_with_what_aws_says_why() {
        targets = List.of(
                target("i-1", "euw1-az1", "healthy"),
                new Target("i-2", 443, Optional.of("euw1-az2"), "unhealthy", Optional.of("Target.Timeout")));

        assertFound("PV109", Verdict.WARNING, "1 not healthy: i-2 is unhealthy (Target.Timeout)");
    }

    @Test
    void without_cross_zone_load_balancing_each_zone_needs_a_healthy_target_of_its_own() {
        assertFound("PV110", Verdict.PASSED, "off, and each zone has a healthy target");

        targets = List.of(target("i-1", "euw1-az1", "healthy"), target("i-2", "euw1-az2", "unhealthy"));
        assertFound("PV110", Verdict.FAILED, "off, and no healthy target is known in euw1-az2");
    }

    @Test
    void the_clients_that_are_admitted_or_not_are_named() {
        assertFound("PV111", Verdict.PASSED, "10.0.1.0/24, 10.0.2.0/24, 10.0.3.0/24 admitted");

        clients = List.of("10.0.2.0/24", "10.0.3.0/24");
        assertFound("PV111", Verdict.FAILED, "not admitted: 10.0.1.0/24 on TCP 443");
    }
}
