output "handoff" {
  description = "All that Elementary needs to be told, as JSON: send what `terraform output -raw` prints of it."
  value = jsonencode({
    version             = 1
    integration         = var.integration
    region              = data.aws_region.current.id
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

output "service_id" {
  description = "The endpoint service's ID."
  value       = aws_vpc_endpoint_service.this.id
}

output "account_id" {
  description = "The account of the endpoint service."
  value       = data.aws_caller_identity.current.account_id
}

output "region" {
  description = "The Region of the endpoint service."
  value       = data.aws_region.current.id
}

output "integration" {
  description = "What Elementary connects to."
  value       = var.integration
}

output "hostnames" {
  description = "The names that the service has within your network."
  value       = var.hostnames
}

output "availability_zone_ids" {
  description = "The zones of the load balancer, by AZ ID."
  value       = local.handed_zone_ids
}

output "load_balancer_arn" {
  description = "The ARN of the load balancer: the module's own, or the one that was given."
  value       = local.load_balancer_arn
}

output "target_group_arns" {
  description = "The ARNs of the target groups by port, such as `target_group_arns[\"443\"]`; none with a load balancer that was given."
  value       = { for port, group in aws_lb_target_group.this : port => group.arn }
}

output "security_group_id" {
  description = "The load balancer's security group, which the targets' own security groups have to admit; null with a load balancer that was given."
  value       = one(aws_security_group.load_balancer[*].id)
}
