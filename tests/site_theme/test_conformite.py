"""The browser passes the conformance suite, on the modules that the site publishes."""

import json

import pytest
from playwright.sync_api import Page
from suite_de_conformite import cas
from test_parite import EVALUER

pytestmark = pytest.mark.xdist_group("parite")


def test_the_browser_answers_as_the_suite_says(vierge: Page) -> None:
    wrong = {}
    for un in cas():
        sent = {"programme": dict(un.programme.json), "cas": [(un.jour.isoformat(), dict(un.reponses))]}
        gap = un.ecarts(json.loads(vierge.evaluate(EVALUER, sent)[0]))
        if gap:
            wrong[un.nom] = gap
    assert wrong == {}
