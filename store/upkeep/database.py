"""Opening a store's file: make it, see that it is one of ours, bring it to today's model."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress

from store.disk.private_folder import private_folder
from store.errors import Sentence, StoreError
from store.paths import SCHEMA_FILE
from store.sqlite.connection import (
    Patience,
    StoreConnection,
    execute_when_free,
    open_connection,
)
from store.sqlite.explanations import EXPLANATIONS, explained, is_for_want_of_room
from store.sqlite.file_header import FileHeader, read_header
from store.sqlite.foreign_files import (
    NAME_ANOTHER,
    has_content,
    look_at,
    refuse_database,
    refuse_orphan,
    refuse_path,
    was_emptied,
)
from store.sqlite.read_only import may_write, open_copy, open_for_reading, open_on_full_disk
from store.sqlite.requirements import require_sqlite
from store.tables.connection import execute_script, transaction
from store.typed import Final
from store.upkeep.foreign_code import SUSPECT, refuse_foreign_code

MODEL_VERSION: Final = 12
"""PRAGMA user_version of the model in schema.sql; one more with every migration."""
APPLICATION_ID: Final = 0x6D737274  # "msrt", by which `file` and we know a store
MEMORY: Final = ":memory:"

_EMPTIED: Final = (
    "{path} was empty, and a new store has been made in it; if yours was there, masarat backup "
    "--restore brings a copy of it back."
)
_TRIES_FOR_A_MIGRATION: Final = 600
"""How long a start waits for another one that brings a large store up to date."""
_NEWEST_THINKABLE: Final = 1_000


def connect(
    path: str,
    shipped: str | None = None,
    patience: Patience | None = None,
    *,
    for_reading: bool = False,
) -> StoreConnection:
    """Open the store's file, making it (with its folder) where there is none, and migrate it.

    One that may not be written is opened for reading, and the connection says so.

    Args:
        path: the file, or `:memory:`.
        shipped: a filled store, of which a new one is made a copy where it is there.
        patience: how long to wait for other programs that write.
        for_reading: whether a file is only looked into for a moment: nothing is written to it, or
            beside it, or made where there is none.

    Raises:
        StoreError: the file cannot be a store of this version; it is left as it was.
    """
    with explained(path):
        require_sqlite()
        if path == MEMORY:
            return _prepared(_made_in_memory(shipped), path, patience)
        refuse_path(path, os.path.abspath(path))  # before links are followed one by one
        file = os.path.realpath(path)
        refuse_path(path, file)
        header = look_at(path, file, APPLICATION_ID)
        if header is None:
            refuse_orphan(path, file)
        damage = _told_by_journal(path, file)
        if for_reading or not may_write(file):
            connection = _opened_for_reading(path, file, header, open_for_reading)
            connection.damage = damage or connection.damage
            return connection
        has_log = has_content(f"{file}-wal")
        emptied = header is None and was_emptied(file)
        if header is None:
            _make_file(file, shipped)
        try:
            connection = _prepared(open_connection(file), path, patience)
        except sqlite3.Error as error:
            if header is None or not is_for_want_of_room(path, error):
                raise
            return _opened_for_reading(path, file, header, open_on_full_disk)
        if header and not header.uses_wal:
            _use_wal(connection)
        if header and os.stat(file).st_nlink > 1:
            _remove_second_names(file)
        if emptied:
            connection.notice = Sentence(_EMPTIED, path=path)
        connection.damage = damage or (_told_by_log(path, file, header) if has_log else None)
        return connection


def _told_by_journal(path: str, file: str) -> Sentence | None:
    if not has_content(f"{file}-journal"):
        return None
    from store.sqlite.journals import undone_in_part

    return undone_in_part(path, file)


def _told_by_log(path: str, file: str, header: FileHeader | None) -> Sentence | None:
    from store.sqlite.journals import cut_off  # only where a log was left

    return cut_off(path, file, header.page_size) if header else None


def file_identity(path: str) -> tuple[int, int] | None:
    """By what the system knows the file of a store, whatever its name; None where there is none."""
    if path == MEMORY:
        return None
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def refuse_other_model(connection: sqlite3.Connection, path: str) -> None:
    """See that a store which is open still has the model that it was opened with.

    Raises:
        StoreError: somebody has changed it meanwhile.
    """
    if model_of(connection, path) != MODEL_VERSION:
        raise StoreError(Sentence(EXPLANATIONS["SQLITE_SCHEMA"], path=path))


def _opened_for_reading(
    path: str,
    file: str,
    header: FileHeader | None,
    opened: Callable[[str, str, FileHeader], StoreConnection],
) -> StoreConnection:
    if header is None:
        sentence = (
            "There is no store at {path}, and none can be made there, as its folder is read-only; "
            "name another file with --store."
        )
        raise StoreError(Sentence(sentence, path=path))
    connection = opened(path, file, header)
    try:
        if model_of(connection, path) < MODEL_VERSION:
            why, refusal = connection.read_only, connection.refusal
            connection.close()
            connection = open_copy(path, file)
            if why and refusal == "SQLITE_FULL":
                connection.only_read(why, refusal)
            bring_to_model(connection, MEMORY)
        _open_views(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _open_views(connection: StoreConnection) -> None:
    """Make the tables that belong to the connection alone, which SQLite counts as writing."""
    from store.search.index import open_vocabulary  # only where a store is protected

    open_vocabulary(connection)


def _prepared(connection: StoreConnection, path: str, patience: Patience | None) -> StoreConnection:
    connection.patience = patience or Patience()
    try:
        model = model_of(connection, path)
        if not model:
            _create(connection)
        elif model < MODEL_VERSION:
            bring_to_model(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def model_of(connection: sqlite3.Connection, path: str, otherwise: Sentence = NAME_ANOTHER) -> int:
    """The number of the store's model; 0 for a new one.

    Args:
        connection: of the store.
        path: its file.
        otherwise: what to do where it is none, if not to name another with `--store`.

    Raises:
        StoreError: it is of another program or of a newer masarat, or brings code with it.
    """
    # One statement, as another program may be making the store at this moment.
    version, application_id, tables, suspects = connection.execute(
        "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema),"
        f" (SELECT count(*) FROM sqlite_schema WHERE {SUSPECT})"
        " FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if application_id != APPLICATION_ID:
        if application_id or version or tables:
            refuse_database(path, otherwise)
        return 0
    if not is_thinkable(version):
        sentence = (
            "{path} is a store whose model has the number {version}, which no masarat gave it; "
            "restore a copy, or {otherwise}."
        )
        raise StoreError(Sentence(sentence, path=path, version=version, otherwise=otherwise))
    if version > MODEL_VERSION:
        sentence = (
            "{path} was written by a newer masarat (model {version}, this one knows {known}); "
            "update masarat, or {otherwise}."
        )
        raise StoreError(
            Sentence(sentence, path=path, version=version, known=MODEL_VERSION, otherwise=otherwise)
        )
    if suspects:
        refuse_foreign_code(connection, path)
    return int(version)


def is_thinkable(version: int) -> bool:
    """Whether a number may be that of a model, of today, before or to come."""
    return 0 < version < _NEWEST_THINKABLE


def _create(connection: StoreConnection) -> None:
    execute_when_free(connection, "PRAGMA journal_mode = WAL")
    with transaction(connection):
        if pragma(connection, "user_version") == MODEL_VERSION:
            return  # another process was quicker
        with open(SCHEMA_FILE, encoding="utf-8") as file:
            execute_script(connection, file.read())
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")


def _use_wal(connection: StoreConnection) -> None:
    """Have readers and a writer no longer wait for each other; the next start may try again."""
    with suppress(sqlite3.OperationalError):
        execute_when_free(connection, "PRAGMA journal_mode = WAL", Patience(tries=1))


def bring_to_model(connection: StoreConnection, path: str) -> None:
    """Bring an older store to today's model; a copy of what is in a file is kept beside it."""
    from store.upkeep.copies import remove_oldest
    from store.upkeep.migrations import migrate  # sqlite-utils takes 100 ms to import

    connection.execute("PRAGMA foreign_keys = OFF")  # tables that others refer to are made anew
    usual = connection.patience
    connection.patience = usual._replace(tries=max(usual.tries, _TRIES_FOR_A_MIGRATION))
    copy = ""
    try:
        with transaction(connection):
            version = pragma(connection, "user_version")
            if version < MODEL_VERSION:  # else another process was quicker
                copy = "" if path == MEMORY else _copy(path, version)
                migrate(connection, version)
                connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")
    except BaseException:
        if copy:
            os.unlink(copy)
        raise
    if copy:
        remove_oldest(os.path.abspath(path))
    connection.patience = usual


def _copy(path: str, version: int) -> str:
    """Keep a copy of the older store beside it, and return its file."""
    from store.upkeep.copies import new_copy_beside

    # By a connection of its own, as one that writes cannot copy; under our lock, as the copy must
    # not be of what another process makes of the store meanwhile.
    file = os.path.abspath(path)
    with closing(open_connection(file)) as reader:
        return new_copy_beside(reader, file, f"model-{version}")


# --- a new file ----------------------------------------------------------------------------------


def _make_file(file: str, shipped: str | None) -> None:
    """Make a store's file, which only its user may read; where the shipped one is not, empty."""
    private_folder(os.path.dirname(file))
    if shipped and not os.path.exists(file):
        _copy_shipped(shipped, file)
    with suppress(FileExistsError), open(file, "xb", opener=_private):
        pass


def _private(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)


def _made_in_memory(shipped: str | None) -> StoreConnection:
    """Make a store without a file; where the shipped one is not, empty."""
    connection = open_connection(MEMORY)
    if shipped and _shipped_content(shipped):
        from pathlib import Path

        # It may lie where nothing can be written, not even what SQLite keeps beside a file.
        uri = f"{Path(shipped).as_uri()}?mode=ro&immutable=1"
        with closing(open_connection(uri, is_uri=True)) as filled:
            filled.backup(connection)
    return connection


def _shipped_content(shipped: str) -> bytes:
    """What the shipped store's file holds; nothing where it is missing, cut or of another model."""
    try:
        with open(shipped, "rb") as opened:
            content = opened.read()
    except OSError:
        return b""
    header = read_header(content)
    is_whole = header and (header.size, header.user_version) == (len(content), MODEL_VERSION)
    return content if is_whole else b""


def _copy_shipped(shipped: str, file: str) -> None:
    """Make a new store by copying the shipped one; where that fails, none is made."""
    if any(map(os.path.exists, (f"{file}-wal", f"{file}-journal"))):
        return  # left by a store that is gone: SQLite would play them into the copy
    from store.sqlite.part_files import part_of  # of most starts none is the first

    content = _shipped_content(shipped)
    if not content:
        return
    with suppress(OSError), part_of(file) as part:
        with open(part, "wb") as copy:
            copy.write(content)
            copy.flush()
            os.fsync(copy.fileno())
        os.link(part, file)  # unlike a rename, never in place of a store that is there


def _remove_second_names(file: str) -> None:
    """Remove the name under which a store was made, which stays where that program was killed."""
    from store.sqlite.part_files import remove_parts_left

    with suppress(OSError):
        remove_parts_left(file)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of one of SQLite's settings that are numbers."""
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
