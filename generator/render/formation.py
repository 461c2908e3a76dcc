"""Learning: a page a module with its self-test, a page an audience with its path."""

from collections.abc import Iterator

from generator.model import Module, Public
from generator.render.atelier import Atelier
from generator.render.renvois import cites
from generator.render.site import Page


def pages_de_formation(atelier: Atelier) -> Iterator[Page]:
    """The modules in their order, then the paths."""
    for name, module in atelier.base.modules.items():
        yield _module(atelier, name, module)
    for name, public in atelier.base.publics.items():
        yield _public(atelier, name, public)


def _module(atelier: Atelier, name: str, module: Module) -> Page:
    base = atelier.base
    body = base.document("module", name).body
    taught = [identifier for kind, identifier in cites(body, base) if kind == "regle"]
    asked = [question.regle for question in module.questions]
    names = list(base.modules)
    rank = names.index(name)
    return atelier.page_ecrite(
        "module",
        name,
        module.titre,
        module.resume,
        apres=(("questions", "Se tester"), ("regles", "Les règles de ce module"), ("sources", "Sources")),
        module=module,
        regles=[base.regles[regle] for regle in dict.fromkeys((*taught, *asked)) if regle in base.regles],
        publics=[key for key, public in base.publics.items() if any(step.module == name for step in public.modules)],
        precedent=names[rank - 1] if rank else None,
        suivant=names[rank + 1] if rank + 1 < len(names) else None,
    )


def _public(atelier: Atelier, name: str, public: Public) -> Page:
    return atelier.page_ecrite(
        "public",
        name,
        public.titre,
        public.resume,
        avant=(("modules", "Les modules, dans l’ordre"),),
        apres=(("sources", "Sources"),),
        public=public,
    )
