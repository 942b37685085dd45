"""Settings: ``newschat.toml`` in the working folder, then ``NEWSCHAT_*`` environment variables, then flags.

Every field is one key of the file (``llm_url = "…"``), one variable (``NEWSCHAT_LLM_URL``) and one keyword of
:func:`load_settings`; the later source wins. Unknown names are errors, so that a typo never silently does nothing.
"""

import codecs
import difflib
import os
import tomllib
from pathlib import Path
from typing import Any, ClassVar

import pydantic_settings
from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from indexing.errors import SettingsError

SETTINGS_FILE = "newschat.toml"
ENVIRONMENT_PREFIX = "NEWSCHAT_"


class Postprocessor(BaseModel, frozen=True, extra="forbid"):
    """A LlamaIndex node postprocessor (reranker, filter) applied to the fused passages, in the order given."""

    class_path: str = Field(description='"package.module:ClassName" of a BaseNodePostprocessor')
    arguments: dict[str, Any] = Field(default_factory=dict, description="keyword arguments of its constructor")


class Settings(BaseSettings):
    """All that a user can choose. Frozen; ``model_copy(update=...)`` makes a variant."""

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, frozen=True, extra="forbid"
    )

    archive_dir: Path = Field(Path(".newschat"), description="folder of the archive")
    corpus_dir: Path = Field(Path("corpus"), description="folder of the articles; the whole truth of the archive")
    archive_name: str | None = Field(None, description="name shown on the page; default: the corpus folder's name")
    examples: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="example questions on the empty page, by language: ko, en"
    )
    host: str = Field("127.0.0.1", description="address the page is served on; anything else is reachable by others")
    port: int = Field(7860, ge=0, le=65535, description="port the page is served on; 0 picks a free one")
    watch: float = Field(
        15.0,
        ge=0,
        le=86400,
        description="seconds between looks for changed articles while the page is served; 0: never",
    )
    chroma_url: str | None = Field(None, description="http(s) address of a Chroma server; default: embedded Chroma")

    embedding_model: str = Field(
        "bundled", description='"bundled" (ships with newschat), or a sentence-transformers model: folder or hub name'
    )
    embedding_query_prompt: str | None = Field(
        None, description='put before every question, e.g. "query: "; default: the prompt the model saved'
    )
    embedding_document_prompt: str | None = Field(
        None, description='put before every passage, e.g. "passage: "; default: the prompt the model saved'
    )
    embedding_max_length: int | None = Field(
        None, ge=8, description="longest passage the model reads, in tokens; default: the model's own limit"
    )
    embedding_device: str | None = Field(
        None, description='"cpu", "cuda", "mps"; default: the best there is; the bundled model needs none'
    )
    embedding_batch_size: int = Field(
        32, ge=1, le=2048, description="passages embedded at once; the bundled model has its own"
    )
    embedding_offline: bool = Field(False, description="never ask a model hub; only models already on this machine")
    passage_characters: int = Field(500, ge=100, le=4000, description="longest passage, in characters")
    common_lines: bool = Field(True, description="take out of articles the lines that many of their outlet share")

    candidates: int = Field(50, ge=5, le=1000, description="passages taken from vectors and from keywords each")
    reranked: int = Field(12, ge=5, le=1000, description="passages of both that the ranking model compares")
    top_k: int = Field(10, ge=1, le=100, description="passages kept after ranking")
    reranker_model: str | None = Field(
        None, description='cross-encoder that orders them again, e.g. "BAAI/bge-reranker-v2-m3": folder or hub name'
    )
    postprocessors: tuple[Postprocessor, ...] = Field((), description="LlamaIndex node postprocessors, in order")

    llm_url: str | None = Field(None, description="OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1")
    llm_model: str | None = Field(None, description="model name at that endpoint")
    llm_api_key: SecretStr | None = Field(None, description="key for that endpoint, where it wants one")
    llm_timeout: float = Field(30.0, gt=0, le=600, description="seconds without a word before the endpoint is given up")
    llm_context_characters: int = Field(8000, ge=500, description="most characters of passages shown to the model")

    @field_validator("archive_dir", "corpus_dir", mode="before")
    @classmethod
    def _is_a_folder(cls, folder: object) -> object:
        """An empty name would mean the working folder, and one with a NUL nothing that could be made."""
        if folder == "":
            raise ValueError("it is empty; name a folder, or leave the setting out")
        if "\0" in str(folder):
            raise ValueError("a folder's name holds no NUL")
        return folder

    @field_validator("archive_dir", "corpus_dir")
    @classmethod
    def _from_home(cls, folder: Path) -> Path:
        """``~/news``, which no shell expands in a file or in quotes."""
        try:
            return folder.expanduser()
        except RuntimeError:  # "~backup" of no user is a folder's name
            return folder

    @field_validator("embedding_model", "reranker_model")
    @classmethod
    def _model_from_home(cls, model: str | None) -> str | None:
        return str(Path(model).expanduser()) if model and model.startswith("~/") else model

    @property
    def name(self) -> str:
        """The archive's name for readers."""
        return self.archive_name or self.corpus_dir.resolve().name

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags beat the environment, the environment beats the file."""
        return (init_settings, env_settings, InitSettingsSource(settings_cls, _settings_of(Path(SETTINGS_FILE))))


def load_settings(**flags: object) -> Settings:
    """Settings of this run; a flag that is None was not given.

    Raises:
        SettingsError: a name is unknown or a value does not fit; every fault is named.
    """
    _refuse_unknown_variables()
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError(_faults(error)) from error
    except pydantic_settings.SettingsError as error:
        raise SettingsError(
            f"A {ENVIRONMENT_PREFIX}* variable cannot be read: {error}. Lists and tables are JSON."
        ) from error


def _settings_of(file: Path) -> dict[str, Any]:
    """What a settings file says; nothing where there is none."""
    try:
        content = file.read_bytes().removeprefix(codecs.BOM_UTF8)  # Windows' editors begin UTF-8 with it; TOML has none
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}. Make it a file that you may read.") from error
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{file} is not UTF-8 (line {line}). Save it as UTF-8 and try again.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is no TOML: {error}. Mend the line it names.") from error


def _refuse_unknown_variables() -> None:
    known = {ENVIRONMENT_PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        if name.upper().startswith(ENVIRONMENT_PREFIX) and name.upper() not in known:
            raise SettingsError(f"The environment variable {name} is no setting.{_suggestion(name, known)}")


def _suggestion(name: str, known: set[str]) -> str:
    close = difflib.get_close_matches(name, sorted(known), n=1)
    return f" Did you mean {close[0]}?" if close else f" Settings are: {', '.join(sorted(known))}."


def _faults(error: ValidationError) -> str:
    faults = []
    for fault in error.errors():
        name = ".".join(str(part) for part in fault["loc"])
        if fault["type"] == "extra_forbidden" and isinstance(fault["input"], dict):
            faults.append(f"[{name}] is no table of settings: they stand at the top of the file, without a table.")
        elif fault["type"] == "extra_forbidden":
            faults.append(f"{name} is no setting.{_suggestion(name, set(Settings.model_fields))}")
        else:
            is_secret = "key" in name or isinstance(fault["input"], dict | list)  # of arguments one may be a key
            value = "…" if is_secret else repr(fault["input"])
            faults.append(f"{name} = {value}: {fault['msg'].lower().removeprefix('value error, ')}.")
    return " ".join(faults) + f" Settings come from {SETTINGS_FILE}, {ENVIRONMENT_PREFIX}* variables and flags."
