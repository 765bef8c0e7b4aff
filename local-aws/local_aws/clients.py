"""SDK clients of any account. Making one takes an SDK long, so the accounts share those of a service and Region."""

import os
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import boto3
from botocore import UNSIGNED
from botocore.config import Config

from . import access_key

# services without Regions sign for this one
GLOBAL = {"iam": "us-east-1", "route53": "us-east-1"}
# the header, as WSGI names it, that says for which type of resource CloudFormation asks
MADE_FOR = "HTTP_X_LOCAL_AWS_MADE_FOR"
_account: ContextVar[str] = ContextVar("_account")
_made_for: ContextVar[str] = ContextVar("_made_for", default="")


@lru_cache(maxsize=None)
def _shared(service: str, region: str, url: str, retries: bool, agent: str) -> Any:
    config = Config(signature_version=UNSIGNED, user_agent_extra=agent)
    if not retries:
        config = config.merge(Config(retries={"total_max_attempts": 1}))
    client = boto3.client(service, region_name=region, endpoint_url=url, config=config)
    name = client.meta.service_model.signing_name
    scope = f"20000101/{GLOBAL.get(service, region)}/{name}/aws4_request"

    # nobody looks at a signature here: what counts is whose key it says to be made with
    def sign(params: Any, **kwargs: Any) -> None:
        key = access_key(_account.get())
        signed = "SignedHeaders=host, Signature=none"
        params["headers"]["Authorization"] = f"AWS4-HMAC-SHA256 Credential={key}/{scope}, {signed}"
        if _made_for.get():
            params["headers"]["X-Local-Aws-Made-For"] = _made_for.get()

    client.meta.events.register("before-call", sign)
    return client


class Client:
    """A shared client in the hands of one account, or of CloudFormation for a type of resource of that account."""

    def __init__(self, shared: Any, account: str, made_for: str) -> None:
        self._shared = shared
        self._account = account
        self._made_for = made_for

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._shared, name)
        if name not in self._shared.meta.method_to_api_mapping:
            return found

        def call(**arguments: Any) -> Any:
            _account.set(self._account)
            _made_for.set(self._made_for)
            return found(**arguments)

        return call


def client_of(
    account: str, service: str, region: str, retries: bool = True, agent: str = "local-aws", made_for: str = ""
) -> Any:
    """An SDK client; where the local AWS is stands in the environment."""
    return Client(_shared(service, region, os.environ["AWS_ENDPOINT_URL"], retries, agent), account, made_for)
