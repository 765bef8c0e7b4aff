package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.adopted;
import static com.elementarydata.privatelink.fleet.Fleets.connection;
import static com.elementarydata.privatelink.fleet.Fleets.emptyLedger;
import static com.elementarydata.privatelink.fleet.Fleets.in;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.FleetFiles;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckedFleetTest {

    private static final Problem OF_ACME = problem("acme.yaml", ProblemCode.PL112);
    private static final Problem OF_BIRCH = problem("birch.yaml", ProblemCode.PL112);
    private static final Problem OF_NETWORK = problem("network.yaml", ProblemCode.PL214);
    private static final Problem WARNING = problem("acme.yaml", ProblemCode.PL206);

    private static Problem problem(String file, ProblemCode code) {
        return new Problem(Position.ofFile(file), code, "something is wrong", "change it");
    }

    private static Customer customer(String id, String region) {
        return new Customer(
                new Located<>(Identifier.parse(id), Position.ofFile(id + ".yaml")),
                List.of(in(id + ".yaml", connection("one-of-" + id, region, List.of(1)))));
    }

    private static CheckedFleet check(Optional<Network> network, Problem... problems) {
        return CheckedFleet.of(new FleetFiles(
                network,
                emptyLedger(),
                new TreeMap<>(Map.of("acme", "acme.yaml", "birch", "birch.yaml")),
                List.of(customer("birch", "us-west-2"), customer("acme", "us-east-1")),
                List.of(problems)));
    }

    @Test
    void tells_errors_from_warnings() {
        CheckedFleet checked = check(Optional.empty(), WARNING, OF_BIRCH, OF_ACME, OF_ACME);

        assertThat(checked.problems()).containsExactly(OF_ACME, WARNING, OF_BIRCH);
        assertThat(checked.errors()).containsExactly(OF_ACME, OF_BIRCH);
        assertThat(checked.warnings()).containsExactly(WARNING);
    }

    @Test
    void finds_what_is_wrong_between_files_where_the_network_is_known() {
        assertThat(check(Optional.of(network())).errors())
                .extracting(Problem::code)
                .containsOnly(ProblemCode.PL303);
        assertThat(check(Optional.empty()).errors()).isEmpty();
    }

    @Test
    void lets_no_customer_be_blocked_by_anothers_errors() {
        CheckedFleet checked = check(Optional.empty(), OF_ACME, OF_BIRCH, OF_NETWORK);

        assertThat(checked.errorsFor(List.of())).containsExactly(OF_ACME, OF_BIRCH, OF_NETWORK);
        assertThat(checked.errorsFor(List.of("acme"))).containsExactly(OF_ACME, OF_NETWORK);
        assertThat(checked.errorsFor(List.of("acme", "birch"))).containsExactly(OF_ACME, OF_BIRCH, OF_NETWORK);
    }

    @Test
    void lets_customers_that_fit_into_a_quota_go_on_without_those_that_do_not() {
        Network narrow = network(new Limits(1, 50, 50, 500, 500, 60));
        CheckedFleet checked = CheckedFleet.of(new FleetFiles(
                Optional.of(narrow),
                adopted("us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/23")),
                new TreeMap<>(Map.of("acme", "acme.yaml", "birch", "birch.yaml")),
                List.of(customer("acme", "us-west-2"), customer("birch", "us-west-2")),
                List.of()));

        assertThat(checked.errorsFor(List.of())).extracting(Problem::code).containsExactly(ProblemCode.PL311);
        assertThat(checked.errorsFor(List.of("acme"))).isEmpty();
        assertThat(checked.errorsFor(List.of("birch")))
                .extracting(problem -> problem.at().file())
                .containsExactly("birch.yaml");
    }

    @Test
    void selects_customers_and_knows_ids_that_are_none() {
        CheckedFleet checked = check(Optional.of(network()));

        assertThat(checked.customers(List.of())).extracting(Customer::file).containsExactly("acme.yaml", "birch.yaml");
        assertThat(checked.customers(List.of("birch")))
                .extracting(Customer::file)
                .containsExactly("birch.yaml");
        assertThat(checked.unknown(List.of("acme", "cedar", "ash"))).containsExactly("ash", "cedar");
        assertThat(check(Optional.empty()).customers(List.of())).isEmpty();
    }
}
