"""Templates as Python runs them: each is compiled once in a process, whatever environments it serves."""

from hashlib import sha1
from types import CodeType
from typing import ClassVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiles(BytecodeCache):
    """All those of the process, each with the checksum of its text; one that has changed is compiled again.

    `servis` are those that were asked for, `neufs` those that had to be compiled.
    """

    codes: ClassVar[dict[str, tuple[str, CodeType | None]]] = {}
    servis: ClassVar[set[str]] = set()
    neufs: ClassVar[set[str]] = set()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """As Jinja's, for a folder of any name."""
        return sha1(f"{name}|{filename}".encode(errors="surrogateescape"), usedforsecurity=False).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        self.servis.add(bucket.key)
        checksum, code = self.codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.neufs.add(bucket.key)
        self.codes[bucket.key] = (bucket.checksum, bucket.code)
