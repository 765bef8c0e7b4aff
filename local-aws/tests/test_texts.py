"""Text as the AWS CLI renders it: each of these was printed by an AWS CLI for the same answer."""

import unittest
from datetime import datetime, timezone
from typing import Any

from local_aws.texts import lines


class TextsTest(unittest.TestCase):
    def prints(self, answer: Any, *expected: str) -> None:
        self.assertEqual(list(expected), list(lines(answer)))

    def test_scalars_are_as_python_says_them(self) -> None:
        self.prints("word", "word")
        self.prints(None, "None")
        self.prints(True, "True")
        self.prints(443, "443")
        self.prints(datetime(2026, 11, 27, 8, 30, tzinfo=timezone.utc), "2026-11-27T08:30:00+00:00")

    def test_what_is_empty_is_no_line(self) -> None:
        self.prints([])
        self.prints([[], []])
        self.prints({})

    def test_lists_are_flattened_and_scalars_come_first(self) -> None:
        self.prints(["a", None, ""], "a\tNone\t")
        self.prints([["a", 1], [["b", 2], ["c", 3]]], "a\t1", "b\t2", "c\t3")
        self.prints([["a"], "late", "later"], "late\tlater", "a")

    def test_maps_have_the_columns_of_all_and_name_what_is_in_them(self) -> None:
        self.prints({"B": 1, "A": "x", "Tags": ["t", "u"]}, "x\t1", "TAGS\tt", "TAGS\tu")
        self.prints(
            {"Zones": [{"Name": "a", "Id": 1}, {"Name": "b", "More": {"Left": 2}}]},
            "ZONES\t1\ta",
            "ZONES\t\tb",
            "MORE\t2",
        )
