"""Ids that were written down before their resources existed."""

import unittest

from .support import LocalAwsTest, named

VPC = "vpc-0fedcba9876543211"


class IdsTest(LocalAwsTest):
    def test_a_vpc_with_a_wanted_id_has_nothing_of_the_default_vpc(self) -> None:
        ec2 = self.ec2(self.consumer)
        # the first call of an account, before which moto has made nothing in it
        ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=named("vpc", VPC))
        self.assertEqual(2, len(ec2.describe_vpcs()["Vpcs"]))
        self.assertEqual([], ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [VPC]}])["Subnets"])


if __name__ == "__main__":
    unittest.main()
