"""Through which channel something was said, where the cue's sentence names one.

Enters the sentence's words outside content and source; leaves a name from a short list, or None. "Told reporters"
names none.
"""

import re

_STATEMENT = (
    r"\bpress (?:release|statement)s?\b|\bcommuniqu[ée]s?\b|\bnews release\b"
    r"|\bin (?:a|an|its|his|her|their|the|another)(?: \w+){0,2} (?:statement|release)\b"
    r"|\b(?:issu|publish|releas)(?:e|es|ed|ing) (?:a|an)(?: \w+){0,2} (?:statement|release)\b"
)
# "Challenged the ban in court" names a place of dispute; only what is said, told or testified there has that channel.
_SAID = r"\b(?:said|says|saying|told|tells|telling|testif\w+|argu\w+|plead\w*|pled|stated|admitted|denied|claimed)\b"
_COURT = (
    r"\b(?:told|tells|telling) (?:an? |the )?(?:\w+ ){0,3}"
    r"(?:courts?|tribunal|judges?|jury|jurors|trial|court hearing)\b"
    rf"|{_SAID}[^.;]{{0,50}}\bin (?:open |an? |the )?(?:\w+ ){{0,2}}(?:court|courtroom)\b"
    rf"|{_SAID}[^.;]{{0,50}}\b(?:at|during) (?:an?|the|his|her|their) (?:\w+ ){{0,2}}(?:trial|court hearing)\b"
    r"|\bin (?:an? |the |its |his |her |their )?(?:\w+ ){0,2}court (?:filing|paper|document)s?\b"
)
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+")
_STATION = re.compile(r"\b(?:Radio|Television|TV)\b")
_AIRED = re.compile(r"\bon (?:the )?$", re.IGNORECASE)
CHANNELS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("Telegram", r"(?i)\btelegram\b"),
        ("Twitter", r"(?i:\btwitter\b|\b(?:re)?tweet(?:s|ed|ing)?\b)|\b(?:on|to|via) X\b"),
        ("Facebook", r"(?i)\bfacebook\b"),
        ("Instagram", r"(?i)\binstagram\b"),
        ("WhatsApp", r"(?i)\bwhatsapp\b"),
        ("TikTok", r"(?i)\btiktok\b"),
        ("YouTube", r"(?i)\byoutube\b"),
        ("VKontakte", r"(?i:\bvkontakte\b)|\bVK\b"),
        ("Truth Social", r"(?i)\btruth social\b"),
        ("press conference", r"(?i)\b(?:press|news|media) (?:conference|briefing)s?\b|\bbriefing\b"),
        ("interview", r"(?i)\binterview(?:ed)?\b"),
        ("video", r"(?i)\bvideos?\b"),
        ("press release", f"(?i){_STATEMENT}"),
        ("court", f"(?i:{_COURT})"),
        ("television", r"(?i:\btelevision\b|\btelevised\b)|\bTV\b"),
        ("radio", r"(?i)\bradio\b"),
    )
)


def channel_in(words: str) -> str | None:
    """The first channel of the list that the words name."""
    words = _NAME.sub(lambda name: "" if _is_station(name) else name[0], words)
    return next((name for name, pattern in CHANNELS if pattern.search(words)), None)


def _is_station(name: re.Match[str]) -> bool:
    """ "Delta Radio reported" names an outlet and no channel; "on Delta Radio" names both."""
    aired = name[0].startswith("On ") or _AIRED.search(name.string, 0, name.start())
    return not aired and _STATION.search(name[0]) is not None
