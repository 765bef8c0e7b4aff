"""Notifications about endpoint connections, and the topics and keys that they need."""

import json
import unittest
from typing import Any, Dict, List

from .support import REGION, client, template
from .test_update import StacksTest

NOTIFICATION = "AWS::EC2::VPCEndpointConnectionNotification"


class NotificationsTest(StacksTest):
    def body(self, service: str, events: List[str], key: Dict[str, Any]) -> str:
        publish = {"Effect": "Allow", "Principal": {"Service": "vpce.amazonaws.com"}, "Action": "sns:Publish"}
        statement: Dict[str, Any] = {**publish, "Resource": {"Ref": "Topic"}}
        policy = {"Version": "2012-10-17", "Statement": [statement]}
        own = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}
        key = {"KeyPolicy": {"Version": "2012-10-17", "Statement": [own]}, **key}
        notification = {"ServiceId": service, "ConnectionEvents": events, "ConnectionNotificationArn": {"Ref": "Topic"}}
        made = json.loads(
            template(
                ("Notification", NOTIFICATION, notification),
                ("Key", "AWS::KMS::Key", key),
                ("Topic", "AWS::SNS::Topic", {"DisplayName": "connections", "KmsMasterKeyId": {"Ref": "Key"}}),
                ("Policy", "AWS::SNS::TopicPolicy", {"PolicyDocument": policy, "Topics": [{"Ref": "Topic"}]}),
            )
        )
        made["Resources"]["Notification"]["DependsOn"] = ["Policy"]
        return json.dumps(made)

    def setUp(self) -> None:
        super().setUp()
        self.own_ec2 = self.ec2(self.consumer)
        self.provider = self.consumer

    def found(self) -> List[Any]:
        return self.own_ec2.describe_vpc_endpoint_connection_notifications()["ConnectionNotificationSet"]

    def test_a_notification_with_its_topic_policy_and_key_is_made_changed_and_removed(self) -> None:
        service = self.service()["ServiceId"]
        self.create(self.body(service, ["Connect"], {"EnableKeyRotation": True}))
        before = self.ids()
        made = self.found()[0]
        self.assertEqual([service, before["Topic"]], [made["ServiceId"], made["ConnectionNotificationArn"]])
        sns = client("sns", self.consumer, REGION)
        attributes = sns.get_topic_attributes(TopicArn=before["Topic"])["Attributes"]
        self.assertIn("vpce.amazonaws.com", attributes["Policy"])
        self.assertEqual(before["Key"], attributes["KmsMasterKeyId"])
        kms = client("kms", self.consumer, REGION)
        self.assertTrue(kms.get_key_rotation_status(KeyId=before["Key"])["KeyRotationEnabled"])
        self.assertLess(*(self.events().index((name, "CREATE_COMPLETE")) for name in ("Policy", "Notification")))

        self.update(self.body(service, ["Accept", "Reject"], {"EnableKeyRotation": False}))
        self.assertEqual(before, self.ids())
        self.assertEqual(["Accept", "Reject"], self.found()[0]["ConnectionEvents"])
        self.assertFalse(kms.get_key_rotation_status(KeyId=before["Key"])["KeyRotationEnabled"])

        self.stacks.delete_stack(StackName="one")
        self.assertEqual([], self.found())
        self.assertEqual([], sns.list_topics()["Topics"])
        self.assertEqual("PendingDeletion", kms.describe_key(KeyId=before["Key"])["KeyMetadata"]["KeyState"])

    def test_fails_at_a_topic_or_service_that_does_not_exist(self) -> None:
        service = self.service()["ServiceId"]
        topic = f"arn:aws:sns:{REGION}:{self.consumer}:none"
        create = self.own_ec2.create_vpc_endpoint_connection_notification
        asked = {"ConnectionNotificationArn": topic, "ConnectionEvents": ["Accept"]}
        self.refused("InvalidParameter", "does not exist", create, ServiceId=service, **asked)
        nowhere = "vpce-svc-00000000000000000"
        self.refused("InvalidVpcEndpointServiceId.NotFound", "does not exist", create, ServiceId=nowhere, **asked)


if __name__ == "__main__":
    unittest.main()
