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
  mock_resource "aws_sns_topic" {
    defaults = {
      arn = "arn:aws:sns:eu-west-1:111122223333:connections"
    }
  }
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
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

# no id is known yet
run "plans" {
  command = plan
  module {
    source = "./examples/existing-nlb"
  }
}

run "applies" {
  module {
    source = "./examples/existing-nlb"
  }

  assert {
    condition = jsondecode(output.handoff) == {
      version             = 1
      integration         = "service"
      region              = "eu-west-1"
      awsAccountId        = "111122223333"
      serviceName         = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      hostnames           = ["db.acme.example"]
      ports               = [5432]
      availabilityZoneIds = ["euw1-az1", "euw1-az2"]
    }
    error_message = "the handoff document is ${output.handoff}"
  }
}
