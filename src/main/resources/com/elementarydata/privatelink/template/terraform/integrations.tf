# What differs from integration to integration. The keys are those that the variable integration takes.

locals {
  integrations = {
    service = {
      title         = "a service"
      health_check  = { protocol = "TCP", path = null, port = null }
      refused_ports = []
    }
    github-enterprise-server = {
      title         = "GitHub Enterprise Server"
      health_check  = { protocol = "HTTPS", path = "/status", port = 443 }
      refused_ports = [122, 123, 161, 1194, 8080, 8443, 9103]
    }
  }

  integration = local.integrations[var.integration]
}
