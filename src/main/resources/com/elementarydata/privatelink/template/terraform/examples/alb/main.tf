# A web service behind an Application Load Balancer of the same configuration.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "certificate_arn" {
  description = "The certificate of web.acme.example."
  type        = string
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

resource "aws_security_group" "web" {
  description = "The Application Load Balancer"
  vpc_id      = aws_vpc.this.id
}

resource "aws_lb" "web" {
  internal        = true
  subnets         = aws_subnet.private[*].id
  security_groups = [aws_security_group.web.id]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  protocol          = "HTTPS"
  port              = 443
  certificate_arn   = var.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "200"
    }
  }
}

module "elementary" {
  source = "../.."

  vpc_id      = aws_vpc.this.id
  subnet_ids  = aws_subnet.private[*].id
  hostnames   = ["web.acme.example"]
  target_type = "alb"
  # by way of the listener: AWS registers no load balancer that does not listen on the port yet
  targets                   = { web = aws_lb_listener.web.load_balancer_arn }
  target_security_group_ids = { web = aws_security_group.web.id }
  health_check              = { protocol = "HTTPS", path = "/healthz" }
}

output "handoff" {
  description = "What to send to Elementary: terraform output -raw handoff."
  value       = module.elementary.handoff
}
