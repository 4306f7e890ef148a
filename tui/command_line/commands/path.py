"""`masarat path`: how two records are connected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import bold, print_json, print_message, print_text
from tui.messages.sentences import translate, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from store.connecting import Connection, Step
    from store.files.page import RelationLine
    from store.model.records import Row, Source
    from store.store import Store
    from tui.command_line.invocation import Invocation


def run(
    invocation: Invocation,
    *,
    key: str,
    other_key: str,
    wanted_format: str,
    svg_file: Path | None,
    overwrite: bool,
) -> int:
    """Print the shortest ways from one record to another, claim by claim, or save them drawn."""
    from store.connecting import connection, connection_to_mapping

    if key == other_key:
        sentence = "{key} is one record; give the keys of two."
        raise WrongUseError(translate(sentence, key=key))
    with invocation.open_store() as store:
        found = connection(store, (key, other_key))
        if svg_file is not None and found.ways:
            return _save(store, found, svg_file, overwrite=overwrite)
        cited = {
            citation.source
            for way in found.ways
            for step in way
            for related in step.relations
            for citation in related.citations
        }
        sources = store.sources(sorted(cited)) if cited else []
    if wanted_format == "json":
        print_json(connection_to_mapping(found))
    elif found.ways:
        _print_ways(found, sources)
    if found.ways:
        return DONE
    print_message(_no_way(found))
    return NOTHING


def _save(store: Store, found: Connection, file: Path, *, overwrite: bool) -> int:
    from tui.command_line.picturing.printed import save_svg
    from tui.command_line.picturing.ways import drawn_ways

    save_svg(drawn_ways(found, store.sources), file, overwrite=overwrite)
    return DONE


def _no_way(found: Connection) -> str:
    from store.connecting import MOST_STEPS, MOST_VISITED

    one, other = (row.key for row in found.ends)
    if found.is_cut:
        sentence = (
            "No way from {one} to {other} was found among the {count:,} nearest records; "
            "there may be a longer one."
        )
        return translate(sentence, one=one, other=other, count=MOST_VISITED)
    sentence = "No relations lead from {one} to {other} in {steps} steps or fewer."
    return translate(sentence, one=one, other=other, steps=MOST_STEPS)


def _print_ways(found: Connection, sources: Iterable[Source]) -> None:
    """Print each way as lines, the records on it one below the other, then the sources.

    Args:
        found: at least one way.
        sources: those that its relations cite.
    """
    for number, way in enumerate(found.ways, start=1):
        print_text(*bold(f"{number}. {_named(found.ends[0])}"))
        for step in way:
            for line in _lines(step):
                print_text("   ", line)
        print_text()
    lines = list(map(_source_line, sources))
    if lines:
        print_text(f"{translate('Sources')}:")
    for line in lines:
        print_text("   ", line)


def _lines(step: Step) -> Iterator[str]:
    from store.files.page import relation_groups
    from tui.terminal.environment import has_utf8

    arrow = "↓" if has_utf8() else "v"
    for group in relation_groups(step.relations, user_language()):
        for relation in group.relations:
            yield f"{arrow} {group.verb}: {_named(step.end)}{_details(relation)}"


def _details(relation: RelationLine) -> str:
    details = f" ({relation.details})" if relation.details else ""
    cited = " ".join(citation.reference for citation in relation.related.citations)
    return f"{details} [{cited}]" if cited else details


def _named(row: Row) -> str:
    """A record's name with its key; the key alone where it has no other."""
    name = row.name.prefer(user_language())
    return f"{name} ({row.key})" if name else row.key


def _source_line(source: Source) -> str:
    from store.files.page import cited_source

    cited = cited_source(source, user_language())
    words = dict.fromkeys(filter(None, (cited.name, cited.title, cited.date)))
    return f"{source.key}: {' · '.join(words)}"


COMMAND: Final = Command(
    name="path",
    place=44,
    short_help="Show how two records are connected.",
    help=(
        "Show the shortest ways from the record with one KEY to that with the other, over "
        "relations in either direction: at most five of at most four steps.",
        "Each step says every relation between its two records, with the sources in brackets that "
        "it rests on. Where there is no way, the exit code is 1.",
    ),
    run=run,
    arguments=(
        Argument("key", "KEY", "record key"),
        Argument("other_key", "KEY", "record key"),
    ),
    options=(options.FORMAT_OF_WAYS, options.SVG, options.OVERWRITE, *options.EVERYWHERE),
    examples=(
        "masarat path zabadani kefraya",
        "masarat path qatar four-towns-agreement-2015 --format json",
        "masarat path zabadani kefraya --svg ways.svg",
    ),
)
