"""Hosted zones and their records."""

import uuid
from typing import Any, Dict

from .handler import Aws, Made, Properties, define, only, picked


def create_zone(aws: Aws, properties: Properties) -> Made:
    only(properties, "HostedZoneConfig HostedZoneTags Name VPCs")
    first, *others = properties["VPCs"]
    route53 = aws.client("route53")
    made = route53.create_hosted_zone(
        Name=properties["Name"],
        CallerReference=uuid.uuid4().hex,
        VPC=first,
        HostedZoneConfig={"PrivateZone": True, "Comment": properties.get("HostedZoneConfig", {}).get("Comment", "")},
    )["HostedZone"]["Id"].split("/")[-1]
    for vpc in others:
        route53.associate_vpc_with_hosted_zone(HostedZoneId=made, VPC=vpc)
    tags = properties.get("HostedZoneTags", [])
    if tags:
        route53.change_tags_for_resource(ResourceType="hostedzone", ResourceId=made, AddTags=tags)
    return Made(made, {"Id": made})


def create_record(aws: Aws, properties: Properties) -> Made:
    _change(aws, "CREATE", only(properties, "AliasTarget Comment HostedZoneId Name ResourceRecords TTL Type"))
    return Made(properties["Name"], {"Properties": properties})


def delete_record(aws: Aws, made: Made) -> None:
    _change(aws, "DELETE", made.attributes["Properties"])


def update_record(aws: Aws, made: Made, properties: Properties) -> Made:
    """Where a name leads is what changes when a connection is moved."""
    delete_record(aws, made)
    return create_record(aws, properties)


def _change(aws: Aws, action: str, properties: Properties) -> None:
    record: Dict[str, Any] = picked(properties, "Name Type AliasTarget")
    if "ResourceRecords" in properties:
        record["ResourceRecords"] = [{"Value": value} for value in properties["ResourceRecords"]]
        record["TTL"] = int(properties["TTL"])
    if "AliasTarget" in record:
        evaluate = str(record["AliasTarget"].get("EvaluateTargetHealth", False)).lower() == "true"
        record["AliasTarget"] = {**record["AliasTarget"], "EvaluateTargetHealth": evaluate}
    batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
    aws.client("route53").change_resource_record_sets(HostedZoneId=properties["HostedZoneId"], ChangeBatch=batch)


define(
    "AWS::Route53::HostedZone",
    "Id",
    create_zone,
    lambda aws, made: aws.client("route53").delete_hosted_zone(Id=made.ref),
)
define("AWS::Route53::RecordSet", "", create_record, delete_record, update_record)
