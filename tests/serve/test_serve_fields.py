"""Templates and records of the workbench fit: no field without a use or meaning, no use of one that is not there."""

from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import get_args, get_type_hints

from jinja2 import nodes

from counterclaim.report import page as shared
from counterclaim.serve import page, parts
from counterclaim.serve.rendering import environment

OWN = {"loop": {"first", "last", "index0"}, "state": {"headed"}}


def views(module: object) -> list[type]:
    return [one for one in vars(module).values() if isinstance(one, type) and is_dataclass(one)]


VIEWS = [one for one in (*views(page), *views(parts)) if one.__module__ in (page.__name__, parts.__name__)]
VIEWS = list(dict.fromkeys(VIEWS))
TEMPLATES = [
    file.name for file in files("counterclaim.serve").joinpath("templates").iterdir() if file.name.endswith(".j2")
]


def asked() -> set[str]:
    """Every field that a template asks a record for."""
    found: set[str] = set()
    for name in TEMPLATES:
        source = environment().loader.get_source(environment(), name)[0]  # type: ignore[union-attr]
        tree = environment().parse(source)
        modules = {one.target for one in tree.find_all(nodes.Import)} | {"parts", "pictures", "bits", "forms"}
        for use in tree.find_all(nodes.Getattr):
            base = use.node.name if isinstance(use.node, nodes.Name) else ""
            if base not in modules and use.attr not in OWN.get(base, set()):
                found.add(use.attr)
    return found - {"format"}


def named(of: list[type]) -> set[str]:
    return {one.name for view in of for one in fields(view)}


def test_templates_ask_for_no_field_that_is_not_there_and_no_field_is_without_a_use() -> None:
    assert asked() <= named(VIEWS) | named(views(shared))
    assert named(VIEWS) <= asked()


def test_each_page_shows_all_of_its_own_record_and_nothing_else() -> None:
    """A field of one page that only another page's template asks for would never be seen."""
    for view in VIEWS:
        if view.__name__.endswith("Page"):
            name = f"{view.__name__.removesuffix('Page').lower()}.html.j2"
            tree = environment().parse(environment().loader.get_source(environment(), name)[0])  # type: ignore[union-attr]
            uses = tree.find_all(nodes.Getattr)
            of_page = {use.attr for use in uses if isinstance(use.node, nodes.Name) and use.node.name == "page"}
            assert of_page | {"shell"} == {one.name for one in fields(view)}, view.__name__


def test_every_page_has_its_template() -> None:
    pages = {view.__name__.removesuffix("Page").lower() for view in VIEWS if view.__name__.endswith("Page")}
    assert {f"{name}.html.j2" for name in pages} == set(TEMPLATES) - {"site.html.j2", "bits.html.j2", "forms.html.j2"}


def test_every_record_and_field_says_what_it_means() -> None:
    for view in VIEWS:
        assert view.__doc__
        assert not view.__doc__.startswith(f"{view.__name__}(")
        for name, hint in get_type_hints(view, include_extras=True).items():
            meanings = [one for one in get_args(hint)[1:] if isinstance(one, str)]
            assert meanings, f"{view.__name__}.{name}"


def test_records_are_frozen_and_slotted() -> None:
    for view in VIEWS:
        assert view.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert hasattr(view, "__slots__")
