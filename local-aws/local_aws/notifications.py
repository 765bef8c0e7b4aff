"""Notifications about endpoint connections, which moto lacks. They are kept beside moto's state, and never sent."""

import uuid
from typing import Any, Dict, List
from xml.sax.saxutils import escape

from moto.ec2.models import ec2_backends
from moto.sns.models import sns_backends

from . import handshake
from .calls import Call, Refused, ec2_response
from .front import Action, Key

EVENTS = ("Accept", "Connect", "Delete", "Reject")


def _kept(call: Call) -> Dict[str, Dict[str, Any]]:
    backend = ec2_backends[call.account][call.region]
    return backend.__dict__.setdefault("local_aws_notifications", {})


def _found(call: Call, notification: str) -> Dict[str, Any]:
    if notification not in _kept(call):
        reason = f"The connection notification '{notification}' does not exist"
        raise Refused("InvalidConnectionNotification", reason)
    return _kept(call)[notification]


def _check(call: Call) -> None:
    """A topic of the same account must exist; AWS's check of its policy is not known, and not done."""
    events, topic = call.all("ConnectionEvents"), call.get("ConnectionNotificationArn")
    if not set(events) <= set(EVENTS):
        raise Refused("InvalidParameterValue", f"Invalid connection events: {', '.join(events)}")
    if f":{call.account}:" in topic and topic not in sns_backends[call.account][call.region].topics:
        raise Refused("InvalidParameter", f"The topic {topic} does not exist")


def create(call: Call) -> str:
    """CreateVpcEndpointConnectionNotification."""
    service, endpoint = call.get("ServiceId"), call.get("VpcEndpointId")
    if service:
        handshake.own_service(call, service)
    elif endpoint not in ec2_backends[call.account][call.region].vpc_end_points:
        raise Refused("InvalidVpcEndpointId.NotFound", f"The Vpc Endpoint Id '{endpoint}' does not exist")
    _check(call)
    made = {"connectionNotificationId": f"vpce-nfn-{uuid.uuid4().hex[:17]}"}
    made.update({name: value for name, value in (("serviceId", service), ("vpcEndpointId", endpoint)) if value})
    made.update(connectionNotificationType="Topic", connectionNotificationState="Enabled")
    _kept(call)[made["connectionNotificationId"]] = made
    _set(call, made)
    return ec2_response(call, f"<connectionNotification>{_xml(made)}</connectionNotification>")


def _set(call: Call, notification: Dict[str, Any]) -> None:
    notification["connectionNotificationArn"] = call.get("ConnectionNotificationArn")
    notification["connectionEvents"] = call.all("ConnectionEvents")


def modify(call: Call) -> str:
    """ModifyVpcEndpointConnectionNotification."""
    notification = _found(call, call.get("ConnectionNotificationId"))
    _check(call)
    _set(call, notification)
    return ec2_response(call, "<return>true</return>")


def describe(call: Call) -> str:
    """DescribeVpcEndpointConnectionNotifications, without filters."""
    if call.get("Filter.1.Name"):
        raise Refused("InvalidParameterValue", "Filters of connection notifications are not known here")
    wanted = call.get("ConnectionNotificationId")
    shown: List[Dict[str, Any]] = [_found(call, wanted)] if wanted else list(_kept(call).values())
    items = "".join(f"<item>{_xml(notification)}</item>" for notification in shown)
    return ec2_response(call, f"<connectionNotificationSet>{items}</connectionNotificationSet>")


def delete(call: Call) -> str:
    """DeleteVpcEndpointConnectionNotifications."""
    for notification in call.all("ConnectionNotificationId"):
        _found(call, notification)
        del _kept(call)[notification]
    return ec2_response(call, "<unsuccessful/>")


def _xml(notification: Dict[str, Any]) -> str:
    texts = {name: escape(value) for name, value in notification.items() if isinstance(value, str)}
    events = "".join(f"<item>{event}</item>" for event in notification["connectionEvents"])
    plain = "".join(f"<{name}>{value}</{name}>" for name, value in texts.items())
    return f"{plain}<connectionEvents>{events}</connectionEvents>"


ACTIONS: Dict[Key, Action] = {
    ("ec2", "CreateVpcEndpointConnectionNotification"): create,
    ("ec2", "ModifyVpcEndpointConnectionNotification"): modify,
    ("ec2", "DescribeVpcEndpointConnectionNotifications"): describe,
    ("ec2", "DeleteVpcEndpointConnectionNotifications"): delete,
}
