"""Templates and records fit: no field without a use or a meaning, no use of a field that is not there."""

from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import get_args, get_type_hints

from jinja2 import nodes

from counterclaim.report import page
from counterclaim.report.rendering import environment

OWN = {"loop": {"first", "last", "index0"}, "state": {"headed"}}
VIEWS = [view for view in vars(page).values() if isinstance(view, type) and is_dataclass(view)]
TEMPLATES = [
    file.name for file in files("counterclaim.report").joinpath("templates").iterdir() if file.name.endswith(".j2")
]


def asked() -> set[str]:
    """Every field that a template asks a record for."""
    found: set[str] = set()
    for name in TEMPLATES:
        tree = environment().parse(environment().loader.get_source(environment(), name)[0])  # type: ignore[union-attr]
        modules = {one.target for one in tree.find_all(nodes.Import)}
        for use in tree.find_all(nodes.Getattr):
            base = use.node.name if isinstance(use.node, nodes.Name) else ""
            if base not in modules and use.attr not in OWN.get(base, set()):
                found.add(use.attr)
    return found


def test_templates_ask_for_the_fields_that_there_are_and_for_all_of_them() -> None:
    assert len(TEMPLATES) == 3
    assert asked() == {one.name for view in VIEWS for one in fields(view)}


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
