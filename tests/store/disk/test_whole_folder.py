"""Files are written into a folder all or none, whenever the program ends, and never elsewhere."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from store.disk.journal import JOURNAL, Plan
from store.disk.new_folder import NewFolder
from store.disk.whole_folder import settle, settle_with_inner, write_files
from store.errors import ExportError, WriteError
from tests.store.disk.interruptions import Calls, Killed, every_interruption, files

OLD = {"zones/idlib.md": "old", "zones/homs.md": "kept", ".git/config": "theirs", "notes.md": "n"}
NEW = {"zones/idlib.md": "new", "actors/qatar.md": "new too", "zones/hama.md": "إدلب"}
FREE = {"actors/qatar.md": "new too", "zones/hama.md": "new"}
TOKEN = "0123456789abcdef"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "vault")


def filled(folder: Path) -> Path:
    for name, text in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def write(folder: Path, new: dict[str, str], *, overwrite: bool = True) -> None:
    write_files(folder, list(new), new.values(), overwrite=overwrite)


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def leave(folder: Path, plan: Plan, *, complete: bool = True) -> None:
    """Leave a journal as a killed export does."""
    (folder / JOURNAL).write_bytes(plan.to_bytes() + b"complete\n" * complete)


# --- whole or not at all --------------------------------------------------------------------------


def test_files_are_written_into_new_folders(tmp_path: Path) -> None:
    write(tmp_path / "new" / "vault", NEW, overwrite=False)
    assert files(tmp_path / "new" / "vault") == NEW


def test_what_else_is_in_the_folder_stays(folder: Path) -> None:
    before = {path: path.stat() for path in folder.rglob("*") if path.name not in ("idlib.md",)}
    write(folder, NEW)
    assert files(folder) == {**OLD, **NEW}
    assert {path: path.stat().st_ino for path in before} == {
        path: status.st_ino for path, status in before.items()
    }


@pytest.mark.parametrize(("new", "overwrite"), [(NEW, True), (FREE, False)])
@pytest.mark.parametrize("then", ["settle", "export"])
def test_killed_at_any_call_the_next_start_leaves_the_old_or_the_new_files(
    tmp_path: Path, new: dict[str, str], then: str, *, overwrite: bool
) -> None:
    seen = set()
    for number, calls in enumerate(every_interruption((0,))):
        folder = filled(tmp_path / str(number))
        with calls, suppress(Killed):
            write(folder, new, overwrite=overwrite)
        if then == "settle":
            settle(folder)
        else:
            write(folder, {"notes.md": "n"})
        found = files(folder)
        assert found in (OLD, {**OLD, **new}), calls.made
        assert ("actors" in folders(folder)) == (found != OLD)
        seen.add(len(found))
    assert len(seen) == 2


@pytest.mark.parametrize("complete", [True, False])
def test_killed_while_it_settles_the_next_start_goes_on(tmp_path: Path, *, complete: bool) -> None:
    plan = Plan(TOKEN, True, ("actors",), tuple(NEW))
    for number, calls in enumerate(every_interruption((0,))):
        folder = filled(tmp_path / str(number))
        (folder / "actors").mkdir()
        leave(folder, plan, complete=complete)
        for index, (name, text) in enumerate(NEW.items()):
            (folder / name).with_name(plan.staged(index)).write_text(text)
        with calls, suppress(Killed):
            settle(folder)
        settle(folder)
        assert files(folder) == ({**OLD, **NEW} if complete else OLD), calls.made


def test_killed_in_a_new_folder_the_next_start_leaves_none_or_all(tmp_path: Path) -> None:
    for number, calls in enumerate(every_interruption((0,))):
        folder = tmp_path / str(number) / "my" / "vault"
        folder.parent.parent.mkdir()
        with calls, suppress(Killed):
            write(folder, NEW)
        settle(folder)
        assert files(folder) in ({}, NEW), calls.made
        assert [*folder.parents[1].iterdir()] == [folder.parent] * folder.exists(), calls.made
        assert folder.exists() == bool(files(folder)), calls.made
        write(folder, NEW)
        assert files(folder) == NEW


def test_whatever_call_is_refused_the_old_or_the_new_files_are_there(tmp_path: Path) -> None:
    for number, calls in enumerate(every_interruption((errno.ENOSPC, errno.EIO))):
        folder = filled(tmp_path / str(number))
        refusal = ""
        try:
            with calls:
                write(folder, NEW)
        except WriteError as error:
            refusal = str(error)
            settle(folder)
        assert not refusal or str(folder) in refusal
        assert ".masarat-" not in refusal, "the user knows no name under which we work"
        assert files(folder) in (OLD, {**OLD, **NEW}), calls.made


def test_a_new_folder_that_cannot_be_made_is_told_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / ("n" * 300), tmp_path / "file" / "new"):
        with pytest.raises(WriteError) as refused:
            write(place, NEW)
        assert str(refused.value).startswith(str(place))
    for number, calls in enumerate(every_interruption((errno.EACCES,))):
        refusal = ""
        try:
            with calls:
                write(tmp_path / str(number), NEW)
        except WriteError as error:
            refusal = str(error)
        assert ".masarat-" not in refusal, calls.made


def test_each_step_is_on_the_disk_before_the_next(folder: Path) -> None:
    with Calls() as calls:
        write(folder, {"zones/idlib.md": "new"})
    staged = next(call for call in calls.made if call.startswith("rename")).split()[1]
    steps = [
        call
        for call in calls.made
        if call in ("write", "fsync") or call.split()[0] in ("rename", "unlink")
    ]
    assert steps == [
        *("write", "fsync", "fsync"),  # the plan, and the journal's name
        *("write", "fsync", "fsync", "fsync"),  # the file, its name, the folder's
        *("write", "fsync"),  # that all are staged
        *(f"rename {staged} idlib.md", "fsync", "fsync"),
        *(f"unlink {JOURNAL}", "fsync"),
    ]


def test_a_text_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def texts() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    for target in (filled(tmp_path / "vault"), tmp_path / "new" / "vault"):
        with pytest.raises(KeyboardInterrupt):
            write_files(target, ["zones/idlib.md", "actors/qatar.md"], texts(), overwrite=True)
    assert files(tmp_path) == {f"vault/{name}": text for name, text in OLD.items()}
    assert folders(tmp_path) == {"vault", "vault/zones", "vault/.git"}


def test_interrupted_while_files_are_put_in_place_the_rest_is_put_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.rename

    def interrupted(*arguments: object, **keywords: object) -> None:
        monkeypatch.setattr(os, "rename", rename)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(folder, NEW)
    assert files(folder) == {**OLD, **NEW}


# --- what is there --------------------------------------------------------------------------------


def test_a_file_that_exists_is_kept_and_nothing_else_is_written(folder: Path) -> None:
    with pytest.raises(ExportError, match=r"zones/idlib\.md exists already"):
        write(folder, NEW, overwrite=False)
    assert files(folder) == OLD
    assert "actors" not in folders(folder)


def test_a_file_that_comes_to_be_there_meanwhile_is_kept(folder: Path) -> None:
    def texts() -> Iterator[str]:
        yield "new too"
        (folder / "zones/hama.md").write_text("theirs")
        yield "new"

    with pytest.raises(ExportError, match=r"zones/hama\.md came to be there meanwhile"):
        write_files(folder, list(FREE), texts(), overwrite=False)
    assert files(folder) == {**OLD, "actors/qatar.md": "new too", "zones/hama.md": "theirs"}


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_that_another_program_makes_meanwhile_is_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool
) -> None:
    put = NewFolder.put

    def put_too_late(new: NewFolder) -> None:
        filled(tmp_path / "vault")
        put(new)

    monkeypatch.setattr(NewFolder, "put", put_too_late)
    if overwrite:
        write(tmp_path / "vault", NEW)
        assert files(tmp_path / "vault") == {**OLD, **NEW}
    else:
        with pytest.raises(ExportError, match=r"idlib\.md"):
            write(tmp_path / "vault", NEW, overwrite=False)
        assert files(tmp_path / "vault") == OLD
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]


def test_a_folder_in_place_of_a_file_is_told_before_anything_is_written(folder: Path) -> None:
    (folder / "zones/hama.md").mkdir()
    with pytest.raises(WriteError, match=r"hama\.md cannot be written: a folder is there"):
        write(folder, NEW)
    assert files(folder) == OLD


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WriteError, match="a file is where a folder is needed"):
        write(tmp_path / "taken", NEW)
    with pytest.raises(WriteError, match="a file is where a folder is needed"):
        write(tmp_path, {"taken/a.md": "1"})
    assert files(tmp_path) == {"taken": "a file"}


def test_two_exports_at_once_into_one_folder_are_one_and_a_sentence(folder: Path) -> None:
    refusals = []

    def texts() -> Iterator[str]:
        for text in NEW.values():
            for other in (lambda: write(folder, {"b.md": "2"}), lambda: settle(folder)):
                with pytest.raises(WriteError, match="is under way") as refused:
                    other()
                refusals.append(refused)
            yield text

    write_files(folder, list(NEW), texts(), overwrite=True)
    assert len(refusals) == 6
    assert files(folder) == {**OLD, **NEW}


# --- what leads out of it -------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["../out", "../nowhere", "zones"])
def test_nothing_is_written_through_a_link_to_a_folder(folder: Path, target: str) -> None:
    (folder.parent / "out").mkdir()
    (folder / "actors").symlink_to(target)
    before = files(folder.parent)
    with pytest.raises(WriteError, match="actors cannot be written: a link is there"):
        write(folder, NEW)
    assert files(folder.parent) == before


def test_a_link_in_place_of_a_file_is_replaced_and_what_it_leads_to_left_alone(
    folder: Path,
) -> None:
    (folder.parent / "out.md").write_text("theirs")
    (folder / "zones/hama.md").symlink_to("../../out.md")
    with pytest.raises(ExportError):
        write(folder, FREE, overwrite=False)
    write(folder, NEW)
    assert files(folder) == {**OLD, **NEW}
    assert (folder.parent / "out.md").read_text() == "theirs"


def test_a_folder_that_becomes_a_link_meanwhile_is_not_written_through(folder: Path) -> None:
    out = folder.parent / "out"
    out.mkdir()

    def texts() -> Iterator[str]:
        (folder / "zones").rename(folder / "moved")
        (folder / "zones").symlink_to(out)
        yield from NEW.values()

    with suppress(WriteError):
        write_files(folder, list(NEW), texts(), overwrite=True)
    assert files(out) == {}


def test_the_folder_itself_may_be_reached_over_a_link(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    write(folder.parent / "link", NEW)
    assert files(folder) == {**OLD, **NEW}


@pytest.mark.parametrize(
    "name", ["../a.md", "/a.md", "zones/../../a.md", "zones//a.md", ".git/a", "a\nb", "", "\ud800"]
)
def test_a_name_that_leads_out_is_refused_whoever_made_it(folder: Path, name: str) -> None:
    with pytest.raises(WriteError, match="is no name for a file"):
        write(folder, {name: "new"})
    assert files(folder.parent) == {f"vault/{name}": text for name, text in OLD.items()}


# --- a journal from somebody else -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "zones/../../a.md", ".git/config", "a\\b"])
@pytest.mark.parametrize("as_folder", [True, False])
def test_a_journal_that_leads_out_is_not_followed(
    folder: Path, name: str, *, as_folder: bool
) -> None:
    for place in (folder, folder.parent, folder / ".git"):
        (place / f".masarat-{TOKEN}.0").write_text("evil")
    leave(folder, Plan(TOKEN, True, *(((name,), ()) if as_folder else ((), (name,)))))
    before = files(folder.parent)
    with pytest.raises(WriteError, match="is not what masarat leaves of an export"):
        settle(folder)
    assert files(folder.parent) == before


def test_a_journal_does_not_lead_through_links(folder: Path) -> None:
    out = folder.parent / "out"
    out.mkdir()
    (out / f".masarat-{TOKEN}.0").write_text("evil")
    (folder / "actors").symlink_to(out)
    for complete in (True, False):
        leave(folder, Plan(TOKEN, True, (), ("actors/a.md",)), complete=complete)
        with pytest.raises(WriteError, match="a link is there"):
            settle(folder)
    assert files(out) == {f".masarat-{TOKEN}.0": "evil"}


def test_what_is_staged_is_never_a_link(folder: Path) -> None:
    (folder.parent / "secret").write_text("secret")
    (folder / f".masarat-{TOKEN}.0").symlink_to("../secret")
    leave(folder, Plan(TOKEN, True, (), ("a.md",)))
    settle(folder)
    assert files(folder) == OLD


@pytest.mark.parametrize(
    "content",
    [
        b"mine",
        b"masarat-export 1\n" + b"x" * 70 + b"\nsha256 " + b"0" * 64 + b"\n",
        Plan("../../../../../..", True, (), ()).to_bytes(),
        Plan(TOKEN, True, (), ()).to_bytes() + b"complete\ncomplete\n",
    ],
)
def test_what_is_no_journal_is_left_alone_and_told(folder: Path, content: bytes) -> None:
    (folder / JOURNAL).write_bytes(content)
    for attempt in (lambda: settle(folder), lambda: write(folder, NEW)):
        with pytest.raises(WriteError, match=r"\.masarat-export is not what masarat leaves"):
            attempt()
    (folder / JOURNAL).unlink()
    assert files(folder) == OLD


def test_a_journal_of_a_newer_masarat_is_left_to_it(folder: Path) -> None:
    (folder / JOURNAL).write_text("masarat-export 2\nwhatever\n")
    with pytest.raises(WriteError, match="newer masarat"):
        write(folder, NEW)
    assert files(folder) == {**OLD, JOURNAL: "masarat-export 2\nwhatever\n"}


@pytest.mark.parametrize("kind", ["fifo", "link", "folder", "huge"])
def test_a_journal_is_a_regular_file_of_a_size_that_it_may_have(folder: Path, kind: str) -> None:
    journal = folder / JOURNAL
    if kind == "fifo":
        os.mkfifo(journal)
    elif kind == "link":
        journal.symlink_to("/dev/zero")
    elif kind == "folder":
        journal.mkdir()
    else:
        with journal.open("wb") as file:
            file.truncate(1 << 40)
    with pytest.raises(WriteError):
        write(folder, NEW)
    assert os.path.lexists(journal)


@pytest.mark.parametrize("length", [0, 5, 17, 60, -2])
def test_a_journal_that_was_cut_off_is_removed(folder: Path, length: int) -> None:
    plan = Plan(TOKEN, True, (), ("zones/idlib.md",)).to_bytes()
    for end in (b"", b"\0" * 9):
        (folder / JOURNAL).write_bytes(plan[:length] + end)
        settle(folder)
        assert files(folder) == OLD


def test_the_folder_above_is_settled_where_one_in_it_is_read(folder: Path) -> None:
    (folder / "zones" / f".masarat-{TOKEN}.0").write_text("new")
    leave(folder, Plan(TOKEN, True, (), ("zones/idlib.md",)))
    settle(folder / "zones")
    assert files(folder) == {**OLD, "zones/idlib.md": "new"}


def test_nothing_is_left_to_do_where_nothing_is(tmp_path: Path) -> None:
    settle(tmp_path / "nowhere")
    (tmp_path / "file").write_text("a file")
    settle(tmp_path / "file")
    assert files(tmp_path) == {"file": "a file"}


def test_killed_in_an_inner_folder_who_reads_the_outer_one_finds_none_or_all(
    tmp_path: Path,
) -> None:
    for number, calls in enumerate(every_interruption((0,))):
        folder = filled(tmp_path / str(number))
        with calls, suppress(Killed):
            write(folder / "inner" / "vault", NEW)
        settle_with_inner(folder)
        there = {f"inner/vault/{name}": text for name, text in NEW.items()}
        assert files(folder) in (OLD, {**OLD, **there}), calls.made
        assert (folder / "inner").exists() == (files(folder) != OLD), calls.made
