# Le mémento de l'inclusion. « make » seul énumère ce qu'on peut faire.
PYTHON ?= python3
ADRESSE ?= 127.0.0.1:8000
SITUATIONS ?= 20000
MUTATIONS ?= 50000
MUTANTS ?= 400
N ?= 20
# Ces tests-là n'ouvrent qu'un navigateur, ou ne disent rien de generator/ : les autres parcourent déjà ce qu'ils parcourent.
NAVIGATEUR := lecteurs site_theme recherche/test_moteur.py recherche/test_parite_de_la_recherche.py banc test_crochet.py
# Celui-là borne la taille des fichiers : la mesure n'y serait pas écrite.
NON_MESURE := tests/adapters/test_pannes.py::test_a_file_that_the_disk_refuses_in_the_middle_of_a_build_is_told_and_loses_nothing
BIN := .venv/bin
MODULES := generator tests bench
INSTALLER = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
INACHEVEE = echo "L'installation n'est pas allée au bout. Relancez la même commande : elle reprendra ; « make propre » repart de rien."

.DEFAULT_GOAL := aide
.PHONY: aide site construire test check audit forme style types couches strict crochet accessibilite navigateur nginx publicodes axe pagefind eleventy preuve bench bench-calcul bench-recherche bench-construction bench-service mutations couverture endurance fuzz propre

aide: ## énumère les commandes
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

site: .venv/.pret ## installe ce qu'il faut, construit le site et le sert sur http://127.0.0.1:8000/
	@$(BIN)/memento servir --adresse $(ADRESSE)

construire: .venv/.pret ## construit le site dans site/
	@$(BIN)/memento construire

test: .venv/.pret-dev navigateur nginx publicodes axe ## installe ce qu'il faut (Chromium, nginx, publicodes et axe-core compris) et lance tous les tests
	@MEMENTO_CHROMIUM="$$(sh tests/preparer-navigateur.sh --ou)" $(BIN)/pytest -n auto --dist loadgroup --no-loadscope-reorder --max-worker-restart 0

check: .venv/.pret-dev forme style types couches strict audit test ## tout ce qui doit être vrai avant de proposer un changement

forme: .venv/.pret-dev
	@$(BIN)/ruff format --check $(MODULES)

style: .venv/.pret-dev
	@$(BIN)/ruff check $(MODULES)

types: .venv/.pret-dev
	@$(BIN)/mypy --strict

couches: .venv/.pret-dev
	@$(BIN)/lint-imports

audit: .venv/.pret-dev ## vérifie les dépendances : épinglées, licences admises, aucune faille connue
	@$(BIN)/python outils/audit.py

strict: .venv/.pret-dev
	@dossier=$$(mktemp -d) && $(BIN)/mkdocs build --strict --site-dir $$dossier/site && rm -rf $$dossier

preuve: .venv/.pret-dev navigateur publicodes ## compare Python et navigateur sur 20 000 situations par calculateur, puis publicodes, puis les mutations
	@MEMENTO_SITUATIONS=$(SITUATIONS) MEMENTO_CHROMIUM="$$(sh tests/preparer-navigateur.sh --ou)" \
		$(BIN)/pytest -n auto --dist load --max-worker-restart 0 tests/site_theme tests/exports
	@$(BIN)/python tests/preuve/mutations.py

mutations: .venv/.pret-dev ## déplace chaque seuil d'une unité : un exemple doit échouer ; puis change notre code : un test doit échouer
	@$(BIN)/python tests/preuve/mutations.py
	@$(BIN)/python tests/preuve/mutations_du_code.py --echantillon $(MUTANTS)

couverture: .venv/.pret-dev publicodes ## mesure ce que les tests, hors navigateur, parcourent de generator/, et énumère les lignes qui restent
	@rm -rf build/couverture && mkdir -p build/couverture
	@$(BIN)/coverage run -m pytest -n auto --dist loadgroup $(addprefix --ignore=tests/,$(NAVIGATEUR)) --deselect $(NON_MESURE)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

fuzz: .venv/.pret-dev ## change au hasard 50 000 fois les fichiers : jamais une exception, toujours une réponse immédiate
	@$(BIN)/python tests/fautes/fuzz.py $(MUTATIONS)

endurance: .venv/.pret-dev navigateur nginx ## relance N fois (20) les tests du navigateur, sur des pages ralenties ; dit ce qui a échoué, même une fois
	@MEMENTO_CHROMIUM="$$(sh tests/preparer-navigateur.sh --ou)" $(BIN)/python tests/endurance.py $(N)

accessibilite: .venv/.pret-dev navigateur axe ## essaie l'accessibilité de tout le site et l'écrit sur la page « Accessibilité »
	@MEMENTO_CHROMIUM="$$(sh tests/preparer-navigateur.sh --ou)" $(BIN)/python tests/lecteurs/essai.py

bench: bench-calcul bench-recherche bench-construction ## mesure notre calcul, notre recherche et notre construction à côté des autres, et écrit bench/RESULTATS.md

bench-calcul: .venv/.pret-dev publicodes
	@mkdir -p build && $(BIN)/python bench/calcul/preparer.py > build/calcul.json
	@node bench/calcul/mesurer.mjs build/calcul.json > build/calcul.md; status=$$?; cat build/calcul.md; \
		$(BIN)/python bench/ecrire.py calcul < build/calcul.md; exit $$status

bench-recherche: .venv/.pret-dev navigateur pagefind
	@mkdir -p build && MEMENTO_CHROMIUM="$$(sh tests/preparer-navigateur.sh --ou)" \
		$(BIN)/python -m bench.recherche.mesurer > build/recherche.md; status=$$?; cat build/recherche.md; \
		test ! -s build/recherche.md || $(BIN)/python bench/ecrire.py recherche < build/recherche.md; exit $$status

bench-service: .venv/.pret-dev nginx
	@mkdir -p build && $(BIN)/memento construire --comprimer --sortie build/service
	@$(BIN)/python -m bench.service.mesurer build/service > build/service.md; status=$$?; cat build/service.md; \
		test ! -s build/service.md || $(BIN)/python bench/ecrire.py service < build/service.md; exit $$status

bench-construction: .venv/.pret-dev navigateur eleventy
	@mkdir -p build && MEMENTO_CHROMIUM="$$(sh tests/preparer-navigateur.sh --ou)" \
		$(BIN)/python -m bench.construction.mesurer $(CONSTRUCTION) > build/construction.md; status=$$?; \
		cat build/construction.md; \
		test ! -s build/construction.md || $(BIN)/python bench/ecrire.py construction < build/construction.md; exit $$status

navigateur: .venv/.pret-dev
	@sh tests/preparer-navigateur.sh

nginx:
	@sh tests/preparer-nginx.sh

publicodes:
	@sh tests/preparer-npm.sh exports/publicodes publicodes

pagefind:
	@sh tests/preparer-npm.sh ../bench/recherche Pagefind

eleventy:
	@sh tests/preparer-npm.sh ../bench/construction Eleventy

axe:
	@sh tests/preparer-npm.sh lecteurs/axe axe-core

crochet: ## vérifie le mémento à chaque validation (git commit) ; s'en passer une fois : git commit --no-verify
	@sh outils/pre-commit --installer

propre: ## efface ce que les autres commandes ont fabriqué
	rm -rf .venv site build .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info

# Le fichier témoin date la dernière installation : il est refait quand les dépendances changent, et manque tant qu'une
# installation n'est pas allée au bout. Un .venv sans pip a été interrompu en naissant : il est refait.
.venv/.pret: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Il faut Python 3.11 ou plus récent : $$($(PYTHON) --version 2>&1). Essayez « make PYTHON=python3.12 »."; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf .venv && $(PYTHON) -m venv .venv; } \
		|| { echo "Il manque le paquet python3-venv : « sudo apt install python3-venv »."; rm -rf .venv; exit 1; }
	@echo "Installation dans .venv …"
	@$(INSTALLER) --editable . || { $(INACHEVEE); exit 1; }
	@touch $@

.venv/.pret-dev: .venv/.pret
	@$(INSTALLER) --editable '.[dev]' || { $(INACHEVEE); exit 1; }
	@touch $@
