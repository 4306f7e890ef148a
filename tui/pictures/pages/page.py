"""Pages for a browser: a picture with what is not on it, what it says in words, and its sources.

A page loads nothing, runs nothing and sends nothing: it says so to the browser itself. All text
of a store goes through `html_text`, which escapes it and keeps it in its direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from store.exchange.report.contents import is_web_address
from store.exchange.report.html_text import NOTHING, Html, element, in_direction, text
from store.files.page.citations import cited_source
from store.model.records import Source
from store.model.vocabulary import Language
from store.store import Store
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.pages import map as map_page
from tui.pictures.pages import network, overview, timeline
from tui.pictures.pages.drawn import Drawn, PictureOfPage
from tui.pictures.svg import svg

PAGES: Final[tuple[PictureOfPage, ...]] = (
    overview.PAGE, timeline.PAGE, map_page.PAGE, network.PAGE,
)  # fmt: skip
"""In the order in which pages lead to each other."""
INDEX: Final = "index.html"
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_STYLE: Final = """
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1f2328; --quiet: #5c6570;
  --line: #d8dce1; --accent: #0b4f9c; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181c; --ink: #e6e6e6;
  --quiet: #a3abb5; --line: #363a40; --accent: #8ec7ff; } }
html { background: var(--ground); color: var(--ink); }
body { margin: 0 auto; max-width: 100rem; padding: 1rem; line-height: 1.55;
  overflow-wrap: anywhere; font-family: "Segoe UI", "Noto Sans", "Noto Naskh Arabic",
  "Geeza Pro", "DejaVu Sans", system-ui, sans-serif; }
:lang(ar) { line-height: 1.75; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; border-bottom: 1px solid var(--line);
  padding-bottom: .5rem; }
nav [aria-current] { color: inherit; font-weight: bold; text-decoration: none; }
figure { margin: 1rem 0; overflow-x: auto; }
figure svg { display: block; height: auto; max-width: 100%; min-width: 46rem; }
li { margin-block: .2rem; }
.quiet, footer { color: var(--quiet); }
@media print { nav { display: none; } figure svg { min-width: 0; } }
"""


def file_names() -> list[str]:
    """The files of a folder of pages, the one to open first."""
    return [INDEX, *(f"{page.name}.html" for page in PAGES)]


def written_pages(
    store: Store, keys: Sequence[str], asked: str, language: Language
) -> Iterator[str]:
    """Write the pages, in the order of their files.

    Args:
        store: from which they are drawn.
        keys: of the records that are shown, one at least.
        asked: the query that found them, empty for all records.
        language: of the pages.
    """
    yield _index(len(keys), asked, language)
    for page in PAGES:
        yield _page_of(page, page.draw(store, keys, language), language)


def _index(count: int, asked: str, language: Language) -> str:
    shown = say("list.records", count=count)
    found = f"{shown}: {asked}" if asked else shown
    entries = (
        element(
            "li",
            element("a", text(say(f"page.{page.name}")), href=f"{page.name}.html"),
            text(" – "),
            text(say(f"page.{page.name}.says")),
        )
        for page in PAGES
    )
    title = say("page.index")
    return _whole(
        title,
        element("h1", text(title)),
        element("p", in_direction(found, language), class_="quiet"),
        element("ul", *entries),
        language=language,
        current="",
    )


def _page_of(page: PictureOfPage, drawn: Drawn, language: Language) -> str:
    title = say(f"page.{page.name}")
    picture = drawn.picture
    about = picture.title if picture.title != title else ""
    return _whole(
        title,
        element("h1", text(title)),
        element("p", text(say(f"page.{page.name}.says")), class_="quiet"),
        element("h2", in_direction(about, language)) if about else NOTHING,
        # Arrows scroll it where it is wider than the window.
        element("figure", _inline(drawn), tabindex="0", role="group", aria_label=about or title),
        _folded(say("page.not-shown"), _lines(picture.notes, language)),
        _folded(say("page.in-words"), _lines(drawn.words, language)),
        _folded(say("page.sources"), [_source(each, language) for each in drawn.sources]),
        language=language,
        current=page.name,
    )


def _inline(drawn: Drawn) -> Html:
    """The picture alone; its title, notes and sources stand around it as text of the page."""
    alone = drawn.picture._replace(title="", notes=(), sources=(), sources_heading="")
    return Html(svg(alone))


def _lines(lines: Sequence[str], language: Language) -> list[Html]:
    return [in_direction(line, language) for line in lines]


def _folded(heading: str, entries: Sequence[Html]) -> Html:
    """A list that opens when its heading is pressed; nothing where it is empty."""
    if not entries:
        return NOTHING
    number = f"{heading} ({len(entries):,})"
    listed = element("ul", *(element("li", entry) for entry in entries))
    return element("details", element("summary", text(number)), listed)


def _source(source: Source, language: Language) -> Html:
    cited = cited_source(source, language)
    said = dict.fromkeys((cited.name, cited.title or cited.key, in_digits(cited.date, language)))
    words = text(" · ").join(in_direction(part, language) for part in said if part)
    if not is_web_address(cited.url):
        return Html(words)
    link = element("a", text(cited.url), href=cited.url, rel="noreferrer", dir="ltr")
    return Html(words + text(" · ") + link)


def _whole(title: str, *body: Html, language: Language, current: str) -> str:
    metas = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
    )
    head = element("head", Html(metas), element("title", text(title)), _styled())
    main = element("main", *body)
    footer = element("footer", element("p", text(say("page.made"))))
    whole = element(
        "html",
        head,
        element("body", _links(current), main, footer),
        lang=language,
        dir="rtl" if language == "ar" else "ltr",
    )
    return f"<!DOCTYPE html>\n{whole}\n"


def _styled() -> Html:
    return Html(f"<style>{_STYLE}</style>")


def _links(current: str) -> Html:
    pages = [(INDEX, "", say("page.index"))]
    pages += [(f"{page.name}.html", page.name, say(f"page.{page.name}")) for page in PAGES]
    return element(
        "nav",
        *(
            element("a", text(title), href=file, aria_current="page" if name == current else "")
            for file, name, title in pages
        ),
        aria_label=say("page.index"),
    )
