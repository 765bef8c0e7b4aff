# What the module plans and what it refuses; AWS is mocked, so this runs without credentials. Needs Terraform 1.7 or newer.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  hostnames  = ["db.acme.example"]
  targets    = { primary = "10.1.2.3" }
}

run "takes_what_is_right" {
  command = plan

  assert {
    condition     = aws_lb.this[0].internal && !aws_lb.this[0].enable_deletion_protection && aws_vpc_endpoint_service.this.acceptance_required
    error_message = "the defaults are not safe"
  }
  assert {
    condition     = length(aws_security_group.load_balancer[0].egress) == 1 && length(aws_security_group.load_balancer[0].ingress) == 3
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
    condition     = aws_lb_target_group.this["22"].health_check[0].path == "/status" && length(aws_security_group.load_balancer[0].egress) == 2
    error_message = "not checked at /status on 443"
  }
}

run "fails_for_values_that_are_out_of_range" {
  command = plan
  variables {
    load_balancer_arn         = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef"
    integration               = "snowflake"
    hostnames                 = ["https://git.acme.example"]
    ports                     = [0]
    target_type               = "lambda"
    targets                   = { public = "8.8.8.8" }
    target_port               = 65536
    target_security_group_ids = { git = "subnet-0123456789abcdef0" }
    health_check              = { protocol = "UDP" }
    availability_zone_ids     = ["eu-west-1a"]
    supported_regions         = ["eu-central-1a"]
    client_cidrs              = ["0.0.0.0/0"]
    tcp_idle_timeout          = 59
    notification_topic_arns   = { security = "arn:aws:sns:eu-west-1:111122223333:connections.fifo" }
  }
  expect_failures = [
    var.load_balancer_arn,
    var.integration,
    var.hostnames,
    var.ports,
    var.target_type,
    var.targets,
    var.target_port,
    var.target_security_group_ids,
    var.health_check,
    var.availability_zone_ids,
    var.supported_regions,
    var.client_cidrs,
    var.tcp_idle_timeout,
    var.notification_topic_arns,
  ]
}

run "fails_for_what_is_named_twice_and_for_a_path_of_a_connection" {
  command = plan
  variables {
    subnet_ids                = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef0"]
    ports                     = [443, 443]
    targets                   = { primary = "10.1.2.3", standby = "10.1.2.3" }
    target_security_group_ids = { git = "sg-0123456789abcdef0", web = "sg-0123456789abcdef0" }
    health_check              = { protocol = "TCP", path = "/ready" }
    client_cidrs              = ["10.0.1.0/24", "10.0.1.0/24"]
    tcp_idle_timeout          = 6001
  }
  expect_failures = [
    var.subnet_ids,
    var.ports,
    var.targets,
    var.target_security_group_ids,
    var.health_check,
    var.client_cidrs,
    var.tcp_idle_timeout,
  ]
}

run "fails_for_lists_that_are_empty_and_a_health_check_on_port_0" {
  command = plan
  variables {
    hostnames    = []
    ports        = []
    health_check = { protocol = "TCP", port = 0 }
    client_cidrs = []
  }
  expect_failures = [var.hostnames, var.ports, var.health_check, var.client_cidrs]
}

run "fails_without_targets" {
  command = plan
  variables {
    targets = null
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_a_target_of_another_type" {
  command = plan
  variables {
    targets = { primary = "i-0123456789abcdef0" }
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_without_a_subnet" {
  command = plan
  variables {
    subnet_ids = []
  }
  expect_failures = [data.aws_subnets.of_vpc[0]]
}

run "fails_without_a_vpc" {
  command = plan
  variables {
    vpc_id = null
  }
  expect_failures = [data.aws_vpc.this[0]]
}

run "fails_for_a_subnet_of_another_vpc" {
  command = plan
  variables {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_ports_that_administer_github_enterprise_server" {
  command = plan
  variables {
    integration = "github-enterprise-server"
    ports       = [443, 8443]
  }
  expect_failures = [aws_vpc_endpoint_service.this]
}

run "fails_for_a_target_port_that_administers_github_enterprise_server" {
  command = plan
  variables {
    integration = "github-enterprise-server"
    target_port = 8443
  }
  expect_failures = [aws_vpc_endpoint_service.this]
}

run "fails_for_two_ports_with_a_target_port" {
  command = plan
  variables {
    ports       = [443, 444]
    target_port = 8443
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_two_application_load_balancers" {
  command = plan
  variables {
    target_type = "alb"
    targets = {
      one   = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef"
      other = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdee"
    }
    health_check = { protocol = "HTTPS" }
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_an_application_load_balancer_that_is_checked_by_a_connection" {
  command = plan
  variables {
    target_type = "alb"
    targets     = { web = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef" }
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_an_application_load_balancer_on_two_ports" {
  command = plan
  variables {
    target_type  = "alb"
    targets      = { web = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef" }
    ports        = [80, 443]
    health_check = { protocol = "HTTPS" }
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_instances_outside_the_vpc" {
  command = plan
  variables {
    target_type         = "instance"
    targets             = { one = "i-0123456789abcdef0" }
    targets_outside_vpc = true
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_other_regions_with_one_subnet" {
  command = plan
  variables {
    subnet_ids        = ["subnet-0123456789abcdef0"]
    supported_regions = ["eu-central-1"]
  }
  override_data {
    target = data.aws_subnets.of_vpc[0]
    values = {
      ids = ["subnet-0123456789abcdef0"]
    }
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_a_load_balancer_besides_one_of_its_own" {
  command = plan
  variables {
    load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/database/0123456789abcdef"
  }
  expect_failures = [aws_security_group.load_balancer[0]]
}

run "fails_for_settings_of_a_load_balancer_that_is_used_as_it_is" {
  command = plan
  variables {
    create_load_balancer = false
    load_balancer_arn    = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/database/0123456789abcdef"
  }
  expect_failures = [aws_vpc_endpoint_service.this]
}

run "fails_for_clients_of_a_load_balancer_that_is_used_as_it_is" {
  command = plan
  variables {
    create_load_balancer = false
    load_balancer_arn    = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/database/0123456789abcdef"
    vpc_id               = null
    subnet_ids           = []
    targets              = null
    client_cidrs         = ["10.9.0.0/24"]
  }
  expect_failures = [aws_vpc_endpoint_service.this]
}

run "fails_without_any_load_balancer" {
  command = plan
  variables {
    create_load_balancer = false
    vpc_id               = null
    subnet_ids           = []
    targets              = null
  }
  expect_failures = [aws_vpc_endpoint_service.this]
}
