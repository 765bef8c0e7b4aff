package com.elementarydata.privatelink.template;

/** The CloudFormation template with which a customer offers a service. */
public final class ProviderTemplate {

    private ProviderTemplate() {}

    /**
     * The template as customers get it.
     *
     * @return JSON, small enough to be passed to CloudFormation inline
     */
    public static String text() {
        return Resource.text("provider.template.json");
    }
}
