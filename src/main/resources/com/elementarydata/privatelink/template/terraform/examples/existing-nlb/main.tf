# A Network Load Balancer of your own, and a topic that is told of connections.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
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

resource "aws_security_group" "nlb" {
  description = "Elementary's clients"
  vpc_id      = aws_vpc.this.id

  ingress {
    description = "Elementary"
    cidr_blocks = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
  }

  egress {
    description = "the database"
    cidr_blocks = [aws_vpc.this.cidr_block]
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
  }
}

resource "aws_lb" "database" {
  load_balancer_type                                           = "network"
  internal                                                     = true
  subnets                                                      = aws_subnet.private[*].id
  security_groups                                              = [aws_security_group.nlb.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}

resource "aws_lb_target_group" "database" {
  vpc_id      = aws_vpc.this.id
  protocol    = "TCP"
  port        = 5432
  target_type = "ip"
}

resource "aws_lb_listener" "database" {
  load_balancer_arn = aws_lb.database.arn
  protocol          = "TCP"
  port              = 5432

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.database.arn
  }
}

resource "aws_sns_topic" "connections" {}

data "aws_iam_policy_document" "connections" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.connections.arn]

    principals {
      type        = "Service"
      identifiers = ["vpce.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "connections" {
  arn    = aws_sns_topic.connections.arn
  policy = data.aws_iam_policy_document.connections.json
}

module "elementary" {
  source = "../.."

  create_load_balancer = false
  # by way of the listener, which is then there before the service is offered
  load_balancer_arn = aws_lb_listener.database.load_balancer_arn
  hostnames         = ["db.acme.example"]
  ports             = [5432]
  # by way of the policy: AWS publishes a test at once
  notification_topic_arns = { security = aws_sns_topic_policy.connections.arn }
}

output "handoff" {
  description = "What to send to Elementary: terraform output -raw handoff."
  value       = module.elementary.handoff
}
