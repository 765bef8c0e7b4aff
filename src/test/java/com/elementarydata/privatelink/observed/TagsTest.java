package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who made a resource, and for whom, as far as its tags say. */
class TagsTest {

    private static Tags of(String key, String value) {
        return new Tags(new TreeMap<>(Map.of(key, value)));
    }

    @Test
    void cloudformation_says_which_stack_made_it() {
        assertThat(of("aws:cloudformation:stack-name", "Peering").stack()).hasValue("Peering");
        assertThat(of("aws:cloudformation:stack-name", "Peering").maker()).isEqualTo("stack Peering");
    }

    @ParameterizedTest
    @CsvSource({"ManagedBy, Terraform", "terraform, true", "module, acme/terraform-aws-endpoint"})
    void terraform_is_named_in_a_key_or_in_a_value_however_it_is_written(String key, String value) {
        assertThat(of(key, value).isOfTerraform()).isTrue();
        assertThat(of(key, value).maker()).isEqualTo("Terraform");
        assertThat(of(key, value).stack()).isEmpty();
    }

    @Test
    void a_name_alone_does_not_say_who_made_it() {
        assertThat(of("Name", "production").isOfTerraform()).isFalse();
        assertThat(of("Name", "production").maker()).isEmpty();
    }

    @Test
    void the_customer_is_what_its_tag_says_unless_that_is_blank() {
        assertThat(of("Customer", "acme").customer()).hasValue("acme");
        assertThat(of("customer", " ").customer()).isEmpty();
        assertThat(of("customers", "acme").customer()).isEmpty();
    }
}
