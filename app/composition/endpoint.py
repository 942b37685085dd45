"""HTTP to a language model's endpoint, whose silence is final."""

from typing import Any

import httpx
from openai import APITimeoutError, DefaultHttpxClient


class PatientOnceClient(DefaultHttpxClient):
    """HTTP as OpenAI's client wants it, but for a timeout, which that client would take for one more reason to retry.

    A refused connection, 429 or 5xx may be over in a second. Whoever was silent for as long as the user waits for it
    is not likely to be faster with the same question twice more: a model that is being loaded goes on being loaded.
    """

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """The response.

        Raises:
            APITimeoutError: nothing came in time; OpenAI's client hands on an error of its own kind as it is.
        """
        try:
            return super().send(request, **options)
        except httpx.TimeoutException as error:
            raise APITimeoutError(request=request) from error
