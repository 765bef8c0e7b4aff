"""What must exist before a command runs, as a JSON document says it. README.md has the document's form.

Knows the standard library only: moto may still have to be fetched.
"""

import json
import re
import sys
from dataclasses import MISSING, dataclass, field, fields
from ipaddress import IPv4Network
from pathlib import Path
from typing import Any, Callable, List

# reads a value, given its place in the document
Read = Callable[[str, Any], Any]


class WrongWorld(Exception):
    """The document is not of its form; the text says where, what is wrong, and what to do."""


def wrong(place: str, problem: str, remedy: str) -> WrongWorld:
    return WrongWorld(": ".join(part for part in (place, f"{problem}; {remedy}") if part))


def shown(value: Any) -> str:
    """A value in a message, as JSON and not too long."""
    text = json.dumps(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def text(form: str, what: str, remedy: str) -> Read:
    def read(place: str, value: Any) -> str:
        if not isinstance(value, str) or not re.fullmatch(form, value):
            raise wrong(place, f"{shown(value)} is not {what}", remedy)
        return value

    return read


def cidr(place: str, value: Any) -> str:
    try:
        if isinstance(value, str) and str(IPv4Network(value)) == value:
            return value
    except ValueError:
        pass
    raise wrong(place, f"{shown(value)} is not an IPv4 CIDR block", "write it as in 10.0.1.0/24")


def port(place: str, value: Any) -> int:
    if type(value) is not int or not 1 <= value <= 65535:
        raise wrong(place, f"{shown(value)} is not a TCP port", "give a number from 1 to 65535")
    return value


def amount(place: str, value: Any) -> int:
    if type(value) is not int or value < 0:
        raise wrong(place, f"{shown(value)} is not a quota", "give a number from 0 on")
    return value


def flag(place: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise wrong(place, f"{shown(value)} is not a boolean", "write true or false")
    return value


def many(item: Read) -> Read:
    def read(place: str, value: Any) -> List[Any]:
        if not isinstance(value, list):
            raise wrong(place, f"{shown(value)} is not a list", "write [] around it")
        return [item(f"{place}[{number}]", one) for number, one in enumerate(value)]

    return read


def record(make: Any) -> Read:
    """Reads an object into a data class whose fields say how to read them; those with a default may be left out."""
    known = {one.name.title().replace("_", ""): one for one in fields(make)}
    required = [key for key, one in known.items() if one.default is MISSING and one.default_factory is MISSING]

    def read(place: str, value: Any) -> Any:
        if not isinstance(value, dict):
            raise wrong(place, f"{shown(value)} is not an object", f"give one with the keys {', '.join(known)}")
        places = {key: f"{place}.{key}".lstrip(".") for key in (*value, *required)}
        for key in places:
            if key not in known:
                raise wrong(places[key], "this key is not known", f"the keys here are {', '.join(known)}")
            if key not in value:
                raise wrong(places[key], "this key is missing", "add it")
        return make(**{known[key].name: known[key].metadata["read"](places[key], value[key]) for key in value})

    return read


def key(read: Read, **default: Any) -> Any:
    """A field, and how it is read."""
    return field(metadata={"read": read}, **default)


def keys(item: Read) -> Any:
    """A field with a list, which may be left out."""
    return key(many(item), default_factory=list)


ACCOUNT = text(r"\d{12}", "an AWS account id", "give its 12 digits as a text")
REGION = text(r"[a-z]{2}(-[a-z]+)+-\d", "a Region", "write it as in eu-central-1")
ZONE = text(r"[a-z]+\d-az\d+", "an Availability Zone ID", "write it as in euc1-az1")
VPC = text(r"vpc-[0-9a-f]{8,17}", "the id of a VPC", "write it as in vpc-0123456789abcdef0")
ROUTE_TABLE = text(r"rtb-[0-9a-f]{8,17}", "the id of a route table", "write it as in rtb-0123456789abcdef0")
SERVICE = text(
    r"(cn\.)?com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-[0-9a-f]{8,17}",
    "the name of an endpoint service",
    "write it as in com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0",
)
SERVICE_CODE = text(r"vpc|route53", "a service whose quotas are known here", "give vpc or route53")
QUOTA_CODE = text(r"L-[0-9A-F]{8}", "the code of a quota", "write it as in L-F678F1CE")
PRINCIPAL = text(r"arn:.+|\*", "the ARN of a principal", "write it as in arn:aws:iam::111122223333:root")


@dataclass(frozen=True)
class Vpc:
    """A VPC with DNS. Its subnets take the Region's zones, and the route tables, in turn."""

    owner_id: str = key(ACCOUNT)
    region: str = key(REGION)
    vpc_id: str = key(VPC)
    cidr_block: str = key(cidr)
    route_table_ids: List[str] = keys(ROUTE_TABLE)
    subnet_cidr_blocks: List[str] = keys(cidr)


@dataclass(frozen=True)
class EndpointService:
    """An endpoint service in front of a network load balancer, which admits its clients."""

    owner_id: str = key(ACCOUNT)
    service_name: str = key(SERVICE)
    # none stands for two of its Region
    availability_zone_ids: List[str] = keys(ZONE)
    supported_regions: List[str] = keys(REGION)
    listener_ports: List[int] = keys(port)
    client_cidr_blocks: List[str] = keys(cidr)
    acceptance_required: bool = key(flag, default=True)
    allowed_principals: List[str] = keys(PRINCIPAL)

    @property
    def region(self) -> str:
        return self.service_name.split(".vpce.")[1].split(".")[0]

    @property
    def id(self) -> str:
        return self.service_name.split(".")[-1]


@dataclass(frozen=True)
class Quota:
    """A quota of an account that is not AWS's default."""

    owner_id: str = key(ACCOUNT)
    region: str = key(REGION)
    service_code: str = key(SERVICE_CODE)
    quota_code: str = key(QUOTA_CODE)
    value: int = key(amount)


@dataclass(frozen=True)
class World:
    """All that must exist."""

    vpcs: List[Vpc] = keys(record(Vpc))
    endpoint_services: List[EndpointService] = keys(record(EndpointService))
    quotas: List[Quota] = keys(record(Quota))


def parse(document: str) -> World:
    """The world of a document."""
    try:
        world: World = record(World)("", json.loads(document))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise wrong(place, f"this is not JSON ({error.msg})", "give a document as in local-aws/README.md") from error
    refuse_duplicates("Vpcs", "VpcId", [vpc.vpc_id for vpc in world.vpcs])
    refuse_duplicates("EndpointServices", "ServiceName", [service.service_name for service in world.endpoint_services])
    return world


def refuse_duplicates(places: str, name: str, values: List[str]) -> None:
    for number, value in enumerate(values):
        if value in values[:number]:
            problem = f"{shown(value)} is a duplicate of {places}[{values.index(value)}]"
            raise wrong(f"{places}[{number}].{name}", problem, "delete one of them")


def read_document(file: str) -> str:
    """The document in a file, or on standard input where the file is called `-`; refuses one of another form."""
    name = "standard input" if file == "-" else file
    try:
        document = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        parse(document)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise wrong(name, f"cannot be read ({reason})", "name a JSON file, or - for standard input") from error
    except WrongWorld as problem:
        raise WrongWorld(f"{name}: {problem}") from problem
    return document
