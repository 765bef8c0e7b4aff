"""Hosted zones and their records."""

import uuid
from typing import Any, Dict, List

from .kind import Aws, Made, Properties, added, define, picked, tag_list, undone


def create_zone(aws: Aws, properties: Properties) -> Made:
    vpcs = properties.get("VPCs", [])
    created = aws.client("route53").create_hosted_zone(
        Name=properties["Name"],
        CallerReference=uuid.uuid4().hex,
        HostedZoneConfig={"PrivateZone": bool(vpcs), "Comment": _comment(properties)},
        **({"VPC": vpcs[0]} if vpcs else {}),
    )
    made = created["HostedZone"]["Id"].split("/")[-1]
    zone = Made(made, {"Id": made})
    with undone(lambda: delete_zone(aws, zone)):
        _associate(aws, zone, vpcs)
        retag_zone(aws, zone, {tag["Key"]: tag["Value"] for tag in properties.get("HostedZoneTags", [])}, [])
    return zone


def read_zone(aws: Aws, ref: str) -> Made:
    aws.client("route53").get_hosted_zone(Id=ref)
    return Made(ref, {"Id": ref})


def _comment(properties: Properties) -> str:
    return properties.get("HostedZoneConfig", {}).get("Comment", "")


def _associate(aws: Aws, made: Made, vpcs: List[Any]) -> None:
    route53 = aws.client("route53")
    associated = route53.get_hosted_zone(Id=made.ref).get("VPCs", [])
    # a private zone has a VPC at every moment
    for vpc in added(associated, vpcs):
        route53.associate_vpc_with_hosted_zone(HostedZoneId=made.ref, VPC=vpc)
    for vpc in added(vpcs, associated):
        route53.disassociate_vpc_from_hosted_zone(HostedZoneId=made.ref, VPC=vpc)


def update_zone(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    _associate(aws, made, new.get("VPCs", []))
    if _comment(old) != _comment(new):
        aws.client("route53").update_hosted_zone_comment(Id=made.ref, Comment=_comment(new))
    return made


def retag_zone(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    asked: Dict[str, Any] = {"ResourceType": "hostedzone", "ResourceId": made.ref}
    if put:
        aws.client("route53").change_tags_for_resource(**asked, AddTags=tag_list(put))
    if removed:
        aws.client("route53").change_tags_for_resource(**asked, RemoveTagKeys=removed)


def delete_zone(aws: Aws, made: Made) -> None:
    aws.client("route53").delete_hosted_zone(Id=made.ref)


def create_record(aws: Aws, properties: Properties) -> Made:
    _change(aws, properties, {"Action": "CREATE", "ResourceRecordSet": _record(properties)})
    return Made(properties["Name"], {"Properties": properties})


def update_record(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    """One batch, so that there is no moment in which the name leads nowhere."""
    changes = [{"Action": "UPSERT", "ResourceRecordSet": _record(new)}]
    if old["Type"] != new["Type"]:
        changes.insert(0, {"Action": "DELETE", "ResourceRecordSet": _record(old)})
    _change(aws, new, *changes)
    return Made(made.ref, {"Properties": new})


def delete_record(aws: Aws, made: Made) -> None:
    properties = made.attributes["Properties"]
    _change(aws, properties, {"Action": "DELETE", "ResourceRecordSet": _record(properties)})


def _record(properties: Properties) -> Dict[str, Any]:
    record = picked(properties, "Name Type AliasTarget TTL")
    if "ResourceRecords" in properties:
        record["ResourceRecords"] = [{"Value": value} for value in properties["ResourceRecords"]]
    if "AliasTarget" in record:
        record["AliasTarget"] = {"EvaluateTargetHealth": False, **record["AliasTarget"]}
    return record


def _change(aws: Aws, properties: Properties, *changes: Any) -> None:
    batch = {"Changes": list(changes)}
    aws.client("route53").change_resource_record_sets(HostedZoneId=properties["HostedZoneId"], ChangeBatch=batch)


define(
    "AWS::Route53::HostedZone",
    attributes="Id",
    replacing="Name",
    mutable="HostedZoneConfig VPCs",
    create=create_zone,
    update=update_zone,
    retag=retag_zone,
    tags="HostedZoneTags",
    read=read_zone,
    delete=delete_zone,
)
define(
    "AWS::Route53::RecordSet",
    replacing="HostedZoneId Name",
    mutable="AliasTarget Comment ResourceRecords TTL Type",
    create=create_record,
    update=update_record,
    delete=delete_record,
)
