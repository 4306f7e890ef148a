"""What hundreds of explorers under test style alike is found out once a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any, Final

import pytest
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_SHEETS_KEPT: Final = 1_000
"""Style sheets; each theme has some eighty of its own."""
_SETS_KEPT: Final = 200
"""Of style sheets together, as an app has them."""

_parse = Stylesheet._parse_rules
_apply = Stylesheet.apply


@contextmanager
def styled_once() -> Iterator[None]:
    """Explorers share what is parsed, and how their parts look that are no widgets."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _parsing_once())
        patch.setattr(Stylesheet, "apply", _applying_once())
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # its own is as much, in Python
        yield


def styled_anew(sheet: Stylesheet, node: DOMNode) -> RulesMap:
    """How a part of a widget looks, found by Textual alone."""
    _apply(sheet, node)
    return node.styles.base.get_rules()


def _parsing_once() -> Any:
    """Parsing a style sheet once: a tenth of a start."""
    parsed: dict[object, list[RuleSet]] = {}

    def parse(sheet: Stylesheet, css: str, **told: Any) -> list[RuleSet]:
        asked = (css, *told.items(), frozenset(sheet._variables.items()))
        if asked not in parsed:
            if len(parsed) >= _SHEETS_KEPT:
                parsed.clear()
            parsed[asked] = _parse(sheet, css, **told)
        return parsed[asked]

    return parse


def _applying_once() -> Any:
    """Finding the rules of each component class of a widget once: another tenth."""
    sets: dict[tuple[RuleSet, ...], int] = {}
    watched: dict[object, list[str]] = {}
    found: dict[object, RulesMap] = {}
    numbers = count()

    def number_of(sheet: Stylesheet) -> int:
        """The same for all sheets that have the same rules, and never given twice."""
        rules, number = vars(sheet).get("numbered", (None, 0))
        if rules is not sheet.rules:
            if len(sets) >= _SETS_KEPT:
                for kept in (sets, watched, found):
                    kept.clear()
            number = sets.setdefault((*sheet.rules,), next(numbers))
            vars(sheet)["numbered"] = (sheet.rules, number)
        return int(number)

    def apply(sheet: Stylesheet, node: DOMNode, **told: Any) -> None:
        if type(node) is not DOMNode:
            _apply(sheet, node, **told)
            return
        which = (number_of(sheet), node.classes)
        if which not in watched:
            watched[which] = _pseudo_classes(sheet, node)
        path = [_seen_by_rules(above, watched[which]) for above in node.css_path_nodes[:-1]]
        asked = (which, *path)
        if asked in found:
            sheet.replace_rules(node, found[asked])
        else:
            found[asked] = styled_anew(sheet, node)

    return apply


def _pseudo_classes(sheet: Stylesheet, node: DOMNode) -> list[str]:
    """Those of which rules may make the look of a node depend."""
    rules = [sheet.rules_map[name] for name in sheet.rules_map.keys() & node._selector_names]
    return sorted({each for named in rules for rule in named for each in rule.pseudo_classes})


def _seen_by_rules(node: DOMNode, watched: list[str]) -> object:
    states = [name for name in watched if node.has_pseudo_classes({name})]
    return (type(node), node.id, node.classes, *states)
