"""Security groups and their separate rules."""

import uuid
from typing import Any, Dict, List

from botocore.exceptions import ClientError

from ..unsupported import unsupported
from .kind import Aws, Made, Properties, added, define, picked, retag_ec2, tag_specifications, undone

RULE = {"CidrIp", "Description", "DestinationSecurityGroupId", "FromPort", "GroupId", "IpProtocol"}
RULE |= {"SourceSecurityGroupId", "ToPort"}
# a group is born with a rule that allows everything, which written rules replace
EVERYTHING: List[Properties] = [{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}]

DONE = ("InvalidPermission.NotFound", "InvalidPermission.Duplicate")


def permission(rule: Properties) -> Dict[str, Any]:
    """A rule of a template in the form of the API."""
    unknown = sorted(set(rule) - RULE)
    if unknown:
        raise unsupported(f"the properties {', '.join(unknown)} of a rule")
    asked = picked(rule, "IpProtocol FromPort ToPort")
    description = picked(rule, "Description")
    if "CidrIp" in rule:
        return {**asked, "IpRanges": [{"CidrIp": rule["CidrIp"], **description}]}
    group = rule.get("SourceSecurityGroupId") or rule["DestinationSecurityGroupId"]
    return {**asked, "UserIdGroupPairs": [{"GroupId": group, **description}]}


def create_group(aws: Aws, properties: Properties) -> Made:
    group = aws.ec2.create_security_group(
        GroupName=properties.get("GroupName", f"local-{uuid.uuid4().hex[:16]}"),
        Description=properties["GroupDescription"],
        VpcId=properties["VpcId"],
        TagSpecifications=tag_specifications("security-group", properties),
    )["GroupId"]
    made = _group(group, properties["VpcId"])
    with undone(lambda: delete_group(aws, made)):
        return update_group(aws, made, {}, properties)


def read_group(aws: Aws, ref: str) -> Made:
    return _group(ref, aws.ec2.describe_security_groups(GroupIds=[ref])["SecurityGroups"][0]["VpcId"])


def _group(ref: str, vpc: str) -> Made:
    return Made(ref, {"GroupId": ref, "Id": ref, "VpcId": vpc})


def update_group(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    before, after = (p.get("SecurityGroupIngress", []) for p in (old, new))
    _change(made, before, after, aws.ec2.revoke_security_group_ingress, aws.ec2.authorize_security_group_ingress)
    before, after = (p.get("SecurityGroupEgress") or EVERYTHING for p in (old, new))
    _change(made, before, after, aws.ec2.revoke_security_group_egress, aws.ec2.authorize_security_group_egress)
    return made


def _change(made: Made, old: List[Any], new: List[Any], revoke: Any, authorize: Any) -> None:
    """A change that was broken off halfway can be put back: what is so already is left alone."""
    for call, rules in ((revoke, added(new, old)), (authorize, added(old, new))):
        for rule in rules:
            try:
                call(GroupId=made.ref, IpPermissions=[permission(rule)])
            except ClientError as error:
                if error.response["Error"]["Code"] not in DONE:
                    raise


def delete_group(aws: Aws, made: Made) -> None:
    aws.ec2.delete_security_group(GroupId=made.ref)


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


def update_ingress(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    """Only the description changes in place."""
    delete_ingress(aws, made)
    return create_ingress(aws, new)


def update_egress(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    delete_egress(aws, made)
    return create_egress(aws, new)


def delete_ingress(aws: Aws, made: Made) -> None:
    aws.ec2.revoke_security_group_ingress(GroupId=made.attributes["Group"], SecurityGroupRuleIds=[made.ref])


def delete_egress(aws: Aws, made: Made) -> None:
    aws.ec2.revoke_security_group_egress(GroupId=made.attributes["Group"], SecurityGroupRuleIds=[made.ref])


define(
    "AWS::EC2::SecurityGroup",
    attributes="GroupId Id VpcId",
    replacing="GroupDescription GroupName VpcId",
    mutable="SecurityGroupEgress SecurityGroupIngress",
    create=create_group,
    update=update_group,
    retag=retag_ec2,
    read=read_group,
    delete=delete_group,
)
define(
    "AWS::EC2::SecurityGroupIngress",
    attributes="Id",
    replacing="CidrIp FromPort GroupId IpProtocol SourceSecurityGroupId ToPort",
    mutable="Description",
    create=create_ingress,
    update=update_ingress,
    delete=delete_ingress,
)
define(
    "AWS::EC2::SecurityGroupEgress",
    attributes="Id",
    replacing="CidrIp DestinationSecurityGroupId FromPort GroupId IpProtocol ToPort",
    mutable="Description",
    create=create_egress,
    update=update_egress,
    delete=delete_egress,
)
