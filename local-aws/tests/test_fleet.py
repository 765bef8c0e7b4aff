"""The golden templates of the example fleet, deployed."""

import json
import unittest

from local_aws.prepare import prepare

from . import fleet
from .support import ELEMENTARY, ROOT, client

EXPECTED = ROOT / "src/test/cases/example/expected"


class FleetTest(unittest.TestCase):
    def test_the_example_fleet_is_deployed_and_accepted(self) -> None:
        services = prepare(ROOT / "stacks")
        for name, region, template in fleet.stacks(EXPECTED):
            cloudformation = client("cloudformation", ELEMENTARY, region)
            body = json.dumps(template)
            cloudformation.create_stack(StackName=name, TemplateBody=body, EnableTerminationProtection=True)
        self.assertEqual("10 of 10 connections available", fleet.check(EXPECTED, services))


if __name__ == "__main__":
    unittest.main()
