"""The ground of a map, read from any GeoJSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.maps import ground
from store.maps.ground import Ground, GroundError, ground_file, read_ground
from store.paths import GOVERNORATES_FILE

LINE = [[36.0, 33.0], [37.0, 34.0]]


def geojson(*geometries: object) -> bytes:
    features = [{"type": "Feature", "geometry": each} for each in geometries]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def line(*points: object) -> dict[str, object]:
    return {"type": "LineString", "coordinates": list(points)}


def test_a_file_says_who_made_it_and_under_which_licence() -> None:
    assert "CC0" in ground_file(Path(GOVERNORATES_FILE)).attribution
    line = '"type": "LineString", "coordinates": [[1, 2], [3, 4]]'
    assert read_ground(f"{{{line}}}".encode()).attribution == ""
    assert read_ground(f'{{{line}, "attribution": ["x"]}}'.encode()).attribution == ""
    long = read_ground(f'{{{line}, "attribution": "a\\n b {"c" * 9999}"}}'.encode()).attribution
    assert long.startswith("a b c")
    assert len(long) < 999


def test_the_shipped_outlines_are_read_whole() -> None:
    read = read_ground(Path(GOVERNORATES_FILE).read_bytes())

    assert len(read.lines) >= 14
    assert read.left_out == 0


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("LineString", LINE),
        ("MultiLineString", [LINE]),
        ("Polygon", [LINE]),
        ("MultiPolygon", [[LINE]]),
    ],
)
def test_every_geometry_with_lines_is_read(kind: str, coordinates: object) -> None:
    geometry = {"type": kind, "coordinates": coordinates}
    wanted = Ground((((36.0, 33.0), (37.0, 34.0)),))

    assert read_ground(geojson(geometry)) == wanted
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert read_ground(json.dumps(geometry).encode(encoding)) == wanted
    collected = {"type": "GeometryCollection", "geometries": [geometry]}
    assert read_ground(geojson(collected)) == wanted


@pytest.mark.parametrize(
    "broken",
    [
        line([36, 33], [36, 91]),
        line([181, 33], [36, 33]),
        line([36], [36, 33]),
        line([36, "33"], [36, 33]),
        line([True, 33], [36, 33]),
        line(36, 33),
        line([36, 33]),
        line(),
        {"type": "MultiLineString", "coordinates": [[], [[36, 33]]]},
        {"type": "Polygon", "coordinates": {}},
        {"type": "Polygon"},
    ],
)
def test_what_cannot_be_drawn_is_left_out_and_counted(broken: object) -> None:
    read = read_ground(geojson(broken, line(*LINE)))

    assert len(read.lines) == 1
    assert read.left_out == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        '{"type": "café"}'.encode("latin-1"),
        b"\x1f\x8b\x08\0\0",
        b"{",
        b"[" * 100_000,
        b"[]",
        b"null",
        b'{"type": ["Feature"]}',
        b'{"type": "FeatureCollection", "features": 3}',
        geojson({"type": "Point", "coordinates": [36, 33]}),
        b'{"type": "LineString", "coordinates": [[NaN, 33], [36, 33]]}',
        b'{"type": "LineString", "coordinates": []}',
        b'{"type": "LineString", "coordinates": [[36, 33]]}',
    ],
)
def test_what_is_no_ground_is_refused(content: bytes) -> None:
    with pytest.raises(GroundError):
        read_ground(content)


def test_a_ground_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "MOST_POINTS", 1)
    with pytest.raises(GroundError, match="at most 1 points"):
        read_ground(geojson(line(*LINE)))

    monkeypatch.setattr(ground, "MOST_BYTES", 1)
    with pytest.raises(GroundError, match="at most 1 bytes"):
        read_ground(geojson(line(*LINE)))


def test_a_collection_that_holds_itself_deeply_is_read_without_recursion() -> None:
    value: object = line(*LINE)
    for _ in range(200):
        value = {"type": "GeometryCollection", "geometries": [value]}

    assert len(read_ground(json.dumps(value).encode()).lines) == 1
