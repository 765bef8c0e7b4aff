"""Change sets: what they announce, and what comes of them."""

import json
import unittest
from typing import Any, Dict, List, Tuple

from .support import template
from .test_update import GROUP, VPC, StacksTest, rule

TABLE = "AWS::EC2::RouteTable"
SUBNET = ("Subnet", "AWS::EC2::Subnet", {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.5.0.0/24"})


def group(*ports: int, **properties: Any) -> Tuple[str, str, Dict[str, Any]]:
    rules = [rule(port) for port in ports]
    given = {"GroupDescription": "x", "VpcId": {"Ref": "Vpc"}, "SecurityGroupIngress": rules, **properties}
    return ("Group", GROUP, given)


def table(vpc: Any) -> Tuple[str, str, Dict[str, Any]]:
    return ("Table", TABLE, {"VpcId": vpc})


class ChangeSetsTest(StacksTest):
    def planned(self, body: str, kind: str = "UPDATE", name: str = "one", **options: Any) -> Any:
        asked = {"StackName": name, "ChangeSetName": "set", "ChangeSetType": kind, "TemplateBody": body}
        made = self.stacks.create_change_set(**asked, **options)
        return self.stacks.describe_change_set(ChangeSetName=made["Id"], IncludePropertyValues=True)

    def changes(self, body: str, **options: Any) -> Dict[str, Any]:
        """What each resource is announced as; the change set is then thrown away."""
        described = self.planned(body, **options)
        self.assertEqual(("CREATE_COMPLETE", "AVAILABLE"), (described["Status"], described["ExecutionStatus"]))
        self.stacks.delete_change_set(ChangeSetName="set", StackName=options.get("name", "one"))
        found = [change["ResourceChange"] for change in described["Changes"]]
        return {change["LogicalResourceId"]: change for change in found}

    def announced(self, body: str, **options: Any) -> List[Any]:
        found = self.changes(body, **options)
        return [(name, c["Action"], c.get("Replacement"), c.get("PolicyAction")) for name, c in sorted(found.items())]

    def details(self, change: Any) -> List[Any]:
        return [
            (d["Target"].get("Name"), d["Target"]["RequiresRecreation"], d["Evaluation"], d["ChangeSource"])
            for d in change["Details"]
        ]

    def execute(self, body: str, kind: str = "UPDATE", **options: Any) -> None:
        self.planned(body, kind, **options)
        self.stacks.execute_change_set(ChangeSetName="set", StackName="one")

    def test_a_stack_is_reviewed_and_then_created(self) -> None:
        described = self.planned(template(VPC, group(443)), "CREATE", Tags=[{"Key": "team", "Value": "data"}])
        self.assertEqual("REVIEW_IN_PROGRESS", self.status("one"))
        self.assertEqual({}, self.ids())
        self.assertEqual(["Add", "Add"], [change["ResourceChange"]["Action"] for change in described["Changes"]])
        self.stacks.update_termination_protection(StackName="one", EnableTerminationProtection=True)
        self.stacks.execute_change_set(ChangeSetName="set", StackName="one")
        self.assertEqual("CREATE_COMPLETE", self.status("one"))
        self.assertTrue(self.stack("one")["EnableTerminationProtection"])
        self.assertEqual([{"Key": "team", "Value": "data"}], self.stack("one")["Tags"])
        self.assertEqual([("one", "REVIEW_IN_PROGRESS"), ("one", "CREATE_IN_PROGRESS")], self.events()[:2])
        self.assertEqual([], self.stacks.list_change_sets(StackName="one")["Summaries"])

    def test_a_reviewed_stack_is_reviewed_again_or_deleted(self) -> None:
        self.planned(template(VPC), "CREATE")
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        self.planned(template(VPC), "CREATE")
        self.stacks.delete_stack(StackName="one")
        self.refused("ValidationError", "does not exist", self.stacks.describe_stacks, StackName="one")

    def test_a_creation_that_fails_is_rolled_back(self) -> None:
        self.execute(template(VPC, table("vpc-0123456789abcdef0")), "CREATE")
        self.assertEqual("ROLLBACK_COMPLETE", self.status("one"))

    def test_an_import_of_what_nobody_exports_fails_the_change_set(self) -> None:
        described = self.planned(template(VPC, table({"Fn::ImportValue": "nothing"})), "CREATE")
        self.assertEqual(("FAILED", "UNAVAILABLE"), (described["Status"], described["ExecutionStatus"]))
        self.assertEqual("No export named nothing found.", described["StatusReason"])

    def test_a_rule_is_changed_in_place_and_nothing_comes_of_it(self) -> None:
        self.create(template(VPC, group(443)))
        before = self.ids()
        change = self.changes(template(VPC, group(443, 22)))["Group"]
        self.assertEqual(
            ("Modify", "False", ["Properties"]), (change["Action"], change["Replacement"], change["Scope"])
        )
        self.assertEqual(
            [("SecurityGroupIngress", "Never", "Static", "DirectModification")],
            self.details(change),
        )
        self.assertIn("443", change["Details"][0]["Target"]["BeforeValue"])
        self.execute(template(VPC, group(443, 22)))
        self.assertEqual(("UPDATE_COMPLETE", before), (self.status("one"), self.ids()))

    def test_an_attribute_of_what_is_modified_may_change_and_what_is_set_at_creation_alone_with_it(self) -> None:
        vpc_of_group = {"Fn::GetAtt": ["Group", "VpcId"]}
        association = {"SubnetId": {"Ref": "Subnet"}, "RouteTableId": {"Ref": "Table"}}
        rest = (table(vpc_of_group), SUBNET, ("Of", "AWS::EC2::SubnetRouteTableAssociation", association))
        self.create(template(VPC, group(443), *rest))
        found = self.changes(template(VPC, group(22), *rest))
        self.assertEqual("False", found["Group"]["Replacement"])
        self.assertEqual(("Conditional", "ReplaceAndDelete"), self.replaced(found["Table"]))
        self.assertEqual([("VpcId", "Always", "Dynamic", "ResourceAttribute")], self.details(found["Table"]))
        self.assertEqual("Group.VpcId", found["Table"]["Details"][0]["CausingEntity"])
        self.assertEqual([("RouteTableId", "Always", "Dynamic", "ResourceReference")], self.details(found["Of"]))
        self.assertEqual(("Conditional", "ReplaceAndDelete"), self.replaced(found["Of"]))
        before = self.ids()
        self.execute(template(VPC, group(22), *rest))
        self.assertEqual(before, self.ids())

    def replaced(self, change: Any) -> Tuple[Any, Any]:
        return change["Replacement"], change["PolicyAction"]

    def test_what_is_set_at_creation_alone_is_replaced_and_so_is_what_needs_it(self) -> None:
        def body(cidr: str) -> str:
            made = json.loads(template(("Vpc", "AWS::EC2::VPC", {"CidrBlock": cidr}), group(443)))
            made["Resources"]["Vpc"]["UpdateReplacePolicy"] = "Retain"
            return json.dumps(made)

        self.create(body("10.5.0.0/20"))
        self.assertEqual(
            [
                ("Group", "Modify", "Conditional", "ReplaceAndDelete"),
                ("Vpc", "Modify", "True", "ReplaceAndRetain"),
            ],
            self.announced(body("10.6.0.0/20")),
        )

    def test_a_look_up_in_a_resource_that_changes_is_not_known_and_an_import_is(self) -> None:
        outputs = {"Id": {"Value": {"Ref": "Vpc"}, "Export": {"Name": "vpc"}}}
        self.create(json.dumps({**json.loads(template(VPC)), "Outputs": outputs}), "net")
        for reference, replacement in (
            ({"Fn::GetStackOutput": {"StackName": "net", "OutputName": "Id"}}, "Conditional"),
            ({"Fn::ImportValue": "vpc"}, "False"),
        ):
            name = f"user-{replacement}"
            self.create(template(group(443, VpcId=reference)), name)
            found = self.changes(template(group(22, VpcId=reference)), name=name)
            self.assertEqual(replacement, found["Group"]["Replacement"])
            unchanged = self.planned(template(group(443, VpcId=reference)), name=name)
            self.assertEqual("FAILED", unchanged["Status"])

    def test_what_comes_and_goes_is_announced_with_what_becomes_of_it(self) -> None:
        def body(*resources: Any) -> str:
            made = json.loads(template(VPC, *resources))
            made["Resources"].get("Group", {})["DeletionPolicy"] = "Retain"
            return json.dumps(made)

        self.create(body(group(443), SUBNET))
        self.assertEqual(
            [("Group", "Remove", None, "Retain"), ("Subnet", "Remove", None, "Delete"), ("Table", "Add", None, None)],
            self.announced(body(table({"Ref": "Vpc"}))),
        )

    def test_what_refers_to_what_is_to_come_is_modified(self) -> None:
        def body(text: Any, *resources: Any) -> str:
            parameter = ("Held", "AWS::SSM::Parameter", {"Type": "String", "Value": text})
            return template(parameter, *resources)

        self.create(body("a"))
        first = {"Fn::Select": [0, {"Fn::Split": [":", {"Ref": "Vpc"}]}]}
        found = self.changes(body(first, VPC))
        self.assertEqual([("Value", "Never", "Static", "DirectModification")], self.details(found["Held"]))
        self.assertEqual("Add", found["Vpc"]["Action"])

    def test_parameters_and_the_stacks_tags_are_causes(self) -> None:
        made = json.loads(template(("Held", "AWS::SSM::Parameter", {"Type": "String", "Value": {"Ref": "Text"}})))
        body = json.dumps({**made, "Parameters": {"Text": {"Type": "String"}}})
        self.create(body, Parameters=[{"ParameterKey": "Text", "ParameterValue": "a"}])
        changed = [{"ParameterKey": "Text", "ParameterValue": "b"}]
        detail = self.changes(body, Parameters=changed)["Held"]["Details"][0]
        self.assertEqual(("ParameterReference", "Text"), (detail["ChangeSource"], detail["CausingEntity"]))
        kept = [{"ParameterKey": "Text", "UsePreviousValue": True}]
        found = self.changes(body, Parameters=kept, Tags=[{"Key": "team", "Value": "data"}])
        self.assertEqual(["Tags"], found["Held"]["Scope"])

    def test_nothing_to_do_fails_the_change_set_and_a_new_output_does_not(self) -> None:
        self.create(template(VPC))
        described = self.planned(template(VPC))
        self.assertEqual(("FAILED", "UNAVAILABLE"), (described["Status"], described["ExecutionStatus"]))
        self.assertIn("didn't contain changes", described["StatusReason"])
        execute = self.stacks.execute_change_set
        self.refused("InvalidChangeSetStatus", "FAILED", execute, ChangeSetName="set", StackName="one")
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        self.execute(template(VPC, Id={"Ref": "Vpc"}))
        self.assertEqual(self.ids()["Vpc"], self.output("Id"))

    def test_what_is_not_there_and_what_is_not_allowed_is_refused(self) -> None:
        create, body = self.stacks.create_change_set, template(VPC)
        asked = {"StackName": "one", "ChangeSetName": "set", "TemplateBody": body}
        self.refused("ValidationError", "does not exist", create, **asked, ChangeSetType="UPDATE")
        self.create(body)
        self.refused("ValidationError", "already exists", create, **asked, ChangeSetType="CREATE")
        describe = self.stacks.describe_change_set
        self.refused("ChangeSetNotFound", "does not exist", describe, ChangeSetName="set", StackName="one")
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        broken = {**asked, "TemplateBody": template(table({"Ref": "Nothing"}))}
        self.refused("ValidationError", "Unresolved", create, **broken, ChangeSetType="UPDATE")

    def test_what_exists_is_imported_and_then_updated(self) -> None:
        vpc = self.vpc(self.consumer, "10.5.0.0/20")
        subnet = self.subnet(self.consumer, vpc, "10.5.0.0/24", "euw1-az1")
        made = json.loads(
            template(VPC, ("Subnet", "AWS::EC2::Subnet", {**SUBNET[2], "AvailabilityZoneId": "euw1-az1"}))
        )
        for resource in made["Resources"].values():
            resource["DeletionPolicy"] = "Retain"
        body, bare = json.dumps(made), template(VPC)
        asked = [imported("Vpc", "AWS::EC2::VPC", "VpcId", vpc), imported("Subnet", SUBNET[1], "SubnetId", subnet)]
        self.assertIn("DeletionPolicy", self.planned(bare, "IMPORT", ResourcesToImport=asked[:1])["StatusReason"])
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        self.assertIn("cannot modify or add", self.planned(body, "IMPORT", ResourcesToImport=asked[:1])["StatusReason"])
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        missing = [imported("Vpc", "AWS::EC2::VPC", "VpcId", "vpc-0123456789abcdef0"), asked[1]]
        self.assertIn("vpc-0123456789abcdef0", self.planned(body, "IMPORT", ResourcesToImport=missing)["StatusReason"])
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        self.execute(body, "IMPORT", ResourcesToImport=asked)
        self.assertEqual(("IMPORT_COMPLETE", {"Vpc": vpc, "Subnet": subnet}), (self.status("one"), self.ids()))
        self.assertEqual("FAILED", self.planned(body)["Status"])
        self.stacks.delete_change_set(ChangeSetName="set", StackName="one")
        made["Resources"]["Vpc"]["Properties"]["EnableDnsHostnames"] = True
        self.execute(json.dumps(made))
        self.assertEqual({"Vpc": vpc, "Subnet": subnet}, self.ids())


def imported(name: str, kind: str, key: str, physical: str) -> Dict[str, Any]:
    return {"LogicalResourceId": name, "ResourceType": kind, "ResourceIdentifier": {key: physical}}


if __name__ == "__main__":
    unittest.main()
