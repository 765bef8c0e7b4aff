"""Values of the AWS CLI's options, in its shorthand or as JSON, in the form of the SDK's models."""

import json
import re
from pathlib import Path
from typing import Any, Dict, List

TOKEN = re.compile(
    r"""\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\[\]{},=])|((?:[^\[\]{},="'\\]|\\.)(?:[^\[\]{},=\\]|\\.)*))"""
)


class WrongValue(Exception):
    """A command line that the AWS CLI would refuse."""


def value(form: Any, words: List[str]) -> Any:
    """The value of an option."""
    if form.type_name == "list":
        if len(words) == 1 and words[0].startswith(("[", "file://")):
            return json.loads(content(words[0]))
        return [one(form.member, word) for word in words]
    if len(words) != 1:
        raise WrongValue(f"expected one argument, not {words}")
    return one(form, words[0])


def one(form: Any, word: str) -> Any:
    """The value of one word."""
    plain = content(word)
    if form.type_name in ("structure", "map"):
        return json.loads(plain) if plain.startswith("{") else structure(form, plain)
    return scalar(form, plain)


def content(word: str) -> str:
    """A word, or the file that it names."""
    if word.startswith("file://"):
        return Path(word[len("file://") :]).read_text(encoding="utf-8")
    return word


def scalar(form: Any, word: str) -> Any:
    """A number, a truth value or a string."""
    if form.type_name in ("integer", "long"):
        return int(word)
    if form.type_name in ("float", "double"):
        return float(word)
    if form.type_name == "boolean":
        if word.lower() not in ("true", "false"):
            raise WrongValue(f"Invalid boolean: {word}")
        return word.lower() == "true"
    if form.type_name != "string":
        raise WrongValue(f"{form.name} is a {form.type_name}, which is not known here")
    return word


def structure(form: Any, word: str) -> Any:
    """`Key=a,Values=b,c`."""
    tokens = tokenized(word)
    result = fields(form, tokens, "")
    if tokens:
        raise WrongValue(f"{word}: expected its end before {tokens[0]!r}")
    return result


def tokenized(word: str) -> List[str]:
    """Quoted text without its quotes, marked as text by a first space; signs as they are."""
    tokens: List[str] = []
    position = 0
    while position < len(word):
        found = TOKEN.match(word, position)
        if not found:
            raise WrongValue(f"{word}: cannot be read from character {position + 1} on")
        double, single, sign, plain = found.groups()
        said = next(text for text in (double, single, plain, "") if text is not None)
        tokens.append(sign if sign else " " + re.sub(r"\\(.)", r"\1", said))
        position = found.end()
    return tokens


def fields(form: Any, tokens: List[str], end: str) -> Dict[str, Any]:
    """Fields until a closing brace, or until the end."""
    result: Dict[str, Any] = {}
    while tokens and tokens[0] != end:
        name = tokens.pop(0)[1:]
        members = form.members if form.type_name == "structure" else {name: form.value}
        if name not in members or not tokens or tokens.pop(0) != "=":
            raise WrongValue(f"Unknown parameter in input: {name!r}, must be one of: {', '.join(members)}")
        result[name] = field(members[name], tokens)
        if tokens and tokens[0] == ",":
            tokens.pop(0)
    return result


def field(form: Any, tokens: List[str]) -> Any:
    """The value of a field."""
    if form.type_name == "list":
        return items(form.member, tokens)
    if form.type_name in ("structure", "map"):
        expect("{", tokens)
        inner = fields(form, tokens, "}")
        expect("}", tokens)
        return inner
    return scalar(form, tokens.pop(0)[1:] if tokens and tokens[0].startswith(" ") else "")


def items(form: Any, tokens: List[str]) -> List[Any]:
    """`[a,b]`, or `a,b` until the next field begins."""
    bracketed = tokens[:1] == ["["]
    if bracketed:
        expect("[", tokens)
    found = [field(form, tokens)]
    while tokens[:1] == [","] and (bracketed or tokens[2:3] != ["="]):
        expect(",", tokens)
        found.append(field(form, tokens))
    if bracketed:
        expect("]", tokens)
    return found


def expect(sign: str, tokens: List[str]) -> None:
    """Takes a sign."""
    if not tokens or tokens.pop(0) != sign:
        raise WrongValue(f"expected {sign}")
