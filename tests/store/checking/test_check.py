"""What the check finds, where it says it is, and that the shipped records are clean."""

from __future__ import annotations

import hashlib
from collections.abc import Set
from pathlib import Path

import pytest

from store.checking.check import Elsewhere, check_store, check_vault
from store.checking.source_text import check_source_text
from store.errors import Finding, Sentence
from store.files.vault import Vault, read_folder
from store.model.records import Bilingual, Citation, Fact, Origin, Record, Relation, Row, Source
from store.paths import SEEDS_FOLDER
from store.store import Store

ARTICLE_1 = Citation("article", "1")
ARTICLE = Source(
    "article",
    Bilingual("An article"),
    date="2018",
    sentences=((0, 5), (6, 9)),
    note=Bilingual("It has no address."),
)
QATAR = Record(
    key="qatar",
    kind="actor",
    type="state",
    name=Bilingual("Qatar", "قطر"),
    summary=Bilingual("A mediator.[^article-1]", "وسيط.[^article-2]"),
    citations=(ARTICLE_1, Citation("article", "2")),
)
IDLIB = QATAR._replace(key="idlib", kind="zone", type="city", name=Bilingual("Idlib", "إدلب"))


def _nothing(_: Set[str]) -> tuple[()]:
    return ()


NOWHERE = Elsewhere(_nothing, _nothing)


def _check(*records: Record, sources: tuple[Source, ...] = (ARTICLE,)) -> list[Finding]:
    vault = Vault(
        [(record, Origin(f"{record.key}.jsonl", 7)) for record in records],
        [(source, Origin(f"{source.key}.jsonl", 3)) for source in sources],
    )
    return list(check_vault(vault, NOWHERE))


def test_whole_records_give_no_finding() -> None:
    assert _check(QATAR, IDLIB) == []


@pytest.mark.parametrize(
    ("record", "what", "todo"),
    [
        (QATAR._replace(name=Bilingual("Qatar")), "name.ar: the name is missing in Arabic", "Add"),
        (
            QATAR._replace(summary=Bilingual("", "وسيط")),
            "summary.en: the summary is missing in English",
            "Add it",
        ),
        (
            QATAR._replace(summary=Bilingual("A mediator.[^article-9]", "وسيط")),
            "summary.en: [^article-9] names nothing that the record cites",
            "Correct it",
        ),
        (
            QATAR._replace(facts=(Fact("date", "2017"), Fact("date", "2018"))),
            "date[2]: nothing is cited for it",
            "Add cite",
        ),
        (
            QATAR._replace(relations=(Relation("opposes", "idlib"),)),
            "relations[1]: nothing is cited for it",
            "Add cite",
        ),
        (
            QATAR._replace(relations=(Relation("opposes", "idlip", citations=(ARTICLE_1,)),)),
            "relations[1].object: there is no record 'idlip'",
            "Correct the key",
        ),
        (
            QATAR._replace(relations=(Relation("opposes", "qatar", citations=(ARTICLE_1,)),)),
            "relations[1]: the record stands in relation to itself",
            "Correct the object",
        ),
        (
            QATAR._replace(
                relations=(Relation("opposes", "idlib", "2018", "2017", citations=(ARTICLE_1,)),),
            ),
            "relations[1]: it ends before it begins",
            "Correct since, or until or as-of",
        ),
        (
            QATAR._replace(citations=(*QATAR.citations, Citation("article", "3"))),
            "cite: article#3 names no sentence of article",
            "Cite one of its sentences, article#1 to #2",
        ),
        (
            QATAR._replace(citations=(*QATAR.citations, Citation("reuters"))),
            "cite: there is no source 'reuters'",
            "Correct the key",
        ),
        (QATAR._replace(type="kingdom"), "type: 'kingdom' is not known", "Take one of state, "),
        (QATAR._replace(type=""), "type: the type is missing", "Take one of state, "),
    ],
)
def test_each_thing_wrong_is_found(record: Record, what: str, todo: str) -> None:
    findings = _check(record, IDLIB)

    (found,) = [finding for finding in findings if finding.what == what]
    assert (found.file, found.line) == ("qatar.jsonl", 7)
    assert found.todo.startswith(todo)


def test_a_record_without_any_citation_is_found() -> None:
    bare = QATAR._replace(citations=(), summary=Bilingual("A mediator.", "وسيط."))
    assert [finding.what for finding in _check(bare, IDLIB)] == ["cite: nothing is cited"]


def test_sentences_that_nobody_cites_are_found() -> None:
    longer = ARTICLE._replace(sentences=((0, 1), (2, 3), (4, 5), (6, 7)))

    (finding,) = _check(QATAR, sources=(longer,))
    assert (finding.file, finding.line) == ("article.jsonl", 3)
    assert finding.what == "sentences: no record cites sentences 3, 4"


def test_a_symmetric_relation_written_at_both_ends_is_found() -> None:
    one = QATAR._replace(relations=(Relation("borders", "idlib", citations=(ARTICLE_1,)),))
    other = IDLIB._replace(relations=(Relation("borders", "qatar", citations=(ARTICLE_1,)),))

    (finding,) = _check(one, other)
    assert finding.what == "relations[1]: borders stands at qatar already"


def test_references_may_lead_elsewhere() -> None:
    relation = Relation("present-in", "idlib", as_of="2017", citations=(Citation("tass"),))
    vault = Vault([(QATAR._replace(relations=(relation,)), Origin())], [(ARTICLE, Origin())])
    elsewhere = Elsewhere(
        lambda keys: [Row(key, "zone", "", Bilingual("x")) for key in keys & {"idlib"}],
        lambda keys: [Source(key, Bilingual("x"), date="2017") for key in keys],
    )

    assert list(check_vault(vault, elsewhere)) == []


def test_findings_stand_on_the_line_of_their_field(tmp_path: Path) -> None:
    (tmp_path / "homs.md").write_text(
        "---\nkey: homs\nkind: zone\ntype: city\nname: {en: Homs, ar: حمص}\ncite: [tass]\ndate:\n"
        '  - {value: "2017", cite: [tass]}\n  - {value: "2018"}\nrelations:\n'
        "  - predicate: lies-in\n    object: nowhere\n    cite: [tass#3]\n---\n"
        "# Homs\n\nA city.\n\nIts old town.[^afp]\n",
        "utf-8",
    )
    known = Elsewhere(
        _nothing,
        lambda keys: [Source(key, Bilingual("x"), date="2017") for key in keys if key == "tass"],
    )

    findings = list(check_vault(read_folder(tmp_path), known))
    assert {finding.file for finding in findings} == {f"{tmp_path}/homs.md"}
    assert {finding.what.split(":")[0]: finding.line for finding in findings} == {
        "date[2]": 9,
        "relations[1].object": 12,
        "summary.en": 19,
        "summary.ar": 2,
    }


def test_a_store_is_checked_with_the_files_its_records_came_from(small_store: Store) -> None:
    findings = list(check_store(small_store))

    assert (
        Finding(
            "zones/qatar.md",
            2,
            Sentence("cite: nothing is cited"),
            Sentence("Cite what the record rests on"),
        )
        in findings
    )
    assert (
        Finding(
            "zones/demographic-change.md",
            2,
            Sentence("relations[1]: nothing is cited for it"),
            Sentence("Add cite: [source#locator]"),
        )
        in findings
    )
    assert not [finding for finding in findings if "zabadani" in finding.file]


def test_a_record_that_came_from_no_file_is_named_by_its_key(small_store: Store) -> None:
    small_store.put(small_store.get("qatar")._replace(type=""))

    found = [finding for finding in check_store(small_store) if finding.file == "record qatar"]
    assert [finding.what for finding in found] == [
        "type: the type is missing",
        "cite: nothing is cited",
    ]


@pytest.mark.thorough  # as `make lint` says so
def test_the_shipped_records_are_clean() -> None:
    vault = read_folder(Path(SEEDS_FOLDER), shown_as="seeds")

    assert vault.records
    assert list(check_vault(vault, NOWHERE)) == []


def test_a_text_is_verified_by_its_hash_and_length(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("واحد اثنان", "utf-8")
    source = ARTICLE._replace(sha256=hashlib.sha256(file.read_bytes()).hexdigest())

    assert check_source_text([source], file) == []
    (finding,) = check_source_text([source._replace(sentences=((0, 11),))], file)
    assert "sentence 1 of article ends behind the text" in finding.what

    file.write_text("واحد اثنان.", "utf-8")
    (finding,) = check_source_text([source], file)
    assert finding.file == str(file)
    assert "this is not the text of article" in finding.what
    assert source.sha256 in finding.what


def test_a_text_without_any_hash_to_compare_is_told(tmp_path: Path) -> None:
    (finding,) = check_source_text([ARTICLE], tmp_path / "article.txt")
    assert "no source carries the SHA-256" in finding.what


def test_a_broken_rule_is_named_with_its_line(tmp_path: Path) -> None:
    zone = tmp_path / "zones" / "town.md"
    zone.parent.mkdir()
    zone.write_text(
        "---\nkey: town\nkind: zone\ntype: town\nname: {en: Town, ar: بلدة}\ncite: [s]\n---\n\n"
        '# Town\n\nIt lies in the north.\n\n<div dir="rtl" lang="ar">\n\n# بلدة\n\n'
        "غادرها الإرهابيون.\n\n</div>\n",
        "utf-8",
    )
    (tmp_path / "s.md").write_text(
        "---\nkey: s\nkind: source\ntitle: {en: S}\ndate: 2018\nurl: https://example.org/story…\n---\n",
        "utf-8",
    )
    findings = list(check_vault(read_folder(tmp_path), NOWHERE))
    assert [str(finding).removeprefix(f"{tmp_path}/") for finding in findings] == [
        "zones/town.md:17: summary.ar: 'الإرهابيون' takes sides and is nobody's claim here."
        " Take a neutral word, quote it, or say who holds it. [neutral-words]",
        "s.md:6: url: the address is cut off. Copy the whole address again. [address]",
    ]
