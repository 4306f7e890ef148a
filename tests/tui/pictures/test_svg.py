"""A picture as SVG and as plain lines: whole, safe, in both directions."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

import pytest

from store.model.vocabulary import Language
from tui.explorer.language import use_language
from tui.pictures.cells import STYLES, Canvas, Picture
from tui.pictures.plain import lines_below, plain_lines
from tui.pictures.shapes import CELL, shape
from tui.pictures.svg import _GROUNDS, _INKS, svg

SVG: Final = "{http://www.w3.org/2000/svg}"


def drawn() -> Picture:
    canvas = Canvas(30, 2)
    canvas.put(0, 0, "Aleppo <&", "zone", "aleppo")
    canvas.put(12, 0, "●━▄⣿", "certain")
    canvas.put(19, 1, "حلب الشرقية", "zone", "aleppo")
    return canvas.picture(
        "Who went where",
        ["Without a date: one record whose name is so long that it is wrapped"],
        ["article#2", "وكالة سانا، نيسان 2017"],
        "Sources",
    )


def elements(picture: Picture, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg(picture)).iter(SVG + tag))


def test_text_stands_in_its_cells_in_its_own_direction() -> None:
    by_text = {text.text: text.attrib for text in elements(drawn(), "text")}

    english = by_text["Aleppo\u00a0<&"]
    assert (english["direction"], english["x"]) == ("ltr", "0")
    assert english["textLength"] == str(9 * CELL)
    arabic = by_text["حلب\u00a0الشرقية"]
    # It begins at its right edge.
    assert (arabic["direction"], arabic["x"]) == ("rtl", str(30 * CELL))


def test_lines_blocks_and_braille_are_shapes() -> None:
    assert {path.attrib["class"] for path in elements(drawn(), "path")} == {
        "certain fill", "certain heavy", "certain dot",
    }  # fmt: skip
    assert not any("⣿" in (text.text or "") for text in elements(drawn(), "text"))


def test_it_carries_its_title_notes_and_sources() -> None:
    said = [(text.text or "").replace("\u00a0", " ") for text in elements(drawn(), "text")]
    assert said[0] == "Who went where"
    assert "Without a date: one record" in said
    assert said[-3:] == ["Sources", "article#2", "وكالة سانا، نيسان 2017"]
    (title,) = elements(drawn(), "title")
    assert title.text == "Who went where"


def test_hostile_text_is_drawn_and_not_obeyed() -> None:
    canvas = Canvas(40, 1)
    canvas.put(0, 0, "</text><script>\x00\u202e\ud800\ufffe")
    document = svg(canvas.picture("</title>\x1b[31m", ["]]>&"], ["\x07"]))
    assert not list(ET.fromstring(document).iter(SVG + "script"))
    document.encode()


def test_light_and_dark_are_as_the_reader_has_them() -> None:
    assert "@media (prefers-color-scheme:dark)" in svg(drawn())
    assert set(_INKS) == set(STYLES)
    for style, inks in _INKS.items():
        for ink, ground in zip(inks, _GROUNDS, strict=True):
            assert contrast(ink, ground) >= (3 if style == "outline" else 4.5), (style, ink)


def contrast(one: str, other: str) -> float:
    """Of two colours, by WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("sign", "▁▄█▌▐▀░▒▓⣿⠁─│┌┼╭━╌╎●○◆◇■□▲△▼▶◀→←↑↓↗↘↖↙")
def test_every_sign_that_pictures_use_is_a_shape(sign: str) -> None:
    assert shape(sign, 0, 0) is not None


def test_plain_lines_keep_every_run_in_its_cells() -> None:
    lines = list(plain_lines(drawn()))
    assert lines[0] == "Aleppo <&   ●━▄⣿"
    # A mark at each side, so that a terminal which orders lines leaves the others where they are.
    assert lines[1] == " " * 19 + "\u200eحلب الشرقية\u200e"
    assert list(lines_below(drawn()))[1:] == [
        "Sources", "  article#2", "  وكالة سانا، نيسان 2017",
    ]  # fmt: skip


def test_plain_lines_are_of_ascii_where_nothing_else_can_be_drawn() -> None:
    canvas = Canvas(20, 1)
    canvas.put(0, 0, "●━▄⣿⠀░→◇╌")
    canvas.put(10, 0, "حلب")
    (line,) = plain_lines(canvas.picture(), only_ascii=True)
    assert line == "*-:. ~>?- \u200eحلب\u200e"


def test_signs_between_words_are_of_ascii_too_and_no_mark_stands_where_nothing_is_turned() -> None:
    canvas = Canvas(60, 1)
    canvas.put(0, 0, "Kanaker settl…")
    canvas.put(20, 0, "470 · ‘Raqqa’ — 2016–7")
    (line,) = plain_lines(canvas.picture(), only_ascii=True)
    assert line == "Kanaker settl.      470 - 'Raqqa' - 2016-7"
    (line,) = plain_lines(canvas.picture())
    assert line.startswith("Kanaker settl…      470 · ‘Raqqa’")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_all_lines_around_a_picture_run_in_its_direction(
    language: Language, direction: str
) -> None:
    use_language(language)
    sources = [
        "[1] Enab Baldi · The buses left · https://example.org/a",
        "[2] وكالة سانا · غادرت الحافلات · Buses, 2017",
        f"https://example.org/{'a' * 99}/",
    ]
    title, notes = "Madaya وكفريا", ["Zabadani ← ?", "بلا تاريخ"]
    picture = Canvas(90, 1).picture(title, notes, sources, "المصادر")
    lines = elements(picture, "text")
    assert len(lines) == 8
    edge = str(90 * CELL) if language == "ar" else "0"
    assert {(line.attrib["direction"], line.attrib["x"]) for line in lines} == {(direction, edge)}
    said = [(line.text or "").replace("\u00a0", " ") for line in lines]
    # A name and the title behind it do not become one run, and the number begins the line.
    assert said[4] == (
        "[1] \u2068Enab Baldi\u2069 · \u2068The buses left\u2069 · \u2068https://example.org/a\u2069"
    )
    # An address that is longer than the picture stays on it, its last stroke at its end.
    assert max(map(len, said)) <= 90 + len("\u2068\u2069") * 3
    assert said[7].startswith("\u2068aa")
    assert said[7].endswith("a/\u2069")
