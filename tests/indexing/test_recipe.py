"""What makes an archive read its files again after an update."""

from pathlib import Path

import indexing
from indexing.recipe import ingredients, recipe


def test_all_that_reads_articles_and_dates_is_an_ingredient_and_no_bytecode() -> None:
    root = Path(indexing.__file__).parent
    code = {file for folder in ("reading", "language") for file in (root / folder).rglob("*.py")}
    tables = {file for folder in ("reading", "language") for file in (root / folder).rglob("*.tsv")}
    assert code | tables <= set(ingredients())
    assert root / "language" / "temporal" / "korean_words.py" in ingredients()
    assert not any(file.suffix == ".pyc" for file in ingredients())


def test_settings_that_change_passages_change_the_recipe() -> None:
    assert len({recipe(500), recipe(600), recipe(500, common_lines=False)}) == 3
