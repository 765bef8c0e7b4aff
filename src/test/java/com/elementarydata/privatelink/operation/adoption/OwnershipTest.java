package com.elementarydata.privatelink.operation.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Region;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose the endpoints and security groups of a customer are, as far as tags and files say. */
class OwnershipTest {

    private static final String STACK = "aws:cloudformation:stack-name";

    private final FoundEstate estate = new FoundEstate();

    private static CustomerAdoption adoption(String folder, String customer) {
        Fleet fleet = CheckedFleet.of(FleetFolder.read(Path.of(folder))).fleet().orElseThrow();
        Customer found = fleet.customers().stream()
                .filter(one -> one.id().toString().equals(customer))
                .findFirst()
                .orElseThrow();
        return new CustomerAdoption(fleet, found);
    }

    private Adoption oak() {
        return adoption("src/test/cases/adopted-vpc/stacks", "oak").with(estate.facts());
    }

    @Test
    void an_endpoint_of_another_stack_cannot_be_taken_over() {
        estate.endpointTags = Map.of(STACK, "network");

        assertThat(oak().obstacles())
                .containsExactly(
                        "vpce-0c1d2e3f4a5b60721 belongs to the stack network; have that retain it, and take it out of"
                                + " its template",
                        "vpce-0c1d2e3f4a5b60722 belongs to the stack network; have that retain it, and take it out of"
                                + " its template");
    }

    @Test
    void a_group_of_another_stack_cannot_be_taken_over_unless_two_endpoints_have_it_and_it_stays() {
        estate.groupTags = Map.of(STACK, "network");
        assertThat(oak().obstacles())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("git \"of\" oak belongs to the stack network; "))
                .anyMatch(line -> line.startsWith("reports belongs to the stack network; "));

        estate.reportsGroup = FoundEstate.GIT_GROUP;
        assertThat(oak().obstacles()).isEmpty();
    }

    @Test
    void what_the_customers_own_stack_has_is_taken_over() {
        estate.endpointTags = Map.of(STACK, "PrivateLink-Customer-oak-us-east-2");
        estate.groupTags = estate.endpointTags;

        assertThat(oak().obstacles()).isEmpty();
    }

    @Test
    void an_endpoint_and_a_group_of_terraforms_come_with_a_word() {
        estate.endpointTags = Map.of("ManagedBy", "terraform");
        assertThat(oak().notes())
                .hasSize(2)
                .allMatch(line -> line.startsWith("Terraform seems to have made vpce-0c1d2e3f4a5b6072"));

        estate.groupTags = estate.endpointTags;
        assertThat(oak().notes()).hasSize(4);
    }

    @Test
    void what_a_customer_has_imported_already_is_its_own_and_needs_no_change() {
        Adoption imported =
                adoption("src/test/cases/imported-vpc/stacks", "oak").with(estate.facts());

        assertThat(imported.obstacles()).isEmpty();
        assertThat(imported.changes()).isEmpty();
        assertThat(imported.imports())
                .extracting(StackImport::file)
                .contains("PrivateLink-Customer-oak-us-east-2.import.json");
    }

    @Test
    void only_what_existed_is_taken_over_in_the_regions_of_its_endpoints() {
        assertThat(adoption("src/test/cases/adopted-vpc/stacks", "oak").regions())
                .containsExactly(Region.parse("us-east-2"));
        assertThatThrownBy(() -> adoption("stacks", "acme"))
                .isInstanceOf(Refusal.class)
                .hasMessage("nothing of acme existed before the fleet: no connection has an \"endpoint\"");
    }
}
