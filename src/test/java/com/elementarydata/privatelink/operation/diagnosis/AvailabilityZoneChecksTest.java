package com.elementarydata.privatelink.operation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.observed.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AvailabilityZoneChecksTest {

    private static final String LONDON = "eu-west-2";
    private static final String FRANKFURT = "eu-central-1";

    private static List<Finding> judge(
            Map<String, List<String>> ledger, String region, Reading<List<String>> existing, String... customers) {
        var checked = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
        ExpectedPaths expected = new ExpectedPaths(checked.fleet().orElseThrow());
        var paths = checked.customers(List.of(customers)).stream()
                .flatMap(customer -> expected.of(customer).stream())
                .toList();
        return new AvailabilityZoneChecks(
                        new TreeMap<>(ledger),
                        customers.length == 0 ? List.of() : paths,
                        new TreeMap<>(Map.of(region, existing)))
                .findings();
    }

    @Test
    void zones_that_the_region_has_are_named() {
        assertThat(judge(
                        Map.of(LONDON, List.of("euw2-az2", "euw2-az1")),
                        LONDON,
                        Reading.of(List.of("euw2-az1", "euw2-az2", "euw2-az3"))))
                .singleElement()
                .returns("PD111", Finding::code)
                .returns(Verdict.PASSED, Finding::verdict)
                .returns("euw2-az1, euw2-az2 in eu-west-2", Finding::found);
    }

    @Test
    void a_zone_of_the_ledger_that_does_not_exist_was_mistyped_before_it_was_allocated() {
        assertThat(judge(
                        Map.of(LONDON, List.of("euw2-az1", "euw2-az4")),
                        LONDON,
                        Reading.of(List.of("euw2-az1", "euw2-az2"))))
                .singleElement()
                .returns(Verdict.FAILED, Finding::verdict)
                .returns("euw2-az4 does not exist in eu-west-2, which has euw2-az1, euw2-az2", Finding::found)
                .returns("correct the ledger, to what it was before the zone was allocated", Finding::remedy);
    }

    @Test
    void a_zone_across_regions_is_of_the_endpoints_region() {
        assertThat(judge(Map.of(), FRANKFURT, Reading.of(List.of("euc1-az3")), "acme"))
                .singleElement()
                .returns(Verdict.FAILED, Finding::verdict)
                .returns("euc1-az1, euc1-az2 do not exist in eu-central-1, which has euc1-az3", Finding::found)
                .returns("correct stacks/customers/acme.yaml", Finding::remedy);
    }

    @Test
    void a_region_in_which_no_zone_is_needed_is_not_judged() {
        assertThat(judge(Map.of(), LONDON, Reading.of(List.of("euw2-az1")), "acme"))
                .isEmpty();
    }

    @Test
    void what_aws_does_not_say_is_unknown() {
        Map<String, List<String>> ledger = Map.of(LONDON, List.of("euw2-az1"));

        assertThat(judge(ledger, LONDON, Reading.refused("denied")))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.UNKNOWN);
        assertThat(judge(ledger, LONDON, Reading.of(List.of())))
                .singleElement()
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .returns("AWS names no zone of eu-west-2", Finding::found);
    }
}
