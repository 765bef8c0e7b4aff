"""Makes fleets: the same files for the same size, whatever the machine, and those of a smaller fleet are among them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Dict, List, NamedTuple, Sequence, TypeVar

from .process import ROOT, check

T = TypeVar("T")
SEED = 20261126
LIMITS = "limits: {endpointsPerVpc: 100000, hostedZonesPerAccount: 100000}\n"
NAMES = (
    "alder aspen beech birch cedar cypress elm fir hazel hemlock juniper larch linden maple oak pine rowan spruce"
).split()


class Region(NamedTuple):
    code: str
    zones: List[str]


class Preset(NamedTuple):
    integration: str
    id: str


REGIONS = [
    Region("us-east-1", ["use1-az1", "use1-az2", "use1-az4", "use1-az6"]),
    Region("us-west-2", ["usw2-az1", "usw2-az2", "usw2-az3"]),
    Region("eu-west-1", ["euw1-az1", "euw1-az2", "euw1-az3"]),
    Region("eu-central-1", ["euc1-az1", "euc1-az2", "euc1-az3"]),
    Region("us-east-2", ["use2-az1", "use2-az2", "use2-az3"]),
    Region("eu-west-2", ["euw2-az1", "euw2-az2", "euw2-az3"]),
    Region("ap-southeast-2", ["apse2-az1", "apse2-az2", "apse2-az3"]),
    Region("ap-northeast-1", ["apne1-az1", "apne1-az2", "apne1-az4"]),
    Region("ca-central-1", ["cac1-az1", "cac1-az2", "cac1-az4"]),
    Region("ap-south-1", ["aps1-az1", "aps1-az2", "aps1-az3"]),
]
HOME = [0] * 6 + [1] * 4 + [2] * 3 + [3] * 2 + [4, 5, 6, 7, 8, 9]
PRESETS = [
    Preset("postgres", "orders"),
    Preset("redshift", "redshift"),
    Preset("clickhouse", "events"),
    Preset("tableau-server", "tableau"),
    Preset("looker", "looker"),
    Preset("airflow", "airflow"),
]


class Draw:
    """Chance that depends on nothing but the seed and what is asked."""

    def __init__(self, customer: int) -> None:
        self.customer = customer

    def number(self, what: str) -> int:
        return int(self.digits(what, 12), 16)

    def digits(self, what: str, count: int) -> str:
        return hashlib.sha256(f"{SEED}/{self.customer}/{what}".encode()).hexdigest()[:count]

    def one(self, what: str, of: Sequence[T]) -> T:
        return of[self.number(what) % len(of)]

    def percent(self, what: str, share: int) -> bool:
        return self.number(what) % 100 < share

    def shuffled(self, what: str, of: Sequence[T]) -> List[T]:
        return [one for _, one in sorted(enumerate(of), key=lambda item: self.number(f"{what}/{item[0]}"))]


class Customer:
    def __init__(self, index: int) -> None:
        self.draw = Draw(index)
        self.id = f"{NAMES[index % len(NAMES)]}-{index}"
        self.account = f"{300000000000 + index}"
        self.home = REGIONS[self.draw.one("home", HOME)]

    def file(self) -> str:
        kinds = self.draw.one("kinds", [1, 1, 1, 1, 2, 2, 2, 3, 3, 3])
        makers = [self.snowflake, self.snowflake, self.databricks, self.git, self.preset, self.service]
        chosen: Dict[str, str] = {}
        for maker in self.draw.shuffled("kinds", makers):
            if len(chosen) < kinds:
                chosen.setdefault(maker.__name__, maker())
        head = "# yaml-language-server: $schema=../customer.schema.json\n"
        return f"{head}id: {self.id}\nconnections:\n" + "".join(chosen.values())

    def region(self, what: str) -> Region:
        return self.home if self.draw.percent(f"{what}/home", 80) else REGIONS[self.draw.one(f"{what}/away", HOME)]

    def common(self, what: str, region: Region) -> str:
        count = 3 if self.draw.percent(f"{what}/three", 20) else 2
        zones = sorted(self.draw.shuffled(f"{what}/zones", region.zones)[:count])
        prepared = "    dns: prepared\n" if self.draw.percent(f"{what}/prepared", 10) else ""
        return f"    availabilityZoneIds: [{', '.join(zones)}]\n{prepared}"

    def hosted(self, what: str, region: Region) -> str:
        name = f"com.amazonaws.vpce.{region.code}.vpce-svc-{self.draw.digits(what, 17)}"
        return f'    region: {region.code}\n    awsAccountId: "{self.account}"\n    serviceName: {name}\n'

    def snowflake(self) -> str:
        region = self.region("snowflake")
        deployment = f"{region.code}.privatelink.snowflakecomputing.com"
        domain = "privatelink.snowflakecomputing.com"
        account = f"{self.id}.{deployment}"
        organization = f"{self.id}org-{self.draw.one('snowflake/name', ['prod', 'main', 'data_lake'])}"
        service = hashlib.sha256(f"{SEED}/{region.code}".encode()).hexdigest()[:17]
        include = "    include: [snowsight]\n" if self.draw.percent("snowflake/snowsight", 30) else ""
        return f"""\
  - id: warehouse
    integration: snowflake
{self.common("snowflake", region)}{include}    privatelinkConfig:
      {{
        "privatelink-account-name": "{self.id}.{region.code}.privatelink",
        "privatelink-vpce-id": "com.amazonaws.vpce.{region.code}.vpce-svc-{service}",
        "privatelink-account-url": "{account}",
        "privatelink-ocsp-url": "ocsp.{account}",
        "privatelink-account-principal": "arn:aws:iam::111122223333:root",
        "app-service-privatelink-url": "*.{account}",
        "snowsight-privatelink-url": "app.{deployment}",
        "regionless-snowsight-privatelink-url": "app-{organization}.{domain}",
        "regionless-privatelink-account-url": "{organization}.{domain}",
        "regionless-privatelink-ocsp-url": "ocsp.{organization}.{domain}"
      }}
"""

    def databricks(self) -> str:
        region = self.region("databricks")
        host = f"dbc-{self.draw.digits('databricks', 8)}-{self.draw.customer:04x}.cloud.databricks.com"
        return f"""\
  - id: lakehouse
    integration: databricks
    region: {region.code}
{self.common("databricks", region)}    workspaceUrl: https://{host}
    awsAccountId: "{self.account}"
"""

    def git(self) -> str:
        region = self.region("git")
        isolation = "    subdomainIsolation: true\n" if self.draw.percent("git/isolation", 50) else ""
        ssh = "    ports: [443, 22]\n" if self.draw.percent("git/ssh", 30) else ""
        return f"""\
  - id: git
    integration: github-enterprise-server
{self.hosted("git", region)}{self.common("git", region)}    hostname: git.{self.id}.example
{isolation}{ssh}"""

    def preset(self) -> str:
        region = self.region("preset")
        preset = self.draw.one("preset", PRESETS)
        return f"""\
  - id: {preset.id}
    integration: {preset.integration}
{self.hosted("preset", region)}{self.common("preset", region)}    hostname: {preset.id}.{self.id}.example
"""

    def service(self) -> str:
        region = self.region("service")
        across = region.code != "eu-central-1" and self.draw.percent("service/across", 30)
        endpoint = REGIONS[3] if across else region
        connectivity = "    connectivity: cross-region\n" if across else ""
        ports = self.draw.one("service/ports", ["[8443, 9440]", "[443]", "[5432, 5433]"])
        names = self.draw.one("service/names", ["metrics", "metrics, replica"]).split(", ")
        hostnames = ", ".join(f"{name}.{self.id}.example" for name in names)
        return f"""\
  - id: metrics
    integration: service
{self.hosted("service", region)}{connectivity}{self.common("service", endpoint)}    hostnames: [{hostnames}]
    ports: {ports}
"""


class Fleet:
    """A folder with a fleet, which scenarios change and restore."""

    def __init__(self, folder: Path, customers: int) -> None:
        self.folder = folder
        self.customers = [Customer(index) for index in range(customers)]
        self.network = (ROOT / "stacks/network.yaml").read_text() + LIMITS

    def write(self) -> Fleet:
        (self.folder / "customers").mkdir(parents=True)
        for schema in (ROOT / "stacks").glob("*.schema.json"):
            (self.folder / schema.name).write_bytes(schema.read_bytes())
        self.restore()
        check(["bin/privatelink", "allocate", "--stacks", str(self.folder)])
        check(["bin/privatelink", "validate", "--stacks", str(self.folder)])
        return self

    def restore(self) -> None:
        (self.folder / "network.yaml").write_text(self.network)
        for customer in self.customers:
            self.path(customer).write_text(customer.file())

    def path(self, customer: Customer) -> Path:
        return self.folder / "customers" / f"{customer.id}.yaml"

    def middle(self) -> Customer:
        return self.customers[len(self.customers) // 2]

    def change_one(self, turn: int) -> None:
        """Gives one customer one more connection, of which each turn has another name."""
        customer = self.middle()
        first = customer.file().split("  - id: ")[1]
        zones = next(line for line in first.splitlines() if "availabilityZoneIds" in line)
        region = next(one for one in REGIONS if one.zones[0].split("-")[0] == zones.split("[")[1].split("-")[0])
        added = customer.hosted(f"added/{turn}", region)
        self.path(customer).write_text(
            customer.file() + f"  - id: added\n    integration: postgres\n{added}{zones}\n"
            f"    hostname: added-{turn}.{customer.id}.example\n"
        )

    def change_network(self, turn: int) -> None:
        """Gives production one more client subnet, of which each turn has another address."""
        (self.folder / "network.yaml").write_text(
            self.network.replace("10.0.3.0/24]", f"10.0.3.0/24, 10.0.{4 + turn % 250}.0/24]")
        )
