# Makes what the CDK construct CustomerEndpointService makes.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_availability_zones" "current" {}

data "aws_vpc" "this" {
  count = var.create_load_balancer ? 1 : 0

  id = var.vpc_id

  # a condition here on anything else, such as the targets, would put this off whenever that changes
  lifecycle {
    precondition {
      condition     = var.vpc_id != null
      error_message = local.needs
    }
  }
}

data "aws_subnets" "of_vpc" {
  count = var.create_load_balancer ? 1 : 0

  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.this[0].id]
  }

  filter {
    name   = "subnet-id"
    values = var.subnet_ids
  }

  lifecycle {
    precondition {
      condition     = length(var.subnet_ids) > 0
      error_message = local.needs
    }
  }
}

locals {
  needs = "A load balancer of the module's own needs vpc_id, subnet_ids and targets (targets = {} if something else registers them). To use one that exists already, set create_load_balancer = false and load_balancer_arn."

  targets              = var.targets == null ? tomap({}) : var.targets
  default_client_cidrs = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]

  health_check = var.health_check == null ? local.integration.health_check : {
    protocol = var.health_check.protocol
    path     = var.health_check.path
    port     = var.health_check.port
  }

  target_forms = {
    ip       = "^\\d"
    instance = "^i-"
    alb      = "^arn:"
  }

  # the keys of every for_each are known before anything exists: ports, and names that the caller chose
  own_ports  = { for port in var.ports : tostring(port) => port if var.create_load_balancer }
  registered = { for pair in setproduct(keys(local.own_ports), keys(local.targets)) : "${pair[0]}:${pair[1]}" => { port = pair[0], target = local.targets[pair[1]] } }
  admissions = { for pair in setproduct(keys(var.target_security_group_ids), local.checked_ports) : "${pair[0]}:${pair[1]}" => { group = var.target_security_group_ids[pair[0]], port = pair[1] } if var.create_load_balancer }

  # outbound: the ports of the traffic and of the health check, to the targets alone
  target_ports   = distinct([for port in var.ports : coalesce(var.target_port, port)])
  checked_ports  = distinct(concat(local.target_ports, local.health_check.port == null ? [] : [local.health_check.port]))
  vpc_cidrs      = flatten([for vpc in data.aws_vpc.this : [for one in vpc.cidr_block_associations : one.cidr_block if one.state == "associated"]])
  outbound_cidrs = var.target_type == "ip" && length(local.targets) > 0 ? [for target in values(local.targets) : "${target}/32"] : local.vpc_cidrs
  inbound        = { for pair in setproduct(var.client_cidrs, var.ports) : "${pair[0]}:${pair[1]}" => { cidr = pair[0], port = pair[1] } }

  load_balancer_arn = var.create_load_balancer ? aws_lb.this[0].arn : var.load_balancer_arn
  zone_ids          = zipmap(data.aws_availability_zones.current.names, data.aws_availability_zones.current.zone_ids)
  zone_ids_of_nlb   = sort(compact([for name in aws_vpc_endpoint_service.this.availability_zones : lookup(local.zone_ids, name, "")]))
  handed_zone_ids   = var.availability_zone_ids == null ? local.zone_ids_of_nlb : var.availability_zone_ids
}

resource "aws_security_group" "load_balancer" {
  count = var.create_load_balancer ? 1 : 0

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
      condition     = var.targets != null
      error_message = local.needs
    }

    precondition {
      condition     = var.load_balancer_arn == null
      error_message = "Set create_load_balancer = false to use the load balancer of load_balancer_arn."
    }

    precondition {
      condition     = toset(data.aws_subnets.of_vpc[0].ids) == toset(var.subnet_ids)
      error_message = "Every subnet must be one of the VPC."
    }

    precondition {
      condition     = alltrue([for target in values(local.targets) : can(regex(local.target_forms[var.target_type], target))])
      error_message = "Every target must be of the target_type ${var.target_type}."
    }

    precondition {
      condition     = contains(local.integration.ports, 443) || !contains(var.ports, 443)
      error_message = "Give the ports of ${local.integration.title}, such as ${join(", ", local.integration.ports)}; if it is on 443, choose the integration service."
    }

    precondition {
      condition     = var.target_type != "alb" || length(local.targets) <= 1 && length(var.ports) == 1 && local.health_check.protocol != "TCP"
      error_message = "There can be one Application Load Balancer, on one port, with a health check of HTTP or HTTPS."
    }

    precondition {
      condition     = var.target_port == null || length(var.ports) == 1
      error_message = "With a target_port there can be one port."
    }

    precondition {
      condition     = var.target_type == "ip" || !var.targets_outside_vpc
      error_message = "Only addresses can be outside the VPC."
    }

    precondition {
      condition     = length(var.supported_regions) == 0 || length(var.subnet_ids) > 1
      error_message = "Other Regions need subnets in two zones or more."
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "targets" {
  for_each = local.admissions

  security_group_id            = each.value.group
  referenced_security_group_id = aws_security_group.load_balancer[0].id
  description                  = "from the endpoint service's load balancer"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  tags                         = var.tags
}

resource "aws_lb" "this" {
  count = var.create_load_balancer ? 1 : 0

  load_balancer_type                                           = "network"
  internal                                                     = true
  ip_address_type                                              = "ipv4"
  subnets                                                      = var.subnet_ids
  security_groups                                              = [aws_security_group.load_balancer[0].id]
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
  enable_cross_zone_load_balancing                             = true
  enable_deletion_protection                                   = var.deletion_protection
  tags                                                         = var.tags
}

resource "aws_lb_target_group" "this" {
  for_each = local.own_ports

  vpc_id            = var.vpc_id
  protocol          = "TCP"
  port              = var.target_type == "alb" ? coalesce(var.target_port, each.value) : each.value
  target_type       = var.target_type
  proxy_protocol_v2 = var.target_type == "alb" ? null : false
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
  for_each = local.registered

  target_group_arn  = aws_lb_target_group.this[each.value.port].arn
  target_id         = each.value.target
  port              = coalesce(var.target_port, tonumber(each.value.port))
  availability_zone = var.targets_outside_vpc ? "all" : null
}

resource "aws_lb_listener" "this" {
  for_each = local.own_ports

  load_balancer_arn        = aws_lb.this[0].arn
  protocol                 = "TCP"
  port                     = each.value
  tcp_idle_timeout_seconds = coalesce(var.tcp_idle_timeout, local.integration.tcp_idle_timeout)
  tags                     = var.tags

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.key].arn
  }
}

resource "aws_vpc_endpoint_service" "this" {
  acceptance_required        = true
  network_load_balancer_arns = [local.load_balancer_arn]
  supported_ip_address_types = ["ipv4"]
  supported_regions          = length(var.supported_regions) == 0 ? null : var.supported_regions
  allowed_principals         = ["arn:${data.aws_partition.current.partition}:iam::743289191656:root"]
  tags                       = var.tags

  # a service whose load balancer does not listen yet would be offered
  depends_on = [aws_lb_listener.this]

  lifecycle {
    precondition {
      condition     = length(setintersection(concat(var.ports, local.target_ports), local.integration.refused_ports)) == 0
      error_message = "Ports that users of ${local.integration.title} do not need are never exposed."
    }

    precondition {
      condition     = var.create_load_balancer || var.load_balancer_arn != null
      error_message = "Without a load balancer of the module's own, give load_balancer_arn."
    }

    precondition {
      condition = var.create_load_balancer || alltrue([
        var.vpc_id == null,
        length(var.subnet_ids) == 0,
        var.targets == null,
        var.target_port == null,
        !var.targets_outside_vpc,
        length(var.target_security_group_ids) == 0,
        var.health_check == null,
        toset(var.client_cidrs) == toset(local.default_client_cidrs),
        !var.admit_path_mtu_icmp,
        var.tcp_idle_timeout == null,
        !var.deletion_protection,
      ])
      error_message = "The load balancer of load_balancer_arn is used as it is: leave out vpc_id, subnet_ids, targets, target_port, targets_outside_vpc, target_security_group_ids, health_check, client_cidrs, admit_path_mtu_icmp, tcp_idle_timeout and deletion_protection."
    }
  }
}

resource "aws_vpc_endpoint_connection_notification" "this" {
  for_each = var.notification_topic_arns

  vpc_endpoint_service_id     = aws_vpc_endpoint_service.this.id
  connection_notification_arn = each.value
  connection_events           = ["Accept", "Connect", "Delete", "Reject"]
}
