package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.GIT;
import static com.elementarydata.privatelink.operation.adoption.HandMade.SERVICE;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.tagged;
import static com.elementarydata.privatelink.operation.adoption.HandMade.zone;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.Tags;
import com.elementarydata.privatelink.operation.adoption.EstateConnection.Told;
import com.elementarydata.privatelink.operation.adoption.EstateOwners.Owner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told to own a name or an endpoint, by the best of what says so. */
class EstateOwnersTest {

    private static final String NAME = "git.acme.example";
    private static final String ACCOUNT = "globex.us-west-2.privatelink.snowflakecomputing.com";

    private static Owner owner(Map<String, Identifier> given, Tags endpoint, FoundZone zone, String hostname) {
        EstateOwners owners = new EstateOwners(new CustomerMapping(given), facts(abroad(git(endpoint)), zone));
        return owners.of(git(endpoint), new EstateName(hostname, zone.zone(), true, List.of(GIT), List.of()));
    }

    private static Map<String, Identifier> given(String thing) {
        return Map.of(thing, Identifier.parse("acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, GIT, SERVICE})
    void what_a_person_says_of_the_name_the_endpoint_or_the_service_goes_first(String thing) {
        assertThat(owner(given(thing), tagged("birch"), zone("acme.example", tagged("cedar")), NAME))
                .isEqualTo(new Owner("acme", Told.FILE));
    }

    @Test
    void the_endpoints_tag_goes_before_the_zones_and_that_before_the_vendors_name() {
        assertThat(owner(given("other"), tagged("Birch Inc."), zone("acme.example", tagged("cedar")), ACCOUNT))
                .isEqualTo(new Owner("birch-inc", Told.TAG));
        assertThat(owner(Map.of(), UNTAGGED, zone("acme.example", tagged("cedar")), ACCOUNT))
                .isEqualTo(new Owner("cedar", Told.TAG));
        assertThat(owner(Map.of(), UNTAGGED, zone("acme.example"), ACCOUNT)).isEqualTo(new Owner("globex", Told.NAME));
    }

    @Test
    void what_nothing_is_said_of_is_named_after_its_service() {
        assertThat(owner(Map.of(), UNTAGGED, zone("acme.example"), NAME))
                .isEqualTo(new Owner("svc-0123456789abcdef1", Told.SERVICE));
    }

    @Test
    void an_endpoint_without_names_is_of_who_is_given_or_tagged_or_of_its_service() {
        EstateOwners nobodys = new EstateOwners(CustomerMapping.none(), facts(abroad()));

        assertThat(new EstateOwners(new CustomerMapping(given(GIT)), facts(abroad())).of(git(tagged("birch"))))
                .isEqualTo(new Owner("acme", Told.FILE));
        assertThat(nobodys.of(git(tagged("birch")))).isEqualTo(new Owner("birch", Told.TAG));
        assertThat(nobodys.of(git(UNTAGGED))).isEqualTo(new Owner("svc-0123456789abcdef1", Told.SERVICE));
    }

    @ParameterizedTest
    @CsvSource({
        "globex.us-west-2.privatelink.snowflakecomputing.com, globex",
        "ocsp.globex.us-west-2.privatelink.snowflakecomputing.com, globex",
        "globex-prod.privatelink.snowflakecomputing.com, globex-prod",
        "globex.us-gov-west-1.aws.privatelink.snowflakecomputing.com, globex",
        "globex.snowflakecomputing.com,",
        "app.us-west-2.privatelink.snowflakecomputing.com,",
        "-globex.privatelink.snowflakecomputing.com,",
    })
    void the_account_is_in_snowflakes_own_names(String hostname, String account) {
        assertThat(EstateOwners.snowflakeAccount(hostname).orElse(null)).isEqualTo(account);
    }

    @Test
    void an_id_resembles_a_text_as_far_as_it_can() {
        assertThat(EstateOwners.id("2 Birch & Sons (EU)")).hasValue("birch-sons-eu");
        assertThat(EstateOwners.id("42")).isEmpty();
        assertThat(EstateOwners.id("a".repeat(39) + "-bcd")).hasValue("a".repeat(39));
        assertThat(EstateOwners.id("a".repeat(50))).hasValue("a".repeat(40));
    }
}
