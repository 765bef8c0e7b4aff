# What differs from integration to integration. The keys are those that the variable integration takes.

locals {
  integrations = {
    github-enterprise-server = {
      title            = "GitHub Enterprise Server"
      health_check     = { protocol = "HTTPS", path = "/status", port = 443 }
      tcp_idle_timeout = 350
      refused_ports    = [122, 123, 161, 1194, 8080, 8443, 9103]
      ports            = [443]
    }
    gitlab-self-managed = {
      title            = "GitLab self-managed"
      health_check     = { protocol = "HTTPS", path = "/-/health", port = 443 }
      tcp_idle_timeout = 350
      refused_ports    = [5432, 6379, 8060, 8075, 8080, 8082, 8181, 9090, 9100, 9121, 9168, 9187]
      ports            = [443]
    }
    bitbucket-data-center = {
      title            = "Bitbucket Data Center"
      health_check     = { protocol = "HTTPS", path = "/status", port = 443 }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    azure-devops-server = {
      title            = "Azure DevOps Server"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    tableau-server = {
      title            = "Tableau Server"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    looker = {
      title            = "Looker"
      health_check     = { protocol = "HTTPS", path = "/alive", port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    lightdash = {
      title            = "Lightdash"
      health_check     = { protocol = "HTTPS", path = "/api/v1/health", port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    metabase = {
      title            = "Metabase"
      health_check     = { protocol = "HTTPS", path = "/api/health", port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    airflow = {
      title            = "Airflow"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    postgres = {
      title            = "PostgreSQL"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [5432]
    }
    redshift = {
      title            = "Redshift"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [5439]
    }
    sql-server = {
      title            = "SQL Server"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [1433]
    }
    clickhouse = {
      title            = "ClickHouse"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [8443]
    }
    trino = {
      title            = "Trino"
      health_check     = { protocol = "HTTPS", path = "/v1/info", port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [443]
    }
    vertica = {
      title            = "Vertica"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [5433]
    }
    spark-thrift = {
      title            = "Spark Thrift Server"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [10000]
    }
    splunk-hec = {
      title            = "Splunk HTTP Event Collector"
      health_check     = { protocol = "HTTPS", path = "/services/collector/health", port = null }
      tcp_idle_timeout = 350
      refused_ports    = []
      ports            = [8088]
    }
    service = {
      title            = "your TCP service"
      health_check     = { protocol = "TCP", path = null, port = null }
      tcp_idle_timeout = 3600
      refused_ports    = []
      ports            = [443]
    }
  }

  integration = local.integrations[var.integration]
}
