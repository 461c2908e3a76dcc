"""Questions asked one at a time in a terminal: choices by their rank, by their name, by a few words of theirs."""

from collections.abc import Mapping, Sequence

import click

from generator.render.ebauches import Contexte, Question, Refus, Reponses
from generator.render.recherche import Analyseur

# A list that is longer is looked into by words, and so many of those found are shown.
COURTE, MONTRES = 20, 12
# How much of a title is shown.
TITRE = 110


class Dialogue:
    """`contexte` is what the choices are taken from."""

    def __init__(self, contexte: Contexte) -> None:
        self.contexte = contexte
        self.analyseur = Analyseur()

    def demander(self, question: Question, reponses: Reponses) -> tuple[str, ...]:
        """The answers, none when the question may be left and is. Raises click.Abort when it is interrupted."""
        self._presenter(question, reponses)
        proposed = question.defaut(self.contexte, reponses) if question.defaut else ""
        found: list[str] = []
        while True:
            typed = self._lire(question, reponses, proposed, found)
            if not typed:
                if len(found) >= question.au_moins or (not found and not question.exigee(reponses)):
                    return tuple(found)
                missing = "Il faut une réponse." if question.au_moins == 1 else "Il en faut une autre."
                click.echo(f"  {missing}")
                continue
            try:
                found += [one for one in self._comprendre(question, reponses, typed) if one not in found]
            except Refus as error:
                click.echo(f"  {error}")
                continue
            if found and (not question.plusieurs or self._suffit(question, reponses, typed)):
                return tuple(found)

    def _presenter(self, question: Question, reponses: Reponses) -> None:
        click.echo(f"\n{click.style(question.intitule, bold=True)}")
        if question.aide:
            click.echo(f"  {question.aide}")
        self.montres: Sequence[str] = ()
        if question.choix is None:
            return
        known = question.choix(self.contexte, reponses)
        if len(known) <= COURTE:
            self._montrer(known)
        else:
            click.echo(f"  {len(known)} choix : tapez un identifiant, un numéro, ou quelques mots pour chercher.")

    def _lire(self, question: Question, reponses: Reponses, propose: str, found: Sequence[str]) -> str:
        if question.plusieurs and found:
            hint = "une autre, ou Entrée pour continuer"
        elif propose:
            hint = f"Entrée : {propose}"
        elif question.exigee(reponses):
            hint = "plusieurs réponses, séparées par des virgules" if self._en_liste(question, reponses) else ""
        else:
            hint = "facultatif, Entrée pour passer"
        text = click.prompt(f"  {f'({hint}) ' if hint else ''}", "", show_default=False, prompt_suffix="> ")
        return str(text).strip() or (propose if not found else "")

    def _en_liste(self, question: Question, reponses: Reponses) -> bool:
        """True when the choices are all shown: several can be answered on one line."""
        return (
            question.plusieurs and question.choix is not None and len(question.choix(self.contexte, reponses)) <= COURTE
        )

    def _suffit(self, question: Question, reponses: Reponses, typed: str) -> bool:
        return self._en_liste(question, reponses) and bool(typed)

    def _comprendre(self, question: Question, reponses: Reponses, typed: str) -> list[str]:
        """What was typed as answers; nothing when a list is shown instead. Raises Refus."""
        if question.choix is None:
            return [question.accepter(typed, self.contexte, reponses)]
        several = typed.split(",") if question.plusieurs else [typed]
        known = question.choix(self.contexte, reponses)
        found = [self._un_choix(question, reponses, known, word.strip()) for word in several if word.strip()]
        return [one for one in found if one is not None]

    def _un_choix(self, question: Question, reponses: Reponses, known: Mapping[str, str], word: str) -> str | None:
        if word not in known and word.isascii() and word.isdigit() and 1 <= int(word) <= len(self.montres):
            return self.montres[int(word) - 1]
        try:
            found = question.accepter(word, self.contexte, reponses)
        except Refus:
            near = self.chercher(known, word)
            if not near:
                raise
            if len(near) > 1:
                self._montrer(dict(list(near.items())[:MONTRES]))
                if len(near) > MONTRES:
                    click.echo(f"  … et {len(near) - MONTRES} autres : précisez.")
                return None
            found = next(iter(near))
        if found.casefold() != word.casefold() or found not in self.montres:
            click.echo(f"  → {found} : {known[found]}")
        return found

    def chercher(self, known: Mapping[str, str], words: str) -> Mapping[str, str]:
        """The choices that hold every word, in their identifier or in their title."""
        wanted = {term for word in self.analyseur.mots(words) if (term := word.terme)}
        if not wanted:
            return {}
        return {
            name: title
            for name, title in known.items()
            if wanted <= set(self.analyseur.termes(f"{name.replace('-', ' ')} {name} {title}"))
        }

    def _montrer(self, known: Mapping[str, str]) -> None:
        self.montres = tuple(known)
        width = max((len(name) for name in known), default=0)
        numbered = all(name.isdigit() for name in known)
        for rank, (name, title) in enumerate(known.items(), 1):
            short = "" if title == name else title if len(title) <= TITRE else f"{title[: TITRE - 1]}…"
            click.echo(f"  {name:>2}. {short}" if numbered else f"  {rank:2}. {name:{width}}  {short}".rstrip())
