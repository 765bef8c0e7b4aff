"""A template in the shape of a provider's: everything optional stands behind conditions, up to eight targets."""

from typing import Any, Dict

TARGETS = range(1, 9)
ELB = "AWS::ElasticLoadBalancingV2"
PATTERN = r"([0-9]{1,3}\.){3}[0-9]{1,3}"


def ref(name: str) -> Dict[str, str]:
    return {"Ref": name}


def given(name: str) -> Dict[str, Any]:
    return {"Fn::Not": [{"Fn::Equals": [ref(name), ""]}]}


def optional(condition: str, value: Any) -> Dict[str, Any]:
    return {"Fn::If": [condition, value, ref("AWS::NoValue")]}


def parameters() -> Dict[str, Any]:
    target = {"Type": "String", "Default": "", "AllowedPattern": f"|{PATTERN}"}
    return {
        "Vpc": {"Type": "AWS::EC2::VPC::Id"},
        "Subnets": {"Type": "List<AWS::EC2::Subnet::Id>"},
        "Port": {"Type": "Number", "Default": 443, "MinValue": 1, "MaxValue": 65535},
        "Hostname": {
            "Type": "String",
            "MinLength": 4,
            "MaxLength": 20,
            "AllowedPattern": r"[a-z0-9.-]+",
            "ConstraintDescription": "must be a hostname such as git.acme.example",
        },
        "Integration": {"Type": "String", "AllowedValues": ["GitHub", "Database"]},
        "HealthCheckPath": {"Type": "String", "Default": ""},
        "SupportedRegions": {"Type": "CommaDelimitedList", "Default": ""},
        "Outside": {"Type": "String", "Default": "false", "AllowedValues": ["true", "false"]},
        **{f"Target{number}": target for number in TARGETS},
    }


def rules() -> Dict[str, Any]:
    """What parameters alone cannot refuse."""
    none = {"Fn::And": [{"Fn::Equals": [ref(f"Target{n}"), ""]} for n in TARGETS]}
    subnets = {"Fn::EachMemberIn": [{"Fn::ValueOf": ["Subnets", "VpcId"]}, {"Fn::RefAll": "AWS::EC2::VPC::Id"}]}
    path = {"Fn::Not": [{"Fn::Equals": [ref("HealthCheckPath"), ""]}]}
    return {
        "ATarget": {"Assertions": [{"Assert": {"Fn::Not": [none]}, "AssertDescription": "give at least one target"}]},
        "OwnSubnets": {"Assertions": [{"Assert": subnets, "AssertDescription": "the subnets must be in the VPC"}]},
        "GitHubIsChecked": {
            "RuleCondition": {"Fn::Equals": [ref("Integration"), "GitHub"]},
            "Assertions": [{"Assert": path, "AssertDescription": "GitHub needs the path of its health check"}],
        },
    }


def conditions() -> Dict[str, Any]:
    return {
        "HasPath": given("HealthCheckPath"),
        "HasRegions": {"Fn::Not": [{"Fn::Equals": [{"Fn::Join": ["", ref("SupportedRegions")]}, ""]}]},
        "IsOutside": {"Fn::Equals": [ref("Outside"), "true"]},
        "IsPlain": {"Fn::And": [{"Fn::Not": [{"Condition": "HasPath"}]}, {"Fn::Not": [{"Condition": "IsOutside"}]}]},
        **{f"Has{number}": given(f"Target{number}") for number in TARGETS},
    }


def resources() -> Dict[str, Any]:
    zone = optional("IsOutside", "all")
    targets = [{"Id": ref(f"Target{n}"), "Port": ref("Port"), "AvailabilityZone": zone} for n in TARGETS]
    opened = {"IpProtocol": "tcp", "FromPort": ref("Port"), "ToPort": ref("Port"), "CidrIp": "10.0.1.0/24"}
    group = {"GroupDescription": "x", "VpcId": ref("Vpc"), "SecurityGroupIngress": [opened]}
    balancer = {"Type": "network", "Scheme": "internal", "Subnets": ref("Subnets"), "SecurityGroups": [ref("Group")]}
    members = {
        "Port": ref("Port"),
        "Protocol": "TCP",
        "TargetType": "ip",
        "VpcId": ref("Vpc"),
        "HealthCheckProtocol": {"Fn::If": ["HasPath", "HTTPS", "TCP"]},
        "HealthCheckPath": optional("HasPath", ref("HealthCheckPath")),
        "Targets": [optional(f"Has{number}", target) for number, target in zip(TARGETS, targets)],
    }
    forward = [{"Type": "forward", "TargetGroupArn": ref("Group443")}]
    listener = {"LoadBalancerArn": ref("Balancer"), "Port": ref("Port"), "Protocol": "TCP", "DefaultActions": forward}
    service = {
        "AcceptanceRequired": True,
        "NetworkLoadBalancerArns": [ref("Balancer")],
        "SupportedRegions": optional("HasRegions", ref("SupportedRegions")),
    }
    return {
        "Group": {"Type": "AWS::EC2::SecurityGroup", "Properties": group},
        "Balancer": {"Type": f"{ELB}::LoadBalancer", "Properties": balancer},
        "Group443": {"Type": f"{ELB}::TargetGroup", "Properties": members},
        "Listener": {"Type": f"{ELB}::Listener", "Properties": listener},
        "Service": {"Type": "AWS::EC2::VPCEndpointService", "Properties": service, "DeletionPolicy": "Retain"},
        "Plain": {"Type": "AWS::Logs::LogGroup", "Condition": "IsPlain", "Properties": {"RetentionInDays": 1}},
    }


def outputs() -> Dict[str, Any]:
    handoff = '{"service":"com.amazonaws.vpce.${AWS::Region}.${Service}","hostname":"${Hostname}","first":"${First}"}'
    first = {"Fn::Select": [0, {"Fn::Split": [".", ref("Hostname")]}]}
    return {
        "Handoff": {"Value": {"Fn::Sub": [handoff, {"First": first}]}},
        "Path": {"Condition": "HasPath", "Value": {"Fn::Sub": "https://${Hostname}:${Port}${HealthCheckPath}"}},
        "Literal": {"Value": {"Fn::Sub": "${!NotReplaced} ${AWS::Partition}"}},
        "Blocks": {"Value": {"Fn::Join": [" ", {"Fn::Cidr": ["10.0.0.0/24", 2, "5"]}]}},
    }


def provider() -> Dict[str, Any]:
    """The whole template."""
    return {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Parameters": parameters(),
        "Rules": rules(),
        "Conditions": conditions(),
        "Resources": resources(),
        "Outputs": outputs(),
    }
