package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The module as Terraform itself sees it. */
class TerraformModuleIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void require_terraform() {
        Terraform.assumeThere();
    }

    private Terraform module() throws IOException {
        Terraform terraform = new Terraform(folder);
        terraform.write(TerraformModule.files());
        terraform.write(
                Map.of("refusals.tftest.hcl", Files.readString(Path.of("src/test/terraform/refusals.tftest.hcl"))));
        return terraform;
    }

    @Test
    void is_formatted() throws IOException, InterruptedException {
        assertThat(module().run("fmt", "-check", "-diff", "-no-color")).isEqualTo(new Terraform.Run(0, ""));
    }

    @Test
    void is_valid_and_refuses_what_is_wrong() throws IOException, InterruptedException {
        Terraform terraform = module();
        terraform.init();

        Terraform.Run tested = terraform.run("test", "-no-color");
        assertThat(tested.exitCode()).as(tested.said()).isZero();
        assertThat(tested.said()).contains("17 passed, 0 failed");
        Terraform.Run protocol = terraform.run("plan", "-no-color", "-input=false", "-var=protocol=HTTP");
        assertThat(protocol.exitCode()).isEqualTo(1);
        assertThat(protocol.said()).contains("Value for undeclared variable", "\"protocol\"");
    }

    @Test
    void plans_what_the_construct_makes_of_the_same() throws IOException, InterruptedException {
        List<Map<String, String>> sets = ParameterSets.some();
        ModulePlans plans = new ModulePlans();
        for (int i = 0; i < sets.size(); i++) {
            plans.add("set" + i, TerraformModule.files(), sets.get(i));
        }

        JsonNode plan = plans.plan(new Terraform(folder));

        for (int i = 0; i < sets.size(); i++) {
            assertThat(new PlannedModule(plan, "set" + i).facts())
                    .as(sets.get(i).toString())
                    .isEqualTo(ConstructFacts.of(Comparison.construct(sets.get(i))));
        }
    }
}
