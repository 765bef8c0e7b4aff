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

# no id is known yet
run "plans" {
  command = plan
  module {
    source = "./examples/existing-nlb"
  }
}

run "applies" {
  module {
    source = "./examples/existing-nlb"
  }

  assert {
    condition = jsondecode(output.handoff) == {
      version             = 1
      integration         = "service"
      region              = "eu-west-1"
      awsAccountId        = "111122223333"
      serviceName         = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      hostnames           = ["db.acme.example"]
      ports               = [5432]
      availabilityZoneIds = ["euw1-az1", "euw1-az2"]
    }
    error_message = "the handoff document is ${output.handoff}"
  }
}
