"""A file of ours as MkDocs knows files: made, and read when it is copied."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


class FichierFait(File):
    """`contenus` holds it, under its url."""

    contenus: Mapping[str, bytes]

    @classmethod
    def de(cls, config: MkDocsConfig, url: str, contenus: Mapping[str, bytes]) -> "FichierFait":
        file = cls.generated(config, url, content=b"")
        assert isinstance(file, cls)
        file.contenus = contenus
        return file

    @property
    def _content(self) -> bytes:
        return self.contenus[self.src_uri]

    @_content.setter
    def _content(self, value: object) -> None:
        """MkDocs gives what it was made with."""
