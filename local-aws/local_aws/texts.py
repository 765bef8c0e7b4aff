"""Answers as the AWS CLI renders them with `--output text`: lines of words between tabs.

A list of lists is flattened to lines, what is empty is no line at all, and what is absent is `None`.
"""

from datetime import datetime
from typing import Any, Dict, Iterable, Iterator, List, Optional


def word(value: Any) -> str:
    """A scalar; times as version 2 has them by default."""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def lines(answer: Any, name: str = "", columns: Optional[List[str]] = None) -> Iterator[str]:
    """The lines of an answer.

    name: the key that it is the value of, which begins the lines of maps and of plain lists
    columns: the keys that the line of a map has; its own by default
    """
    if isinstance(answer, dict):
        yield from of_map(answer, name, columns)
    elif isinstance(answer, list):
        yield from of_list(answer, name)
    else:
        yield word(answer)


def of_list(answer: List[Any], name: str) -> Iterator[str]:
    """Maps have the same columns; of anything else, the scalars come first, on one line."""
    maps = [item for item in answer if isinstance(item, dict)]
    if maps:
        columns = sorted({key for item in maps for key, value in item.items() if is_scalar(value)})
        for item in answer:
            yield from lines(item, name, columns)
        return
    scalars = [word(item) for item in answer if is_scalar(item)]
    if scalars and name:
        yield from (row([name.upper(), item]) for item in scalars)
    elif scalars:
        yield row(scalars)
    for item in answer:
        if not is_scalar(item):
            yield from lines(item, name)


def of_map(answer: Dict[str, Any], name: str, columns: Optional[List[str]]) -> Iterator[str]:
    """Its scalars on one line, without their keys, and then what else there is, under its keys."""
    own = sorted(key for key, value in answer.items() if is_scalar(value)) if columns is None else columns
    scalars = [word(answer.get(key, "")) for key in own]
    if scalars:
        yield row(([name.upper()] if name else []) + scalars)
    for key in sorted(set(answer) - set(own)):
        yield from lines(answer[key], key)


def is_scalar(value: Any) -> bool:
    """What fits into a column."""
    return not isinstance(value, (dict, list))


def row(words: Iterable[str]) -> str:
    """A line of columns."""
    return "\t".join(words)
