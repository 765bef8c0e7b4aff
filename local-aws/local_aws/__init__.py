"""A local AWS: an installed or fetched moto, with what it lacks and what it must refuse."""

# whose credentials a command has
ELEMENTARY = "743289191656"

# a creation with this tag gets the id that is the tag's value
ID_TAG = "local-aws:id"


def access_key(account: str) -> str:
    """The access key of an account: its id in a key's form, so that nobody has to create users first."""
    return f"LOCALAWS{account}"


def account_of(key: str) -> str:
    """The account of such a key, or nothing when the key is another one."""
    return key[len("LOCALAWS") :] if key.startswith("LOCALAWS") else ""
