# What the module refuses before anything is created; AWS is mocked, so this runs offline.

mock_provider "aws" {
  mock_data "aws_subnet" {
    defaults = {
      vpc_id               = "vpc-0123456789abcdef0"
      availability_zone_id = "euw1-az1"
    }
  }
  mock_data "aws_vpc" {
    defaults = {
      cidr_block = "10.1.0.0/16"
    }
  }
  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }
}

variables {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  hostnames  = ["db.acme.example"]
  targets    = ["10.1.2.3"]
}

run "takes_what_is_right" {
  command = plan

  assert {
    condition     = aws_lb.this.internal && !aws_lb.this.enable_deletion_protection && aws_vpc_endpoint_service.this.acceptance_required
    error_message = "the defaults are not safe"
  }
  assert {
    condition     = length(aws_security_group.load_balancer.egress) == 1 && length(aws_security_group.load_balancer.ingress) == 3
    error_message = "more than the clients and the target"
  }
  assert {
    condition     = aws_vpc_endpoint_service.this.allowed_principals == toset(["arn:aws:iam::743289191656:root"])
    error_message = "others than Elementary may ask"
  }
}

run "presets_the_health_check_of_github_enterprise_server" {
  command = plan
  variables {
    integration = "github-enterprise-server"
    ports       = [22]
  }

  assert {
    condition     = aws_lb_target_group.this["22"].health_check[0].path == "/status" && length(aws_security_group.load_balancer.egress) == 2
    error_message = "not checked at /status on 443"
  }
}

run "fails_for_port_0" {
  command = plan
  variables {
    ports = [0]
  }
  expect_failures = [var.ports]
}

run "fails_for_a_health_check_of_another_protocol" {
  command = plan
  variables {
    health_check = { protocol = "UDP" }
  }
  expect_failures = [var.health_check]
}

run "fails_for_a_path_of_a_connection" {
  command = plan
  variables {
    health_check = { protocol = "TCP", path = "/ready" }
  }
  expect_failures = [var.health_check]
}

run "fails_for_an_idle_timeout_of_59_seconds" {
  command = plan
  variables {
    tcp_idle_timeout = 59
  }
  expect_failures = [var.tcp_idle_timeout]
}

run "fails_without_a_target" {
  command = plan
  variables {
    targets = []
  }
  expect_failures = [var.targets]
}

run "fails_for_a_public_target" {
  command = plan
  variables {
    targets = ["8.8.8.8"]
  }
  expect_failures = [var.targets]
}

run "fails_for_clients_that_are_nearly_everyone" {
  command = plan
  variables {
    client_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.client_cidrs]
}

run "fails_without_a_subnet" {
  command = plan
  variables {
    subnet_ids = []
  }
  expect_failures = [var.subnet_ids]
}

run "fails_for_hostnames_that_are_addresses_of_pages" {
  command = plan
  variables {
    hostnames = ["https://git.acme.example"]
  }
  expect_failures = [var.hostnames]
}

run "fails_for_a_subnet_of_another_vpc" {
  command = plan
  variables {
    vpc_id = "vpc-0fedcba9876543210"
  }
  expect_failures = [aws_security_group.load_balancer]
}

run "fails_for_ports_that_administer_github_enterprise_server" {
  command = plan
  variables {
    integration = "github-enterprise-server"
    ports       = [443, 8443]
  }
  expect_failures = [aws_security_group.load_balancer]
}

run "fails_for_two_application_load_balancers" {
  command = plan
  variables {
    target_type = "alb"
    targets = [
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef",
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdee",
    ]
    health_check = { protocol = "HTTPS" }
  }
  expect_failures = [aws_security_group.load_balancer]
}

run "fails_for_an_application_load_balancer_that_is_checked_by_a_connection" {
  command = plan
  variables {
    target_type = "alb"
    targets     = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef"]
  }
  expect_failures = [aws_security_group.load_balancer]
}

run "fails_for_an_application_load_balancer_on_two_ports" {
  command = plan
  variables {
    target_type  = "alb"
    targets      = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef"]
    ports        = [80, 443]
    health_check = { protocol = "HTTPS" }
  }
  expect_failures = [aws_security_group.load_balancer]
}

run "fails_for_instances_outside_the_vpc" {
  command = plan
  variables {
    target_type         = "instance"
    targets             = ["i-0123456789abcdef0"]
    targets_outside_vpc = true
  }
  expect_failures = [aws_security_group.load_balancer]
}

run "fails_for_other_regions_with_subnets_in_one_zone" {
  command = plan
  variables {
    supported_regions = ["eu-central-1"]
  }
  expect_failures = [aws_security_group.load_balancer]
}
