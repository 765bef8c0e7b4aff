"""The three forms of the customer's side, deployed with the same parameters, give the same network."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List

from local_aws import access_key

from .support import REGION, ROOT, LocalAwsTest, client, named, new_account

FAULTS = Path(os.environ["LOCAL_AWS_FAULTS"])
PROVIDED = ROOT / "src/main/resources/com/elementarydata/privatelink/template"
VPC = "vpc-0123456789abcdef0"
SUBNETS = {"subnet-0123456789abcdef0": "euw1-az1", "subnet-0123456789abcdef1": "euw1-az2"}
ALB = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/orders/0123456789abcdef"

# what the construct's golden templates are made from, as parameters of the other two forms
CASES: Dict[str, Dict[str, Any]] = {
    "two-addresses": {
        "hostnames": ["db.acme.example"],
        "ports": [5432, 6432],
        "targets": ["10.1.0.23", "10.1.1.24"],
        "health_check": {"protocol": "TCP", "port": 8008},
        "availability_zone_ids": ["euw1-az1", "euw1-az2"],
    },
    "github-enterprise-server-on-instances": {
        "integration": "github-enterprise-server",
        "hostnames": ["git.acme.example", "*.git.acme.example"],
        "target_type": "instance",
        "targets": ["i-0123456789abcdef0", "i-0123456789abcdef1"],
        "availability_zone_ids": [],
    },
    "behind-an-application-load-balancer": {
        "hostnames": ["orders.acme.example"],
        "target_type": "alb",
        "targets": [ALB],
        "health_check": {"protocol": "HTTPS", "path": "/healthz"},
        "availability_zone_ids": [],
    },
}


def parameters(case: Dict[str, Any]) -> List[Dict[str, str]]:
    """The template's parameters for the module's variables."""
    check = case.get("health_check")
    values = {
        "VpcId": VPC,
        "SubnetIds": ",".join(SUBNETS),
        "VpcCidr1": "10.1.0.0/16",
        "Hostnames": ",".join(case["hostnames"]),
        "Integration": case.get("integration", "service"),
        "TargetType": case.get("target_type", "ip"),
        "AvailabilityZoneIds": ",".join(case["availability_zone_ids"]),
        "HealthCheckProtocol": check["protocol"] if check else "automatic",
        "HealthCheckPath": (check or {}).get("path", "/"),
    }
    if "port" in (check or {}):
        values["HealthCheckPort"] = str(case["health_check"]["port"])
    values.update({f"Port{n}": str(port) for n, port in enumerate(case.get("ports", [443]), 1)})
    values.update({f"Target{n}": target for n, target in enumerate(case["targets"], 1)})
    return [{"ParameterKey": name, "ParameterValue": value} for name, value in values.items()]


class Forms(LocalAwsTest):
    def account(self) -> str:
        """An account with the VPC that all forms name."""
        account = new_account()
        ec2 = self.ec2(account)
        ec2.create_vpc(CidrBlock="10.1.0.0/16", TagSpecifications=named("vpc", VPC))
        for number, (subnet, zone) in enumerate(SUBNETS.items()):
            ec2.create_subnet(
                VpcId=VPC,
                CidrBlock=f"10.1.{number}.0/24",
                AvailabilityZoneId=zone,
                TagSpecifications=named("subnet", subnet),
            )
        return account

    def by_cloudformation(self, path: Path, given: List[Dict[str, str]]) -> Dict[str, Any]:
        account = self.account()
        stacks = client("cloudformation", account, REGION)
        stacks.create_stack(StackName="form", TemplateBody=path.read_text(), Parameters=given)
        stack = stacks.describe_stacks(StackName="form")["Stacks"][0]
        self.assertEqual("CREATE_COMPLETE", stack["StackStatus"])
        outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
        return self.facts(account, json.loads(outputs["Handoff"]))

    def facts(self, account: str, handoff: Dict[str, Any]) -> Dict[str, Any]:
        """All that makes the network of an offer, without ids and accounts of its own."""
        ec2, elb = self.ec2(account), client("elbv2", account, REGION)
        service_id = handoff["serviceName"].split(".")[-1]
        service = ec2.describe_vpc_endpoint_service_configurations(ServiceIds=[service_id])["ServiceConfigurations"][0]
        allowed = ec2.describe_vpc_endpoint_service_permissions(ServiceId=service_id)["AllowedPrincipals"]
        arn = service["NetworkLoadBalancerArns"][0]
        balancer = elb.describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"][0]
        attributes = elb.describe_load_balancer_attributes(LoadBalancerArn=arn)["Attributes"]
        kept = ("deletion_protection.enabled", "load_balancing.cross_zone.enabled")
        group = ec2.describe_security_groups(GroupIds=balancer["SecurityGroups"])["SecurityGroups"][0]
        self.assertEqual(account, handoff["awsAccountId"])
        return {
            "acceptance": service["AcceptanceRequired"],
            "principals": sorted(principal["Principal"] for principal in allowed),
            "scheme": [balancer["Type"], balancer["Scheme"], balancer["IpAddressType"]],
            "subnets": sorted(zone["SubnetId"] for zone in balancer["AvailabilityZones"]),
            "enforced": balancer.get("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"),
            "attributes": {one["Key"]: one["Value"] for one in attributes if one["Key"] in kept},
            "in": rules(group["IpPermissions"]),
            "out": rules(group["IpPermissionsEgress"]),
            "group": group["Description"],
            "listeners": sorted(
                (listener(elb, one) for one in elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]),
                key=lambda one: one["port"],
            ),
            "handoff": {key: value for key, value in handoff.items() if key not in ("awsAccountId", "serviceName")},
        }

    def test_the_template_gives_what_the_construct_gives(self) -> None:
        for name, case in CASES.items():
            with self.subTest(name):
                construct = self.by_cloudformation(ROOT / f"src/test/constructs/{name}.template.json", [])
                template = self.by_cloudformation(PROVIDED / "provider.template.yaml", parameters(case))
                self.assertEqual(construct, template)

    @unittest.skipUnless(shutil.which("terraform"), "terraform is not on the PATH")
    def test_the_module_gives_what_the_construct_gives_and_is_destroyed(self) -> None:
        account = self.account()
        with tempfile.TemporaryDirectory() as folder:
            terraform = Terraform(Path(folder), account)
            if not terraform.init():
                self.skipTest("Terraform's AWS provider is not to be had; TERRAFORM_PLUGINS names a folder with it")
            handoffs = terraform.apply(deletion_protection=False)
            for name in CASES:
                with self.subTest(name):
                    expected = self.by_cloudformation(ROOT / f"src/test/constructs/{name}.template.json", [])
                    self.assertEqual(expected, self.facts(account, json.loads(handoffs[name])))
            terraform.apply(deletion_protection=True)
            terraform.apply(deletion_protection=False)
            terraform.run("destroy", "-auto-approve", "-var=deletion_protection=false")
        left = self.ec2(account).describe_vpc_endpoint_service_configurations()["ServiceConfigurations"]
        self.assertEqual([], left)
        self.assertEqual([], client("elbv2", account, REGION).describe_load_balancers()["LoadBalancers"])

    def test_a_first_creation_that_fails_late_leaves_nothing_and_the_next_one_is_protected_by_aws(self) -> None:
        name = "github-enterprise-server-on-instances"
        for path, given in (
            (PROVIDED / "provider.template.yaml", parameters(CASES[name])),
            (ROOT / f"src/test/constructs/{name}.template.json", []),
        ):
            with self.subTest(path.name):
                account = self.account()
                stacks, elb = client("cloudformation", account, REGION), client("elbv2", account, REGION)
                self.addCleanup(FAULTS.write_text, "")
                FAULTS.write_text("fail create AWS::EC2::VPCEndpointServicePermissions\n")
                create = {"StackName": "form", "TemplateBody": path.read_text(), "Parameters": given}
                stacks.create_stack(**create)
                stack = stacks.describe_stacks(StackName="form")["Stacks"][0]
                self.assertEqual("ROLLBACK_COMPLETE", stack["StackStatus"])
                self.assertEqual([], elb.describe_load_balancers()["LoadBalancers"])
                self.assertEqual([], elb.describe_target_groups()["TargetGroups"])
                groups = self.ec2(account).describe_security_groups()["SecurityGroups"]
                self.assertEqual({"default"}, {group["GroupName"] for group in groups})
                stacks.delete_stack(StackName="form")
                stacks.create_stack(**create)
                arn = elb.describe_load_balancers()["LoadBalancers"][0]["LoadBalancerArn"]
                self.refused("ResourceInUse", "endpoint service", elb.delete_load_balancer, LoadBalancerArn=arn)

    def test_a_shell_gives_only_what_a_form_needs(self) -> None:
        """By each way that the AWS CLI has, and with a load balancer, a group of targets and a topic that exist."""
        account = self.account()
        ec2, elb = self.ec2(account), client("elbv2", account, REGION)
        group = ec2.create_security_group(GroupName="servers", Description="servers", VpcId=VPC)["GroupId"]
        topic = client("sns", account, REGION).create_topic(Name="connections")["TopicArn"]
        made = elb.create_load_balancer(Name="own", Subnets=list(SUBNETS), Type="network", Scheme="internal")
        own = made["LoadBalancers"][0]["LoadBalancerArn"]
        new = {"Hostnames": "db.acme.example", "VpcId": VPC, "SubnetIds": ",".join(SUBNETS)}
        vpc = {**new, "VpcCidr1": "10.1.0.0/16"}
        aws = Shell(account)
        aws.create_stack("ip", {**new, "Target1": "10.1.0.4"})
        aws.deploy("instance", {**vpc, "TargetType": "instance", "Target1": "i-0123456789abcdef0"})
        aws.deploy("instance", {"TargetSecurityGroup1": group, "Port2": "22"})
        alb = {**vpc, "TargetType": "alb", "Target1": ALB, "Integration": "github-enterprise-server"}
        aws.execute_change_set("alb", alb)
        aws.deploy("own", {"Hostnames": "db.acme.example", "LoadBalancerArn": own, "NotificationTopicArn": topic})
        for stack, ports in {"ip": [443], "instance": [443, 22], "alb": [443], "own": [443]}.items():
            with self.subTest(stack):
                outputs = aws.outputs(stack)
                self.assertEqual(ports, json.loads(outputs["Handoff"])["ports"])
                groups = outputs.get("TargetGroupArns", "").split(",")
                self.assertEqual(len(ports) if stack != "own" else 1, len(groups))
        self.assertEqual(own, aws.outputs("own")["LoadBalancerArn"])
        self.assertNotIn("SecurityGroupId", aws.outputs("own"))
        told = ec2.describe_vpc_endpoint_connection_notifications()["ConnectionNotificationSet"]
        self.assertEqual([topic], [one["ConnectionNotificationArn"] for one in told])
        admitted = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]["IpPermissions"]
        balancer = aws.outputs("instance")["SecurityGroupId"]
        from_group = [(one["FromPort"], pair["GroupId"]) for one in admitted for pair in one["UserIdGroupPairs"]]
        self.assertEqual([(22, balancer), (443, balancer)], sorted(from_group))

    def test_wrong_parameters_are_refused_before_anything_is_created(self) -> None:
        account = self.account()
        body = (PROVIDED / "provider.template.yaml").read_text()
        create = client("cloudformation", account, REGION).create_stack
        wrong = {"Port1": "0", "Protocol": "HTTP", "Target1": "8.8.8.8", "ClientCidr1": "0.0.0.0/0", "SubnetIds": ""}
        for name, value in {**wrong, "Port2": "5432"}.items():
            with self.subTest(name):
                given = [one for one in parameters(CASES["two-addresses"]) if one["ParameterKey"] != name]
                given.append({"ParameterKey": name, "ParameterValue": value})
                with self.assertRaises(Exception) as refused:
                    create(StackName="wrong", TemplateBody=body, Parameters=given)
                self.assertIn("ValidationError", str(refused.exception))
        self.assertEqual([], client("elbv2", account, REGION).describe_load_balancers()["LoadBalancers"])


def rules(permissions: List[Dict[str, Any]]) -> List[str]:
    return sorted(
        f"{block['CidrIp']} {one['IpProtocol']} {one['FromPort']}-{one['ToPort']} {block.get('Description')}"
        for one in permissions
        for block in one["IpRanges"]
    )


def listener(elb: Any, one: Dict[str, Any]) -> Dict[str, Any]:
    arn = one["DefaultActions"][0]["TargetGroupArn"]
    group = elb.describe_target_groups(TargetGroupArns=[arn])["TargetGroups"][0]
    attributes = elb.describe_target_group_attributes(TargetGroupArn=arn)["Attributes"]
    registered = elb.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
    return {
        "port": one["Port"],
        "protocol": one["Protocol"],
        "group": [group[key] for key in ("Port", "Protocol", "TargetType", "VpcId")],
        "check": [
            group.get("HealthCheckProtocol"),
            group.get("HealthCheckPath") if group.get("HealthCheckProtocol") != "TCP" else None,
            group.get("HealthCheckPort"),
        ],
        # off is also what it is by default, which Terraform leaves unsaid
        "proxy": {"Key": "proxy_protocol_v2.enabled", "Value": "true"} in attributes,
        "targets": sorted((entry["Target"]["Id"], entry["Target"].get("Port")) for entry in registered),
    }


class Shell:
    """The AWS CLI, with the template's file."""

    def __init__(self, account: str) -> None:
        self.environment = {**os.environ, "AWS_ACCESS_KEY_ID": access_key(account), "AWS_REGION": REGION}

    def run(self, *words: str) -> str:
        done = subprocess.run(["aws", "cloudformation", *words], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stderr)
        return done.stdout

    def create_stack(self, stack: str, given: Dict[str, str]) -> None:
        self.run("create-stack", *self.described(stack, given))
        self.run("wait", "stack-create-complete", "--stack-name", stack)

    def execute_change_set(self, stack: str, given: Dict[str, str]) -> None:
        named = ("--stack-name", stack, "--change-set-name", "first")
        self.run("create-change-set", *self.described(stack, given), *named[2:], "--change-set-type", "CREATE")
        self.run("wait", "change-set-create-complete", *named)
        self.run("execute-change-set", *named)
        self.run("wait", "stack-create-complete", "--stack-name", stack)

    def described(self, stack: str, given: Dict[str, str]) -> List[str]:
        body = f"file://{PROVIDED / 'provider.template.yaml'}"
        values = [f'ParameterKey={name},ParameterValue="{value}"' for name, value in given.items()]
        return ["--stack-name", stack, "--template-body", body, "--parameters", *values]

    def deploy(self, stack: str, given: Dict[str, str]) -> None:
        values = [f"{name}={value}" for name, value in given.items()]
        file = str(PROVIDED / "provider.template.yaml")
        self.run("deploy", "--stack-name", stack, "--template-file", file, "--parameter-overrides", *values)

    def outputs(self, stack: str) -> Dict[str, str]:
        found = json.loads(self.run("describe-stacks", "--stack-name", stack, "--query", "Stacks[0].Outputs"))
        return {one["OutputKey"]: one["OutputValue"] for one in found}


class Terraform:
    """The module, once for every case."""

    def __init__(self, folder: Path, account: str) -> None:
        self.folder = folder
        self.environment = {
            key: value for key, value in os.environ.items() if key != "TF_CLI_CONFIG_FILE" or Path(value).exists()
        }
        self.environment.update(AWS_ACCESS_KEY_ID=access_key(account), TF_IN_AUTOMATION="1")
        shutil.copytree(PROVIDED / "terraform", folder / "elementary")
        modules = {
            name: {
                "source": "./elementary",
                "vpc_id": VPC,
                "subnet_ids": list(SUBNETS),
                "deletion_protection": "${var.deletion_protection}",
                **case,
                "targets": {f"n{number}": target for number, target in enumerate(case["targets"])},
            }
            for name, case in CASES.items()
        }
        root = {
            "provider": {"aws": {"region": REGION}},
            "variable": {"deletion_protection": {"type": "bool"}},
            "module": modules,
            "output": {"handoffs": {"value": {name: f"${{module.{name}.handoff}}" for name in CASES}}},
        }
        (folder / "main.tf.json").write_text(json.dumps(root))

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            ["terraform", *arguments, "-no-color"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            raise AssertionError(done.stdout)
        return done.stdout

    def init(self) -> bool:
        plugins = os.environ.get("TERRAFORM_PLUGINS")
        if plugins:
            self.run("init", "-input=false", f"-plugin-dir={plugins}")
            return True
        try:
            self.run("init", "-input=false")
        except AssertionError:
            return False
        return True

    def apply(self, deletion_protection: bool) -> Dict[str, str]:
        self.run("apply", "-auto-approve", f"-var=deletion_protection={str(deletion_protection).lower()}")
        return json.loads(self.run("output", "-json", "handoffs"))


if __name__ == "__main__":
    unittest.main()
