package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModuleTextsTest {

    @Test
    void the_module_says_of_its_variables_what_the_template_says_of_its_parameters() {
        assertThat(ModuleTexts.missing(TerraformModule.files(), ProviderTemplate.json()))
                .isEmpty();
    }
}
