"""`masarat source`: the texts of sources that the user holds, and what stands in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Column, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import bold, print_message, print_table, print_text
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.command_line.printing.sources import NO_TEXTS
from tui.messages.sentences import translate, translate_count, user_language

if TYPE_CHECKING:
    from pathlib import Path

    from store.model.records import CitedFor, Row, Source
    from store.store import Store
    from store.texts.held import HeldSentence, HeldText
    from tui.command_line.invocation import Invocation


def _hash_state(held: HeldText) -> str:
    if not held.expected:
        return ""
    return "another" if held.is_another else "known"


_COLUMNS: Final = (
    Column[Any]("key", "the key of the source", lambda held: held.source),
    Column[Any]("file", "the name of the file that was attached", lambda held: held.file),
    Column[Any]("sentences", "how many it has", lambda held: str(held.sentence_count)),
    Column[Any](
        "hash",
        "known: it is the text whose hash is known; another: it is not; empty: none is known",
        _hash_state,
    ),
    Column[Any]("sha256", "of that file", lambda held: held.sha256),
)
_INDENT: Final = "    "


def run(
    invocation: Invocation,
    *,
    action: str,
    key: str | None,
    what: Path | None,
    another_text: bool,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """List the texts, attach one, show one or a sentence of it, or take one away."""
    if action == "list":
        if key is not None:
            raise WrongUseError(translate("masarat source list takes no KEY."))
        return _list(invocation, wanted_format, as_json=as_json)
    if key is None:
        raise WrongUseError(
            translate("Name the source: masarat source {action} KEY.", action=action)
        )
    if action == "attach":
        return _attach(invocation, key, what, another=another_text)
    if action == "show":
        return _show(invocation, key, None if what is None else str(what))
    if what is not None:
        raise WrongUseError(translate("Got unexpected extra argument ({args})", args=what))
    return _detach(invocation, key)


def _list(invocation: Invocation, wanted: str | None, *, as_json: bool) -> int:
    with invocation.open_store(at_a_glance=True) as store:
        held = store.held_texts()
    listing = Listing(_COLUMNS, held, partial(map, _as_mapping), _print_rows)
    if not print_listing(listing, wanted, as_json=as_json):
        print_message(translate(NO_TEXTS))
    return DONE


def _attach(invocation: Invocation, key: str, file: Path | None, *, another: bool) -> int:
    if file is None:
        raise WrongUseError(translate("Name the file of the text: masarat source attach KEY FILE."))
    with invocation.open_store(at_a_glance=True) as store:
        held = store.attach_text(key, file, another=another)
    sentence = "The text of {source} is attached: {sentences}."
    many = translate_count("{count} sentence", "{count} sentences", held.sentence_count)
    print_message(translate(sentence, source=key, sentences=many))
    _tell_of_hash(held)
    return DONE


def _tell_of_hash(held: HeldText) -> None:
    if held.is_another:
        print_message(
            translate(
                "It is not the text whose hash is known: its sentences may have other numbers."
            )
        )
    elif held.expected:
        print_message(translate("It is the text whose hash is known."))


def _detach(invocation: Invocation, key: str) -> int:
    with invocation.open_store(at_a_glance=True) as store:
        was_there = store.detach_text(key)
    if not was_there:
        return _tell_none(key)
    print_message(translate("The text of {source} is no longer in the store.", source=key))
    return DONE


def _tell_none(key: str) -> int:
    sentence = "No text of {source} is attached; masarat source attach {source} FILE attaches one."
    print_message(translate(sentence, source=key))
    return NOTHING


# --- showing -------------------------------------------------------------------------------------


def _show(invocation: Invocation, key: str, sentence: str | None) -> int:
    with invocation.open_store(at_a_glance=True) as store:
        source = store.source(key)
        text = store.whole_text(key)
        if text is None:
            return _tell_none(key)
        chosen = _chosen(sentence, text.held)
        supported = _supported(store, source)
        places = store.places_of({each.record.key for uses in supported.values() for each in uses})
        for number in chosen:
            is_asked = sentence is not None and number == int(sentence)
            _print_sentence(text.sentence(number), is_asked=is_asked)
            for line in _uses(supported.get(number, ()), source, places):
                print_text(_INDENT, line)
    if sentence is None:
        _tell_uncited(text.held, supported)
    if text.held.is_another:
        _tell_of_hash(text.held)
    return DONE


def _chosen(sentence: str | None, held: HeldText) -> Iterable[int]:
    """The numbers of the sentences that are shown: all, or one with its neighbours."""
    count = held.sentence_count
    if sentence is None:
        return range(1, count + 1)
    from store.texts.held import is_number

    if not is_number(sentence) or not 1 <= int(sentence) <= count:
        wrong = "{value!r} is no sentence of it; they are numbered from 1 to {last:,}."
        raise WrongUseError(translate(wrong, value=sentence, last=count))
    number = int(sentence)
    return range(max(1, number - 1), min(count, number + 1) + 1)


def _supported(store: Store, source: Source) -> dict[int, list[CitedFor]]:
    """What each sentence is cited for, by its number."""
    from store.texts.held import is_number

    found: dict[int, list[CitedFor]] = defaultdict(list)
    if source.sentences:
        for each in store.cited_for(source.key, user_language()):
            if is_number(each.citation.locator):
                found[int(each.citation.locator)].append(each)
    return found


def _print_sentence(sentence: HeldSentence, *, is_asked: bool) -> None:
    text = sentence.line
    print_text(f"[{sentence.number}] ", *(bold(text) if is_asked else (text,)))


def _uses(cited: Iterable[CitedFor], source: Source, places: dict[str, Row]) -> Iterator[str]:
    from store.files.page import citing_groups

    language = user_language()
    for group in citing_groups(cited, source, language, places):
        for citing in group.records:
            said = "; ".join(use.said for use in citing.uses)
            yield f"{citing.record.name.prefer(language)} · {citing.record.key}: {said}"


def _tell_uncited(held: HeldText, supported: dict[int, list[CitedFor]]) -> None:
    if not held.is_numbered:
        print_message(
            translate(
                "Citations of {source} name no sentences, so none is said to be cited.",
                source=held.source,
            )
        )
        return
    uncited = held.sentence_count - sum(number <= held.sentence_count for number in supported)
    if uncited > 0:
        print_message(
            translate_count(
                "{count} sentence is cited by nothing.",
                "{count} sentences are cited by nothing.",
                uncited,
            )
        )


def _as_mapping(held: HeldText) -> dict[str, Any]:
    return {
        "key": held.source,
        "file": held.file,
        "sentences": held.sentence_count,
        "hash": _hash_state(held),
        "sha256": held.sha256,
    }


def _print_rows(held: Iterable[HeldText]) -> int:
    rows = [(each.source, str(each.sentence_count), _hash_state(each), each.file) for each in held]
    print_table(rows)
    return len(rows)


COMMAND: Final = Command(
    name="source",
    place=42,
    short_help="Read a text that you hold beside what it is cited for.",
    help=(
        "Attach the text of the source with the KEY, list what is attached, show a text or one "
        "SENTENCE of it by its number with what each is cited for, or detach it.",
        "FILE is a text in UTF-8 of at most 4 MB. Where the hash of the text is known it is "
        "compared; another text is attached with --another-text alone, and marked as another.",
        "Sentences are those that the source's record knows, else they are found. Texts stay in "
        "your store: backups hold them, and no export, report, guide or assistant does. "
        "masarat search 'in:sources WORDS' searches them.",
    ),
    run=run,
    arguments=(
        Argument("action", "ACTION", "choice", choices=("attach", "list", "show", "detach")),
        Argument("key", "KEY", "key", is_optional=True),
        Argument("what", "FILE|SENTENCE", "path", is_optional=True),
    ),
    options=(options.ANOTHER_TEXT, options.FORMAT, options.JSON, *options.EVERYWHERE),
    columns=_COLUMNS,
    examples=(
        "masarat source attach article article.txt",
        "masarat source show article 1",
        "masarat source list",
    ),
)
