package com.elementarydata.privatelink.operation.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.net.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows once the providers of prepared connections have accepted, and what a deployment would not bring about. */
class SwitchOverTest {

    private static List<SwitchOver> of(String... customers) {
        CheckedFleet fleet = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
        return SwitchOver.of(fleet.customers(List.of(customers)), CdkCommands.ofUnknownFolder())
                .toList();
    }

    @Test
    void only_customers_with_prepared_connections_have_something_to_switch() {
        assertThat(of("acme", "birch", "fir"))
                .extracting(later -> later.customer().id().toString())
                .containsExactly("acme", "fir");
    }

    @Test
    void a_prepared_connection_that_takes_over_names_replaces_the_active_one() {
        SwitchOver fir = of("fir").get(0);

        assertThat(fir.prepared()).containsExactly("fir/postgres-cross-region");
        assertThat(fir.replaced()).containsExactly("fir/postgres");
        assertThat(fir.edit())
                .isEqualTo("set dns: active in stacks/customers/fir.yaml, and dns: prepared on fir/postgres,"
                        + " whose names it takes over");
        assertThat(fir.then())
                .containsExactly(
                        "npx cdk diff PrivateLink-Dns-fir -c customers=fir",
                        "npx cdk deploy PrivateLink-Dns-fir -c customers=fir");
    }

    @Test
    void a_connection_with_names_of_its_own_replaces_none() {
        SwitchOver acme = of("acme").get(0);

        assertThat(acme.prepared()).containsExactly("acme/orders");
        assertThat(acme.replaced()).isEmpty();
        assertThat(acme.edit()).isEqualTo("set dns: active in stacks/customers/acme.yaml");
    }

    @ParameterizedTest
    @EnumSource
    void a_stack_that_failed_or_is_not_imported_is_not_fine_and_all_others_are(LivePlan.Change change) {
        assertThat(new LivePlan(Map.of("PrivateLink-Production", change), Map.of(), List.of(), List.of(), List.of())
                        .isFine())
                .isEqualTo(change != LivePlan.Change.FAILED && change != LivePlan.Change.NOT_IMPORTED);
    }

    @Test
    void a_stack_that_is_left_behind_is_not_fine() {
        LivePlan.LeftBehind left = new LivePlan.LeftBehind("PrivateLink-Dns-gum", Region.parse("eu-west-1"));

        assertThat(new LivePlan(Map.of(), Map.of(), List.of(), List.of(left), List.of()).isFine())
                .isFalse();
        assertThat(LivePlan.Change.NOT_READ).hasToString("not-read");
    }

    @Test
    void regions_answer_unless_one_is_blamed_for_being_disabled() {
        Finding disabled =
                new Check("PD102", "Regions").failed("us-west-2 is not enabled", Party.ELEMENTARY, "enable it");
        Finding other = new Check("PD103", "VPC").failed("no VPC", Party.ELEMENTARY, "make it");

        assertThat(new LivePreconditions(List.of(other)).areRegionsEnabled()).isTrue();
        assertThat(new LivePreconditions(List.of(other, disabled)).areRegionsEnabled())
                .isFalse();
        assertThat(new LivePreconditions(List.of(other)).isFine()).isFalse();
    }
}
