"""YAML without its traps: a positioned tree, or what was refused and where.

The parser's events are read one by one: nothing recurses and no alias is ever followed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern

import yaml

from generator.diagnostics import Code, Diagnostic, Outcome, Report
from generator.load import codes
from generator.load.frame import Child, Frame, close
from generator.load.lines import Lines, Mark
from generator.load.node import Mapping, Node, Scalar, Span
from generator.load.scalars import Refusal, plain_value
from generator.load.source import INVISIBLE, name_of
from generator.load.syntax import syntax_diagnostic

MAX_DEPTH = 50
MAX_TAG = 100


def read_yaml(path: str, text: str) -> Outcome[Mapping | None]:
    """The mapping that a file holds; None when anything in it was refused."""
    reader = _Reader(path, text, Lines.of(text))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not reader.take(event):
                break
        else:
            reader.finish()
    except yaml.MarkedYAMLError as error:
        reader.add_syntax(syntax_diagnostic(path, error, reader.lines))
    report = Report.of(reader.diagnostics)
    tree = reader.root
    return Outcome(tree if isinstance(tree, Mapping) and not report.errors else None, report)


@dataclass(slots=True)
class _Reader:
    path: str
    text: str
    lines: Lines
    root: Node | None = None
    documents: int = 0
    frames: list[Frame] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def take(self, event: yaml.Event) -> bool:
        """Read one event; False when nothing after it is worth reading."""
        match event:
            # Nine events out of ten.
            case yaml.ScalarEvent():
                self._properties(event)
                self._put(self._scalar(event))
            case yaml.DocumentStartEvent():
                return self._document(event)
            case yaml.AliasEvent():
                start, end = _marks(event)
                span = self.lines.span(start, end)
                self._add(codes.ALIAS, span, f"« *{event.anchor} » renvoie à une autre valeur")
                self._put(Child(Scalar(span, f"*{event.anchor}", "", f"*{event.anchor}"), start))
            case yaml.CollectionStartEvent():
                self._properties(event)
                return self._open(event)
            case yaml.CollectionEndEvent():
                child, diagnostics = close(self.frames.pop(), _marks(event)[1], self.path, self.lines)
                self.diagnostics.extend(diagnostics)
                self._put(child)
        return True

    def finish(self) -> None:
        """What can only be said at the end: the file is empty, or is not a mapping."""
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.style and not self.root.text):
            self._add(codes.FICHIER_VIDE, Span(1, 1), "il n'y a rien à lire ici")
        elif not isinstance(self.root, Mapping) and not self.diagnostics:
            self._add(codes.PAS_UN_GROUPE, self.root.span, "des champs « nom: valeur » sont attendus")

    def add_syntax(self, diagnostic: Diagnostic) -> None:
        """Unless the line is already known to be wrong: the complaint would be its consequence."""
        if all(known.location.line != diagnostic.location.line for known in self.diagnostics):
            self.diagnostics.append(diagnostic)

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self.documents += 1
        if event.version or event.tags:
            place = self.lines.place(_marks(event)[0])
            self._add(codes.SYNTAXE, place, "une ligne ne peut pas commencer par « % »")
        if self.documents > 1:
            span = self.lines.span(*_marks(event))
            self._add(codes.PLUSIEURS_DOCUMENTS, span, "un deuxième document commence ici")
        return self.documents == 1

    def _properties(self, event: yaml.NodeEvent) -> None:
        """An anchor and a tag, in any order, open the event that bears them."""
        start, _ = _marks(event)
        if event.anchor is not None:
            line, column = self.lines.find("&", start)
            span = Span(line + 1, column + 1, len(event.anchor) + 1)
            self._add(codes.ANCRE, span, f"« &{event.anchor} » est une ancre")
        if getattr(event, "tag", None) is not None:
            line, column = self.lines.find("!", start)
            word = self.lines.lines[line][column : column + MAX_TAG].split(maxsplit=1)[0].rstrip(",]}")
            self._add(codes.ETIQUETTE, Span(line + 1, column + 1, len(word)), f"« {word} » est une étiquette")

    def _scalar(self, event: yaml.ScalarEvent) -> Child:
        (start, end), style = _marks(event), event.style or ""
        span, raw = self.lines.span(start, end), self.text[start.index : end.index]
        # Names come again in thousands of files: one copy of each is kept.
        text = event.value if " " in event.value else intern(event.value)
        value = text if style else plain_value(text)
        is_key = bool(self.frames) and self.frames[-1].expects_key
        if isinstance(value, Refusal):
            if not is_key:
                self._add(value.code, span, value.message)
            value = None
        scalar = Scalar(span, text, value, raw, style)
        if style == '"':
            self.diagnostics.extend(self._escaped(scalar))
        return Child(scalar, start)

    def _escaped(self, scalar: Scalar) -> Iterator[Diagnostic]:
        """Characters refused in the file do not come back through `"\\x07"`."""
        if found := INVISIBLE.search(scalar.text.replace("\t", "\x1f")):
            char = scalar.text[found.start()]
            place = scalar.part(found.start()).at(self.path)
            yield codes.CARACTERE_INVISIBLE.at(place, f"caractère invisible {name_of(char)}")

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        start, _ = _marks(event)
        if len(self.frames) >= MAX_DEPTH:
            place = self.lines.place(start)
            self._add(codes.TROP_IMBRIQUE, place, f"plus de {MAX_DEPTH} niveaux imbriqués")
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.frames.append(Frame(is_mapping, bool(event.flow_style), start))
        return True

    def _put(self, child: Child) -> None:
        if self.frames:
            self.frames[-1].children.append(child)
        else:
            self.root = child.node

    def _add(self, code: Code, span: Span, message: str) -> None:
        self.diagnostics.append(code.at(span.at(self.path), message))


def _marks(event: yaml.Event) -> tuple[Mark, Mark]:
    """Start and end; the parser marks all its events, whatever their type says."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return start, end
