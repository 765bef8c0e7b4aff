"""What a stack exports, another one of the Region imports, and parameters, which hold what is looked up."""

import json
import unittest
from typing import Any

from .support import REGION, client
from .test_update import COMPLETE, StacksTest


def network(name: str = "net:VpcId", cidr: str = "10.5.0.0/20", **tags: str) -> str:
    vpc = {"CidrBlock": cidr, "Tags": [{"Key": k, "Value": v} for k, v in tags.items()]}
    output = {"Value": {"Ref": "Vpc"}, **({"Export": {"Name": name}} if name else {})}
    return json.dumps({"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": vpc}}, "Outputs": {"Id": output}})


def user(name: Any = "net:VpcId") -> str:
    table = {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Fn::ImportValue": name}}}
    return json.dumps({"Resources": {"Table": table}})


class ExportsTest(StacksTest):
    def setUp(self) -> None:
        super().setUp()
        self.create(network())

    def reasons(self, name: str) -> Any:
        events = self.stacks.describe_stack_events(StackName=name)["StackEvents"][::-1]
        return [e.get("ResourceStatusReason") for e in events if e["LogicalResourceId"] == name]

    def test_what_another_stack_imports_is_neither_taken_away_nor_renamed_nor_changed(self) -> None:
        self.create(user({"Fn::Join": [":", ["net", "VpcId"]]}), "two")
        before = self.stack("one")["Outputs"], self.ids()
        for body, how in (
            (network(name=""), "deleted"),
            (network(name="net:Vpc"), "deleted"),
            (network(cidr="10.6.0.0/20"), "updated"),
        ):
            self.update(body, expected="UPDATE_ROLLBACK_COMPLETE")
            self.assertIn(f"Export net:VpcId cannot be {how} as it is in use by two", self.reasons("one"))
            self.assertEqual(before, (self.stack("one")["Outputs"], self.ids()))
        self.update(network(role="vpc"), expected=COMPLETE)

    def test_what_is_imported_is_not_deleted_and_its_stack_stays_as_it_is(self) -> None:
        self.create(user(), "two")
        self.stacks.delete_stack(StackName="one")
        self.assertEqual("CREATE_COMPLETE", self.status("one"))
        self.assertEqual("Export net:VpcId cannot be deleted as it is in use by two", self.reasons("one")[-1])
        self.stacks.delete_stack(StackName="two")
        self.stacks.delete_stack(StackName="one")
        self.refused("ValidationError", "does not exist", self.stacks.describe_stacks, StackName="one")

    def test_a_name_that_another_stack_exports_is_refused(self) -> None:
        self.stacks.create_stack(StackName="two", TemplateBody=network(cidr="10.6.0.0/20"))
        self.assertEqual("ROLLBACK_COMPLETE", self.status("two"))
        self.assertIn("Export with name net:VpcId is already exported by stack one", self.reasons("two"))

    def test_an_import_of_what_nobody_exports_fails_its_stack(self) -> None:
        self.stacks.create_stack(StackName="two", TemplateBody=user("net:SubnetId"))
        self.assertEqual("ROLLBACK_COMPLETE", self.status("two"))


class ParameterTest(StacksTest):
    def test_a_parameter_is_written_changed_in_place_tagged_and_deleted(self) -> None:
        def body(value: Any, **tags: str) -> str:
            held = {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": value, "Tags": tags}}
            return json.dumps(
                {"Resources": {"Held": held}, "Outputs": {"Value": {"Value": {"Fn::GetAtt": ["Held", "Value"]}}}}
            )

        ssm = client("ssm", self.consumer, REGION)
        self.create(body("a", customer="acme"), Tags=[{"Key": "team", "Value": "data"}])
        before = self.ids()
        tags = ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId=before["Held"])["TagList"]
        self.assertEqual({"customer": "acme", "team": "data"}, {tag["Key"]: tag["Value"] for tag in tags})
        self.update(body("b", customer="oak"))
        self.assertEqual(before, self.ids())
        self.assertEqual("b", self.output("Value"))
        self.assertEqual("b", ssm.get_parameter(Name=before["Held"])["Parameter"]["Value"])
        self.stacks.delete_stack(StackName="one")
        self.assertEqual([], ssm.describe_parameters()["Parameters"])


if __name__ == "__main__":
    unittest.main()
