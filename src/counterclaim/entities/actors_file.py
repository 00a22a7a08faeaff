"""A user's own entities: a YAML file → actors.

One key, `actors`, a list; each with `name` and `kind` (person, organization, group) and, where known, `names` (other
spellings, initials, scripts), `roles` (words, or `role` with `from` and `until` in EDTF), `side`, and `part_of` (a name
of another actor of the file). Every value is taken as the text that stands there, so that no word becomes a number or
a "no" a falsehood; nothing of YAML but lists, keys and text is carried out. Refused, with line and key: what is not
YAML, unknown keys, keys given twice, values left empty, unknown kinds, times that are no EDTF, a name that two actors
bear, and an actor that is a part of itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import yaml

from counterclaim.entities.honoured import bare
from counterclaim.errors import InputError
from counterclaim.model import Actor, EntityKind, Tenure
from counterclaim.times import bounds

_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP)
_KEYS = ("name", "kind", "names", "roles", "side", "part_of")
_ROLE_KEYS = ("role", "from", "until")


@dataclass(frozen=True, slots=True)
class _Read:
    """One actor and where he stands; `part_of` as written."""

    actor: Actor
    line: int


def read_actors(path: Path) -> tuple[Actor, ...]:
    """The actors of the file, in its order; an empty file holds none.

    Raises:
        InputError: the file cannot be read or used; the message names line and key.
    """
    return _Reader(path).actors()


class _Reader:
    """One file while it is read; every complaint names it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def actors(self) -> tuple[Actor, ...]:
        root = self._root()
        if root is None:
            return ()
        fields = self._fields(root, ("actors",), "the file")
        if "actors" not in fields:
            raise self._wrong(1, "actors", "the key is missing", "Begin the file with a line `actors:`")
        found = [self._actor(node) for node in self._items(fields["actors"], "actors")]
        owners = self._owners(found)
        actors = tuple(self._placed(one, owners) for one in found)
        self._refuse_circles(found, actors)
        return actors

    def _root(self) -> yaml.Node | None:
        try:
            text = self._path.read_text(encoding="utf-8-sig")
            node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                f"the file of actors {self._path} cannot be read: {error}", "Give YAML in UTF-8"
            ) from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = f", line {mark.line + 1}" if mark else ""
            what = f"the file of actors {self._path}{where}: it is no YAML: {error.problem or error.context}"
            raise InputError(what, "Look at indents and colons; put words with `: ` or `#` in quotes") from error
        except RecursionError as error:
            raise InputError(f"the file of actors {self._path} is nested too deep", "Give one plain list") from error
        except yaml.YAMLError as error:
            raise InputError(f"the file of actors {self._path} is no YAML: {error}", "Give text in UTF-8") from error
        return node

    def _actor(self, node: yaml.Node) -> _Read:
        fields = self._fields(node, _KEYS, "an actor")
        line = _line(node)
        for needed in ("name", "kind"):
            if needed not in fields:
                raise self._wrong(line, needed, "the key is missing", "Every actor has a name and a kind")
        kind = self._text(fields["kind"], "kind")
        if kind not in _KINDS:
            advice = f"Use {', '.join(_KINDS[:-1])} or {_KINDS[-1]}; places and countries go in a gazetteer"
            raise self._wrong(_line(fields["kind"]), "kind", f"{kind!r} is no kind of actor", advice)
        name = self._name(fields["name"], "name")
        names = [self._name(one, "names") for one in self._items(fields.get("names"), "names")]
        actor = Actor(
            name=name,
            kind=EntityKind(kind),
            names=tuple(one for one in dict.fromkeys(names) if one != name),
            roles=tuple(self._tenure(one) for one in self._items(fields.get("roles"), "roles")),
            side=self._text(fields["side"], "side") if "side" in fields else None,
            part_of=self._text(fields["part_of"], "part_of") if "part_of" in fields else None,
        )
        return _Read(actor, line)

    def _tenure(self, node: yaml.Node) -> Tenure:
        if isinstance(node, yaml.ScalarNode):
            return Tenure(self._text(node, "roles"))
        fields = self._fields(node, _ROLE_KEYS, "a role")
        if "role" not in fields:
            raise self._wrong(_line(node), "role", "the key is missing", "Give the words of the role")
        first, last = (self._time(fields[key], key) if key in fields else None for key in ("from", "until"))
        if first and last and (begin := bounds(first)[0]) and (end := bounds(last)[1]) and end < begin:
            raise self._wrong(_line(fields["until"]), "until", f"{last} lies before {first}", "Change the two")
        return Tenure(self._text(fields["role"], "role"), first, last)

    def _time(self, node: yaml.Node, key: str) -> str:
        text = self._text(node, key)
        if "/" in text or bounds(text) == (None, None):
            raise self._wrong(
                _line(node), key, f"{text!r} is no date", "Write it as 2031, 2031-05 or 2031-05-20 (EDTF)"
            )
        return text

    def _name(self, node: yaml.Node, key: str) -> str:
        text = self._text(node, key)
        if not any(letter.isalnum() for letter in text):
            raise self._wrong(_line(node), key, f"{text!r} is no name", "Give one with letters")
        return text

    def _text(self, node: yaml.Node, key: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._wrong(_line(node), key, "it is no text", "Write words behind the colon")
        words = " ".join(str(node.value).split())
        if any("\ud800" <= letter <= "\udfff" for letter in words):
            raise self._wrong(_line(node), key, f"{words!r} holds half a letter", "Write letters as they are, in UTF-8")
        if not words or (node.tag.endswith(":null") and node.style is None):
            raise self._wrong(_line(node), key, "it is empty", "Leave the key out where nothing is known")
        return words

    def _items(self, node: yaml.Node | None, key: str) -> Sequence[yaml.Node]:
        if node is None:
            return ()
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null"):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self._wrong(_line(node), key, "it is no list", "Write each on a line of its own behind a dash")
        return list(node.value)

    def _fields(self, node: yaml.Node, known: Sequence[str], what: str) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._wrong(_line(node), known[0], f"{what} is made of keys", f"Write `{known[0]}:` and so on")
        fields: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            key = str(key_node.value)
            if key not in known:
                near = get_close_matches(key, known, n=1, cutoff=0.5)
                advice = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(known)}"
                raise self._wrong(_line(key_node), key, f"{what} has no such key", advice)
            if key in fields:
                raise self._wrong(_line(key_node), key, "it is given twice", "Keep one of them")
            fields[key] = value
        return fields

    def _owners(self, found: Sequence[_Read]) -> Mapping[str, _Read]:
        """Whose each name is."""
        owners: dict[str, _Read] = {}
        for one in found:
            for name in one.actor.every_name:
                other = owners.setdefault(bare(name), one)
                if other is not one:
                    what = f"{name!r} is also a name of {other.actor.name!r} on line {other.line}"
                    raise self._wrong(one.line, "name", what, "A name leads to one actor: leave it out of the other")
        return owners

    def _placed(self, one: _Read, owners: Mapping[str, _Read]) -> Actor:
        """The actor with the whole that he is a part of under its own name."""
        part_of = one.actor.part_of
        if part_of is None:
            return one.actor
        if bare(part_of) not in owners:
            known = [name for other in owners.values() for name in other.actor.every_name]
            near = get_close_matches(part_of, known, n=1, cutoff=0.6)
            advice = f"Did you mean {near[0]}?" if near else "List it as an actor of its own"
            raise self._wrong(one.line, "part_of", f"no actor of the file is named {part_of!r}", advice)
        return replace(one.actor, part_of=owners[bare(part_of)].actor.name)

    def _refuse_circles(self, found: Sequence[_Read], actors: Sequence[Actor]) -> None:
        outer = {actor.name: actor.part_of for actor in actors}
        for one in found:
            if one.actor.name in _above(one.actor.name, outer):
                what = f"{one.actor.name!r} is a part of itself"
                raise self._wrong(one.line, "part_of", what, "Leave out one part_of on the way round")

    def _wrong(self, line: int, key: str, what: str, advice: str) -> InputError:
        return InputError(f"the file of actors {self._path}, line {line}, {key}: {what}", advice)


def _above(name: str, outer: Mapping[str, str | None]) -> Iterator[str]:
    """All that the actor is a part of, nearest first; ends where it comes round."""
    seen: set[str] = set()
    above = outer[name]
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = outer[above]


def _line(node: yaml.Node) -> int:
    """Counted from 1."""
    return int(node.start_mark.line) + 1
