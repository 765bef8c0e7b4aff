package com.elementarydata.privatelink.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Terraform module with which a customer offers a service. */
public final class TerraformModule {

    private static final List<String> FILES =
            List.of("README.md", "integrations.tf", "main.tf", "outputs.tf", "variables.tf", "versions.tf");

    private TerraformModule() {}

    /**
     * The module's files as customers get them.
     *
     * @return texts by file name, in alphabetical order
     */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, Resource.text("terraform/" + name)));
        return files;
    }
}
