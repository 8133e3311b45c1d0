"""A locale made up for tests: every letter of the words becomes another one, every slot and name stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

if TYPE_CHECKING:
    from pathlib import Path

LOCALE = "en-XA"
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβςδεφγηιϳκλμνοπϙρστυϝωξψζΑΒΣΔΕΦΓΗΙϴΚΛΜΝΟΠϘΡΣΤΥϜΩΞΨΖ",
)


class _Disguise(Transformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.Attribute:  # noqa: N802 - Fluent's visitor names
        return node if node.id.name == "picture" else self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        node.value = node.value.translate(_LETTERS)
        return node


def write_pseudo_locale(words: Path, locale: str, into: Path) -> None:
    """Write the pseudo-locale of `words`/`locale` as `into`/en-XA."""
    (into / LOCALE).mkdir()
    for file in (words / locale).glob("*.ftl"):
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        disguised = FluentSerializer().serialize(_Disguise().visit(resource))
        (into / LOCALE / file.name).write_text(disguised, encoding="utf-8")
