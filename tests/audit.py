"""What masarat depends on: known vulnerabilities, licences, and a list of it all (CycloneDX).

What cannot be asked here is told as not asked, and is no success: `make audit` ends with 3 then.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from docs.generated import write_part

ROOT: Final = Path(__file__).parents[1]
LOCK: Final = ROOT / "requirements.lock"
_BUILD: Final = ROOT / "build" / "audit"
LIST: Final = ROOT / "build" / "masarat.cdx.json"
_FOUND, _NOT_ASKED = 1, 3

_FREE: Final = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|MPL|PSF|Python|Unlicense|Zlib|CC0|Public Domain)\b", re.IGNORECASE
)
"""Licences under which a part may be passed on with a program that is under MIT."""


class Answer(NamedTuple):
    """What came of one question."""

    question: str
    said: str
    code: int = 0

    @property
    def row(self) -> str:
        """The row of the table."""
        return f"| {self.question} | {self.said} | `make audit` |"


def vulnerabilities(report: dict[str, Any]) -> Answer:
    """What a report of pip-audit says, which counts what it could not ask as nothing wrong.

    Args:
        report: its JSON.
    """
    question = "known vulnerabilities (pip-audit)"
    dependencies = report.get("dependencies", [])
    skipped = [each["name"] for each in dependencies if "skip_reason" in each]
    wrong = [
        f"{each['name']} {each['version']}: {', '.join(v['id'] for v in each['vulns'])}"
        for each in dependencies
        if each.get("vulns")
    ]
    if wrong:
        return Answer(question, "; ".join(wrong), _FOUND)
    if skipped or not dependencies:
        asked = len(dependencies) - len(skipped)
        of_all = f"{len(skipped)} of {len(dependencies)} packages"
        said = f"NOT ASKED for {of_all}: no access to the data"
        return Answer(question, f"{said}; of {asked}, none" if asked else said, _NOT_ASKED)
    return Answer(question, f"none, of {len(dependencies)} packages")


def licences(components: list[dict[str, Any]]) -> Answer:
    """Under what the parts of a CycloneDX list are; what is not known or not free is told."""
    names = {each["name"]: _licence(each) for each in components}
    odd = [
        f"{name} ({found or 'none told'})"
        for name, found in names.items()
        if not _FREE.search(found)
    ]
    if odd:
        return Answer("licences", f"to be looked at: {', '.join(odd)}", _FOUND)
    return Answer("licences", f"free, of {len(names)} packages")


def _licence(component: dict[str, Any]) -> str:
    found = [
        each.get("expression") or each["license"].get("id") or each["license"].get("name", "")
        for each in component.get("licenses", [])
    ]
    return ", ".join(dict.fromkeys(text.splitlines()[0][:60] for text in found if text))


def _with_told_licences(parts: dict[str, Any]) -> list[dict[str, Any]]:
    """The components, those without a licence with what their own metadata tells of one.

    The list leaves out what is no name of a licence that it knows ("Apache License, Version 2.0").
    """
    installed = distributions(path=[str(path) for path in _BUILD.glob("lib/python*/site-packages")])
    told = {each.name: each.metadata.get("License") for each in installed}
    return [
        each
        if each.get("licenses") or not told.get(each["name"])
        else {**each, "licenses": [{"license": {"name": told[each["name"]]}}]}
        for each in parts["components"]
    ]


def _run(*command: object) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def _ask_about_vulnerabilities() -> Answer:
    done = _run(sys.executable, "-m", "pip_audit", "-r", LOCK, "--require-hashes", "--disable-pip",
                "--format", "json", "--progress-spinner", "off")  # fmt: skip
    try:
        return vulnerabilities(json.loads(done.stdout))
    except ValueError:
        last = (done.stderr.strip() or "it said nothing").splitlines()[-1][:120]
        return Answer("known vulnerabilities (pip-audit)", f"NOT ASKED: {last}", _NOT_ASKED)


def _list_parts() -> Answer:
    """Install what is locked into an environment of its own, and list what is there."""
    python = _BUILD / "bin" / "python"
    for step in (
        ("-m", "venv", "--clear", "--without-pip", _BUILD),
        ("-m", "pip", "--python", python, "install", "--quiet", "--require-hashes", "-r", LOCK),
        ("-m", "cyclonedx_py", "environment", python, "--output-reproducible", "-o", LIST),
    ):
        done = _run(sys.executable, *step)
        if done.returncode:
            said = f"NOT MADE: {done.stderr.strip()[-120:]}"
            return Answer("list of parts (CycloneDX)", said, _NOT_ASKED)
    count = len(json.loads(LIST.read_text("utf-8"))["components"])
    return Answer("list of parts (CycloneDX)", f"{count} packages, in `{LIST.relative_to(ROOT)}`")


def main() -> None:
    """Ask all of it, print the answers, and keep them in docs/reliability.md."""
    answers = [_ask_about_vulnerabilities(), _list_parts()]
    if LIST.exists() and not answers[1].code:
        answers.append(licences(_with_told_licences(json.loads(LIST.read_text("utf-8")))))
    rows = [answer.row for answer in answers]
    table = "\n".join(["| question | answer | command |", "| --- | --- | --- |", *rows])
    click.echo(table)
    write_part("reliability.md", "audit", table)
    sys.exit(max((answer.code for answer in answers), default=0))


if __name__ == "__main__":
    main()
