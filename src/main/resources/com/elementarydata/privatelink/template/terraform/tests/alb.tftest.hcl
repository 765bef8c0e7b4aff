mock_provider "aws" {
  source = "./tests/mocks"
}

override_resource {
  target = aws_subnet.private[0]
  values = {
    id = "subnet-0123456789abcdef0"
  }
}

override_resource {
  target = aws_subnet.private[1]
  values = {
    id = "subnet-0123456789abcdef1"
  }
}

override_resource {
  target = aws_lb.web
  values = {
    arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef"
  }
}

override_resource {
  target = module.elementary.aws_lb.this
  values = {
    arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/own/0123456789abcdef"
  }
}

# no id is known yet
run "plans" {
  command = plan
  module {
    source = "./examples/alb"
  }
  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }
}

run "applies" {
  module {
    source = "./examples/alb"
  }
  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
  }

  assert {
    condition = jsondecode(output.handoff) == {
      version             = 1
      integration         = "service"
      region              = "eu-west-1"
      awsAccountId        = "111122223333"
      serviceName         = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      hostnames           = ["web.acme.example"]
      ports               = [443]
      availabilityZoneIds = ["euw1-az1", "euw1-az2"]
    }
    error_message = "the handoff document is ${output.handoff}"
  }
}
