"""By what a file of another kind is told: bytes at a place, files in an archive, words of a text.

One table each. Signatures are those that the formats' own descriptions name, as collected in the
`magic` files of file(1).
"""

from __future__ import annotations

import re
from typing import Final

from store.errors import Sentence
from store.tuples import NamedTuple

AS_JSON_LINES: Final = Sentence(
    "Write each record as one line of JSON Lines (.jsonl), as `masarat show --json` prints it"
)
AS_TEXT: Final = Sentence("Write its records as Markdown with front matter, or as JSON Lines")
UNPACK: Final = Sentence("Unpack it, then import the folder")
USE_AS_STORE: Final = Sentence("Open a store of masarat with --store; export another database")
IS_NO_DATA: Final = Sentence("Name a file or folder of records")


class Signature(NamedTuple):
    """Bytes that files of a kind have at one place."""

    content: bytes
    kind: str
    """Its name and usual ending, as they are in any language."""
    todo: Sentence
    at: int = 0
    """Bytes before it."""
    is_short: bool = False
    """A text may begin so too: a NUL in it tells that it is none."""


SIGNATURES: Final = (
    # documents
    Signature(b"%PDF-", "PDF (.pdf)", AS_TEXT),
    Signature(b"%!PS", "PostScript (.ps)", AS_TEXT),
    Signature(b"{\\rtf", "RTF (.rtf)", AS_TEXT),
    Signature(b"\xd0\xcf\x11\xe0", "Word or Excel of before 2007 (.doc, .xls)", AS_JSON_LINES),
    Signature(b"AT&TFORM", "DjVu (.djvu)", AS_TEXT),
    Signature(b"BOOKMOBI", "Mobipocket (.mobi)", AS_TEXT, at=60),
    Signature(b"ITSF", "CHM (.chm)", AS_TEXT, is_short=True),
    # data
    Signature(b"SQLite format 3\0", "SQLite (.db)", USE_AS_STORE),
    Signature(b"\x00\x00\x27\x0a", "Shapefile (.shp, .shx)", AS_JSON_LINES),
    Signature(b"PAR1", "Parquet (.parquet)", AS_JSON_LINES, is_short=True),
    Signature(b"ARROW1\0", "Arrow (.arrow)", AS_JSON_LINES),
    Signature(b"Obj\x01", "Avro (.avro)", AS_JSON_LINES),
    Signature(b"\x89HDF\r\n", "HDF5 (.h5)", AS_JSON_LINES),
    Signature(b"CDF\x01", "NetCDF (.nc)", AS_JSON_LINES),
    Signature(b"<stata_dta>", "Stata (.dta)", AS_JSON_LINES),
    Signature(b"$FL2", "SPSS (.sav)", AS_JSON_LINES, is_short=True),
    Signature(b"RDX", "R (.rda)", AS_JSON_LINES, is_short=True),
    Signature(b"bplist00", "plist", AS_JSON_LINES),
    Signature(b"Standard Jet DB", "Access (.mdb)", AS_JSON_LINES, at=4),
    Signature(b"Standard ACE DB", "Access (.accdb)", AS_JSON_LINES, at=4),
    Signature(b"!BDN", "Outlook (.pst)", AS_TEXT, is_short=True),
    Signature(b"WARC/1.", "WARC (.warc)", AS_TEXT),
    # archives
    Signature(b"ustar", "tar (.tar)", UNPACK, at=257),
    Signature(b"\x1f\x8b", "gzip (.gz)", UNPACK),
    Signature(b"\x1f\x9d", "compress (.Z)", UNPACK),
    Signature(b"BZh", "bzip2 (.bz2)", UNPACK, is_short=True),
    Signature(b"BZh91AY&SY", "bzip2 (.bz2)", UNPACK),
    Signature(b"\xfd7zXZ\0", "xz (.xz)", UNPACK),
    Signature(b"7z\xbc\xaf", "7-Zip (.7z)", UNPACK),
    Signature(b"\x28\xb5\x2f\xfd", "Zstandard (.zst)", UNPACK),
    Signature(b"\x04\x22\x4d\x18", "LZ4 (.lz4)", UNPACK),
    Signature(b"Rar!\x1a\x07", "RAR (.rar)", UNPACK),
    Signature(b"MSCF\0", "CAB (.cab)", UNPACK),
    Signature(b"!<arch>\n", "ar (.a, .deb)", UNPACK),
    Signature(b"PK\x05\x06", "ZIP (.zip)", UNPACK),
    Signature(b"PK\x07\x08", "ZIP (.zip)", UNPACK),
    # images, sound, film
    Signature(b"\x89PNG", "PNG (.png)", AS_TEXT),
    Signature(b"\xff\xd8\xff", "JPEG (.jpg)", AS_TEXT),
    Signature(b"GIF87a", "GIF (.gif)", AS_TEXT),
    Signature(b"GIF89a", "GIF (.gif)", AS_TEXT),
    Signature(b"II*\0", "TIFF (.tif)", AS_TEXT),
    Signature(b"MM\0*", "TIFF (.tif)", AS_TEXT),
    Signature(b"BM", "BMP (.bmp)", AS_TEXT, is_short=True),
    Signature(b"8BPS\0", "Photoshop (.psd)", AS_TEXT),
    Signature(b"\x00\x00\x01\x00", "ICO (.ico)", AS_TEXT),
    Signature(b"ftypheic", "HEIC (.heic)", AS_TEXT, at=4),
    Signature(b"ftypavif", "AVIF (.avif)", AS_TEXT, at=4),
    Signature(b"ftypM4A", "M4A (.m4a)", AS_TEXT, at=4),
    Signature(b"ftyp", "MP4 (.mp4, .mov)", AS_TEXT, at=4, is_short=True),
    Signature(b"WEBP", "WebP (.webp)", AS_TEXT, at=8, is_short=True),
    Signature(b"RIFF", "WAV or AVI (.wav, .avi)", AS_TEXT, is_short=True),
    Signature(b"ID3", "MP3 (.mp3)", AS_TEXT, is_short=True),
    Signature(b"\xff\xfb", "MP3 (.mp3)", AS_TEXT),
    Signature(b"OggS", "Ogg (.ogg, .opus)", AS_TEXT, is_short=True),
    Signature(b"fLaC", "FLAC (.flac)", AS_TEXT, is_short=True),
    Signature(b"\x1a\x45\xdf\xa3", "Matroska (.mkv, .webm)", AS_TEXT),
    # programs and what goes with them
    Signature(b"\x7fELF", "ELF", IS_NO_DATA),
    Signature(b"MZ", "PE (.exe, .dll)", IS_NO_DATA, is_short=True),
    Signature(b"\xca\xfe\xba\xbe", "Mach-O, Java (.class)", IS_NO_DATA),
    Signature(b"\xcf\xfa\xed\xfe", "Mach-O", IS_NO_DATA),
    Signature(b"\xce\xfa\xed\xfe", "Mach-O", IS_NO_DATA),
    Signature(b"\x00asm", "WebAssembly (.wasm)", IS_NO_DATA),
    Signature(b"L\0\0\0\x01\x14\x02\0", "LNK (.lnk)", IS_NO_DATA),
    Signature(b"wOFF", "WOFF (.woff)", IS_NO_DATA, is_short=True),
    Signature(b"wOF2", "WOFF2 (.woff2)", IS_NO_DATA, is_short=True),
    Signature(b"OTTO", "OpenType (.otf)", IS_NO_DATA, is_short=True),
    Signature(b"\x00\x01\x00\x00\x00", "TrueType (.ttf)", IS_NO_DATA),
)
"""The first that fits tells; those that others begin with come after them."""

ZIP: Final = b"PK\x03\x04"
IN_ZIP: Final = (
    ("word/", "Word (.docx)", AS_TEXT),
    ("xl/", "Excel (.xlsx)", AS_JSON_LINES),
    ("ppt/", "PowerPoint (.pptx)", AS_TEXT),
    ("[Content_Types].xml", "Word, Excel or PowerPoint (.docx, .xlsx, .pptx)", AS_JSON_LINES),
    ("META-INF/MANIFEST.MF", "JAR (.jar)", IS_NO_DATA),
    ("doc.kml", "KMZ (.kmz)", UNPACK),
    ("", "ZIP (.zip)", UNPACK),
)
"""How the name of a file begins that an archive of a kind holds."""
MEDIA_TYPES: Final = (
    (b"application/epub+zip", "EPUB (.epub)", AS_TEXT),
    (b"application/vnd.oasis.opendocument.spreadsheet", "OpenDocument (.ods)", AS_JSON_LINES),
    (b"application/vnd.oasis.opendocument.text", "OpenDocument (.odt)", AS_TEXT),
    (b"application/vnd.oasis.opendocument", "OpenDocument", AS_TEXT),
)
"""What the file `mimetype` says, with which such an archive begins."""

TEXTS: Final = (
    (re.compile(r"(?:<\?xml[^<>]*+>\s*+)?<kml"), "KML (.kml)", AS_JSON_LINES),
    (re.compile(r"(?:<\?xml[^<>]*+>\s*+)?<gpx"), "GPX (.gpx)", AS_JSON_LINES),
    (re.compile(r"(?:<\?xml[^<>]*+>\s*+)?<svg"), "SVG (.svg)", AS_TEXT),
    (re.compile(r"(?:<!doctype html|<html|<head|<body)", re.I), "HTML (.html)", AS_TEXT),
    (re.compile(r"<\?xml"), "XML (.xml)", AS_JSON_LINES),
    (re.compile(r"@[a-z]{3,20}\s?\{", re.I), "BibTeX (.bib)", AS_JSON_LINES),
    (re.compile(r"From \S{1,80} +[A-Z][a-z]{2} "), "mbox (.mbox)", AS_TEXT),
    (re.compile(r"TY {2}- "), "RIS (.ris)", AS_JSON_LINES),
    (re.compile(r"BEGIN:VCARD"), "vCard (.vcf)", AS_JSON_LINES),
    (re.compile(r"BEGIN:VCALENDAR"), "iCalendar (.ics)", AS_JSON_LINES),
    (re.compile(r"\\documentclass"), "LaTeX (.tex)", AS_TEXT),
    (re.compile(r"-----BEGIN "), "PEM, PGP (.pem, .asc)", IS_NO_DATA),
    (re.compile(r"#!\s?/"), "#! (.sh, .py)", IS_NO_DATA),
    (re.compile(r"PRAGMA foreign_keys|-- [^\n]{0,40}\bdump\b", re.I), "SQL (.sql)", AS_JSON_LINES),
)  # fmt: skip
"""How texts of a kind begin, white space left out."""
