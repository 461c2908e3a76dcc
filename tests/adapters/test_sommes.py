"""SHA256SUMS: written as coreutils does, read by it, and read back."""

import subprocess
from pathlib import Path

import pytest

from generator.adapters.fabrication import GENERATEUR, lire_fabrication, sceller
from generator.adapters.sommes import SOMMES, ecarts, lire_sommes, sommer

# Of "" and of "a", as any table of test vectors gives them.
VIDE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
LETTRE = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
NOMS = ("a.html", "é/à ö.html", ".cache/x", "deux\nlignes", "barre\\oblique", "Z")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in NOMS:
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a" if name == "a.html" else "", encoding="utf-8")
    sceller(tmp_path / "site", {"generateur": GENERATEUR, "pages": 0})
    return tmp_path / "site"


def test_sums_are_those_of_sha_256_in_the_order_of_bytes(site: Path) -> None:
    lines = (site / SOMMES).read_text(encoding="utf-8").splitlines()
    names = [line[66:] for line in lines if not line.startswith("\\")]
    assert names == sorted(names) == [".cache/x", "Z", "a.html", "build.json", "é/à ö.html"]
    assert f"{LETTRE}  a.html" in lines
    assert f"{VIDE}  Z" in lines
    assert f"\\{VIDE}  deux\\nlignes" in lines


def test_coreutils_verifies_a_site_and_tells_what_has_changed(site: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", SOMMES]
    assert subprocess.run(command, cwd=site, capture_output=True, check=False).returncode == 0
    (site / "a.html").write_text("b", encoding="utf-8")
    changed = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert changed.returncode == 1
    assert "a.html" in changed.stdout


def test_a_list_is_read_back_as_it_was_made(site: Path) -> None:
    assert lire_sommes(site) == sommer(site)


def test_what_is_missing_added_or_changed_is_told(site: Path) -> None:
    assert ecarts(site) == []
    (site / "Z").unlink()
    (site / "neuf").touch()
    (site / "a.html").write_text("b", encoding="utf-8")
    assert ecarts(site) == [
        "Z manque",
        "neuf n'est pas dans SHA256SUMS",
        "a.html n'est pas tel qu'il a été fait",
    ]


@pytest.mark.parametrize("contenu", [None, b"des mots\n", b"\xff\xfe\n"])
def test_a_folder_without_a_list_that_reads_is_not_whole(tmp_path: Path, contenu: bytes | None) -> None:
    if contenu is not None:
        (tmp_path / SOMMES).write_bytes(contenu)
    assert ecarts(tmp_path) == ["SHA256SUMS manque ou ne se lit pas"]


def test_the_sum_of_the_whole_is_that_of_the_other_lines(site: Path) -> None:
    script = f"grep -v '  build.json$' {SOMMES} | sha256sum"
    told = subprocess.run(["sh", "-c", script], cwd=site, capture_output=True, text=True, check=True).stdout.split()[0]
    made = lire_fabrication(site)
    assert made is not None
    assert made["site_sha256"] == told
    assert (made["fichiers"], made["octets"]) == (len(NOMS), 1)


def test_sealing_twice_says_the_same(site: Path) -> None:
    before = (site / SOMMES).read_bytes()
    sceller(site, {"generateur": GENERATEUR, "pages": 0})
    assert (site / SOMMES).read_bytes() == before


def test_a_sealed_site_is_read_by_all_and_written_by_its_maker(site: Path) -> None:
    (site / "é").chmod(0o700)
    (site / "Z").chmod(0o600)
    sceller(site, {"generateur": GENERATEUR, "pages": 0})
    assert {path.stat().st_mode & 0o7777 for path in (site, *site.rglob("*"))} == {0o755, 0o644}


@pytest.mark.parametrize("contenu", ["", "[]", "{}", '{"generateur": "autre"}', "[" * 100_000])
def test_a_build_json_that_is_not_ours_is_not_read(tmp_path: Path, contenu: str) -> None:
    (tmp_path / "build.json").write_text(contenu, encoding="utf-8")
    assert lire_fabrication(tmp_path) is None


def test_a_folder_that_cannot_be_listed_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sommer(tmp_path / "absent")
