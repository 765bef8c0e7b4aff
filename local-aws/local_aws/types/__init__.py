"""The CloudFormation types.

Each is made of calls to the local AWS itself, with an SDK, as CloudFormation's own handlers do: so what the API refuses
is refused to a stack too, and a type works with every version of moto whose API works.
"""

# importing a module defines its types
from . import (  # noqa: F401
    alarms,
    dns,
    endpoint_services,
    endpoints,
    inert,
    keys,
    listeners,
    load_balancers,
    logs,
    network,
    notifications,
    parameters,
    roles,
    routes,
    security_groups,
    servers,
    target_groups,
)
from .kind import KINDS

__all__ = ["KINDS"]
