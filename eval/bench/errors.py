"""What can go wrong in a bench."""

from indexing.errors import NewschatError


class BenchError(NewschatError):
    """A stage failed or did something else than it should; the message names the side and the stage."""
