"""Which types change in place: against CloudFormation's own description of them."""

import gzip
import json
import unittest

from local_aws.types import KINDS

from .support import ROOT

# the specification of all types, which the CDK CLI brings for its diff
SPECIFICATION = ROOT / "node_modules/aws-cdk/db.json.gz"


class SpecificationTest(unittest.TestCase):
    @unittest.skipUnless(SPECIFICATION.exists(), "bin/install-cdk has not run")
    def test_what_replaces_is_what_cloudformation_says(self) -> None:
        with gzip.open(SPECIFICATION) as packed:
            entities = json.load(packed)["schema"]["resource"]["entities"]
        types = {entity["cloudFormationType"]: entity for entity in entities}
        for name, kind in KINDS.items():
            if name not in types:
                continue
            properties = types[name]["properties"]
            with self.subTest(name):
                self.assertEqual(set(), kind.properties - set(properties), "properties that do not exist")
                replacing = {n for n in kind.properties if properties[n].get("causesReplacement", "no") != "no"}
                self.assertEqual(replacing, set(kind.replacing))
                sometimes = {n for n in replacing if properties[n]["causesReplacement"] == "maybe"}
                self.assertEqual(sometimes, set(kind.conditional))
                self.assertEqual(kind.retag is not None, "tagInformation" in types[name])


if __name__ == "__main__":
    unittest.main()
