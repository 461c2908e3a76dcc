"""The values of an ordinary file, read without their places, in a third of the time.

Nothing is decided here: as soon as anything is out of the ordinary, the file is read with its places (`yaml_reader`),
which tells what is wrong, and where. Of a file that is right, both give the same values.
"""

from functools import lru_cache
from sys import intern

import yaml

from generator.load.scalars import Refusal, plain_value
from generator.load.source import INVISIBLE
from generator.load.yaml_reader import MAX_DEPTH

# The same words come again in thousands of files.
_value = lru_cache(maxsize=8192)(plain_value)


def plain_values(text: str) -> dict[str, object] | None:
    """As `read_yaml(…).data`; None for what must be read with its places."""
    reader = _Reader(text)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not reader.take(event):
                return None
    except yaml.MarkedYAMLError:
        return None
    return reader.root


class _Reader:
    """`above` are the collections that are open around the one that is read, each with the key that waits for it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: dict[str, object] | None = None
        self.above: list[tuple[dict[str, object] | list[object] | None, str | None, bool]] = []
        self.here: dict[str, object] | list[object] | None = None
        self.key: str | None = None
        self.flow = False

    def take(self, event: yaml.Event) -> bool:
        """False for an event that is not ordinary."""
        match event:
            case yaml.ScalarEvent():
                return event.anchor is None and event.tag is None and self._scalar(event)
            case yaml.CollectionStartEvent():
                return event.anchor is None and event.tag is None and self._open(event)
            case yaml.CollectionEndEvent():
                self.here, self.key, self.flow = self.above.pop()
                return True
            case yaml.DocumentStartEvent():
                return self.root is None and not event.version and not event.tags
        return not isinstance(event, yaml.AliasEvent)

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        written, style = event.value, event.style
        if style == '"' and INVISIBLE.search(written.replace("\t", "\x1f")):
            return False
        text = written if " " in written else intern(written)
        value = text if style else _value(text)
        here = self.here
        if isinstance(here, list):
            # Between brackets, a comma without a space may have cut a number in two.
            if self.flow and not style and text[:1].isdigit() and self._glued(event):
                return False
            here.append(value)
        elif here is None:
            return False
        elif self.key is None:
            if not text or not isinstance(value, str) or (text == "<<" and not style) or text in here:
                return False
            self.key = text
            return True
        else:
            here[self.key], self.key = value, None
        return not isinstance(value, Refusal)

    def _glued(self, event: yaml.Event) -> bool:
        assert event.start_mark is not None
        return self.text[event.start_mark.index - 1] == ","

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        is_mapping, flow = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
        if (is_mapping and flow) or len(self.above) >= MAX_DEPTH:
            return False
        opened: dict[str, object] | list[object] = {} if is_mapping else []
        here = self.here
        if isinstance(here, list):
            here.append(opened)
        elif here is not None:
            if self.key is None:
                return False
            here[self.key], self.key = opened, None
        elif isinstance(opened, dict):
            self.root = opened
        else:
            return False
        self.above.append((here, self.key, self.flow))
        self.here, self.key, self.flow = opened, None, flow
        return True
