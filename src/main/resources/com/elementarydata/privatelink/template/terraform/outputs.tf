locals {
  region = data.aws_region.current.name
}

output "handoff" {
  description = "All that Elementary needs to be told: send it as it is."
  value = jsonencode({
    version             = 1
    integration         = var.integration
    region              = local.region
    awsAccountId        = data.aws_caller_identity.current.account_id
    serviceName         = aws_vpc_endpoint_service.this.service_name
    hostnames           = var.hostnames
    ports               = var.ports
    availabilityZoneIds = local.handed_zone_ids
  })
}

output "service_name" {
  description = "The endpoint service's whole name."
  value       = aws_vpc_endpoint_service.this.service_name
}

output "account_id" {
  description = "The account of the endpoint service."
  value       = data.aws_caller_identity.current.account_id
}

output "region" {
  description = "The Region of the endpoint service."
  value       = local.region
}

output "integration" {
  description = "What Elementary connects to."
  value       = var.integration
}

output "hostname" {
  description = "The names that the service has within your network."
  value       = join(",", var.hostnames)
}

output "availability_zone_ids" {
  description = "The zones of the load balancer, by AZ ID."
  value       = join(",", local.handed_zone_ids)
}

output "security_group_id" {
  description = "The load balancer's security group, which the targets' own security groups have to admit."
  value       = aws_security_group.load_balancer.id
}
