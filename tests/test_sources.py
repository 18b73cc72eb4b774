"""Walking inputs: order, what is taken, what is refused and why. Every case is a real file."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import socket
import sys
from pathlib import Path

import pytest
from conftest import RunCasetrack
from hypothesis import given
from hypothesis import strategies as st

from casetrack.errors import InputError
from casetrack.sources import RawInput, list_inputs, load_inputs

MEGABYTE = 1 << 20


def make_files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The judge ruled in {name}.", encoding="utf-8")


def listed(folder: Path, glob: str | None = None) -> list[str]:
    return [os.path.relpath(path, folder) for path in list_inputs([str(folder)], glob)]


def load_one(path: Path | str, max_size: int = MEGABYTE) -> RawInput | InputError:
    (only,) = load_inputs(str(path), max_size)
    return only


def refusal(path: Path | str, max_size: int = MEGABYTE) -> str:
    error = load_one(path, max_size)
    assert isinstance(error, InputError)
    assert error.path == str(path)
    return error.reason


# ---- listing ------------------------------------------------------------------------------------


def test_a_folder_is_read_by_name_whatever_order_it_was_written_in(tmp_path: Path) -> None:
    names = ["a.txt", "b/c.text", "b/d/e.txt.gz", "b.txt", "c.jsonl", "d.ndjson", "Z.TXT"]
    for name in random.Random(7).sample(names, len(names)):
        make_files(tmp_path, name)
    make_files(tmp_path, "picture.png", "notes.md", ".hidden.txt", ".git/x.txt", "._a.txt")
    assert listed(tmp_path) == ["Z.TXT", "a.txt", "b/c.text", "b/d/e.txt.gz", "b.txt", "c.jsonl", "d.ndjson"]


@pytest.mark.parametrize(
    ("glob", "wanted"),
    [
        pytest.param("*.md", ["2017/notes.md", "read.md"], id="by name, at any depth"),
        pytest.param("2017/*.md", ["2017/notes.md"], id="with a folder"),
        pytest.param("**/*.md", ["2017/notes.md", "read.md"], id="two stars also mean no folder"),
        pytest.param("*.html", [], id="nothing fits"),
        pytest.param("story-[0-9].txt", ["story-1.txt"], id="a class of characters"),
        pytest.param("*.MD", [], id="case counts in a person's own pattern"),
    ],
)
def test_glob_replaces_the_usual_endings(tmp_path: Path, glob: str, wanted: list[str]) -> None:
    make_files(tmp_path, "read.md", "2017/notes.md", "story-1.txt", "story-x.txt")
    assert listed(tmp_path, glob) == wanted


def test_paths_keep_the_order_given_and_named_files_need_no_ending(tmp_path: Path) -> None:
    make_files(tmp_path, "b.html", "folder/a.txt")
    paths = [str(tmp_path / "b.html"), "-", str(tmp_path / "folder"), "gone.txt"]
    found = list(list_inputs(paths, "*.txt"))
    assert found == [paths[0], "-", str(tmp_path / "folder" / "a.txt"), "gone.txt"]


def test_a_linked_folder_is_read_once(tmp_path: Path) -> None:
    make_files(tmp_path, "real/a.txt")
    (tmp_path / "zlink").symlink_to(tmp_path / "real", target_is_directory=True)
    assert listed(tmp_path) == ["real/a.txt"]


def test_a_link_back_up_ends_with_an_error_and_not_in_a_circle(tmp_path: Path) -> None:
    make_files(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert listed(tmp_path) == ["in/a.txt", "in/loop"]
    assert refusal(tmp_path / "in" / "loop") == "a symbolic link back to a folder above it"


def test_deep_folders_need_no_deep_stack(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 900)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x", encoding="utf-8")
    assert len(list(list_inputs([str(tmp_path)]))) == 1


# ---- refusing -----------------------------------------------------------------------------------


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    assert refusal(tmp_path / "gone.txt") == "no such file or folder"
    assert refusal(tmp_path / "dangling.txt") == "no such file or folder"
    assert refusal(loop) == "a symbolic link that leads back to itself"
    assert refusal(tmp_path) == "a folder, not a file"
    assert refusal("a\0b") == "embedded null byte"
    assert refusal("x" * 5000) == "the name is too long"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_and_not_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    make_files(tmp_path, "a.txt")
    assert listed(tmp_path) == ["a.txt", "pipe.txt"]
    assert refusal(tmp_path / "pipe.txt") == "not a regular file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices with names here")
def test_a_device_is_refused() -> None:
    assert refusal("/dev/zero") == "not a regular file"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything can be read by this user")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    make_files(tmp_path, "secret.txt", "shut/a.txt")
    (tmp_path / "secret.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    try:
        assert listed(tmp_path) == ["secret.txt", "shut"]
        assert refusal(tmp_path / "secret.txt") == "permission denied"
        assert refusal(tmp_path / "shut") == "permission denied"
    finally:
        (tmp_path / "shut").chmod(0o700)


def test_the_limit_counts_bytes_and_includes_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert isinstance(load_one(path, 100), RawInput)
    assert refusal(path, 99) == "larger than the limit of 99 bytes"


# ---- gzip ---------------------------------------------------------------------------------------


def test_gzip_is_opened_by_name_or_by_its_first_bytes(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "a.txt"):
        (tmp_path / name).write_bytes(gzip.compress(b"The judge ruled.", mtime=0))
        loaded = load_one(tmp_path / name)
        assert isinstance(loaded, RawInput)
        assert loaded.data == b"The judge ruled."


def test_a_gzip_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"\0" * 20 * MEGABYTE, mtime=0))
    assert path.stat().st_size < 100_000
    assert refusal(path) == "larger than the limit of 1.0 MB"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(b"The judge ruled.", mtime=0)[:-9], id="cut short"),
        pytest.param(gzip.compress(b"The judge ruled. " * 50, mtime=0)[:-30] + b"\xff" * 30, id="damaged"),
        pytest.param(b"The judge ruled.", id="no gzip at all"),
        pytest.param(gzip.compress(b"x", mtime=0) + b"tail", id="followed by something else"),
    ],
)
def test_broken_gzip_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(data)
    assert refusal(path).startswith("broken gzip: ")


# ---- JSON lines ---------------------------------------------------------------------------------

LINES = [
    {
        "text": "The judge ruled.",
        "title": "Ruling",
        "date": "2017-05-04",
        "url": " https://example.org ",
        "x": 1,
    },
    {"text": "She appealed.", "author": ["Ada Finch", "Ben Rowe"], "source": None, "date": 1493856000},
]


def json_lines(*records: object) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.JSONL", "a.jsonl.gz"])
def test_each_json_line_is_an_article(tmp_path: Path, name: str) -> None:
    data = json_lines(*LINES)
    path = tmp_path / name
    path.write_bytes(gzip.compress(data, mtime=0) if name.endswith("gz") else data)
    first, second = load_inputs(str(path), MEGABYTE)
    assert first == RawInput(
        f"{path}#1",
        b"The judge ruled.",
        {"title": "Ruling", "date": "2017-05-04", "url": "https://example.org"},
    )
    assert second == RawInput(
        f"{path}#2", b"She appealed.", {"author": "Ada Finch, Ben Rowe", "date": "1493856000"}
    )


def test_a_broken_line_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        b"\xef\xbb\xbf" + json_lines({"text": "one"}).strip(),
        b"",
        b"{not json",
        b'["text"]',
        b'{"text": 5}',
        b"\xff\xfe",
        b"[" * 100_000,
        json_lines({"text": "long " * 30_000}).strip(),
        b'{"text": "' + b"long " * 2 * MEGABYTE + b'"}',
        json_lines({"text": "last"}).strip(),
    ]
    path.write_bytes(b"\r\n".join(lines))
    loaded = list(load_inputs(str(path), 100_000))
    taken = {one.path.rpartition("#")[2]: one.data for one in loaded if isinstance(one, RawInput)}
    refused = {one.path.rpartition("#")[2]: one.reason for one in loaded if isinstance(one, InputError)}
    assert taken == {"1": b"one", "10": b"last"}
    assert sorted(refused) == ["3", "4", "5", "6", "7", "8", "9"]
    assert all(refused[number].startswith("broken JSON: ") for number in "34567")
    assert refused["8"] == refused["9"] == "larger than the limit of 0.1 MB"


def test_a_half_surrogate_in_json_can_still_be_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(rb'{"text": "cut \ud83d here"}')
    loaded = load_one_line(path)
    assert loaded.data.decode("utf-8") == "cut ? here"


def load_one_line(path: Path) -> RawInput:
    (only,) = load_inputs(str(path), MEGABYTE)
    assert isinstance(only, RawInput)
    return only


# ---- standard input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        pytest.param(b"The judge\nruled.", [("-", b"The judge\nruled.")], id="one article"),
        pytest.param(b"{1} The judge ruled.", [("-", b"{1} The judge ruled.")], id="a brace is not JSON yet"),
        pytest.param(gzip.compress(b"The judge ruled.", mtime=0), [("-", b"The judge ruled.")], id="gzip"),
        pytest.param(
            json_lines(*LINES), [("-#1", b"The judge ruled."), ("-#2", b"She appealed.")], id="JSON lines"
        ),
        pytest.param(b"", [("-", b"")], id="nothing"),
    ],
)
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, data: bytes, wanted: list[tuple[str, bytes]]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    loaded = list(load_inputs("-", MEGABYTE))
    assert [(one.path, one.data) for one in loaded if isinstance(one, RawInput)] == wanted


@pytest.mark.parametrize("data", [b"x" * 101, gzip.compress(b"x" * 101, mtime=0)])
def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert refusal("-", 100) == "larger than the limit of 100 bytes"


# ---- names --------------------------------------------------------------------------------------


def test_a_name_that_is_no_text_is_spelled_out(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    (path,) = list_inputs([str(tmp_path)])
    (loaded,) = load_inputs(path, MEGABYTE)
    assert loaded.path == str(tmp_path / r"caf\xe9.txt")


def test_names_are_bytes_whatever_is_in_them(cli: RunCasetrack, tmp_path: Path) -> None:
    """A line break, a letter of another encoding, a leading hyphen: listed by find, or met in a folder."""
    folder = os.fsencode(tmp_path) + b"/in"
    Path(os.fsdecode(folder)).mkdir()
    names = [b"two\nlines.txt", b"caf\xe9.txt", b"-v.txt", b" .txt", b"a\x1b[31mb.txt", b"\xe2\x80\xae.txt"]
    try:
        for name in names:
            Path(os.fsdecode(folder + b"/" + name)).write_text(f"A judge ruled. {name!r}", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    listed = b"".join(folder + b"/" + name + b"\0" for name in names)
    done = cli("--db", tmp_path / "a.db", "ingest", "--from-file0", "-", stdin=listed)
    assert (done.returncode, "Articles: 6 added" in done.stderr) == (0, True), done.stderr
    done = cli("--db", tmp_path / "a.db", "ingest", os.fsdecode(folder))
    assert "Articles: 0 added, 6 unchanged" in done.stderr
    paths = [row["path"] for row in json.loads(cli("--db", tmp_path / "a.db", "articles", "--json").stdout)]
    assert {path.rpartition("/in/")[2] for path in paths} == {
        "two\nlines.txt", r"caf\xe9.txt", "-v.txt", " .txt", "a\x1b[31mb.txt", "\u202e.txt",
    }  # fmt: skip


def test_what_is_no_file_is_skipped_and_named(cli: RunCasetrack, tmp_path: Path) -> None:
    """A folder with a loop of links, a pipe, a socket, a device: the articles beside them are read."""
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("A judge ruled.")
    (folder / "deep" / "up").symlink_to(folder)
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    where = os.open(folder, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(f"/proc/self/fd/{where}/sock.txt")
            done = cli("--db", tmp_path / "a.db", "ingest", folder, timeout=30)
    finally:
        os.close(where)
    assert done.returncode == 3
    assert "Articles: 1 added" in done.stderr
    told = {Path(line.split(": ")[1]).name: line.split(": ", 2)[2] for line in done.stderr.splitlines()
            if line.startswith("Refused: ")}  # fmt: skip
    assert told == {
        "up": "a symbolic link back to a folder above it",
        "round.txt": "a symbolic link that leads back to itself",
        "gone.txt": "no such file or folder",
        "pipe.txt": "not a regular file",
        "zero.txt": "not a regular file",
        "sock.txt": "not a regular file",
    }


def test_packed_lines_expand_no_further_than_news_does(tmp_path: Path) -> None:
    """A megabyte of them could be a thousand; what came before is taken, and memory stays small."""
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as packed:
        packed.write(json_lines({"text": "The judge ruled."}))
        for _ in range(300):
            packed.write((b" " * 1023 + b"\n") * (MEGABYTE // 1024))
    assert path.stat().st_size < 2 * MEGABYTE
    first, last = load_inputs(str(path), MEGABYTE)
    assert isinstance(first, RawInput)
    assert isinstance(last, InputError)
    assert "the file expands to more than" in last.reason


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.txt.gz", "a.jsonl", "a.ndjson.gz"]))
def test_any_bytes_give_inputs_within_the_limit_or_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("bytes") / name
    path.write_bytes(data)
    for loaded in load_inputs(str(path), 200):
        assert loaded.path.startswith(str(path))
        assert isinstance(loaded, InputError) or len(loaded.data) <= 200
