package com.elementarydata.privatelink.operation.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Checks;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Connection;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.observed.ProviderFacts.Subnet;
import com.elementarydata.privatelink.observed.ProviderFacts.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderDiagnosisTest {

    private static final String CUSTOMER = "210987654321";
    private static final String VPC = "vpc-1";
    private static final String ELEMENTARY = "arn:aws:iam::743289191656:root";
    private static final List<Integer> PORTS = List.of(443);
    private static final List<String> ZONES = List.of("euw1-az1", "euw1-az2");
    private static final List<Subnet> SUBNETS =
            List.of(subnet("subnet-1", "euw1-az1", false), subnet("subnet-2", "euw1-az2", false));
    private static final List<GroupRule> CLIENTS =
            List.of(rule("tcp", 443, "10.0.1.0/24"), rule("tcp", 443, "10.0.2.0/24"), rule("tcp", 443, "10.0.3.0/24"));
    private static final Optional<List<GroupRule>> ANYWHERE = Optional.of(List.of(rule("-1", -1, "0.0.0.0/0")));
    private static final Listener LISTENER = new Listener(443, "TCP", List.of(target("healthy")));
    private static final LoadBalancer BALANCER = balancer("network", "internal", true, Optional.of(true), CLIENTS);
    private static final Connection ACCEPTED = new Connection("vpce-1", "743289191656", "available");

    @Test
    void nothing_is_wrong_with_a_service_as_the_construct_makes_it() {
        assertThat(ProviderDiagnosis.of(facts(BALANCER), PORTS))
                .hasSameSizeAs(Checks.of(ProviderCheck.class).toList())
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASSED);
    }

    @Test
    void listeners_on_other_ports_are_not_looked_at() {
        Listener database = new Listener(5432, "TCP", List.of(target("unhealthy")));
        Listener logs = new Listener(514, "UDP", List.of());

        assertThat(ProviderDiagnosis.of(facts(with(database, LISTENER, logs)), PORTS))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASSED);
        assertThat(ProviderDiagnosis.of(facts(with(database, LISTENER, logs)), List.of(443, 5432)))
                .filteredOn(Finding::isBlamed)
                .extracting(Finding::code)
                .containsExactly("PV109", "PV111");
    }

    @Test
    void rules_for_halves_of_the_clients_admit_nobody_else() {
        List<GroupRule> rules = List.of(
                CLIENTS.get(0),
                CLIENTS.get(1),
                CLIENTS.get(2),
                rule("tcp", 443, "10.0.3.0/25"),
                rule("tcp", 22, "0.0.0.0/0"));

        assertThat(verdict(
                        facts(balancer("network", "internal", true, Optional.of(true), rules)),
                        ProviderCheck.INBOUND_RULES))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_client_block_is_admitted_by_rules_for_its_halves() {
        List<GroupRule> rules = List.of(
                rule("tcp", 443, "10.0.1.0/25"), rule("tcp", 443, "10.0.1.128/25"), CLIENTS.get(1), CLIENTS.get(2));

        assertThat(verdict(
                        facts(balancer("network", "internal", true, Optional.of(true), rules)),
                        ProviderCheck.INBOUND_RULES))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_target_outside_the_vpc_is_reached_from_each_zone() {
        Target target = new Target("192.168.1.2", 443, Optional.of("all"), "healthy", Optional.empty());
        LoadBalancer balancer = new LoadBalancer(
                "lb",
                "network",
                "internal",
                VPC,
                false,
                Optional.of(true),
                CLIENTS,
                ANYWHERE,
                SUBNETS,
                List.of(new Listener(443, "TCP", List.of(target))));

        assertThat(verdict(facts(balancer), ProviderCheck.CROSS_ZONE)).isEqualTo(Verdict.PASSED);
    }

    static Stream<Arguments> broken() {
        Optional<Boolean> on = Optional.of(true);
        return Stream.of(
                Arguments.of(facts("Pending", true, ZONES, List.of(ELEMENTARY), BALANCER), "PV101", Verdict.FAILED),
                Arguments.of(facts("Available", false, ZONES, List.of(ELEMENTARY), BALANCER), "PV102", Verdict.WARNING),
                Arguments.of(facts("Available", true, ZONES, List.of(), BALANCER), "PV103", Verdict.FAILED),
                Arguments.of(facts("Available", true, ZONES, List.of("*"), BALANCER), "PV103", Verdict.FAILED),
                Arguments.of(connected("pendingAcceptance"), "PV104", Verdict.WARNING),
                Arguments.of(connected("rejected"), "PV104", Verdict.FAILED),
                Arguments.of(facts(balancer("application", "internal", true, on, CLIENTS)), "PV105", Verdict.FAILED),
                Arguments.of(facts(balancer("network", "internet-facing", true, on, CLIENTS)), "PV105", Verdict.FAILED),
                Arguments.of(facts(in(subnet("subnet-1", "euw1-az1", true), SUBNETS.get(1))), "PV106", Verdict.WARNING),
                Arguments.of(
                        facts(in(SUBNETS.get(0), new Subnet("subnet-3", "euw1-az2", "vpc-2", CUSTOMER, false))),
                        "PV106",
                        Verdict.FAILED),
                Arguments.of(
                        facts(in(SUBNETS.get(0), new Subnet("subnet-3", "euw1-az2", VPC, "999999999999", false))),
                        "PV106",
                        Verdict.WARNING),
                Arguments.of(
                        facts(new LoadBalancer(
                                "lb",
                                "network",
                                "internal",
                                VPC,
                                false,
                                on,
                                CLIENTS,
                                ANYWHERE,
                                SUBNETS,
                                List.of(new Listener(
                                        443,
                                        "TCP",
                                        List.of(new Target(
                                                "i-1", 443, Optional.empty(), "healthy", Optional.empty())))))),
                        "PV110",
                        Verdict.UNKNOWN),
                Arguments.of(
                        facts("Available", true, List.of("euw1-az1"), List.of(ELEMENTARY), BALANCER),
                        "PV107",
                        Verdict.FAILED),
                Arguments.of(
                        facts("Available", true, List.of("euw1-az1"), List.of(ELEMENTARY), in(SUBNETS.get(0))),
                        "PV107",
                        Verdict.WARNING),
                Arguments.of(facts(with(new Listener(443, "TLS", LISTENER.targets()))), "PV108", Verdict.WARNING),
                Arguments.of(facts(with(new Listener(443, "UDP", LISTENER.targets()))), "PV108", Verdict.FAILED),
                Arguments.of(facts(with(new Listener(8443, "TCP", LISTENER.targets()))), "PV108", Verdict.FAILED),
                Arguments.of(facts(with()), "PV108", Verdict.FAILED),
                Arguments.of(facts(with(List.of(), "10.1.2.3")), "PV113", Verdict.FAILED),
                Arguments.of(facts(with(List.of(rule("tcp", 80, "0.0.0.0/0")), "i-1")), "PV113", Verdict.FAILED),
                Arguments.of(facts(with(List.of(rule("udp", 443, "0.0.0.0/0")), "arn:lb")), "PV113", Verdict.FAILED),
                Arguments.of(
                        facts(with(List.of(rule("tcp", 443, "10.1.2.0/32")), "10.1.2.3")), "PV113", Verdict.FAILED),
                Arguments.of(facts(with(List.of(rule("-1", -1, "::/0")), "10.1.2.3")), "PV113", Verdict.FAILED),
                Arguments.of(facts(with(List.of(rule("-1", -1, "0.0.0.0/0")), "fd00::3")), "PV113", Verdict.FAILED),
                Arguments.of(facts(with(List.of(rule("tcp", 443, "sg-1")), "10.1.2.3")), "PV113", Verdict.UNKNOWN),
                Arguments.of(facts(with(List.of(rule("tcp", 443, "pl-1")), "i-1")), "PV113", Verdict.UNKNOWN),
                Arguments.of(facts(with(List.of(rule("-1", -1, "::/0")), "fd00::3")), "PV113", Verdict.UNKNOWN),
                Arguments.of(facts(allowingOneOf("healthy")), "PV113", Verdict.FAILED),
                // no connection goes to it
                Arguments.of(facts(allowingOneOf("draining")), "PV113", Verdict.WARNING),
                Arguments.of(facts(with(new Listener(443, "TCP", List.of()))), "PV109", Verdict.FAILED),
                Arguments.of(
                        facts(with(new Listener(443, "TCP", List.of(target("unhealthy"))))), "PV109", Verdict.FAILED),
                Arguments.of(
                        facts(with(new Listener(443, "TCP", List.of(target("healthy"), target("unhealthy"))))),
                        "PV109",
                        Verdict.WARNING),
                Arguments.of(facts(balancer("network", "internal", false, on, CLIENTS)), "PV110", Verdict.FAILED),
                Arguments.of(
                        facts(balancer("network", "internal", true, on, CLIENTS.subList(1, 3))),
                        "PV111",
                        Verdict.FAILED),
                Arguments.of(
                        facts(balancer("network", "internal", true, on, List.of(rule("tcp", 80, "10.0.0.0/16")))),
                        "PV111",
                        Verdict.FAILED),
                Arguments.of(
                        facts(balancer("network", "internal", true, on, List.of(rule("tcp", 443, "sg-0123")))),
                        "PV111",
                        Verdict.FAILED),
                Arguments.of(
                        facts(balancer("network", "internal", true, on, List.of(rule("tcp", 443, "0.0.0.0/0")))),
                        "PV111",
                        Verdict.WARNING),
                Arguments.of(
                        facts(balancer("network", "internal", true, on, List.of(rule("-1", -1, "10.0.0.0/8")))),
                        "PV111",
                        Verdict.WARNING),
                Arguments.of(
                        facts(balancer("network", "internal", true, on, List.of(rule("tcp", 443, "pl-0123")))),
                        "PV111",
                        Verdict.UNKNOWN),
                Arguments.of(
                        facts(balancer("network", "internal", true, Optional.of(false), List.of())),
                        "PV111",
                        Verdict.WARNING),
                Arguments.of(
                        facts(balancer("network", "internal", true, Optional.of(false), CLIENTS)),
                        "PV112",
                        Verdict.WARNING));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_broken_is_blamed_with_a_remedy(ProviderFacts facts, String code, Verdict verdict) {
        assertThat(ProviderDiagnosis.of(facts, PORTS))
                .filteredOn(finding -> finding.code().equals(code))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(verdict);
                    assertThat(finding.remedy()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "pendingAcceptance, CUSTOMER, accept it, 1",
        "rejected, CUSTOMER, 'accept it after all; if AWS refuses that, Elementary adds a second connection', 1",
        "Rejected, CUSTOMER, 'accept it after all; if AWS refuses that, Elementary adds a second connection', 1",
        "pending, AWS, wait until AWS has set the endpoint up, 0",
        "expired, ELEMENTARY, ask Elementary to connect again, 0",
        "failed, ELEMENTARY, ask Elementary to connect again, 0",
    })
    void a_connection_that_is_not_accepted_is_somebodys_turn(String state, Party party, String remedy, int commands) {
        assertThat(ProviderDiagnosis.of(connected(state), PORTS))
                .filteredOn(finding -> finding.code().equals("PV104"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.party()).isEqualTo(party);
                    assertThat(finding.remedy()).isEqualTo(remedy);
                    assertThat(finding.commands())
                            .hasSize(commands)
                            .allMatch(command -> command.equals("bin/privatelink provider accept --service-name"
                                    + " com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0 --endpoint-id vpce-1"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 443, 10.1.2.0/24, 10.1.2.3",
        "tcp, 443, 10.1.2.3/32, 10.1.2.3",
        "tcp, 443, 10.9.0.0/16, i-1",
        "-1, -1, 10.9.0.0/16, arn:aws:elasticloadbalancing:eu-west-1:210987654321:loadbalancer/app/web/1",
    })
    void a_target_is_allowed_by_a_rule_for_its_address_or_where_that_is_not_read_for_any(
            String protocol, int port, String block, String target) {
        assertThat(verdict(facts(with(List.of(rule(protocol, port, block)), target)), ProviderCheck.OUTBOUND_RULES))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_target_that_is_not_allowed_is_named_before_its_health() {
        LoadBalancer balancer = with(
                Optional.of(List.of(rule("tcp", 443, "10.1.2.3/32"), rule("tcp", 8443, "10.1.2.4/32"))),
                new Listener(443, "TCP", List.of(at("10.1.2.3", "unhealthy"))));

        assertThat(ProviderDiagnosis.of(facts(balancer), PORTS))
                .filteredOn(Finding::isBlamed)
                .extracting(Finding::code, Finding::found, Finding::party)
                .containsExactly(
                        tuple("PV113", "not allowed: TCP 8443 to 10.1.2.3", Party.CUSTOMER),
                        tuple("PV109", "port 443: 10.1.2.3 is unhealthy", Party.CUSTOMER));
    }

    @Test
    void targets_are_not_judged_without_security_groups_behind_udp_or_by_rules_that_were_not_read() {
        LoadBalancer open = balancer("network", "internal", true, Optional.empty(), List.of());
        LoadBalancer datagrams = with(Optional.of(List.of()), new Listener(443, "UDP", LISTENER.targets()));

        assertThat(verdict(facts(open), ProviderCheck.OUTBOUND_RULES)).isEqualTo(Verdict.PASSED);
        assertThat(verdict(facts(datagrams), ProviderCheck.OUTBOUND_RULES)).isEqualTo(Verdict.PASSED);
        assertThat(verdict(facts(with(Optional.empty(), LISTENER)), ProviderCheck.OUTBOUND_RULES))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void fails_for_a_service_with_one_wrong_load_balancer_among_two() {
        ProviderFacts facts = facts(BALANCER, balancer("network", "internet-facing", true, Optional.of(true), CLIENTS));

        assertThat(verdict(facts, ProviderCheck.LOAD_BALANCER)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void every_code_has_its_entry_in_the_documentation() throws IOException {
        String document = Files.readString(Path.of("docs/diagnosis.md"));

        assertThat(Checks.of(ProviderCheck.class).map(check -> "### " + check.code()))
                .allMatch(document::contains);
    }

    private static Verdict verdict(ProviderFacts facts, Check check) {
        return ProviderDiagnosis.of(facts, PORTS).stream()
                .filter(finding -> finding.code().equals(check.code()))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static ProviderFacts facts(LoadBalancer... balancers) {
        return facts("Available", true, ZONES, List.of(ELEMENTARY), balancers);
    }

    private static ProviderFacts facts(
            String state, boolean acceptance, List<String> zones, List<String> principals, LoadBalancer... balancers) {
        return facts(state, acceptance, zones, principals, ACCEPTED, balancers);
    }

    private static ProviderFacts facts(
            String state,
            boolean acceptance,
            List<String> zones,
            List<String> principals,
            Connection connection,
            LoadBalancer... balancers) {
        return new ProviderFacts(
                CUSTOMER,
                "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                state,
                acceptance,
                zones,
                List.of(),
                principals,
                List.of(connection, new Connection("vpce-2", "999999999999", "pendingAcceptance")),
                List.of(balancers));
    }

    private static ProviderFacts connected(String state) {
        Connection connection = new Connection("vpce-1", "743289191656", state);
        return facts("Available", true, ZONES, List.of(ELEMENTARY), connection, BALANCER);
    }

    private static LoadBalancer balancer(
            String type, String scheme, boolean crossZone, Optional<Boolean> enforces, List<GroupRule> rules) {
        return new LoadBalancer(
                "lb", type, scheme, VPC, crossZone, enforces, rules, ANYWHERE, SUBNETS, List.of(LISTENER));
    }

    private static LoadBalancer with(Listener... listeners) {
        return with(ANYWHERE, listeners);
    }

    private static LoadBalancer with(List<GroupRule> outbound, String target) {
        Target healthy = new Target(target, 443, Optional.of("euw1-az1"), "healthy", Optional.empty());
        return with(Optional.of(outbound), new Listener(443, "TCP", List.of(healthy)));
    }

    private static LoadBalancer with(Optional<List<GroupRule>> outbound, Listener... listeners) {
        return new LoadBalancer(
                "lb",
                "network",
                "internal",
                VPC,
                true,
                Optional.of(true),
                CLIENTS,
                outbound,
                SUBNETS,
                List.of(listeners));
    }

    private static LoadBalancer in(Subnet... subnets) {
        return new LoadBalancer(
                "lb",
                "network",
                "internal",
                VPC,
                true,
                Optional.of(true),
                CLIENTS,
                ANYWHERE,
                List.of(subnets),
                List.of(LISTENER));
    }

    private static Subnet subnet(String id, String zone, boolean hasInternetGateway) {
        return new Subnet(id, zone, VPC, CUSTOMER, hasInternetGateway);
    }

    private static GroupRule rule(String protocol, int port, String source) {
        return new GroupRule(protocol, port, port, source);
    }

    private static LoadBalancer allowingOneOf(String healthOfOther) {
        return with(
                Optional.of(List.of(rule("tcp", 8443, "10.1.2.4/32"))),
                new Listener(443, "TCP", List.of(at("10.1.2.4", "healthy"), at("10.1.2.3", healthOfOther))));
    }

    private static Target at(String address, String health) {
        return new Target(address, 8443, Optional.of("euw1-az1"), health, Optional.empty());
    }

    private static Target target(String health) {
        return new Target("i-1", 443, Optional.of("euw1-az1"), health, Optional.empty());
    }
}
