variable "vpc_id" {
  description = "The VPC of the service."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Where the load balancer has a node: private subnets of the VPC, best two or more in as many Availability Zones. Those of connected endpoints cannot be taken away again."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0 && length(distinct(var.subnet_ids)) == length(var.subnet_ids)
    error_message = "Give one private subnet or more, each once."
  }
}

variable "integration" {
  description = "What Elementary connects to."
  type        = string
  default     = "service"
  nullable    = false

  validation {
    condition     = contains(["github-enterprise-server", "gitlab-self-managed", "service"], var.integration)
    error_message = "Give one of github-enterprise-server, gitlab-self-managed, service."
  }
}

variable "hostnames" {
  description = "The names that the service has within your network; Elementary uses the same."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.hostnames) > 0 && alltrue([for name in var.hostnames : can(regex("^((\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)$", name))])
    error_message = "Give lower-case hostnames such as git.acme.example, or git.acme.example,*.git.acme.example."
  }
}

variable "ports" {
  description = "The TCP ports that Elementary connects to, and on which the targets listen: up to 4."
  type        = list(number)
  default     = [443]
  nullable    = false

  validation {
    condition     = length(var.ports) > 0 && length(var.ports) <= 4 && length(distinct(var.ports)) == length(var.ports) && alltrue([for port in var.ports : can(regex("^([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$", tostring(port)))])
    error_message = "Give one to 4 different TCP ports from 1 to 65535."
  }
}

variable "target_type" {
  description = "The same for all targets."
  type        = string
  default     = "ip"
  nullable    = false

  validation {
    condition     = contains(["ip", "instance", "alb"], var.target_type)
    error_message = "Give one of ip, instance, alb."
  }
}

variable "targets" {
  description = "What the load balancer forwards to, up to 8: private IPv4 addresses, instance IDs, or the ARN of one Application Load Balancer that listens on the port."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.targets) > 0 && length(var.targets) <= 8 && length(distinct(var.targets)) == length(var.targets)
    error_message = "Give one to 8 different targets."
  }

  validation {
    condition     = alltrue([for target in var.targets : can(regex("^(((10\\.(25[0-5]|(2[0-4]|1\\d|[1-9]?)\\d)|172\\.(1[6-9]|2\\d|3[01])|192\\.168|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))(\\.(25[0-5]|(2[0-4]|1\\d|[1-9]?)\\d)){2}|i-([0-9a-f]{8}|[0-9a-f]{17})|arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/[A-Za-z0-9-]+/[0-9a-f]+))$", target))])
    error_message = "Each target is a private IPv4 address, an instance ID or the ARN of an Application Load Balancer."
  }
}

variable "targets_outside_vpc" {
  description = "Whether the addresses are outside the VPC, as on premises or in a peered VPC."
  type        = bool
  default     = false
  nullable    = false
}

variable "health_check" {
  description = "How targets are checked: protocol TCP, HTTP or HTTPS, a path for the latter two, and a port where it is not that of the traffic. By default the check of the integration: an HTTPS request where it has a path for that, a TCP connection otherwise."
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
    condition     = try(var.health_check.path, null) == null ? true : var.health_check.protocol != "TCP" && can(regex("^(/[!-~]*)$", var.health_check.path))
    error_message = "A path such as /healthz needs the protocol HTTP or HTTPS."
  }

  validation {
    condition     = try(var.health_check.port, null) == null ? true : can(regex("^([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$", tostring(var.health_check.port)))
    error_message = "The port is a TCP port from 1 to 65535."
  }
}

variable "availability_zone_ids" {
  description = "The zones of the subnets for Elementary, by AZ ID. By default they are read from the subnets."
  type        = list(string)
  default     = null

  validation {
    condition     = var.availability_zone_ids == null ? true : alltrue([for zone in var.availability_zone_ids : can(regex("^([a-z]{2,5}\\d-az\\d{1,2})?$", zone))])
    error_message = "Give AZ IDs such as use1-az1,use1-az2."
  }
}

variable "supported_regions" {
  description = "Optional, and only if Elementary asks for it: other Regions that endpoints may stand in. Needs subnets in two zones and the permission vpce:AllowMultiRegion."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for region in var.supported_regions : can(regex("^([a-z]{2}(-[a-z]+)+-\\d)?$", region))])
    error_message = "Give codes of Regions, such as eu-central-1."
  }
}

variable "client_cidrs" {
  description = "The addresses of Elementary's clients; leave it as it is unless Elementary says otherwise."
  type        = list(string)
  default     = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
  nullable    = false

  validation {
    condition     = length(var.client_cidrs) > 0 && length(distinct(var.client_cidrs)) == length(var.client_cidrs) && alltrue([for cidr in var.client_cidrs : can(regex("^(((25[0-5]|(2[0-4]|1\\d|[1-9]?)\\d)\\.){3}(25[0-5]|(2[0-4]|1\\d|[1-9]?)\\d)/([89]|[12]\\d|3[0-2]))$", cidr))])
    error_message = "Give IPv4 CIDR blocks from /8 to /32, each once."
  }
}

variable "admit_path_mtu_icmp" {
  description = "Whether the clients' messages of type 3, code 4 are admitted."
  type        = bool
  default     = false
  nullable    = false
}

variable "tcp_idle_timeout" {
  description = "Optional: after how many seconds of silence a connection is cut. An endpoint does so after 350: clients need keepalive."
  type        = number
  default     = null

  validation {
    condition     = var.tcp_idle_timeout == null ? true : can(regex("^([6-9]\\d|[1-9]\\d{2}|[1-5]\\d{3}|6000)?$", tostring(var.tcp_idle_timeout)))
    error_message = "Give 60 to 6000 seconds."
  }
}

variable "deletion_protection" {
  description = "Whether the load balancer has deletion protection. AWS deletes no load balancer that an endpoint service uses, with or without. To remove all of it, reject the connections, apply with false, then destroy."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags of everything that has tags."
  type        = map(string)
  default     = {}
  nullable    = false
}
