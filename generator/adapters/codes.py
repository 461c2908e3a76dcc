"""Every code of every stage, by its name."""

from generator import check, compile, load, render, resolve, validate
from generator.diagnostics import Code

TOUS: dict[str, Code] = {
    code.code: code
    for codes in (load.CODES, validate.CODES, resolve.CODES, compile.CODES, render.CODES, check.CODES)
    for code in codes
}
