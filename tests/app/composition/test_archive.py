import subprocess
import sys

from app.settings import Settings


def test_indexing_where_nothing_changed_imports_no_library_that_answers(settings: Settings) -> None:
    program = (
        "import sys\n"
        "from app.composition.archive import index_corpus\n"
        "from app.settings import Settings\n"
        "settings = Settings.model_validate_json(sys.argv[1])\n"
        "report = index_corpus(settings, settings.corpus_dir)\n"
        "print(report.unchanged > 0, [name for name in ('chromadb', 'llama_index', 'torch') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, settings.model_dump_json()], capture_output=True, text=True, check=True
    )
    assert done.stdout == "True []\n"
