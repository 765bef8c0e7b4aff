"""Quotas: AWS's defaults, what a document says instead, and requests for more."""

import json
import unittest
from typing import Dict

from local_aws.prepare import prepare
from local_aws.world import parse

from .support import REGION, LocalAwsTest, client

VPCS = "L-F678F1CE"
ZONES = "L-4EA4796A"


class QuotasTest(LocalAwsTest):
    def values(self, region: str = REGION, service: str = "vpc") -> Dict[str, float]:
        quotas = client("service-quotas", self.consumer, region).list_service_quotas(ServiceCode=service)["Quotas"]
        return {quota["QuotaCode"]: quota["Value"] for quota in quotas}

    def test_an_account_has_the_defaults(self) -> None:
        quotas = client("service-quotas", self.consumer, REGION)
        usual = quotas.list_aws_default_service_quotas(ServiceCode="vpc")["Quotas"]
        self.assertEqual({quota["QuotaCode"]: quota["Value"] for quota in usual}, self.values())
        self.assertEqual([5, 500, 50], [self.values()[code] for code in (VPCS, "L-93826ACB", "L-29B6F2EB")])

    def test_an_increase_is_granted_at_once_in_its_region_and_account_alone(self) -> None:
        asked = {"ServiceCode": "vpc", "QuotaCode": VPCS, "DesiredValue": 12.0}
        made = client("service-quotas", self.consumer, REGION).request_service_quota_increase(**asked)
        self.assertEqual("APPROVED", made["RequestedQuota"]["Status"])
        self.assertEqual([12, 5], [self.values()[VPCS], self.values("eu-central-1")[VPCS]])
        usual = client("service-quotas", self.consumer, REGION).list_aws_default_service_quotas(ServiceCode="vpc")
        self.assertIn((VPCS, 5), [(quota["QuotaCode"], quota["Value"]) for quota in usual["Quotas"]])

    def test_a_document_says_what_applies(self) -> None:
        asked = {"OwnerId": self.consumer, "Region": REGION, "ServiceCode": "vpc", "QuotaCode": VPCS, "Value": 3}
        prepare(parse(json.dumps({"Quotas": [asked]})))
        self.assertEqual(3, self.values()[VPCS])

    def test_route_53_says_how_many_zones_there_may_be_and_are(self) -> None:
        route53 = client("route53", self.consumer, REGION)
        limit = {"Type": "MAX_HOSTED_ZONES_BY_OWNER"}
        route53.create_hosted_zone(Name="one.example", CallerReference="one")
        self.assertEqual(1, route53.get_account_limit(**limit)["Count"])
        self.assertEqual({**limit, "Value": 500}, route53.get_account_limit(**limit)["Limit"])
        more = {"ServiceCode": "route53", "QuotaCode": ZONES, "DesiredValue": 600.0}
        client("service-quotas", self.consumer, "us-east-1").request_service_quota_increase(**more)
        self.assertEqual(600, route53.get_account_limit(**limit)["Limit"]["Value"])

    def test_fails_for_quotas_that_are_elsewhere_or_do_not_exist(self) -> None:
        quotas = client("service-quotas", self.consumer, REGION)
        words = f"The service route53 has no quotas in {REGION}"
        self.refused("NoSuchResourceException", words, quotas.list_service_quotas, ServiceCode="route53")
        asked = {"ServiceCode": "vpc", "QuotaCode": "L-00000000", "DesiredValue": 1.0}
        words = "The quota L-00000000 does not exist"
        self.refused("NoSuchResourceException", words, quotas.request_service_quota_increase, **asked)


if __name__ == "__main__":
    unittest.main()
