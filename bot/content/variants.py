"""Every way one piece of text can be said: each choice by a code value or a number, followed to its end."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, assert_never

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.content.marks import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def expand(pattern: ast.Pattern, terms: Mapping[str, ast.Pattern]) -> list[str]:
    """Give each different text, in order, with marks where the slots are."""
    found = _Ways()
    found.visit(pattern)
    names = list(found.ways)
    texts: dict[str, None] = {}
    for chosen in product(*(found.ways[name] for name in names)):
        texts[_text(pattern, dict(zip(names, chosen, strict=True)), terms)] = None
    return list(texts)


class _Ways(Visitor):
    """Collects the values that each code slot makes a difference for."""

    def __init__(self) -> None:
        self.ways: dict[str, dict[str, None]] = {}

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - Fluent's visitor names
        slot = _slot_of(node)
        self.ways.setdefault(slot, {}).update((_value(variant), None) for variant in node.variants)
        self.generic_visit(node)


def _slot_of(select: ast.SelectExpression) -> str:
    selector = select.selector
    if not isinstance(selector, ast.VariableReference):
        raise TypeError("bot.content.source lets only slots choose")
    return selector.id.name


def _value(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def _text(pattern: ast.Pattern, chosen: Mapping[str, str], terms: Mapping[str, ast.Pattern]) -> str:
    return "".join(_pieces(pattern, chosen, terms))


def _pieces(
    pattern: ast.Pattern, chosen: Mapping[str, str], terms: Mapping[str, ast.Pattern]
) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield element.value
        else:
            yield _placed(element.expression, chosen, terms)


def _placed(
    expression: ast.InlineExpression | ast.Placeable | ast.SelectExpression,
    chosen: Mapping[str, str],
    terms: Mapping[str, ast.Pattern],
) -> str:
    match expression:
        case ast.VariableReference():
            return mark(expression.id.name)
        case ast.SelectExpression():
            want = chosen[_slot_of(expression)]
            default = next(variant for variant in expression.variants if variant.default)
            variant = next((one for one in expression.variants if _value(one) == want), default)
            return _text(variant.value, chosen, terms)
        case ast.Placeable():
            return _placed(expression.expression, chosen, terms)
        case ast.TermReference():
            return _text(terms[expression.id.name], chosen, terms)
        case ast.StringLiteral():
            return str(expression.parse()["value"])
        case ast.NumberLiteral():
            return expression.value
        case ast.MessageReference() | ast.FunctionReference():
            raise TypeError("bot.content.source refuses these")
        case _:
            assert_never(expression)
