"""Service Quotas, of which moto knows little, and Route 53's own limits. An increase is granted at once."""

import json
from typing import Any, Dict, Tuple

from moto.route53.models import route53_backends
from moto.servicequotas.models import servicequotas_backends

from .calls import Call, Refused
from .front import Action, Key
from .unsupported import unsupported

# AWS's defaults
QUOTAS: Dict[str, Dict[str, Tuple[str, float]]] = {
    "vpc": {
        "L-F678F1CE": ("VPCs per Region", 5),
        "L-29B6F2EB": ("Interface VPC endpoints per VPC", 50),
        "L-7E9ECCDB": ("Active VPC peering connections per VPC", 50),
        "L-93826ACB": ("Routes per route table", 500),
        "L-0EA8095F": ("Inbound or outbound rules per security group", 60),
        "L-E79EC296": ("VPC security groups per Region", 2500),
    },
    "route53": {"L-4EA4796A": ("Hosted zones", 500)},
}
# where AWS keeps the quotas of services without Regions
GLOBAL = "us-east-1"
ROUTE53_NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/"
HOSTED_ZONES = "MAX_HOSTED_ZONES_BY_OWNER"


def _granted(account: str, region: str) -> Dict[Tuple[str, str], float]:
    """The values that are not the defaults."""
    return servicequotas_backends[account][region].__dict__.setdefault("local_aws_quotas", {})


def _value(account: str, region: str, service: str, code: str) -> float:
    return _granted(account, region).get((service, code), QUOTAS[service][code][1])


def _of_service(call: Call) -> Dict[str, Tuple[str, float]]:
    service = call.get("ServiceCode")
    if service not in QUOTAS or (service == "route53" and call.region != GLOBAL):
        raise Refused("NoSuchResourceException", f"The service {service} has no quotas in {call.region}")
    return QUOTAS[service]


def _quota(call: Call, code: str, value: float) -> Dict[str, Any]:
    service = call.get("ServiceCode")
    arn = f"arn:aws:servicequotas:{call.region}:{call.account}:{service}/{code}"
    told = {"ServiceCode": service, "QuotaCode": code, "QuotaName": QUOTAS[service][code][0], "QuotaArn": arn}
    return {**told, "Value": value, "Unit": "None", "Adjustable": True, "GlobalQuota": service == "route53"}


def list_quotas(call: Call) -> str:
    """ListServiceQuotas: the values that apply."""
    values = {code: _value(call.account, call.region, call.get("ServiceCode"), code) for code in _of_service(call)}
    return json.dumps({"Quotas": [_quota(call, code, value) for code, value in values.items()]})


def list_defaults(call: Call) -> str:
    """ListAWSDefaultServiceQuotas."""
    return json.dumps({"Quotas": [_quota(call, code, usual) for code, (_, usual) in _of_service(call).items()]})


def raise_quota(call: Call) -> str:
    """RequestServiceQuotaIncrease. AWS takes hours, and refuses a value that is not higher."""
    code, value = call.get("QuotaCode"), float(call.get("DesiredValue"))
    if code not in _of_service(call):
        raise Refused("NoSuchResourceException", f"The quota {code} does not exist")
    _granted(call.account, call.region)[(call.get("ServiceCode"), code)] = value
    asked = {"Id": "local", "ServiceCode": call.get("ServiceCode"), "QuotaCode": code, "DesiredValue": value}
    return json.dumps({"RequestedQuota": {**asked, "Status": "APPROVED"}})


def account_limit(call: Call) -> str:
    """Route 53's GetAccountLimit, which moto lacks: how many hosted zones there may be, and are."""
    if call.get("Type") != HOSTED_ZONES:
        raise unsupported(f"the limit {call.get('Type')} of Route 53")
    value = int(_value(call.account, GLOBAL, "route53", "L-4EA4796A"))
    limit = f"<Limit><Type>{HOSTED_ZONES}</Type><Value>{value}</Value></Limit>"
    count = len(route53_backends[call.account]["aws"].zones)
    name = "GetAccountLimitResponse"
    return f'<{name} xmlns="{ROUTE53_NAMESPACE}">{limit}<Count>{count}</Count></{name}>'


ACTIONS: Dict[Key, Action] = {
    ("route53", "GetAccountLimit"): account_limit,
    ("servicequotas", "ListAWSDefaultServiceQuotas"): list_defaults,
    ("servicequotas", "ListServiceQuotas"): list_quotas,
    ("servicequotas", "RequestServiceQuotaIncrease"): raise_quota,
}
