# Does what the construct CustomerEndpointService does; bin/privatelink provider terraform writes this file again.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_vpc" "this" {
  id = var.vpc_id
}

data "aws_subnet" "this" {
  # subnets that are created in the same run have no ids yet
  count = length(var.subnet_ids)

  id = var.subnet_ids[count.index]
}

locals {
  health_check = var.health_check == null ? local.integration.health_check : {
    protocol = var.health_check.protocol
    path     = var.health_check.path
    port     = var.health_check.port
  }

  # outbound: the ports of the traffic and of the health check, to the targets alone
  checked_ports    = distinct(concat(var.ports, local.health_check.port == null ? [] : [local.health_check.port]))
  vpc_cidrs        = [for one in data.aws_vpc.this.cidr_block_associations : one.cidr_block if one.state == "associated"]
  outbound_cidrs   = var.target_type == "ip" ? [for target in var.targets : "${target}/32"] : local.vpc_cidrs
  inbound          = { for pair in setproduct(var.client_cidrs, var.ports) : "${pair[0]}:${pair[1]}" => { cidr = pair[0], port = pair[1] } }
  registrations    = { for pair in setproduct(var.ports, var.targets) : "${pair[0]}:${pair[1]}" => { port = tostring(pair[0]), target = pair[1] } }
  zone_ids_of_nlb  = sort(distinct([for subnet in data.aws_subnet.this : subnet.availability_zone_id]))
  handed_zone_ids  = var.availability_zone_ids == null ? local.zone_ids_of_nlb : var.availability_zone_ids
  is_load_balancer = var.target_type == "alb"
}

resource "aws_security_group" "load_balancer" {
  # a changed description replaces the group: this one is frozen
  description = "Clients of the endpoint service"
  vpc_id      = var.vpc_id
  tags        = var.tags

  dynamic "ingress" {
    for_each = local.inbound

    content {
      description = "from ${ingress.key}"
      cidr_blocks = [ingress.value.cidr]
      protocol    = "tcp"
      from_port   = ingress.value.port
      to_port     = ingress.value.port
    }
  }

  # type 3, code 4: fragmentation needed
  dynamic "ingress" {
    for_each = toset(var.admit_path_mtu_icmp ? ["icmp"] : [])

    content {
      description = "path MTU discovery"
      cidr_blocks = var.client_cidrs
      protocol    = ingress.value
      from_port   = 3
      to_port     = 4
    }
  }

  # a VPC that is created in the same run has no blocks yet, but its targets have ports
  dynamic "egress" {
    for_each = toset(local.checked_ports)

    content {
      description = "to the targets"
      cidr_blocks = local.outbound_cidrs
      protocol    = "tcp"
      from_port   = egress.value
      to_port     = egress.value
    }
  }

  lifecycle {
    precondition {
      condition     = alltrue([for subnet in data.aws_subnet.this : subnet.vpc_id == var.vpc_id])
      error_message = "Every subnet must be one of the VPC."
    }

    precondition {
      condition     = length(setintersection(var.ports, local.integration.refused_ports)) == 0
      error_message = "Ports that users of ${local.integration.title} do not need are never exposed."
    }

    precondition {
      condition     = !local.is_load_balancer || length(var.targets) == 1 && length(var.ports) == 1 && local.health_check.protocol != "TCP"
      error_message = "There can be one Application Load Balancer, on one port, with a health check of HTTP or HTTPS."
    }

    precondition {
      condition     = var.target_type == "ip" || !var.targets_outside_vpc
      error_message = "Only addresses can be outside the VPC."
    }

    precondition {
      condition     = length(var.supported_regions) == 0 || length(local.zone_ids_of_nlb) > 1
      error_message = "Other Regions need subnets in two zones or more."
    }
  }
}

resource "aws_lb" "this" {
  load_balancer_type                                           = "network"
  internal                                                     = true
  ip_address_type                                              = "ipv4"
  subnets                                                      = var.subnet_ids
  security_groups                                              = [aws_security_group.load_balancer.id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
  enable_cross_zone_load_balancing                             = true
  enable_deletion_protection                                   = var.deletion_protection
  tags                                                         = var.tags
}

resource "aws_lb_target_group" "this" {
  for_each = toset([for port in var.ports : tostring(port)])

  vpc_id            = var.vpc_id
  protocol          = "TCP"
  port              = tonumber(each.value)
  target_type       = var.target_type
  proxy_protocol_v2 = local.is_load_balancer ? null : false
  tags              = var.tags

  health_check {
    protocol = local.health_check.protocol
    path     = local.health_check.path
    port     = local.health_check.port == null ? "traffic-port" : tostring(local.health_check.port)
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "this" {
  for_each = local.registrations

  target_group_arn  = aws_lb_target_group.this[each.value.port].arn
  target_id         = each.value.target
  port              = tonumber(each.value.port)
  availability_zone = var.targets_outside_vpc ? "all" : null
}

resource "aws_lb_listener" "this" {
  for_each = aws_lb_target_group.this

  load_balancer_arn        = aws_lb.this.arn
  protocol                 = "TCP"
  port                     = tonumber(each.key)
  tcp_idle_timeout_seconds = coalesce(var.tcp_idle_timeout, local.integration.tcp_idle_timeout)
  tags                     = var.tags

  default_action {
    type             = "forward"
    target_group_arn = each.value.arn
  }
}

resource "aws_vpc_endpoint_service" "this" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.this.arn]
  supported_ip_address_types = ["ipv4"]
  supported_regions          = length(var.supported_regions) == 0 ? null : var.supported_regions
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::743289191656:root"]
  tags                       = var.tags

  # a service whose load balancer does not listen yet would be offered
  depends_on = [aws_lb_listener.this]
}
