"""Verifying: what is intact, changed, missing, added and unsealed, and the hashes that say so."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import osintkp
from commands import QUIET, steers
from osintkp.coding.manifest import MANIFEST
from osintkp.coding.saving import save_claims
from osintkp.coding.seal import sealed
from osintkp.coding.sealing import seal
from osintkp.command import main
from osintkp.errors import InvalidValueError
from osintkp.verifying import FileState, VerifiedFile
from test_generations import NEW, OLD, interrupted

ENDS = [f"{name}{end}" for name in ("one", "two", "three") for end in (".toml", ".txt")]
ALL = dict.fromkeys([MANIFEST, *ENDS], "intact")


def states(path: Path) -> dict[str, str]:
    return {each.name: each.state.value for each in osintkp.verify(path).files}


def file_of(path: Path, name: str) -> VerifiedFile:
    (found,) = [each for each in osintkp.verify(path).files if each.name == name]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    osintkp.Corpus(claims=OLD).save(tmp_path / "c", texts=True)
    return tmp_path / "c"


def test_what_was_saved_is_intact(folder: Path) -> None:
    found = osintkp.verify(folder)

    assert ALL == states(folder)
    assert found.intact
    assert sorted(ALL) == [each.name for each in found.files]
    digest = sha256((folder / "one.txt").read_bytes()).hexdigest()
    assert VerifiedFile(
        name="one.txt", state=FileState.INTACT, saved=digest, found=digest, by="manifest"
    ) == file_of(folder, "one.txt")


@pytest.mark.parametrize("name", sorted(ALL))
def test_one_other_bit_anywhere_is_a_change_with_both_hashes(name: str, folder: Path) -> None:
    raw = (folder / name).read_bytes()
    (folder / name).write_bytes(raw[:-2] + bytes([raw[-2] ^ 1]) + raw[-1:])

    found = file_of(folder, name)
    assert ALL | {name: "changed"} == ALL | states(folder)
    assert not osintkp.verify(folder).intact
    assert sha256((folder / name).read_bytes()).hexdigest() == found.found
    if name != MANIFEST:
        assert (sha256(raw).hexdigest(), "manifest") == (found.saved, found.by)


def test_what_is_missing_and_what_was_added_is_named(folder: Path) -> None:
    (folder / "two.txt").unlink()
    (folder / "four.toml").write_text(QUIET)
    (folder / "README.md").write_text("about this folder")

    assert ALL | {"two.txt": "missing", "four.toml": "added"} == states(folder)
    assert (None, "manifest") == (file_of(folder, "two.txt").found, file_of(folder, "two.txt").by)
    assert sha256(QUIET.encode()).hexdigest() == file_of(folder, "four.toml").found


def test_other_line_ends_are_no_change_of_a_coding_but_of_a_text(folder: Path) -> None:
    (folder / "one.toml").write_bytes((folder / "one.toml").read_bytes().replace(b"\n", b"\r\n"))

    found = file_of(folder, "one.toml")
    assert (FileState.INTACT, "its line ends are others") == (found.state, found.note)
    assert found.found != found.saved
    (folder / "two.txt").write_bytes((folder / "two.txt").read_bytes() + b"\r\n")
    assert ALL | {"two.txt": "changed"} == states(folder)


def test_a_save_that_was_cut_off_is_intact_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(tmp_path, monkeypatch)

    assert ALL == states(tmp_path)
    assert "a save was cut off before it got its name" == file_of(tmp_path, "one.toml").note


def test_codings_without_a_manifest_are_held_to_their_own_seals(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    (folder / "two.toml").write_bytes((folder / "two.toml").read_bytes().replace(b"twelve", b"thirty"))
    (folder / "four.toml").write_text(QUIET)
    (folder / "three.txt").write_text("another text")

    said = {name: state for name, state in ALL.items() if name != MANIFEST}
    more = {"two.toml": "changed", "four.toml": "unsealed", "three.txt": "changed"}
    assert said | more == {"two.txt": "intact"} | states(folder)
    assert ("seal", "source") == (file_of(folder, "one.toml").by, file_of(folder, "one.txt").by)
    one = file_of(folder, "one.toml")
    assert (
        one.saved == one.found == sha256((folder / "one.toml").read_bytes().partition(b"\n")[2]).hexdigest()
    )


@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.jsonl"])
def test_a_single_file_is_verified_with_its_text(name: str, tmp_path: Path) -> None:
    one = osintkp.Corpus(claims=OLD).select(source="one")
    one.save(tmp_path / name, texts=True)
    (tmp_path / "beside.toml").write_text(QUIET)

    text = {} if name == "a.jsonl" else {"one.txt": "intact"}
    assert {name: "intact"} | text == states(tmp_path / name)
    raw = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(raw[:-9])
    assert "changed" == states(tmp_path / name)[name]


def test_folders_in_folders_are_verified_each_by_its_manifest(folder: Path) -> None:
    osintkp.Corpus(claims=NEW).save(folder / "later")

    assert ALL | {f"later/{name}": "intact" for name in ALL if not name.endswith(".txt")} == states(folder)


def test_a_folder_whose_codings_are_all_gone_is_held_to_its_manifest(folder: Path) -> None:
    osintkp.Corpus(claims=NEW).select(source="two").save(folder / "later")
    (folder / "later" / "two.toml").unlink()
    (folder / "empty").mkdir()

    later = {f"later/{MANIFEST}": "intact", "later/two.toml": "missing"}
    assert ALL | later == states(folder)
    assert [("file-missing", str(folder / "later" / "two.toml"))] == [
        (each.code, each.file) for each in osintkp.load(folder, lenient=True).problems
    ]
    assert () == seal(folder)
    assert ALL | {f"later/{MANIFEST}": "intact"} == states(folder)


def test_a_store_is_held_to_its_manifest(tmp_path: Path) -> None:
    osintkp.load_seeds().to_parquet(tmp_path / "s")
    part = "claims/part=000/claims.parquet"
    names = {"osintkp.json", "sources.parquet", "links.parquet", part}

    assert dict.fromkeys(names, "intact") == states(tmp_path / "s")
    raw = (tmp_path / "s" / part).read_bytes()
    (tmp_path / "s" / part).write_bytes(raw[:9] + bytes([raw[9] ^ 4]) + raw[10:])
    (tmp_path / "s" / "links.parquet").unlink()
    (tmp_path / "s" / "x.parquet").write_bytes(b"")
    damaged = {part: "changed", "links.parquet": "missing", "x.parquet": "added"}
    assert dict.fromkeys(names, "intact") | damaged == states(tmp_path / "s")
    (tmp_path / "s" / "osintkp.json").write_bytes(b"{}")
    assert {"osintkp.json": "changed"} == states(tmp_path / "s")


def test_the_hashes_of_a_damaged_seal_are_of_the_lines_below_it(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    first, _, below = (folder / "one.toml").read_bytes().partition(b"\n")
    (folder / "one.toml").write_bytes(first + b"\n" + below[:-9])
    (folder / "two.toml").write_bytes(first[:-9] + b"\n" + below)

    one, two = file_of(folder, "one.toml"), file_of(folder, "two.toml")
    assert (FileState.CHANGED, "seal") == (one.state, one.by) == (two.state, two.by)
    assert (sha256(below).hexdigest(), sha256(below[:-9]).hexdigest()) == (one.saved, one.found)
    assert (None, sha256(below).hexdigest()) == (two.saved, two.found)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_text("a secret of the host")
    return tmp_path / "secret"


def test_no_link_out_of_a_store_is_read(tmp_path: Path, secret: Path) -> None:
    store, out = tmp_path / "s", "a link leads out of the folder that was named"
    osintkp.load_seeds().to_parquet(store)
    (store / "more").symlink_to(secret)
    (store / "folder").symlink_to(secret.parent)
    (store / "links.parquet").rename(tmp_path / "links")
    (store / "links.parquet").symlink_to(tmp_path / "links")
    (store / "sources.parquet").rename(store / "kept")
    (store / "sources.parquet").symlink_to(store / "kept")

    assert ("added", None) == (states(store)["more"], file_of(store, "more").found)
    assert ("added", None) == (states(store)["folder"], file_of(store, "folder").found)
    assert ("changed", out) == (states(store)["links.parquet"], file_of(store, "links.parquet").note)
    assert "intact" == states(store)["sources.parquet"]


def test_no_link_out_of_a_folder_of_codings_is_read(folder: Path, secret: Path) -> None:
    digest = sha256(secret.read_bytes()).hexdigest()
    (folder / "one.txt").unlink()
    (folder / "one.txt").symlink_to(secret)
    (folder / "two.txt").rename(folder / "kept")
    (folder / "two.txt").symlink_to(folder / "kept")

    out = "a link leads out of the folder that was named"
    assert ALL | {"one.txt": "changed"} == states(folder)
    assert (None, out) == (file_of(folder, "one.txt").found, file_of(folder, "one.txt").note)
    (folder / MANIFEST).unlink()
    assert ("changed", "intact") == (states(folder)["one.txt"], states(folder)["two.txt"])
    assert digest not in osintkp.verify(folder).to_json()


def test_a_file_of_any_length_is_held_to_its_manifest_and_a_coding_alone_to_what_is_read(
    folder: Path,
) -> None:
    small = osintkp.ResourceLimits(coding_bytes=100, article_bytes=10)
    enough = osintkp.ResourceLimits(coding_bytes=4000)

    assert osintkp.verify(folder, limits=small).intact
    (folder / MANIFEST).unlink()
    assert {"changed"} == {each.state.value for each in osintkp.verify(folder, limits=small).files}
    assert {"the file is too large"} == {each.note for each in osintkp.verify(folder, limits=small).files}
    assert osintkp.verify(folder, limits=enough).intact


def test_an_empty_folder_is_not_intact_and_no_path_is_refused(tmp_path: Path) -> None:
    assert not osintkp.verify(tmp_path).intact
    assert "0 files" == str(osintkp.verify(tmp_path))
    assert "there is no such file" == file_of(tmp_path / "none.toml", "none.toml").note
    with pytest.raises(osintkp.CodingError, match="file-missing"):
        osintkp.verify(tmp_path / "none")
    (tmp_path / "a.txt").write_text("a text")
    with pytest.raises(osintkp.CodingError, match="file-not-coding"):
        osintkp.verify(tmp_path / "a.txt")


def test_the_command_says_it_with_its_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["verify", str(folder)])
    assert capsys.readouterr().out.startswith("7 files: 7 intact\nfile")
    (folder / "two.txt").write_text("another text")
    assert 1 == main(["verify", str(folder)])
    assert capsys.readouterr().out.startswith("7 files: 6 intact, 1 changed\nfile")
    assert 1 == main(["verify", "--json", str(folder)])
    data = json.loads(capsys.readouterr().out)
    assert (False, "changed") == (data["intact"], data["files"][-1]["state"])
    assert 2 == main(["verify", str(folder / "none")])


def test_hostile_names_are_inert(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["\x1b[31mred.toml", "<b>x|y.toml", "\u202egnp.toml", "a\nb.toml"]
    for name in names:
        (tmp_path / name).write_text(QUIET)
    main(["verify", str(tmp_path)])

    out = capsys.readouterr().out
    assert [] == steers(out)
    assert 6 == len(out.splitlines())
    html = osintkp.verify(tmp_path)._repr_html_()
    assert "<b>x" not in html
    assert "&lt;b&gt;x|y.toml" in html


def changes(folder: Path) -> None:
    (folder / "two.toml").write_bytes((folder / "two.toml").read_bytes().replace(b"twelve", b"thirty"))
    (folder / "four.json").write_text('{"schema": "osintkp/1", "source": {"id": "four"}}')


@pytest.mark.parametrize("whole", [True, False], ids=["folder", "files"])
def test_what_a_person_changed_is_sealed_again(
    whole: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes(folder)
    (folder / "two.txt").unlink()
    (folder / "two.toml").write_text((folder / "two.toml").read_text().replace('sha256 = "', 'notes = "'))
    named = [folder] if whole else [folder / "two.toml", folder / "four.json"]

    assert 0 == main(["seal", *map(str, named)])
    told = {line for line in capsys.readouterr().out.splitlines() if line.endswith(("two.toml", "four.json"))}
    assert {f"sealed {folder / 'two.toml'}", f"sealed {folder / 'four.json'}"} == told
    if whole:
        assert osintkp.verify(folder).intact
        assert "thirty" == osintkp.load(folder).sources["two"].title
    else:
        assert {"two.txt": "missing", "four.json": "added"} == {
            n: s for n, s in states(folder).items() if s != "intact"
        }


def test_the_names_of_what_was_sealed_are_printed_each_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Yaound\u00e9.toml", "a\nsealed b.toml", "\x1b[31mred.toml"):
        (tmp_path / name).write_text(QUIET)
    main(["seal", str(tmp_path)])

    names = ["\\x1b[31mred.toml", "a\\nsealed b.toml", "Yaound\u00e9.toml"]
    assert [f"sealed {tmp_path}/{name}" for name in sorted(names)] == sorted(
        capsys.readouterr().out.splitlines()
    )


@pytest.mark.parametrize(("path", "code"), [(5, "wrong-type"), ("a\0.toml", "path-bad")])
def test_what_is_no_path_is_not_sealed_and_a_text_is_one(path: Any, code: str, tmp_path: Path) -> None:
    with pytest.raises(osintkp.errors.InvalidValueError) as caught:
        seal(path)

    assert code == caught.value.code
    (tmp_path / "a.toml").write_text(QUIET)
    assert (tmp_path / "a.toml",) == seal(str(tmp_path / "a.toml"))


def test_sealing_what_is_sealed_changes_nothing(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert () == seal(folder)
    assert () == seal(folder / "one.toml")
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_sealing_mends_a_damaged_manifest_and_finishes_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(tmp_path, monkeypatch)
    seal(tmp_path)
    assert (NEW, ()) == ((corpus := osintkp.load(tmp_path)).claims, corpus.problems)
    (tmp_path / MANIFEST).write_bytes((tmp_path / MANIFEST).read_bytes()[:-1])
    seal(tmp_path)

    assert ALL == states(tmp_path)


def test_sealing_one_coding_finishes_a_save_that_was_cut_off_before_it_looks_at_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(tmp_path, monkeypatch)

    assert () == seal(tmp_path / "one.toml")
    assert (NEW, ()) == ((corpus := osintkp.load(tmp_path)).claims, corpus.problems)
    assert ALL == states(tmp_path)


def test_sealing_one_sound_coding_of_an_older_save_takes_it_into_the_manifest(tmp_path: Path) -> None:
    osintkp.Corpus(claims=OLD).save(tmp_path)
    older = (tmp_path / "one.toml").read_bytes()
    osintkp.Corpus(claims=NEW).save(tmp_path)
    (tmp_path / "one.toml").write_bytes(older)

    assert "changed" == states(tmp_path)["one.toml"]
    assert () == seal(tmp_path / "one.toml")
    assert "intact" == states(tmp_path)["one.toml"]
    assert older == (tmp_path / "one.toml").read_bytes()


@pytest.mark.parametrize(
    ("form", "damage"),
    [
        (".toml", lambda raw: raw.replace(b"sealed: c", b"sealed: d")),
        (".jsonl", lambda raw: raw.replace(b"claims", b"clams", 1)),
        (".json", lambda raw: json.dumps(json.loads(raw), indent=4).encode()),
    ],
)
def test_a_damaged_seal_is_replaced(form: str, damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path, one = tmp_path / f"a{form}", osintkp.Corpus(claims=OLD).select(source="one")
    one.save(path)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert ["file-changed"] == [problem.code for problem in osintkp.load(path, lenient=True).problems]

    assert (path,) == seal(path)
    assert whole == path.read_bytes()
    assert one == osintkp.load(path)


def test_what_is_no_coding_is_not_sealed(folder: Path) -> None:
    (folder / "x.toml").write_text("no coding = ")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(osintkp.CodingError, match="file-syntax"):
        seal(folder)
    with pytest.raises(osintkp.CodingError, match="file-missing"):
        seal(folder / "none.toml")

    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("osintkp.json", '{"claims": 3, "sources": 1}\n'),
        ("package.json", '{"name": "convoys"}\n'),
        ("rules.toml", "[rules]\nwidth = 100\n"),
    ],
)
def test_a_file_without_a_source_is_no_coding_and_stays_as_it_is(
    name: str, text: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(osintkp.CodingError, match="the key source is missing"):
            seal(path)
    assert [(name, text)] == [(path.name, path.read_text()) for path in tmp_path.iterdir()]

    (tmp_path / name).unlink()
    (tmp_path / "near.json").write_text('{"source": {"id": "near"}}\n')
    assert (tmp_path / "near.json",) == seal(tmp_path)


def test_a_store_holds_links_to_names_that_no_system_has(tmp_path: Path) -> None:
    store = tmp_path / "store"
    osintkp.read("Chad received 40 trucks from France.", id="wire").to_parquet(store)
    (store / "junk").symlink_to("x" * 300)
    (store / "links.parquet").unlink()
    (store / "links.parquet").symlink_to("x" * 300)

    told = {each.name: each.state for each in osintkp.verify(store).files}
    assert (FileState.ADDED, FileState.MISSING) == (told["junk"], told["links.parquet"])
    with pytest.raises(InvalidValueError) as raised:
        osintkp.open(store)
    assert "store-damaged" == raised.value.code


def test_a_seal_made_by_hand_is_one() -> None:
    assert b"# osintkp sealed: claims 0, bytes 0, sha256 e3b0c442" == sealed(b"", ".toml", 0)[:52]


@pytest.mark.parametrize(
    "name", ["a\0.txt", "../x.txt", "/etc/passwd", "x" * 5000, "loop/x.txt", "d", "\udc80.txt", ""]
)
def test_no_name_of_a_text_or_in_a_manifest_brings_it_down(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "d").mkdir()
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"schema": "osintkp/1", "source": {"id": "wire", "text": name, "sha256": "0" * 64}})
    )

    assert not osintkp.verify(tmp_path).intact
    line = f"{'0' * 64}  {name}\n".encode(errors="surrogateescape")
    (tmp_path / MANIFEST).write_bytes(sealed(line, ".sha256", 1))
    assert not osintkp.verify(tmp_path).intact
    assert osintkp.load(tmp_path, lenient=True).problems
    with suppress(osintkp.OsintkpError):
        seal(tmp_path)
    with suppress(osintkp.OsintkpError):
        osintkp.Corpus().save(tmp_path / "a.jsonl")


def test_sealing_what_needs_no_seal_changes_nothing(tmp_path: Path) -> None:
    assert () == seal(tmp_path)
    assert [] == list(tmp_path.iterdir())

    folder = tmp_path / "codings"
    save_claims(OLD, folder, texts=True)
    save_claims(OLD.keep(claim for claim in OLD if claim.source == "one"), tmp_path / "more.toml")
    (folder / "more.toml").write_bytes((tmp_path / "more.toml").read_bytes())
    before = (folder / MANIFEST).read_bytes()

    assert () == seal(tmp_path / "more.toml")
    assert () == seal(folder / "more.toml")
    assert before == (folder / MANIFEST).read_bytes()
