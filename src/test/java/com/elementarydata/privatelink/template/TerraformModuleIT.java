package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        return terraform;
    }

    @Test
    void is_formatted() throws IOException, InterruptedException {
        assertThat(module().run("fmt", "-check", "-diff", "-no-color", "-recursive"))
                .isEqualTo(new Terraform.Run(0, ""));
    }

    @Test
    void passes_its_own_tests_with_nothing_that_is_deprecated() throws IOException, InterruptedException {
        Terraform terraform = module();
        terraform.init();

        Terraform.Run tested = terraform.run("test", "-no-color");
        assertThat(tested.exitCode()).as(tested.said()).isZero();
        assertThat(tested.said()).contains("32 passed, 0 failed").doesNotContain("Warning");
        Terraform.Run protocol = terraform.run("plan", "-no-color", "-input=false", "-var=protocol=HTTP");
        assertThat(protocol.exitCode()).isEqualTo(1);
        assertThat(protocol.said()).contains("Value for undeclared variable", "\"protocol\"");
    }

    private static void writeModule(Terraform terraform) throws IOException {
        for (Map.Entry<String, String> file : TerraformModule.files().entrySet()) {
            terraform.write(Map.of("elementary/" + file.getKey(), file.getValue()));
        }
    }

    /** The examples plan with unknown ids; here whole lists are unknown too, and data is not read before it is applied. */
    @Test
    void plans_in_the_run_that_creates_everything_else() throws IOException, InterruptedException {
        Terraform terraform = new Terraform(folder);
        writeModule(terraform);
        terraform.write(
                Map.of("versions.tf", requireNonNull(TerraformModule.files().get("versions.tf"))));
        terraform.write(Map.of("main.tf", """
                resource "terraform_data" "all" {}

                locals {
                  one  = terraform_data.all.id
                  list = split(",", terraform_data.all.id)
                }

                module "instances" {
                  source                    = "./elementary"
                  vpc_id                    = local.one
                  subnet_ids                = local.list
                  hostnames                 = ["db.acme.example"]
                  target_type               = "instance"
                  targets                   = { a = local.one, b = local.one }
                  target_security_group_ids = { a = local.one }
                  notification_topic_arns   = { a = local.one }
                  client_cidrs              = local.list
                  availability_zone_ids     = local.list
                  supported_regions         = local.list
                  depends_on                = [terraform_data.all]
                }

                module "addresses" {
                  source     = "./elementary"
                  vpc_id     = local.one
                  subnet_ids = [local.one, "subnet-0123456789abcdef1"]
                  hostnames  = local.list
                  targets    = { a = local.one, b = "10.1.2.3" }
                }

                module "existing" {
                  source               = "./elementary"
                  create_load_balancer = false
                  load_balancer_arn    = local.one
                  hostnames            = ["db.acme.example"]
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
    void replaces_the_registration_of_a_replaced_instance_and_nothing_else() throws IOException, InterruptedException {
        Terraform terraform = module();
        terraform.write(
                Map.of("tests/replaced.tftest.hcl", TerraformModule.files().get("tests/instances.tftest.hcl") + """

                run "replaces" {
                  command = plan
                  plan_options {
                    replace = [aws_instance.git["b"]]
                  }
                  module {
                    source = "./examples/instances"
                  }
                  variables {
                    images = { a = "ami-0123456789abcdef0", b = "ami-0123456789abcdef0" }
                  }
                }
                """));
        terraform.init();

        Terraform.Run tested = terraform.run("test", "-json", "-verbose", "-filter=tests/replaced.tftest.hcl");

        assertThat(tested.exitCode()).as(tested.said()).isZero();
        assertThat(Terraform.plan(tested, "replaces").get("resource_changes"))
                .filteredOn(change -> !change.at("/change/actions/0").asString().matches("no-op|read"))
                .extracting(change -> change.get("address").asString())
                .containsExactlyInAnyOrder(
                        "aws_instance.git[\"b\"]", "module.elementary.aws_lb_target_group_attachment.this[\"443:b\"]");
    }

    @Test
    void plans_what_the_construct_makes_of_the_same() throws IOException, InterruptedException {
        List<Map<String, String>> sets = ModuleSets.ALL;
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
