# SPDX-License-Identifier: EUPL-1.2
"""The project's own files and what stands in them, for the tests that keep the house rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ("app", "harvesters", "vocab")
TEXT = {".py", ".toml", ".ftl", ".css", ".js", ".html", ".md", ".lock", ".csv", ".txt", ".mako", ""}
MADE = {"__pycache__", "build"}  # by Python, by frontend/build.mjs
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*folders: str, suffixes: tuple[str, ...] = (".py",)) -> list[Path]:
    """Files below the folders, without what is made from others, in a fixed order."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    return sorted(
        path
        for path in found
        if path.is_file() and path.suffix in suffixes and not MADE & set(path.parts)
    )


def own_texts() -> list[Path]:
    """Every text file that belongs to the project, root files included."""
    roots = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    inner = files(*CODE, "tests", "docs", ".ci", suffixes=tuple(TEXT))
    return sorted(path for path in (*roots, *inner) if path.suffix in TEXT)


def name_of(path: Path) -> str:
    """The path from the root, for messages."""
    return path.relative_to(ROOT).as_posix()


@cache
def read(path: Path) -> str:
    """The text of a file."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(read(path), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file, nested ones included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def public(path: Path) -> Iterator[ast.ClassDef | Function]:
    """Public functions and classes of a file, and the public methods of public classes."""
    for node in tree(path).body:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            methods = (each for each in node.body if isinstance(each, Function))
            yield from (each for each in methods if not each.name.startswith("_"))


def length(function: Function) -> int:
    """Lines of a function with its docstring, without its decorators."""
    return (function.end_lineno or 0) - function.lineno + 1


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and value of every text constant that is no docstring."""
    docs = {id(node.body[0].value) for node in ast.walk(tree(path)) if _has_docstring(node)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def imports(path: Path) -> Iterator[str]:
    """Full names of everything imported: ``urllib.request``, ``socket.socket``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Last part of the called name, and the call."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            yield name, node


def _has_docstring(node: ast.AST) -> bool:
    holder = isinstance(node, ast.Module | ast.ClassDef | Function)
    return holder and ast.get_docstring(node, clean=False) is not None
