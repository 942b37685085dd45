import pytest

from app.answering.claims.check import ClaimChecker
from app.answering.claims.names import NameFinder
from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.fixture(scope="session")
def checker() -> ClaimChecker:
    glossary, people = Glossary.load(), People.load()
    return ClaimChecker(NameFinder(QuestionAnalyser(glossary, people), glossary, people), glossary)
