"""What readers type most leads somewhere, and to one answer."""

from collections.abc import Iterator

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic, vouliez_vous_dire
from generator.render.adresses import adresses_des_pages
from generator.render.raccourcis import adresse_de_raccourci, candidats


@promesse("MEM517")
def raccourcis_menent_quelque_part(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un raccourci de la recherche mène à une page qui n'existe pas, ou une demande est écrite deux fois.

    Pourquoi : ce que l'on tape le plus mène d'abord à ces pages ; une demande n'a qu'une réponse en tête.

    Remède : écrivez « genre:identifiant » (« regle:cddi-duree », « terme:PMSMP ») ou « page:adresse/ » ; gardez chaque
    demande dans un seul raccourci.
    """
    known = adresses_des_pages(tout.base)
    seen: set[str] = set()
    for index, raccourci in enumerate(tout.base.raccourcis):
        document = tout.base.document("raccourcis", "raccourcis")
        for rank, target in enumerate(raccourci.vers):
            url = adresse_de_raccourci(tout.base, target)
            if url is None or url.partition("#")[0] not in known:
                near = vouliez_vous_dire(target, candidats(tout.base, target, known))
                yield code.at(
                    document.locate("raccourcis", index, "vers", rank), f"« {target} » ne mène à aucune page", near
                )
        for rank, words in enumerate(raccourci.mots):
            if words.lower() in seen:
                yield code.at(document.locate("raccourcis", index, "mots", rank), f"« {words} » est déjà un raccourci")
            seen.add(words.lower())
