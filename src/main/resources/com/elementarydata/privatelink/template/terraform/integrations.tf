# What differs from integration to integration. The keys are those that the variable integration takes.

locals {
  integrations = {
    github-enterprise-server = {
      title            = "GitHub Enterprise Server"
      health_check     = { protocol = "HTTPS", path = "/status", port = 443 }
      tcp_idle_timeout = 350
      refused_ports    = [122, 123, 161, 1194, 8080, 8443, 9103]
    }
    gitlab-self-managed = {
      title            = "GitLab self-managed"
      health_check     = { protocol = "HTTPS", path = "/-/health", port = 443 }
      tcp_idle_timeout = 350
      refused_ports    = [5432, 6379, 8060, 8075, 8080, 8082, 8181, 9090, 9100, 9121, 9168, 9187]
    }
    service = {
      title            = "your TCP service"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
    }
  }

  integration = local.integrations[var.integration]
}
