from typing import Any

import pytest

from app.composition.models import make_llm
from app.settings import Settings
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
