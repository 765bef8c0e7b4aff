variable "create_load_balancer" {
  description = "Whether the module makes the load balancer. With false it uses the one of load_balancer_arn, and everything that configures one of its own is refused."
  type        = bool
  default     = true
  nullable    = false
}

variable "load_balancer_arn" {
  description = "With create_load_balancer = false: the ARN of an internal Network Load Balancer that listens on the ports with TCP. Its security group has to admit the clients alone."
  type        = string
  default     = null

  validation {
    condition     = var.load_balancer_arn == null ? true : can(regex("^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/net/[A-Za-z0-9-]+/[0-9a-f]+$", var.load_balancer_arn))
    error_message = "Give the ARN of a Network Load Balancer."
  }
}

variable "vpc_id" {
  description = "The VPC of the service. Required for a load balancer of the module's own."
  type        = string
  default     = null
}

variable "subnet_ids" {
  description = "Where the load balancer has a node: private subnets of the VPC, best two or more in as many Availability Zones. Required for a load balancer of the module's own. Those of connected endpoints cannot be taken away again."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(distinct(var.subnet_ids)) == length(var.subnet_ids)
    error_message = "Give each subnet once."
  }
}

variable "integration" {
  description = "What Elementary connects to: github-enterprise-server, gitlab-self-managed, bitbucket-data-center, azure-devops-server, tableau-server, looker, lightdash, metabase, airflow, postgres, redshift, sql-server, clickhouse, trino, vertica, spark-thrift, splunk-hec, service."
  type        = string
  default     = "service"
  nullable    = false

  validation {
    condition     = contains(["github-enterprise-server", "gitlab-self-managed", "bitbucket-data-center", "azure-devops-server", "tableau-server", "looker", "lightdash", "metabase", "airflow", "postgres", "redshift", "sql-server", "clickhouse", "trino", "vertica", "spark-thrift", "splunk-hec", "service"], var.integration)
    error_message = "Give one of github-enterprise-server, gitlab-self-managed, bitbucket-data-center, azure-devops-server, tableau-server, looker, lightdash, metabase, airflow, postgres, redshift, sql-server, clickhouse, trino, vertica, spark-thrift, splunk-hec, service."
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
  description = "The TCP ports that Elementary connects to, and on which the targets listen unless target_port says otherwise."
  type        = list(number)
  default     = [443]
  nullable    = false

  validation {
    condition     = length(var.ports) > 0 && length(distinct(var.ports)) == length(var.ports) && alltrue([for port in var.ports : can(regex("^([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$", tostring(port)))])
    error_message = "Give different TCP ports from 1 to 65535, at least one."
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
  description = "What the load balancer forwards to, by names of your choice: private IPv4 addresses, instance IDs, or the ARN of one Application Load Balancer that listens on the port. Only the names have to be known when Terraform plans. Required for a load balancer of the module's own; {} if something else registers them, as a TargetGroupBinding of EKS, an ECS service or an Auto Scaling group does."
  type        = map(string)
  default     = null

  validation {
    condition     = var.targets == null ? true : length(distinct(values(var.targets))) == length(var.targets)
    error_message = "Give different targets."
  }

  validation {
    condition     = var.targets == null ? true : alltrue([for target in values(var.targets) : can(regex("^(((10\\.(25[0-5]|(2[0-4]|1\\d|[1-9]?)\\d)|172\\.(1[6-9]|2\\d|3[01])|192\\.168|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))(\\.(25[0-5]|(2[0-4]|1\\d|[1-9]?)\\d)){2}|i-([0-9a-f]{8}|[0-9a-f]{17})|arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/[A-Za-z0-9-]+/[0-9a-f]+))$", target))])
    error_message = "Each target is a private IPv4 address, an instance ID or the ARN of an Application Load Balancer."
  }
}

variable "target_port" {
  description = "Where the targets listen, if not on the port that Elementary connects to; with one port alone."
  type        = number
  default     = null

  validation {
    condition     = var.target_port == null ? true : can(regex("^([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$", tostring(var.target_port)))
    error_message = "Give a TCP port from 1 to 65535."
  }
}

variable "targets_outside_vpc" {
  description = "Whether the addresses are outside the VPC, as on premises or in a peered VPC."
  type        = bool
  default     = false
  nullable    = false
}

variable "target_security_group_ids" {
  description = "The targets' security groups that are to admit the load balancer, by names of your choice, on the ports of the traffic and of the health check. Only the names have to be known when Terraform plans. The rules are resources of their own: do not name groups that have rules inline."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(distinct(values(var.target_security_group_ids))) == length(var.target_security_group_ids)
    error_message = "Give each security group once."
  }

  validation {
    condition     = alltrue([for group in values(var.target_security_group_ids) : can(regex("^sg-([0-9a-f]{8}|[0-9a-f]{17})$", group))])
    error_message = "Give IDs of security groups, such as sg-0123456789abcdef0."
  }
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
  description = "The zones for Elementary, by AZ ID. By default those of the endpoint service, which are the load balancer's."
  type        = list(string)
  default     = null

  validation {
    condition     = var.availability_zone_ids == null ? true : alltrue([for zone in var.availability_zone_ids : can(regex("^[a-z]{2,5}\\d-az\\d{1,2}$", zone))])
    error_message = "Give AZ IDs such as use1-az1,use1-az2."
  }
}

variable "supported_regions" {
  description = "Optional, and only if Elementary asks for it: other Regions that endpoints may be in. Needs subnets in two zones and the permission vpce:AllowMultiRegion."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for region in var.supported_regions : can(regex("^[a-z]{2}(-[a-z]+)+-\\d$", region))])
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
    condition     = var.tcp_idle_timeout == null ? true : can(regex("^([6-9]\\d|[1-9]\\d{2}|[1-5]\\d{3}|6000)$", tostring(var.tcp_idle_timeout)))
    error_message = "Give 60 to 6000 seconds."
  }
}

variable "deletion_protection" {
  description = "Whether the load balancer has deletion protection. AWS deletes no load balancer that an endpoint service uses, with or without. To remove all of it, reject the connections, apply with false, then destroy."
  type        = bool
  default     = false
  nullable    = false
}

variable "notification_topic_arns" {
  description = "SNS topics that are told of each connection that is requested, accepted, rejected or deleted, by names of your choice. Only the names have to be known when Terraform plans. AWS publishes a test to each first, so its policy has to let vpce.amazonaws.com publish."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for topic in values(var.notification_topic_arns) : can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+$", topic))])
    error_message = "Give ARNs of standard SNS topics; AWS publishes to no FIFO topic."
  }
}

variable "tags" {
  description = "Tags of everything that has tags."
  type        = map(string)
  default     = {}
  nullable    = false
}
