mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names    = ["eu-west-1a", "eu-west-1b"]
      zone_ids = ["euw1-az1", "euw1-az2"]
    }
  }
  mock_data "aws_partition" {
    defaults = {
      partition = "aws"
    }
  }
  mock_data "aws_region" {
    defaults = {
      id = "eu-west-1"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "111122223333"
    }
  }
  mock_resource "aws_vpc_endpoint_service" {
    defaults = {
      service_name       = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      availability_zones = ["eu-west-1a", "eu-west-1b"]
    }
  }
  mock_data "aws_vpc" {
    defaults = {
      cidr_block_associations = [
        { association_id = "vpc-cidr-assoc-0", cidr_block = "10.1.0.0/16", state = "associated" },
        { association_id = "vpc-cidr-assoc-1", cidr_block = "100.64.0.0/24", state = "associated" },
        { association_id = "vpc-cidr-assoc-2", cidr_block = "10.9.0.0/16", state = "disassociated" },
      ]
    }
  }
  mock_data "aws_subnets" {
    defaults = {
      ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    }
  }
  mock_resource "aws_lb" {
    defaults = {
      arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/own/0123456789abcdef"
    }
  }
  mock_resource "aws_lb_target_group" {
    defaults = {
      arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/own/0123456789abcdef"
    }
  }
  mock_resource "aws_security_group" {
    defaults = {
      id = "sg-0123456789abcdef0"
    }
  }
}

override_resource {
  target = aws_subnet.private[0]
  values = {
    id = "subnet-0123456789abcdef0"
  }
}

override_resource {
  target = aws_subnet.private[1]
  values = {
    id = "subnet-0123456789abcdef1"
  }
}

override_resource {
  target = aws_instance.git["a"]
  values = {
    id = "i-0123456789abcdef0"
  }
}

override_resource {
  target = aws_instance.git["b"]
  values = {
    id = "i-0123456789abcdef1"
  }
}

# no id is known yet
run "plans" {
  command = plan
  module {
    source = "./examples/instances"
  }
  variables {
    images = { a = "ami-0123456789abcdef0", b = "ami-0123456789abcdef0" }
  }
}

run "applies" {
  module {
    source = "./examples/instances"
  }
  variables {
    images = { a = "ami-0123456789abcdef0", b = "ami-0123456789abcdef0" }
  }

  assert {
    condition = jsondecode(output.handoff) == {
      version             = 1
      integration         = "github-enterprise-server"
      region              = "eu-west-1"
      awsAccountId        = "111122223333"
      serviceName         = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      hostnames           = ["git.acme.example"]
      ports               = [443]
      availabilityZoneIds = ["euw1-az1", "euw1-az2"]
    }
    error_message = "the handoff document is ${output.handoff}"
  }
  assert {
    condition     = output.handoff == module.elementary.handoff && module.elementary.hostnames == tolist(["git.acme.example"])
    error_message = "the hostnames are no list"
  }
}
