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
  target = aws_instance.git["a"]
  values = {
    id = "i-0123456789abcdef0"
  }
}

override_resource {
  target = aws_instance.git["b"]
  values = {
    id = "i-0123456789abcdef1"
  }
}

# no id is known yet
run "plans" {
  command = plan
  module {
    source = "./examples/instances"
  }
  variables {
    images = { a = "ami-0123456789abcdef0", b = "ami-0123456789abcdef0" }
  }
}

run "applies" {
  module {
    source = "./examples/instances"
  }
  variables {
    images = { a = "ami-0123456789abcdef0", b = "ami-0123456789abcdef0" }
  }

  assert {
    condition = jsondecode(output.handoff) == {
      version             = 1
      integration         = "github-enterprise-server"
      region              = "eu-west-1"
      awsAccountId        = "111122223333"
      serviceName         = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
      hostnames           = ["git.acme.example"]
      ports               = [443]
      availabilityZoneIds = ["euw1-az1", "euw1-az2"]
    }
    error_message = "the handoff document is ${output.handoff}"
  }
  assert {
    condition     = output.handoff == module.elementary.handoff && module.elementary.hostnames == tolist(["git.acme.example"])
    error_message = "the hostnames are no list"
  }
}
