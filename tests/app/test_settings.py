from pathlib import Path

import pytest

from app.settings import Settings, load_settings
from indexing.errors import SettingsError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_any_source_the_defaults_hold() -> None:
    assert load_settings().port == 7860
    assert load_settings().host == "127.0.0.1"


def test_flags_beat_the_environment_and_the_environment_beats_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "newschat.toml").write_text("port = 1\ntop_k = 1\ncandidates = 11\n")
    monkeypatch.setenv("NEWSCHAT_PORT", "2")
    monkeypatch.setenv("NEWSCHAT_TOP_K", "2")
    settings = load_settings(port=3, host=None)
    assert (settings.port, settings.top_k, settings.candidates) == (3, 2, 11)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("prot = 1", "Did you mean port"),
        ("port = 99999", "port = 99999"),
        ("reranked = 4", "reranked = 4"),
        ("port = ", "newschat.toml is no TOML"),
        ("[newschat]\nport = 1", "without a table"),
        ('corpus_dir = ""', "corpus_dir = '': it is empty"),
        ('archive_dir = "a\\u0000b"', "holds no nul"),
        ('[[postprocessors]]\nname = "x"', "postprocessors"),
    ],
)
def test_a_wrong_file_is_explained(folder: Path, text: str, message: str) -> None:
    (folder / "newschat.toml").write_text(text)
    with pytest.raises(SettingsError, match=message):
        load_settings()


def test_a_file_as_windows_saves_it_is_read_or_its_encoding_named(folder: Path) -> None:
    file = folder / "newschat.toml"
    file.write_bytes(b"\xef\xbb\xbfport = 1\n")
    assert load_settings().port == 1
    file.write_bytes("port = 1\n# 한글".encode("cp949"))
    with pytest.raises(SettingsError, match=r"not UTF-8 \(line 2\)"):
        load_settings()


def test_a_folder_in_place_of_the_file_is_explained(folder: Path) -> None:
    (folder / "newschat.toml").mkdir()
    with pytest.raises(SettingsError, match=r"newschat\.toml cannot be read"):
        load_settings()


def test_a_tilde_is_the_users_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    (folder / "newschat.toml").write_text(
        'archive_dir = "~/news"\nembedding_model = "~/model"\ncorpus_dir = "~nobody9/x"'
    )
    settings = load_settings()
    assert settings.archive_dir == folder / "news"
    assert settings.embedding_model == str(folder / "model")
    assert settings.corpus_dir == Path("~nobody9/x")


def test_an_unknown_variable_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCHAT_LLM_ULR", "x")
    with pytest.raises(SettingsError, match="NEWSCHAT_LLM_URL"):
        load_settings()


def test_a_key_never_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCHAT_LLM_API_KEY", "sk-secret")
    assert "sk-secret" not in repr(load_settings())


def test_every_setting_says_what_it_means() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_a_variable_that_is_no_json_blames_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCHAT_EXAMPLES", "{bad")
    with pytest.raises(SettingsError, match="variable cannot be read"):
        load_settings()


def test_a_key_of_the_wrong_type_is_not_printed(folder: Path) -> None:
    (folder / "newschat.toml").write_text("llm_api_key = 12345678")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "12345678" not in str(caught.value)


def test_a_fault_beside_a_key_does_not_print_it() -> None:
    with pytest.raises(SettingsError, match=r"postprocessors\.0\.class_path = …: field required") as refused:
        load_settings(postprocessors=({"arguments": {"token": "sk-SECRET"}},))
    assert "SECRET" not in str(refused.value)
