"""A reviewer's browser without a screen: pages fetched, their forms read as they stand, and sent with changes."""

import re
from html.parser import HTMLParser
from typing import Any

from fastapi.testclient import TestClient
from httpx import Response

Fields = dict[str, list[str]]


class _Form(HTMLParser):
    """The fields of the form with that action, as a browser would send them; the first button is not pressed."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action, self.fields = action, Fields()
        self._inside, self._select, self._area = False, "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("action") == self.action and not self.fields
        elif not self._inside:
            return
        elif tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            self._put(given.get("name", ""), given.get("value", ""))
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.fields):
            self.fields[self._select] = [given["value"]]
        elif tag == "textarea":
            self._area = given["name"]
            self._put(self._area, "")

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if self._area:
            self.fields[self._area][-1] = self.fields[self._area][-1].removeprefix("\n")
        self._inside &= tag != "form"
        self._select = "" if tag == "select" else self._select
        self._area = "" if tag == "textarea" else self._area

    def _put(self, name: str, value: str) -> None:
        self.fields.setdefault(name, []).append(value)


def form_on(page: str, action: str) -> Fields:
    """What the first form with that action on the page would send."""
    reader = _Form(action)
    reader.feed(page)
    assert reader.fields, f"no form {action}"
    return reader.fields


def send(client: TestClient, path: str, action: str, **changes: Any) -> Response:
    """Open the page, change those fields of its form, and send it; a None takes a field away."""
    return send_again(client, client.get(path).text, action, **changes)


def send_again(client: TestClient, page: str, action: str, **changes: Any) -> Response:
    """The same with a page that is open already."""
    fields = form_on(page, action) | {"by": ["Ada"]}
    for name, value in changes.items():
        fields[name] = [] if value is None else value if isinstance(value, list) else [value]
    return client.post(action, data=fields, follow_redirects=False)


def landed(answer: Response) -> str:
    """Where a form led on to, without what that page is to tell."""
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


def undo_last(client: TestClient, path: str) -> Response:
    """Press the last button on the page that undoes something."""
    page = client.get(path).text
    found = re.findall(r'name="decision" value="([^"]+)"', page)
    assert found, "nothing to undo"
    return send_again(client, page, "/review/undo", decision=found[-1])
