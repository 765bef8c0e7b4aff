"""Security groups and their separate rules."""

from typing import Any, Dict

from .handler import Aws, Made, Properties, define, only, picked, tags


def permission(rule: Properties) -> Dict[str, Any]:
    """A rule of a template in the form of the API."""
    only(rule, "CidrIp Description DestinationSecurityGroupId FromPort GroupId IpProtocol SourceSecurityGroupId ToPort")
    asked = picked(rule, "IpProtocol")
    asked.update({port: int(rule[port]) for port in ("FromPort", "ToPort") if port in rule})
    description = picked(rule, "Description")
    if "CidrIp" in rule:
        return {**asked, "IpRanges": [{"CidrIp": rule["CidrIp"], **description}]}
    group = rule.get("SourceSecurityGroupId") or rule["DestinationSecurityGroupId"]
    return {**asked, "UserIdGroupPairs": [{"GroupId": group, **description}]}


def create_group(aws: Aws, properties: Properties) -> Made:
    only(properties, "GroupDescription SecurityGroupEgress SecurityGroupIngress Tags VpcId")
    # a name of the account's choice is unique in its VPC; CloudFormation makes one up
    name = f"local-{properties['VpcId']}-{len(aws.ec2.describe_security_groups()['SecurityGroups'])}"
    group = aws.ec2.create_security_group(
        GroupName=name,
        Description=properties["GroupDescription"],
        VpcId=properties["VpcId"],
        TagSpecifications=tags("security-group", properties),
    )["GroupId"]
    ingress = [permission(rule) for rule in properties.get("SecurityGroupIngress", [])]
    if ingress:
        aws.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=ingress)
    if "SecurityGroupEgress" in properties:
        _set_egress(aws, group, properties)
    return Made(group, {"GroupId": group, "Id": group, "VpcId": properties["VpcId"]})


def _set_egress(aws: Aws, group: str, properties: Properties) -> None:
    # a group is born with a rule that allows everything, which written rules replace
    everything = [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]
    aws.ec2.revoke_security_group_egress(GroupId=group, IpPermissions=everything)
    egress = [permission(rule) for rule in properties["SecurityGroupEgress"]]
    aws.ec2.authorize_security_group_egress(GroupId=group, IpPermissions=egress)


def create_ingress(aws: Aws, properties: Properties) -> Made:
    asked = [permission(properties)]
    made = aws.ec2.authorize_security_group_ingress(GroupId=properties["GroupId"], IpPermissions=asked)
    return _rule(made, properties)


def create_egress(aws: Aws, properties: Properties) -> Made:
    asked = [permission(properties)]
    made = aws.ec2.authorize_security_group_egress(GroupId=properties["GroupId"], IpPermissions=asked)
    return _rule(made, properties)


def _rule(made: Dict[str, Any], properties: Properties) -> Made:
    rule = made["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    return Made(rule, {"Id": rule, "Group": properties["GroupId"]})


def delete_ingress(aws: Aws, made: Made) -> None:
    aws.ec2.revoke_security_group_ingress(GroupId=made.attributes["Group"], SecurityGroupRuleIds=[made.ref])


def delete_egress(aws: Aws, made: Made) -> None:
    aws.ec2.revoke_security_group_egress(GroupId=made.attributes["Group"], SecurityGroupRuleIds=[made.ref])


define(
    "AWS::EC2::SecurityGroup",
    "GroupId Id VpcId",
    create_group,
    lambda aws, made: aws.ec2.delete_security_group(GroupId=made.ref),
)
define("AWS::EC2::SecurityGroupIngress", "Id", create_ingress, delete_ingress)
define("AWS::EC2::SecurityGroupEgress", "Id", create_egress, delete_egress)
