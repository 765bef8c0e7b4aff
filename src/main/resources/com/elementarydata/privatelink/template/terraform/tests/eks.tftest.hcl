mock_provider "aws" {
  source = "./tests/mocks"
}

# no id is known yet
run "plans" {
  command = plan
  module {
    source = "./examples/eks"
  }
  variables {
    cluster_name = "shop"
  }
}

run "applies" {
  module {
    source = "./examples/eks"
  }
  variables {
    cluster_name = "shop"
  }

  assert {
    condition = jsondecode(output.handoff) == {
      version             = 1
      integration         = "service"
      region              = "eu-west-1"
      awsAccountId        = "111122223333"
      serviceName         = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      hostnames           = ["orders.acme.example"]
      ports               = [443]
      availabilityZoneIds = ["euw1-az1", "euw1-az2"]
    }
    error_message = "the handoff document is ${output.handoff}"
  }
  assert {
    condition     = yamldecode(output.target_group_binding).spec.targetGroupARN == "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/own/0123456789abcdef"
    error_message = "the pods are registered elsewhere: ${output.target_group_binding}"
  }
}
