# What AWS would answer, in all tests.

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

mock_data "aws_eks_cluster" {
  defaults = {
    vpc_config = [{
      cluster_security_group_id = "sg-0123456789abcdef1"
      endpoint_private_access   = true
      endpoint_public_access    = false
      public_access_cidrs       = []
      security_group_ids        = []
      subnet_ids                = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
      vpc_id                    = "vpc-0123456789abcdef0"
    }]
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
