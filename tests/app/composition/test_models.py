import sys
from types import ModuleType
from typing import Any

import pytest
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore, QueryBundle

from app.composition.models import make_llm, make_postprocessors
from app.settings import Postprocessor, Settings
from indexing.errors import SettingsError


@pytest.mark.parametrize("half", [{}, {"llm_url": "http://127.0.0.1:9/v1"}, {"llm_model": "some-model"}])
def test_half_a_language_model_is_none(half: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="both llm_url and llm_model"):
        make_llm(Settings(**half))


def test_a_language_model_is_the_one_that_the_settings_name() -> None:
    llm = make_llm(Settings(llm_url="http://127.0.0.1:9/v1", llm_model="some-model", llm_timeout=7))
    assert llm.metadata.model_name == "some-model"
    assert llm.metadata.is_chat_model
    assert (llm.api_base, llm.timeout) == ("http://127.0.0.1:9/v1", 7)


class Hosted(BaseNodePostprocessor):
    """Asks a service, which wants a key."""

    api_key: str
    top_n: int

    def __init__(self, **data: Any) -> None:
        super().__init__(**data)
        raise ValueError(f"{self.api_key} is no key that {data['nested']} knows")

    def _postprocess_nodes(self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None) -> Any:
        return nodes


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"api_key": "sk-SECRET", "top_n": "sk-SECRET"}, "api_key, top_n): top_n: Input should be a valid integer"),
        ({"token": "sk-SECRET"}, "token): api_key: Field required; top_n: Field required"),
        ({"api_key": "sk-SECRET", "top_n": 1, "nested": ["sk-SECRET-2"]}, "nested): … is no key that ['…'] knows"),
    ],
)
def test_no_argument_is_printed_with_what_a_postprocessor_refuses(
    arguments: dict[str, Any], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("of_a_vendor")
    monkeypatch.setattr(module, "Hosted", Hosted, raising=False)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    with pytest.raises(SettingsError) as refused:
        make_postprocessors(
            Settings(postprocessors=(Postprocessor(class_path="of_a_vendor:Hosted", arguments=arguments),))
        )
    assert told in str(refused.value)
    assert "SECRET" not in str(refused.value)
