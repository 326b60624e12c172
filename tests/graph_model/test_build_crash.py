"""What goes wrong while a store is written or opened costs a message and not the graph."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph_model import embedded
from graph_model.embedded import GRAPH, LOCK, POINTER, STATEMENTS, EmbeddedStore
from graph_model.problems import Refusal
from tests.graph_model.desk import Desk, codes

REPOSITORY = Path(__file__).parents[2]
BEFORE = {"aktører.csv": ["navn", "NTNU", "Nord"]}
AFTER = {"aktører.csv": ["navn", "NTNU", "Nord", "THYF"]}
LOCKS = """
import sys, time
from pathlib import Path
from graph_model.embedded import EmbeddedStore
with EmbeddedStore(Path(sys.argv[1])).writing():
    print("holds", flush=True)
    time.sleep(60)
"""
LOADS_WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from graph_model.embedded import EmbeddedStore
from graph_model.problems import Refusal
from tests.graph_model.desk import Desk
most, folder = int(sys.argv[1]), Path(sys.argv[2])
store = EmbeddedStore(folder / "store")
plan = Desk(store, folder).plan({"aktører b.csv": ["navn", *[f"Ny {at}" for at in range(3000)]]})
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    with store.writing() as writer:
        writer.apply(plan.change, lambda _: None)
except Refusal as refusal:
    print(refusal.problems[0].message.code)
"""


by_signal = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no process by a signal")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose store holds the graph before."""
    store = EmbeddedStore(tmp_path / "store")
    desk = Desk(store, tmp_path)
    desk.load(BEFORE)
    yield desk
    store.close()


def folder_of(desk: Desk) -> Path:
    assert isinstance(desk.store, EmbeddedStore)
    return desk.store.folder


def current(desk: Desk) -> Path:
    return folder_of(desk) / (folder_of(desk) / POINTER).read_text()


def names(desk: Desk) -> list[str]:
    """The names that our reader finds."""
    with desk.store.reading() as snapshot:
        return [row[0] for row in snapshot.query("MATCH (n:Organisation) RETURN n.name ORDER BY n.name")]


def refused(act: Callable[[], object]) -> str:
    """The code of what an act is refused for, which can be said in both languages."""
    with pytest.raises(Refusal) as caught:
        act()
    [code] = codes(caught.value.problems)
    assert all(problem.to("nb") != problem.to("en") for problem in caught.value.problems)
    return code


def is_as_before(desk: Desk) -> None:
    """See that the graph is the one before, that nothing is left over, and that a load succeeds."""
    assert names(desk) == ["NTNU", "Nord"]
    assert {path.name for path in folder_of(desk).iterdir()} == {current(desk).name, POINTER, LOCK}
    desk.load(AFTER)
    assert names(desk) == ["NTNU", "Nord", "THYF"]


class TestBuild:
    @pytest.mark.parametrize(
        ("program", "code", "detail"),
        [
            pytest.param("import os; os.abort()", "build-failed", "-6", marks=by_signal),
            pytest.param("import os; os.kill(os.getpid(), 9)", "build-failed", "-9", marks=by_signal),
            ("import sys; sys.exit('no such table')", "build-failed", "no such table"),
            ("1/0", "build-failed", "ZeroDivisionError: division by zero"),
            ("import sys; sys.stderr.buffer.write(b'\\xe6\\xf8'); sys.exit(3)", "build-failed", "\ufffd\ufffd"),
            ("import sys; sys.stderr.write('x\\n' * 200_000); sys.exit('last')", "build-failed", "last"),
            ("import sys; sys.stdout.buffer.write(b'\\xe6\\n2.0\\n'); sys.exit('so')", "build-failed", "so"),
            ("raise SystemExit", "store-unwritable", ""),
        ],
        ids=["abort", "killed", "text", "bug", "no text", "much text", "chatter", "nothing built"],
    )
    def test_a_builder_that_fails(
        self, kept: Desk, monkeypatch: pytest.MonkeyPatch, program: str, code: str, detail: str
    ) -> None:
        half = "import pathlib, sys; (pathlib.Path(sys.argv[1]) / 'graph.lbug').write_bytes(b'half'); print(0.5)"
        before = kept.graph()
        monkeypatch.setattr(
            embedded, "BUILD", (sys.executable, "-c", f"{half if code != 'store-unwritable' else ''}\n{program}")
        )
        with pytest.raises(Refusal) as caught:
            kept.load(AFTER)
        [problem] = caught.value.problems
        assert problem.message.code == code
        assert f"({detail})" in problem.to("en") or not detail
        assert kept.graph() == before
        monkeypatch.undo()
        is_as_before(kept)

    def test_a_builder_that_cannot_be_started(self, kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(embedded, "BUILD", (str(folder_of(kept) / "none"),))
        assert refused(lambda: kept.load(AFTER)) == "store-unwritable"
        monkeypatch.undo()
        is_as_before(kept)

    def test_a_graph_that_lacks_facts_is_not_pointed_to(self, kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        loses = (
            "import sys, pathlib\nfrom graph_model import embedded_build as b\n"
            "copied = b._copy_nodes\nb._copy_nodes = lambda *given: copied(*given) + 1\n"
        )
        run = "try: b.build(pathlib.Path(sys.argv[1]))\nexcept RuntimeError as error: sys.exit(str(error))"
        monkeypatch.setattr(embedded, "BUILD", (sys.executable, "-c", loses + run))
        assert refused(lambda: kept.load(AFTER)) == "build-failed"
        monkeypatch.undo()
        is_as_before(kept)

    def test_an_interrupted_load_leaves_nothing(
        self, kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupt(_: float) -> None:
            raise KeyboardInterrupt

        plan = kept.plan(AFTER)
        waits = f"import os, time; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); print(0.1, flush=True)"
        monkeypatch.setattr(embedded, "BUILD", (sys.executable, "-c", f"{waits}; time.sleep(60)"))
        begun = time.monotonic()
        with pytest.raises(KeyboardInterrupt), kept.store.writing() as writer:
            writer.apply(plan.change, interrupt)
        assert time.monotonic() - begun < 30, "it waited for its builder"
        if sys.platform != "win32":  # where signal 0 is another
            with pytest.raises(ProcessLookupError):
                os.kill(int((tmp_path / "pid").read_text()), 0)
        monkeypatch.undo()
        is_as_before(kept)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limit")
    @pytest.mark.parametrize("most", [0, 20_000, 150_000, 1_200_000])
    def test_a_disk_without_room(self, kept: Desk, tmp_path: Path, most: int) -> None:
        command = (sys.executable, "-c", LOADS_WITHOUT_ROOM, str(most), str(tmp_path))
        child = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPOSITORY, timeout=60)
        assert (child.stdout.strip(), child.stderr) in [("store-unwritable", ""), ("build-failed", "")]
        is_as_before(kept)

    def test_progress_is_told(self, kept: Desk) -> None:
        told: list[float] = []
        with kept.store.writing() as writer:
            writer.apply(kept.plan(AFTER).change, told.append)
        assert told == sorted(told)
        assert told[-1] == 1
        assert len(told) > 10


class TestWriters:
    def test_a_second_writer_is_told_to_wait(self, kept: Desk) -> None:
        other = EmbeddedStore(folder_of(kept))
        with kept.store.writing():
            for store in (kept.store, other):
                assert refused(lambda store=store: store.writing().__enter__()) == "store-busy"  # type: ignore[misc]
        is_as_before(kept)

    def test_another_process_keeps_its_lock_for_as_long_as_it_lives(self, kept: Desk) -> None:
        command = (sys.executable, "-c", LOCKS, str(folder_of(kept)))
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as holder:
            assert holder.stdout
            assert holder.stdout.readline() == "holds\n"
            assert refused(lambda: kept.load(AFTER)) == "store-busy"
            assert names(kept) == ["NTNU", "Nord"]
            holder.kill()
        is_as_before(kept)

    def test_a_refused_writer_lets_go_of_the_lock(self, kept: Desk) -> None:
        pointer = (folder_of(kept) / POINTER).read_text()
        (folder_of(kept) / POINTER).write_text("generation-000009-none")
        assert refused(lambda: kept.store.writing().__enter__()) == "store-damaged"
        (folder_of(kept) / POINTER).write_text(pointer)
        is_as_before(kept)

    def test_a_file_in_place_of_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "store").write_text("a file")
        store = EmbeddedStore(tmp_path / "store")
        assert refused(lambda: store.writing().__enter__()) == "store-is-a-file"
        assert refused(lambda: store.reading().__enter__()) == "store-is-a-file"


class TestOpening:
    def test_before_the_first_load_there_is_no_graph(self, tmp_path: Path) -> None:
        store = EmbeddedStore(tmp_path / "store")
        assert refused(lambda: store.reading().__enter__()) == "no-graph"
        with store.reading(or_empty=True) as empty:
            assert empty.sources() == []
        assert not (tmp_path / "store").exists()

    @pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"generation-000009-none", b"..", b"current"])
    def test_a_broken_pointer(self, kept: Desk, data: bytes) -> None:
        pointer = folder_of(kept) / POINTER
        whole = pointer.read_bytes()
        pointer.write_bytes(data)
        fresh = Desk(EmbeddedStore(folder_of(kept)), folder_of(kept).parent)
        assert refused(lambda: names(fresh)) == "store-damaged"
        assert refused(lambda: fresh.load(AFTER)) == "store-damaged"
        pointer.write_bytes(whole)
        is_as_before(kept)

    @pytest.mark.parametrize("damage", ["empty", "half", "header", "gone"])
    def test_a_damaged_graph_file_is_rebuilt_from_its_statements(self, kept: Desk, damage: str) -> None:
        plan = kept.plan(AFTER)
        damaged(current(kept) / GRAPH, damage)
        fresh = Desk(EmbeddedStore(folder_of(kept)), folder_of(kept).parent)
        expected = "store-damaged" if damage == "gone" else "graph-unreadable"
        assert [refused(lambda: names(fresh)) for _ in range(2)] == [expected] * 2
        with fresh.store.writing() as writer:
            writer.apply(plan.change, lambda _: None)
        assert names(fresh) == ["NTNU", "Nord", "THYF"]

    @pytest.mark.parametrize("damage", ["empty", "half", "header", "gone"])
    def test_damaged_statements(self, kept: Desk, damage: str) -> None:
        damaged(current(kept) / STATEMENTS, damage)
        fresh = Desk(EmbeddedStore(folder_of(kept)), folder_of(kept).parent)
        expected = "store-damaged"
        assert refused(lambda: fresh.load(AFTER)) == expected
        assert refused(lambda: fresh.remove("aktører.csv")) == expected
        assert (current(kept) / GRAPH).exists()


def damaged(path: Path, damage: str) -> None:
    """Damage a file: empty it, cut it, overwrite its beginning, or remove it."""
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "half": data[: len(data) // 2], "header": b"x" * 4096 + data[4096:]}[damage])
