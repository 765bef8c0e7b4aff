package com.elementarydata.privatelink.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Terraform module with which a customer offers a service. */
public final class TerraformModule {

    private static final List<String> FILES = List.of(
            "LICENSE",
            "README.md",
            "examples/alb/main.tf",
            "examples/eks/main.tf",
            "examples/existing-nlb/main.tf",
            "examples/instances/main.tf",
            "examples/ips/main.tf",
            "integrations.tf",
            "main.tf",
            "outputs.tf",
            "tests/alb.tftest.hcl",
            "tests/eks.tftest.hcl",
            "tests/existing-nlb.tftest.hcl",
            "tests/instances.tftest.hcl",
            "tests/ips.tftest.hcl",
            "tests/mocks/aws.tfmock.hcl",
            "tests/module.tftest.hcl",
            "variables.tf",
            "versions.tf");

    private TerraformModule() {}

    /**
     * The module's files as customers get them.
     *
     * @return texts by path in the module's folder, with {@code /} between folders, in alphabetical order
     */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        FILES.forEach(path -> files.put(path, Resource.text("terraform/" + path)));
        return files;
    }
}
