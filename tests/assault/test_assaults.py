"""Each class of assault in a fast form, and that it would notice what it looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

from store.paths import default_store
from tests.assault.assault import Assault, Fault
from tests.assault.classes import ASSAULTS
from tests.assault.classes.damaged_stores import DamagedStores
from tests.assault.classes.full_disk import FullDisk
from tests.assault.classes.hostile_inputs import HostileInputs, lay_out, wrong
from tests.assault.classes.kill import Kill
from tests.assault.classes.network import Network
from tests.assault.classes.power_loss import PowerLoss
from tests.assault.classes.random_keys import RandomKeys
from tests.assault.classes.swept_columns import SweptColumns
from tests.assault.ground import Ended, Ground, Program, compiler
from tests.assault.network import NAMESPACE, lacking
from tests.assault.operations import OPERATIONS, Operation
from tests.assault.readers import READERS, Reader
from tests.assault.table import Tally, operations_tried, renewed, table
from tests.assault.terminal import Terminal
from tests.thoroughly import thorough_but

pytestmark = pytest.mark.xdist_group("assault")
needs_compiler = pytest.mark.skipif(not compiler(), reason="no C compiler is installed")

ASSAULTS_OF_WRITES: Final = (Kill, FullDisk, PowerLoss)
SWIFT: Final = (FullDisk, PowerLoss)
SWIFT_READERS: Final = [each for each in READERS if each.name not in ("bidi", "query")]

_IN_PLACE: Final = "open('kept.txt', 'w').write('new ' * 9)"
_BESIDE: Final = """
import os
with open("beside", "w") as file:
    file.write("new " * 9)
    file.flush()
    {sync}
os.replace("beside", "kept.txt")
"""
_CAREFUL: Final = _BESIDE.format(sync="os.fsync(file.fileno())")
_UNSYNCED: Final = _BESIDE.format(sync="pass")
_SILENT: Final = f"try:\n    {_IN_PLACE}\nexcept OSError:\n    pass"


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    ground = Ground(tmp_path_factory.mktemp("assault") / "ground")
    ground.make()
    return ground


@pytest.fixture(scope="module")
def program(ground: Ground) -> Iterator[Program]:
    with Program(ground) as program:
        yield program


@pytest.fixture(scope="module")
def cut_off(ground: Ground) -> Iterator[Program]:
    with Program(ground, within=NAMESPACE) as program:
        yield program


@pytest.fixture
def prepared(
    ground: Ground, program: Program, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Assault]:
    """A class of assault, ready for attempts in this process, on operations of the test's own."""

    def prepare(assault: type[Assault], *operations: Operation) -> Assault:
        if operations:
            for module in ("operations", "rehearsal"):
                monkeypatch.setattr(f"tests.assault.{module}.OPERATIONS", operations)
        name = "-".join(each.name for each in operations) or "real"
        (ground.folder / name).mkdir(exist_ok=True)
        own = Ground(ground.folder / name)
        own.checkout, own.shim = ground.checkout, ground.shim
        made = assault(own)
        vars(made)["program"] = program
        made.prepare()
        return made

    return prepare


def writing(name: str, code: str) -> Operation:
    """An operation that has `kept.txt` written by some Python; what follows tidies up `beside`."""

    def begin(program: Program, home: Path) -> None:
        (home / "kept.txt").write_text("old\n", "utf-8")

    tidy = "import pathlib; pathlib.Path('beside').unlink(missing_ok=True)"
    return Operation(name, begin, (), ((),), code, tidy)


def found(assault: Assault, numbers: Iterable[int], folder: Path) -> list[Fault]:
    """What attempts find."""
    faults: list[Fault] = []
    for number in numbers:
        own = folder / str(number)
        own.mkdir()
        faults += assault.attempt(number, own)
    return faults


# --- nothing is found ---------------------------------------------------------


@needs_compiler
@pytest.mark.parametrize("assault", thorough_but([PowerLoss], ASSAULTS_OF_WRITES))
def test_an_import_that_is_disturbed_keeps_the_old_store_or_the_new_one(
    assault: type[Assault], prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    (operation,) = [each for each in OPERATIONS if each.name == "import"]
    made = prepared(assault, operation)
    numbers = list(made.numbers(6)) if assault is not PowerLoss else range(6)

    faults = [fault for n in numbers for fault in found(made, range(n, n + 1), tmp_path)]

    assert [fault for fault in faults if fault.is_loss] == []


@pytest.mark.thorough
def test_a_store_that_was_cut_short_is_told_of_in_sentences(
    prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    assert found(prepared(DamagedStores), range(2, 3), tmp_path) == []


def test_what_does_not_belong_in_a_column_is_told_and_mended(
    prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    assert found(prepared(SweptColumns), range(100, 101), tmp_path) == []


@pytest.mark.parametrize(
    "reader", thorough_but(SWIFT_READERS, READERS), ids=lambda reader: reader.name
)
def test_readers_read_or_refuse_hostile_inputs(
    reader: Reader, prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    number = READERS.index(reader)

    assert found(prepared(HostileInputs), range(number, number + 1), tmp_path) == []


def test_the_explorer_outlives_a_second_of_random_keys(
    prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    made = prepared(RandomKeys)
    made.seconds = 1.0  # type: ignore[attr-defined]

    assert found(made, range(1), tmp_path) == []


@pytest.mark.skipif(bool(lacking()), reason=f"not tried: {lacking()}")
def test_nothing_asks_for_the_network_nor_misses_it(
    prepared: Callable[..., Assault], cut_off: Program, tmp_path: Path
) -> None:
    made = prepared(Network)
    vars(made)["cut_off"] = cut_off

    some = [*range(0, Network.whole - 1, 6), Network.whole - 1]  # the last is the explorer
    assert found(made, some, tmp_path) == []


# --- what is planted is found -------------------------------------------------


@needs_compiler
def test_what_is_written_in_place_is_found_by_killing(
    prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    made = prepared(Kill, writing("in-place", _IN_PLACE))

    faults = found(made, range(len(list(made.numbers(100)))), tmp_path)

    assert any(fault.is_loss and "neither old nor new" in fault.what for fault in faults)


@needs_compiler
@pytest.mark.thorough
def test_what_is_not_synced_is_found_by_losing_power(
    prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    faults = found(prepared(PowerLoss, writing("unsynced", _UNSYNCED)), range(40), tmp_path)

    assert any(fault.is_loss for fault in faults)


@needs_compiler
@pytest.mark.thorough
def test_a_full_disk_passed_over_is_found(prepared: Callable[..., Assault], tmp_path: Path) -> None:
    made = prepared(FullDisk, writing("silent", _SILENT))

    faults = found(made, range(len(list(made.numbers(100)))), tmp_path)

    assert any(fault.is_loss for fault in faults)


@needs_compiler
@pytest.mark.parametrize("assault", thorough_but(SWIFT, ASSAULTS_OF_WRITES))
def test_what_is_synced_and_put_in_place_is_not_found(
    assault: type[Assault], prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    made = prepared(assault, writing("careful", _CAREFUL))
    total = 40 if assault is PowerLoss else len(list(made.numbers(100)))

    assert found(made, range(total), tmp_path) == []


class _Defective(Program):
    """A program whose every command ends in a traceback."""

    def __init__(self) -> None:
        self.commands = ["stats"]

    def run(self, *_: object, **__: object) -> Ended:  # type: ignore[override]
        return Ended(1, "", "Traceback (most recent call last):\n  …\nKeyError: 4\n")


@pytest.mark.parametrize("assault", [DamagedStores, SweptColumns])
def test_a_traceback_on_a_damaged_store_is_found(
    assault: type[Assault], prepared: Callable[..., Assault], tmp_path: Path
) -> None:
    made = prepared(assault)
    vars(made)["program"] = _Defective()

    assert "KeyError: 4" in found(made, range(1), tmp_path)[0].what


def _raise(text: str, folder: Path) -> None:
    raise IndexError(text)


def _never_end(text: str, folder: Path) -> None:
    while True:
        pass


@pytest.mark.parametrize(
    ("read", "said"), [(_raise, "IndexError"), (_never_end, "more than"), (lambda *_: None, "")]
)
def test_a_reader_that_raises_or_does_not_end_is_found(
    read: Callable[[str, Path], object], said: str, tmp_path: Path
) -> None:
    reader = Reader("planted", lambda _: [""], read)

    assert said in wrong(reader, "a", tmp_path)
    assert bool(wrong(reader, "a", tmp_path)) == bool(said)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (r"print('\x1b[?1049h', flush=True)", "alternate screen"),
        (r"print('\x1b[?1049h\x1b[?25l\x1b[?1049l', flush=True)", "cursor"),
        (
            "import tty; tty.setraw(0)\n"
            "print(end='\\x1b[?1049h\\x1b[?1049l\\x1b[?25h', flush=True)",
            "raw",
        ),
        (r"print('\x1b[?1049h\x1b[?1049l\x1b[?25h', flush=True); 1 / 0", "defect"),
    ],
)
def test_a_terminal_that_is_not_given_back_is_found(
    code: str, said: str, program: Program, tmp_path: Path
) -> None:
    with Terminal(program, tmp_path, code) as terminal:
        terminal.running.wait(20)
        terminal.settle()
        faults = list(terminal.left_wrong())

    assert any(said in fault.what for fault in faults)


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        ("import socket; socket.socket()", True),
        ("import socket\nsocket.getaddrinfo('localhost', 9)", True),
        ("import socket; socket.socketpair()", False),
    ],
)
def test_a_socket_that_is_asked_for_is_found(
    code: str, asks: bool, program: Program, tmp_path: Path
) -> None:
    log = tmp_path / "sockets"

    program.run(tmp_path, code=code, variables={"SOCKETS_LOG": str(log)})

    assert bool(log.read_text("utf-8")) == asks


@pytest.mark.skipif(bool(lacking()), reason=f"not tried: {lacking()}")
def test_there_is_no_network_in_the_namespace(cut_off: Program, tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"

    assert "unreachable" in cut_off.run(tmp_path, code=code).errors


# --- the table ----------------------------------------------------------------


def test_an_attempt_is_the_same_each_time(prepared: Callable[..., Assault]) -> None:
    made = prepared(HostileInputs)
    assert list(made.numbers(5)) == list(made.numbers(5))


def test_the_table_says_what_was_lost_and_how_to_repeat_it() -> None:
    lost = Tally(Kill, 3, 3, ((2, Fault("a store is gone", is_loss=True)), (1, Fault("odd"))))

    assert "| 3 kills | 1 | 2 | `make assault ONLY=kill` |" in table([lost], short=False)
    assert lost.lines()[0] == "LOST a store is gone\n    make assault ONLY=kill SEED=2"
    assert not lost.is_clean


def test_a_class_run_alone_renews_its_own_row_and_leaves_the_others() -> None:
    page = table([Tally(Kill, 120, 120), Tally(FullDisk, 120, 120)], short=True)

    after = renewed(page, [Tally(Kill, 4_216, 4_216)], short=False)

    assert "| 4,216 kills | nothing | 0 | `make assault ONLY=kill` |" in after
    assert "| 120 disk errors | nothing | 0 | `make assault SHORT=1 ONLY=full-disk` |" in after
    assert after.count("| **") == 2
    assert after.index("**kill**") < after.index("**full-disk**")


def test_a_name_that_is_no_text_is_given_to_a_pipe_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = next(each for each in READERS if each.name == "command line")
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert not wrong(reader, "export --to enry\ud800", tmp_path, is_counted=False)


def test_a_command_line_reaches_no_store_but_that_of_its_ground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own" / "masarat" / "masarat.db"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"SQLite format 3\0 of whoever runs this")
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    monkeypatch.delenv("MASARAT_STORE", raising=False)
    repaired: list[str] = []
    monkeypatch.setattr(
        "store.repair", lambda path, **_: repaired.append(path or default_store()) or 1 / 0
    )
    reader = next(each for each in READERS if each.name == "command line")

    wrong(reader, "repair", tmp_path, is_counted=False)

    assert repaired == [str(tmp_path / "store.db")]


def test_what_could_not_be_tried_is_no_success() -> None:
    tally = Tally(Kill, 0, 0, lacking="no C compiler is installed")

    assert "not tried: no C compiler is installed" in tally.row(short=True)
    assert not tally.is_clean


def test_an_operation_without_its_command_is_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.assault.table.COMMANDS", ["stats"])

    assert "NOT tried, as there is no such command: import" in operations_tried()


def test_every_class_stands_in_the_table_of_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text("utf-8")
    for name in ASSAULTS:
        assert f"| **{name}**: " in page, "write it with: make assault"
