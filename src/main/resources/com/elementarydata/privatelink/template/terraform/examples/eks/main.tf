# A service of an EKS cluster, whose pods listen on 8443. The AWS Load Balancer Controller registers its pods: once this is applied,
# terraform output -raw target_group_binding | kubectl apply -f -

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "cluster_name" {
  description = "The EKS cluster, with the AWS Load Balancer Controller in it."
  type        = string
}

data "aws_eks_cluster" "this" {
  name = var.cluster_name
}

module "elementary" {
  source = "../.."

  vpc_id                    = data.aws_eks_cluster.this.vpc_config[0].vpc_id
  subnet_ids                = data.aws_eks_cluster.this.vpc_config[0].subnet_ids
  hostnames                 = ["orders.acme.example"]
  target_port               = 8443
  targets                   = {}
  target_security_group_ids = { cluster = data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id }
}

output "target_group_binding" {
  description = "What registers the pods of the Kubernetes service orders."
  value = yamlencode({
    apiVersion = "elbv2.k8s.aws/v1beta1"
    kind       = "TargetGroupBinding"
    metadata   = { name = "elementary", namespace = "shop" }
    spec = {
      serviceRef     = { name = "orders", port = 443 }
      targetGroupARN = module.elementary.target_group_arns["443"]
      targetType     = "ip"
    }
  })
}

output "handoff" {
  description = "What to send to Elementary: terraform output -raw handoff."
  value       = module.elementary.handoff
}
