from pathlib import Path

from generator.load import load_documents


def test_all_problems_of_all_files_come_in_one_report(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "rules/bon.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "rules/double.yaml").write_bytes(b"a: 1\na: 2\n")
    (tmp_path / "rules/latin.yaml").write_bytes(b"a: \xe9\n")
    (tmp_path / "content/nue.md").write_bytes(b"Bonjour\n")
    (tmp_path / "content/bonne.md").write_bytes(b"---\ntitre: x\n---\nBonjour\n")
    outcome = load_documents(tmp_path)
    assert outcome.failed
    assert [document.path for document in outcome.value] == ["content/bonne.md", "rules/bon.yaml"]
    assert [f"{item.location} {item.code}" for item in outcome.report] == [
        "content/nue.md:1:1 MEM019",
        "rules/double.yaml:2:1 MEM002",
        "rules/latin.yaml:1:4 MEM007",
    ]
