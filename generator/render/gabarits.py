"""Templates that are ours: what they call is called at once, and what they all know is not copied for each page."""

from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context


class _Contexte(Context):
    def call(self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Nothing that our templates call asks for the context: Jinja looks for it at each call."""
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class Gabarits(Environment):
    """No template is given anything of its own when it is loaded."""

    context_class = _Contexte

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals
