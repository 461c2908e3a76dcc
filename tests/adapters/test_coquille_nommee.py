"""What the shell leaves without a name receives one."""

from generator.adapters.coquille_nommee import n_ouvrir_que_ce_qui_est_la, nommer_les_niveaux


def test_a_level_of_the_menu_is_named_by_its_title() -> None:
    html = (
        '<label for="__nav_3" id="__nav_3_label"><span></span></label>'
        '<nav aria-labelledby="__nav_3_label"><label class="md-nav__title" for="__nav_3">Calculer</label></nav>'
    )
    named = nommer_les_niveaux(html)
    assert '<nav aria-labelledby="__nav_3_titre">' in named
    assert '<label class="md-nav__title" id="__nav_3_titre" for="__nav_3">Calculer</label>' in named


def test_a_label_opens_what_is_there() -> None:
    label = '<label class="md-nav__title" for="__toc">x</label>'
    assert n_ouvrir_que_ce_qui_est_la(label) == '<label class="md-nav__title">x</label>'
    assert n_ouvrir_que_ce_qui_est_la(f'<input id="__toc">{label}') == f'<input id="__toc">{label}'
