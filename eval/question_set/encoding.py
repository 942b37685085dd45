"""The bytes of a question set as text, or the row where they are none."""

from pathlib import Path

from indexing.errors import QuestionSetError

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes:
    """The content of a set without its byte order mark.

    Raises:
        QuestionSetError: the file cannot be read, or is UTF-16.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise QuestionSetError(
            f"{path} cannot be read: {error.strerror}. Check the path and its permissions."
        ) from error
    if data.startswith(UTF_16_MARKS):
        raise QuestionSetError(f"{path.name} is UTF-16. Save it as UTF-8.")
    return data.removeprefix(BYTE_ORDER_MARK)


def read_text(path: Path) -> str:
    """The whole set as text.

    Raises:
        QuestionSetError: like :func:`read_bytes`, or a row is not UTF-8.
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        at = error.start - data.rfind(b"\n", 0, error.start)
        raise QuestionSetError(f"{path.name} row {row}: {not_utf8(data[error.start], at)}.") from error


def not_utf8(byte: int, position: int) -> str:
    """What to say of a row with a byte at ``position`` (from 1) that UTF-8 does not have there."""
    return f"not UTF-8 (byte 0x{byte:02x} at {position}). Save the file as UTF-8"
