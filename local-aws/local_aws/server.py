"""The server: moto with what is ours, on one loopback port. Started by `run`, never by hand."""

import logging
import os
import sys
import threading

from . import versions  # noqa: F401, I001 - before anything of moto
from moto.iam import models as iam
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from . import account_of, balancers, refusals
from .endpoint_models import wrap_models
from .front import Front
from .ids import wrap_ids
from .interfaces import wrap_addresses
from .stacks.engine import wrap_engine


def wrap_accounts() -> None:
    """Lets an access key name its account; keys of assumed roles work as in moto."""
    find = iam.get_account_id_from
    iam.get_account_id_from = lambda key: account_of(key) or find(key)


def main() -> None:
    """Serves on a free port, says which, and ends when whoever started it ends, however that happens."""
    wrap_accounts()
    wrap_ids()
    wrap_addresses()
    balancers.wrap_arns()
    wrap_models()
    refusals.wrap_hosted_zones()
    wrap_engine()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    moto = DomainDispatcherApplication(create_backend_app)
    front = Front(moto, refusals.GUARDS, refusals.ACTIONS, refusals.ANSWERS)
    server = make_server("127.0.0.1", 0, front, threaded=True)
    os.environ["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{server.server_port}"
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
