from pathlib import Path

from indexing.embedding.model_folder import folder_digest


def make(folder: Path, weights: bytes) -> Path:
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(weights)
    return folder


def test_a_moved_model_folder_keeps_its_digest(tmp_path: Path) -> None:
    assert folder_digest(make(tmp_path / "a", b"1")) == folder_digest(make(tmp_path / "b", b"1"))


def test_retrained_weights_of_the_same_size_change_the_digest(tmp_path: Path) -> None:
    assert folder_digest(make(tmp_path / "a", b"1")) != folder_digest(make(tmp_path / "b", b"2"))


def test_a_large_file_is_sampled_from_its_first_byte_to_its_last(tmp_path: Path) -> None:
    size = 65 * 2**20
    file = make(tmp_path / "a", b"") / "model.safetensors"
    digests = set()
    for position in (None, 0, size - 1):
        with file.open("wb") as stream:
            stream.truncate(size)
            if position is not None:
                stream.seek(position)
                stream.write(b"1")
        digests.add(folder_digest(file.parent))

    assert len(digests) == 3


def test_the_model_card_and_hidden_files_do_not_count(tmp_path: Path) -> None:
    folder = make(tmp_path / "a", b"1")
    before = folder_digest(folder)
    (folder / "README.md").write_text("card")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "x").write_text("lock")

    assert folder_digest(folder) == before
