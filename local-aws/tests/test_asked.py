"""What is asked for, whatever the protocol, and the record of it."""

import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

from local_aws.asked import asked
from local_aws.calls import NO_CALL, Call

from .support import template
from .test_run import CREATE, run


def request(service: str, **environ: Any) -> Any:
    signed = f"AWS4-HMAC-SHA256 Credential=LOCALAWS111122223333/20000101/eu-west-1/{service}/aws4_request, Sig"
    return asked({"HTTP_AUTHORIZATION": signed, **environ}, NO_CALL)


def rest(method: str, path: str) -> str:
    return str(request("route53", REQUEST_METHOD=method, PATH_INFO=f"/2013-04-01/{path}").action)


class AskedTest(unittest.TestCase):
    def test_every_protocol_names_its_action(self) -> None:
        query = Call("ec2", "DescribeVpcs", "", "", {})
        unsigned = asked({"HTTP_AUTHORIZATION": ""}, query)
        self.assertEqual("", unsigned.action)
        signed = request("ssm", HTTP_X_AMZ_TARGET="AmazonSSM.PutParameter", HTTP_USER_AGENT="x app/cdk#1 y")
        self.assertEqual(("cdk", "ssm", "PutParameter"), (signed.who, signed.service, signed.action))
        cbor = request("monitoring", PATH_INFO="/service/GraniteServiceVersion20100801/operation/GetMetricData")
        self.assertEqual(("caller", "cloudwatch", "GetMetricData"), (cbor.who, cbor.service, cbor.action))
        self.assertEqual("ListHostedZonesByVPC", rest("GET", "hostedzonesbyvpc"))
        self.assertEqual("ListResourceRecordSets", rest("GET", "hostedzone/Z1/rrset"))
        self.assertEqual("ChangeResourceRecordSets", rest("POST", "hostedzone/Z1/rrset/"))
        self.assertEqual("GetHostedZone", rest("GET", "hostedzone/Z1"))
        self.assertEqual("AssociateVPCWithHostedZone", rest("POST", "hostedzone/Z1/associatevpc"))

    def test_a_run_records_who_asked_for_what_and_where(self) -> None:
        body = template(("Vpc", "AWS::EC2::VPC", {"CidrBlock": "10.5.0.0/20"}))
        with tempfile.TemporaryDirectory() as folder:
            calls = Path(folder, "calls")
            program = f"import os; os.environ['AWS_SDK_UA_APP_ID'] = 'mine'\n{CREATE}"
            done = run(sys.executable, "-c", program, body, LOCAL_AWS_CALLS=str(calls))
            self.assertEqual(0, done.returncode, done.stderr)
            lines = calls.read_text(encoding="utf-8").splitlines()
        self.assertEqual(sorted(set(lines)), sorted(lines))
        self.assertIn("mine cloudformation:CreateStack eu-central-1 743289191656", lines)
        self.assertIn("mine cloudformation:DescribeStacks eu-central-1 743289191656", lines)
        self.assertIn("AWS::EC2::VPC ec2:CreateVpc eu-central-1 743289191656", lines)
