variable "vpc_id" {
  description = "@{VpcId.description}"
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "@{SubnetIds.description}"
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0 && length(distinct(var.subnet_ids)) == length(var.subnet_ids)
    error_message = "Give one private subnet or more, each once."
  }
}

variable "integration" {
  description = "@{Integration.description}"
  type        = string
  default     = "@{Integration.default}"
  nullable    = false

  validation {
    condition     = contains([@{Integration.values}], var.integration)
    error_message = "Give one of @{Integration.words}."
  }
}

variable "hostnames" {
  description = "@{Hostnames.description}"
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.hostnames) > 0 && alltrue([for name in var.hostnames : can(regex("@{Hostnames.pattern}", name))])
    error_message = "Give @{Hostnames.constraint}."
  }
}

variable "ports" {
  description = "The TCP ports that Elementary connects to, and on which the targets listen: up to @{Ports.count}."
  type        = list(number)
  default     = [@{Port1.default}]
  nullable    = false

  validation {
    condition     = length(var.ports) > 0 && length(var.ports) <= @{Ports.count} && length(distinct(var.ports)) == length(var.ports) && alltrue([for port in var.ports : can(regex("@{Port1.pattern}", tostring(port)))])
    error_message = "Give one to @{Ports.count} different TCP ports from 1 to 65535."
  }
}

variable "target_type" {
  description = "@{TargetType.description}"
  type        = string
  default     = "@{TargetType.default}"
  nullable    = false

  validation {
    condition     = contains([@{TargetType.values}], var.target_type)
    error_message = "Give one of @{TargetType.words}."
  }
}

variable "targets" {
  description = "What the load balancer forwards to, up to @{Targets.count}: private IPv4 addresses, instance IDs, or the ARN of one Application Load Balancer that listens on the port."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.targets) > 0 && length(var.targets) <= @{Targets.count} && length(distinct(var.targets)) == length(var.targets)
    error_message = "Give one to @{Targets.count} different targets."
  }

  validation {
    condition     = alltrue([for target in var.targets : can(regex("@{Target1.pattern}", target))])
    error_message = "Each target is @{Target1.constraint}."
  }
}

variable "targets_outside_vpc" {
  description = "@{TargetsOutsideVpc.description}"
  type        = bool
  default     = @{TargetsOutsideVpc.default}
  nullable    = false
}

variable "health_check" {
  description = "How targets are checked: protocol TCP, HTTP or HTTPS, a path for the latter two, and a port where it is not that of the traffic. By default HTTPS at @{Status.path} on @{Status.port} for GitHub Enterprise Server, and a TCP connection otherwise."
  type = object({
    protocol = string
    path     = optional(string)
    port     = optional(number)
  })
  default = null

  validation {
    condition     = var.health_check == null ? true : contains(["TCP", "HTTP", "HTTPS"], var.health_check.protocol)
    error_message = "The protocol is one of TCP, HTTP, HTTPS."
  }

  validation {
    condition     = try(var.health_check.path, null) == null ? true : var.health_check.protocol != "TCP" && can(regex("@{HealthCheckPath.pattern}", var.health_check.path))
    error_message = "A path such as /healthz needs the protocol HTTP or HTTPS."
  }

  validation {
    condition     = try(var.health_check.port, null) == null ? true : can(regex("@{Port1.pattern}", tostring(var.health_check.port)))
    error_message = "The port is a TCP port from 1 to 65535."
  }
}

variable "availability_zone_ids" {
  description = "The zones of the subnets for Elementary, by AZ ID. By default they are read from the subnets."
  type        = list(string)
  default     = null

  validation {
    condition     = var.availability_zone_ids == null ? true : alltrue([for zone in var.availability_zone_ids : can(regex("@{AvailabilityZoneIds.pattern}", zone))])
    error_message = "Give @{AvailabilityZoneIds.constraint}."
  }
}

variable "supported_regions" {
  description = "@{SupportedRegions.description}"
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for region in var.supported_regions : can(regex("@{SupportedRegions.pattern}", region))])
    error_message = "Give @{SupportedRegions.constraint}."
  }
}

variable "client_cidrs" {
  description = "@{ClientCidr1.description}"
  type        = list(string)
  default     = [@{ClientCidrs}]
  nullable    = false

  validation {
    condition     = length(var.client_cidrs) > 0 && length(distinct(var.client_cidrs)) == length(var.client_cidrs) && alltrue([for cidr in var.client_cidrs : can(regex("@{ClientCidr1.pattern}", cidr))])
    error_message = "Give IPv4 CIDR blocks from /8 to /32, each once."
  }
}

variable "deletion_protection" {
  description = "Whether the load balancer is protected from deletion. To remove all of it, reject the connections, apply with false, then destroy."
  type        = bool
  default     = @{LoadBalancer.deletion_protection}
  nullable    = false
}

variable "tags" {
  description = "Tags of everything that has tags."
  type        = map(string)
  default     = {}
  nullable    = false
}
