package com.elementarydata.privatelink.template;

import tools.jackson.databind.JsonNode;

/** The CloudFormation template with which a customer offers a service. */
public final class ProviderTemplate {

    private ProviderTemplate() {}

    /**
     * The template as customers get it.
     *
     * @return YAML, small enough to be passed to CloudFormation inline
     */
    public static String text() {
        return Resource.text("provider.template.yaml");
    }

    /** {@return the same as JSON, with the full names of functions} */
    public static JsonNode json() {
        return ShortForms.read(text());
    }
}
