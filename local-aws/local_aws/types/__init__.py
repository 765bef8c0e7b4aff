"""The CloudFormation types that are added to moto's or put in the place of moto's.

Each is made of calls to the local AWS itself, with an SDK, as CloudFormation's own handlers do: so what the API refuses
is refused to a stack too, and a type works with every version of moto whose API works.
"""

# importing a module defines its types
from . import alarms, dns, endpoints, flow_logs, load_balancers, network, security_groups  # noqa: F401
from .handler import MODELS

__all__ = ["MODELS"]
