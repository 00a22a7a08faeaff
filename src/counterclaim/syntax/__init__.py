"""Article → sentences of tokens. The only room that knows the parser; what leaves it is `counterclaim.model.Parsed`."""

from counterclaim.syntax.parser import Parser
from counterclaim.syntax.pipeline import parser_name

__all__ = ["Parser", "parser_name"]
