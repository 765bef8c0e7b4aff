package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;
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
        assertThat(tested.said()).contains("18 passed, 0 failed");
        Terraform.Run protocol = terraform.run("plan", "-no-color", "-input=false", "-var=protocol=HTTP");
        assertThat(protocol.exitCode()).isEqualTo(1);
        assertThat(protocol.said()).contains("Value for undeclared variable", "\"protocol\"");
    }

    /** Terraform does not know ids yet, and has to plan all the same. */
    @Test
    void plans_in_the_run_that_creates_the_vpc() throws IOException, InterruptedException {
        Terraform terraform = new Terraform(folder);
        for (Map.Entry<String, String> file : TerraformModule.files().entrySet()) {
            terraform.write(Map.of("elementary/" + file.getKey(), file.getValue()));
        }
        terraform.write(
                Map.of("versions.tf", requireNonNull(TerraformModule.files().get("versions.tf"))));
        terraform.write(Map.of("main.tf", """
                resource "terraform_data" "network" {}

                module "elementary" {
                  source      = "./elementary"
                  vpc_id      = terraform_data.network.id
                  subnet_ids  = [terraform_data.network.id, "subnet-0123456789abcdef1"]
                  hostnames   = ["db.acme.example"]
                  target_type = "instance"
                  targets     = ["i-0123456789abcdef0"]
                }
                """, "plan.tftest.hcl", """
                mock_provider "aws" {}

                run "plans" {
                  command = plan
                }
                """));
        terraform.init();

        Terraform.Run tested = terraform.run("test", "-no-color");

        assertThat(tested.exitCode()).as(tested.said()).isZero();
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
