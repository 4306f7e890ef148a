"""`masarat network`: a record and what stands around it, one or two steps away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import print_json, print_message, print_text
from tui.messages.sentences import comma_separated, translate, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from store.files.page.relations import RelationGroup, RelationLine
    from store.model.records import Record, Related
    from store.store import Store
    from tui.command_line.invocation import Invocation

_INDENT: Final = "  "
_MOST_BEYOND: Final = 4
"""Names on a line of what is two steps away."""


def run(
    invocation: Invocation,
    *,
    key: str,
    steps: str,
    limit: int,
    wanted_format: str | None,
    svg_file: Path | None,
    overwrite: bool,
) -> int:
    """Show a record with those it is related to, and with `steps` of 2 those beyond them."""
    with invocation.open_store(at_a_glance=True) as store:
        record = store.get(key)
        near = store.related(key)
        if svg_file is not None or (wanted_format is None and _is_for_a_picture()):
            is_two = steps == "2"
            return _draw(store, key, near, svg_file, beyond=is_two, overwrite=overwrite)
        if wanted_format == "json":
            print_json(_graph(store, record, near, beyond=steps == "2"))
            return DONE if near else NOTHING
        for line in _heading(record):
            print_text(line)
        if not near:
            print_message(translate("{key} is related to no record.", key=key))
            return NOTHING
        for line in _around(store, record, near, limit, beyond=steps == "2"):
            print_text(line)
    return DONE


# --- as a picture --------------------------------------------------------------------------------


def _is_for_a_picture() -> bool:
    # What goes into a pipe pays for no picture.
    from tui.terminal.safe_output import standard_output

    if not standard_output().isatty():
        return False
    from tui.command_line.picturing.network import is_room_for_network

    return is_room_for_network()


def _draw(
    store: Store,
    key: str,
    near: Sequence[Related],
    svg_file: Path | None,
    *,
    beyond: bool,
    overwrite: bool,
) -> int:
    from tui.command_line.picturing.network import drawn_network
    from tui.command_line.picturing.printed import print_picture, save_svg

    picture = drawn_network(store, key, near, beyond=beyond, is_saved=svg_file is not None)
    if svg_file is None:
        print_picture(picture)
        return DONE if near else NOTHING
    save_svg(picture, svg_file, overwrite=overwrite)
    return DONE


# --- for reading ---------------------------------------------------------------------------------


def _heading(record: Record) -> Iterator[str]:
    from store.files.page import names_for_reader

    yield _INDENT.join(names_for_reader(record.name, user_language()))
    yield record.key


def _around(
    store: Store, record: Record, near: Sequence[Related], limit: int, *, beyond: bool
) -> Iterator[str]:
    """The relations of a record by verb, at most `limit` of each, and below each record its own."""
    from store.files.page.relations import relation_groups

    groups = relation_groups(near, user_language())
    shown = [line.related.other.key for group in groups for line in group.relations[:limit]]
    # Each is followed once, where it first stands; the way back to the record says nothing new.
    keys = [key for key in dict.fromkeys(shown) if key != record.key] if beyond else []
    further = dict(zip(keys, store.related_many(keys), strict=True))
    for group in groups:
        yield ""
        yield f"{group.verb}:"
        for line in group.relations[:limit]:
            yield _related(line, record.key)
            own = further.pop(line.related.other.key, ())
            others = [each for each in own if each.other.key != record.key]
            yield from map(_in_a_line, relation_groups(others, user_language()))
        if (more := len(group.relations) - limit) > 0:
            sentence = "… and {count} more; masarat show {key} lists all."
            yield _INDENT + translate(sentence, count=more, key=record.key)


def _related(line: RelationLine, key: str) -> str:
    other = line.related.other.key
    name = translate("itself") if other == key else line.name
    details = f" ({line.details})" if line.details else ""
    references = ", ".join(citation.reference for citation in line.related.citations)
    cited = f" [{references}]" if references else ""
    return f"{_INDENT}{name} · {other}{details}{cited}"


def _in_a_line(group: RelationGroup) -> str:
    """One verb of a record one step away, and the first few of those it leads to."""
    names = list(dict.fromkeys(line.name for line in group.relations))
    said = names[:_MOST_BEYOND]
    if len(names) > len(said):
        said.append(translate("and {count} more", count=len(names) - len(said)))
    return f"{_INDENT * 2}{group.verb}: {comma_separated(said)}"


# --- for programs --------------------------------------------------------------------------------


def _graph(
    store: Store, record: Record, near: Sequence[Related], *, beyond: bool
) -> dict[str, Any]:
    """The records and relations as nodes and edges, each once and none cut."""
    from store.model.mapping import record_to_mapping

    names = record_to_mapping(record)["name"]
    nodes: dict[str, dict[str, Any]] = {
        record.key: {"key": record.key, "kind": record.kind, "step": 0, "name": names}
    }
    edges: dict[tuple[str, ...], dict[str, Any]] = {}
    _add(nodes, edges, record.key, near, 1)
    if beyond:
        keys = [key for key in nodes if key != record.key]
        for key, related in zip(keys, store.related_many(keys), strict=True):
            _add(nodes, edges, key, related, 2)
    return {"record": record.key, "nodes": list(nodes.values()), "edges": list(edges.values())}


def _add(
    nodes: dict[str, dict[str, Any]],
    edges: dict[tuple[str, ...], dict[str, Any]],
    key: str,
    relations: Iterable[Related],
    step: int,
) -> None:
    from store.model.mapping import inverse_to_mapping

    for each in relations:
        other = each.other
        node = {"key": other.key, "kind": other.kind, "step": step}
        names = {"en": other.name.en, "ar": other.name.ar}
        nodes.setdefault(
            other.key, {**node, "name": {code: name for code, name in names.items() if name}}
        )
        ends = (key, other.key) if each.direction == "out" else (other.key, key)
        edge = {**inverse_to_mapping(each), "subject": ends[0], "object": ends[1]}
        # A symmetric relation is met from both of its ends as one that goes out.
        met = tuple(sorted(ends)) if _is_symmetric(each.predicate) else ends
        edges.setdefault((each.predicate, *met, each.since), edge)


def _is_symmetric(predicate: str) -> bool:
    from store.model.vocabulary import PREDICATES

    return PREDICATES[predicate].symmetric


COMMAND: Final = Command(
    name="network",
    place=42,
    short_help="Show what stands around a record.",
    help=(
        "Show the record with KEY and those it is related to, by relation, each with its sources; "
        "with --steps 2 also what these are related to.",
        "In a terminal it is a picture as wide as that, the record in its middle and the numbers "
        "of sources behind each relation; in a pipe, or with --format text, a text to read.",
        "In JSON, nodes are the records, each with its distance in steps, and edges the relations, "
        "none of them left out.",
    ),
    run=run,
    arguments=(Argument("key", "KEY", "record key"),),
    options=(
        options.STEPS,
        options.LIMIT_OF_RELATIONS,
        options.FORMAT_OF_NETWORK,
        options.SVG,
        options.OVERWRITE,
        *options.EVERYWHERE,
    ),
    examples=(
        "masarat network ahrar-al-sham",
        "masarat network four-towns-agreement-2017 --steps 2",
        "masarat network zabadani --steps 2 --format json",
        "masarat network zabadani --svg zabadani.svg",
    ),
)
