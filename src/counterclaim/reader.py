"""One article, the whole way: parse, attribute, resolve, frame. What leaves is what the ledger writes."""

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.frames import frame
from counterclaim.model import Article, Reading
from counterclaim.syntax import Parser
from counterclaim.times import find_times


class Reader:
    """The stages with all that they keep loaded. One a process."""

    def __init__(self, gazetteer: Gazetteer, parser: Parser | None = None) -> None:
        self._parser = parser or Parser()
        self._gazetteer = gazetteer

    def read(self, article: Article) -> Reading:
        """Everything that the article claims.

        Depends on the article alone, so that articles can be read in any order.
        """
        parsed = self._parser.parse(article)
        attributions = attribute(parsed, thoughts=True)
        cast = resolve(parsed, attributions, self._gazetteer)
        claims = frame(parsed, attributions, cast, find_times(parsed))
        return Reading(article, cast.entities, cast.mentions, claims)
