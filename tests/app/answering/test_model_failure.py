import httpx
import openai
import pytest

from app.answering.model_failure import Failure, model_error

REQUEST = httpx.Request("POST", "http://127.0.0.1:9/v1/chat/completions")


def refusal(status: int, body: object) -> openai.APIStatusError:
    return openai.APIStatusError("Error code", response=httpx.Response(status, request=REQUEST), body=body)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (openai.APITimeoutError(REQUEST), Failure.SILENT),
        (httpx.ReadTimeout("The read operation timed out"), Failure.SILENT),
        (TimeoutError("timed out"), Failure.SILENT),
        (openai.APIConnectionError(request=REQUEST), Failure.UNREACHABLE),
        (httpx.ReadError("reset by peer"), Failure.UNREACHABLE),
        (httpx.RemoteProtocolError("peer closed connection"), Failure.UNREACHABLE),
        (ConnectionResetError(), Failure.UNREACHABLE),
        (refusal(429, None), Failure.REPORTED),
        (refusal(503, None), Failure.REPORTED),
        (refusal(404, None), Failure.REPORTED),
        (openai.APIError("out of memory", REQUEST, body=None), Failure.REPORTED),
        (ValueError("Expecting property name"), Failure.UNREADABLE),
        (KeyError(), Failure.UNREADABLE),
    ],
)
def test_errors_of_every_vendor_are_told_apart_by_what_a_reader_can_make_of_them(
    error: Exception, failure: Failure
) -> None:
    assert model_error(error).failure is failure


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            {"message": "model 'qwen' not found,\n try pulling it first"},
            "404: model 'qwen' not found, try pulling it first",
        ),
        ({"detail": "Not Found"}, "404: Not Found"),
        ("no such page", "404: no such page"),
        ({"message": {"nested": 1}}, "404"),
        ([1], "404"),
        (None, "404"),
        ({"message": "x" * 10_000}, "404: " + "x" * 200),
    ],
)
def test_the_servers_own_sentence_is_kept_since_it_is_what_mends(body: object, told: str) -> None:
    assert model_error(refusal(404, body)).told == told


def test_an_error_in_the_midst_of_a_stream_has_a_sentence_and_no_status() -> None:
    assert model_error(openai.APIError("x", REQUEST, body={"message": "out of memory"})).told == "out of memory"
