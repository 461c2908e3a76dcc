"""The addresses that were published, read and written."""

from pathlib import Path

from generator.load.verrou import SANS_VERROU, Adresse, ecrire_verrou, load_verrou


def lire(tmp_path: Path, text: str) -> tuple[Adresse, ...]:
    (tmp_path / "urls.lock").write_text(text, encoding="utf-8")
    found = load_verrou(tmp_path)
    assert not found.failed
    return found.value.adresses


def test_a_repository_never_published_has_no_addresses(tmp_path: Path) -> None:
    assert load_verrou(tmp_path).value == SANS_VERROU


def test_addresses_and_redirects_are_read_with_their_lines(tmp_path: Path) -> None:
    assert lire(tmp_path, "# Titre\n./\n\na/ -> b/c/\nx/y.csv\n") == (
        Adresse("", None, 2),
        Adresse("a/", "b/c/", 4),
        Adresse("x/y.csv", None, 5),
    )


def test_redirects_are_followed_to_their_end_and_circles_are_seen(tmp_path: Path) -> None:
    (tmp_path / "urls.lock").write_text("a/ -> b/\nb/ -> c/\nx/ -> y/\ny/ -> x/\n", encoding="utf-8")
    locked = load_verrou(tmp_path).value
    assert [locked.finale(url) for url in ("a/", "b/", "c/", "x/")] == ["c/", "c/", "c/", None]


def test_what_is_written_is_sorted_and_read_back(tmp_path: Path) -> None:
    text = ecrire_verrou(["b/", "", "a/", "b/"], {"a/": "b/"})
    assert [line for line in text.splitlines() if not line.startswith("#")] == ["./", "a/ -> b/", "b/"]
    assert [(one.url, one.vers) for one in lire(tmp_path, text)] == [("", None), ("a/", "b/"), ("b/", None)]


def test_a_lock_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "urls.lock").write_bytes(b"a/\xff\n")
    assert [item.code for item in load_verrou(tmp_path).report] == ["MEM007"]


def test_a_lock_that_cannot_be_read_is_told_and_promises_nothing(tmp_path: Path) -> None:
    (tmp_path / "urls.lock").mkdir()
    found = load_verrou(tmp_path)
    assert found.value == SANS_VERROU
    assert [item.location.path for item in found.report] == ["urls.lock"]
