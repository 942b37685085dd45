"""What a bench ran on, without which its seconds mean nothing."""

import os
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Machine:
    """Facts about this machine and what is installed on it.

    Attributes:
        system: operating system and architecture.
        cores: that this process may use.
        load: processes that wanted a core in the last minute, from 0; near ``cores`` or above, seconds and milliseconds
            measure the others too, and only CPU seconds tell. 0 where the system does not say.
        python: version.
        newschat: version.
        llama_index: version of llama-index-core.
        embedder: the setting embedding_model.
    """

    system: str
    cores: int
    load: float
    python: str
    newschat: str
    llama_index: str
    embedder: str

    def as_json(self) -> dict[str, object]:
        """The facts by name."""
        return asdict(self)

    def __str__(self) -> str:
        return (
            f"{self.system}, {self.cores} cores, load {self.load:.1f} before, Python {self.python}, "
            f"newschat {self.newschat}, LlamaIndex {self.llama_index}, embedder {self.embedder}"
        )


def this_machine(embedder: str) -> Machine:
    """The machine of this process, as busy as it is now: to be called before the bench adds its own load."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine(
        system=f"{platform.system()} {platform.machine()}",
        cores=usable,
        load=round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else 0.0,
        python=platform.python_version(),
        newschat=version("newschat"),
        llama_index=version("llama-index-core"),
        embedder=embedder,
    )
