# A GitHub Enterprise Server on instances, in a VPC of the same configuration. Each instance has a name, so that a
# replaced one replaces its own registration and nothing else.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "images" {
  description = "The image of each instance, by its name."
  type        = map(string)
}

data "aws_availability_zones" "available" {
  state = "available"
}

resource "aws_vpc" "this" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "private" {
  count = 2

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_security_group" "git" {
  description = "GitHub Enterprise Server"
  vpc_id      = aws_vpc.this.id
}

resource "aws_instance" "git" {
  for_each = var.images

  ami                    = each.value
  instance_type          = "r6i.2xlarge"
  subnet_id              = aws_subnet.private[0].id
  vpc_security_group_ids = [aws_security_group.git.id]
}

module "elementary" {
  source = "../.."

  vpc_id                    = aws_vpc.this.id
  subnet_ids                = aws_subnet.private[*].id
  integration               = "github-enterprise-server"
  hostnames                 = ["git.acme.example"]
  target_type               = "instance"
  targets                   = { for name, instance in aws_instance.git : name => instance.id }
  target_security_group_ids = { git = aws_security_group.git.id }
}

output "handoff" {
  description = "What to send to Elementary: terraform output -raw handoff."
  value       = module.elementary.handoff
}
