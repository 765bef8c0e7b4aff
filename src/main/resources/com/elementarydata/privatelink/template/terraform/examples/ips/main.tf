# A database on premises, by its addresses, behind a VPC that exists already.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "vpc_id" {
  description = "The VPC that reaches the database, over a VPN or AWS Direct Connect."
  type        = string
}

data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = [var.vpc_id]
  }

  tags = {
    Tier = "private"
  }
}

module "elementary" {
  source = "../.."

  vpc_id              = var.vpc_id
  subnet_ids          = data.aws_subnets.private.ids
  hostnames           = ["db.acme.example"]
  ports               = [5432]
  targets             = { primary = "192.168.7.8", standby = "192.168.7.9" }
  targets_outside_vpc = true
  health_check        = { protocol = "HTTP", path = "/primary", port = 8008 }
}

output "handoff" {
  description = "What to send to Elementary: terraform output -raw handoff."
  value       = module.elementary.handoff
}
