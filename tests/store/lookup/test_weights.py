"""The figures of look-up: told what they are for, and fitted without touching what they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from benchmarks.quality.fit import Figures, Quality, fitted, search, written
from store.lookup import weights
from store.lookup.weights import WEIGHTS, Range, Weights

SOURCE = Path(weights.__file__).read_text("utf-8")


@pytest.mark.parametrize("name", [field.name for field in fields(Weights)])
def test_a_weight_has_a_unit_and_a_reason_and_lies_in_its_range(name: str) -> None:
    (field,) = [field for field in fields(Weights) if field.name == name]
    span: Range | None = field.metadata["fitted"]

    assert field.metadata["unit"]
    assert field.metadata["why"]
    if span:
        assert span.least <= getattr(WEIGHTS, name) <= span.most


def test_fitted_figures_are_written_into_the_module_and_nothing_else_is() -> None:
    changed = {name: span.least for name, span in fitted().items()}
    namespace: dict[str, object] = {"__name__": weights.__name__}
    exec(compile(written(SOURCE, changed), "weights", "exec"), namespace)

    assert asdict(namespace["WEIGHTS"]) == asdict(WEIGHTS) | changed  # type: ignore[call-overload]
    assert written(SOURCE, {}) == SOURCE


def test_the_search_comes_to_what_is_best_and_keeps_what_gains_nothing() -> None:
    def measured(given: Mapping[str, float]) -> Quality:
        found = 1 - abs(given["far"] - 0.4)
        return {"names": Figures(found, found), "pairs": Figures(1.0, 1.0)}

    spans = {"far": Range(0.0, 1.0, 0.1), "idle": Range(0.0, 1.0, 0.1)}
    said: list[str] = []
    found = search({"far": 0.5, "idle": 0.5}, spans, 1, measured, said.append)

    assert found == {"far": 0.4, "idle": 0.5}
    assert [line.endswith("(no)") for line in sorted(said)] == [False, True]


def test_the_search_takes_no_step_by_which_one_set_loses() -> None:
    def measured(given: Mapping[str, float]) -> Quality:
        return {
            "names": Figures(given["far"], given["far"]),
            "pairs": Figures(1 - given["far"] / 4, 1 - given["far"] / 4),
        }

    found = search({"far": 0.5}, {"far": Range(0.0, 1.0, 0.1)}, 1, measured, lambda _: None)

    assert found == {"far": 0.5}
