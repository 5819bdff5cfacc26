"""What each paragraph of a page is for, and where its prose begins.

Only prose is audited. A headline, a caption, a byline, a correction and the furniture
of a page are read as what they are; a dateline, a time stamp and a bullet are skipped.
"""

import re
from collections.abc import Sequence

from audit.document import Role, Span

# A headline is short and has no full stop; longer than this it is a sentence cut off.
LONGEST_HEADLINE = 22
LONGEST_SUBHEAD = 9

_DATELINE = re.compile(
    r"""
    (?: [A-Z][A-Z.’'\-]+ (?:[ ][A-Z][A-Z.’'\-]+){0,3}     # NAIROBI, NEW YORK
        (?: ,[ ](?:[A-Z][\w.]*[ ]?){1,3} )?               # , Kenya
      | [A-Z][a-z]+(?:[ ][A-Z][a-z]+)? (?=[ ]?\() )       # Nairobi (Reuters)
    (?: ,?[ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?[ ]\d{1,2} )?
    [ ]?(?: \([\w ./&]{2,30}\) )?
    [ ]?(?:—|–|--|-(?=[ ])|―)[ ]?
    | \([\w ./&]{2,20}\)[ ](?:—|–|--|-)[ ]                 # (Reuters) -
    """,
    re.VERBOSE,
)
_STAMP = re.compile(
    r"""
    (?: (?:updated|posted|published)[ ]at[ ] )?
    \d{1,2}[:.]\d{2}(?:[:.]\d{2})?
    [ ]*(?:[ap]\.?m\.?)? [ ]*(?:ET|EST|EDT|PT|PST|GMT|BST|UTC|CET|IST)?
    [ ]*(?:[—–:|-]+|(?=$)|(?<=[ ])(?-i:(?=[A-Z“"])))[ ]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•●▪◦‣·*►■–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
_BYLINE = re.compile(
    r"""
    (?: by | BY | By | written[ ]by | (?:Story|Reporting|Edited|Editing)[ ]by
      | Additional[ ]reporting[ ]by )
    [ ] (?: [A-ZÀ-Þ][\w.’'\-]* | de | van | von | der | bin | al | and | & | , | [ ] | the | of
      | for | at | in | \| | [A-Z.]+ )+ $
    """,
    re.VERBOSE,
)
_CORRECTION = re.compile(
    r"(?:an? )?(?:correction|corrections|clarification|editor[’']s note|editors[’'] note|"
    r"update|updated|this (?:story|article|post|piece|report) "
    r"(?:has been|was|is being) (?:updated|corrected|amended|revised|changed)|"
    r"an earlier version of this)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""
    (?: \( [^()]{0,80}
        (?: / | photo | image | via | getty | reuters | \bAP\b | AFP | courtesy | file
          | screenshot )
        [^()]*\)
      | (?:photo|image|photograph(?:er)?|picture|credit|source|courtesy)s?(?:[ ]by|:)
        [ ][^.!?]{2,90}
      | \b(?:Getty[ ]Images|AP[ ]Photo|Shutterstock|EPA|AFP[ ]via|Reuters/[A-Z]\w+)[^.!?]{0,60}
    ) \.? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:FILE\b ?[-–—:]|file photo|photos?:|caption:|image:|pictured?:|video:|watch:|\(photo"
    r"|(?:image|media|photo|video) (?:caption|copyright|playback)\b)",
    re.IGNORECASE,
)
# What a page says about itself, at the beginning of a paragraph.
_FURNITURE = re.compile(
    r"""
    (?: advertisement | continue[ ]reading | read[ ](?:more|also|next|the[ ]full)\b | loading
      | share[ ](?:this|on|tweet|via)\b | (?:share|tweet|print|email|photo|video|image)$
      | listen[ ]to[ ]article | sign[ ]up\b | subscribe\b | click[ ](?:here|to)
      | follow[ ](?:us|@) | \(?related(?:[ ](?:stories|articles|content))?:
      | related[ ](?:stories|articles|content|video)
      | story[ ]continues | more[ ]from | more[ ](?:on|in)[ ]this | copyright\b | ©
      | all[ ]rights[ ]reserved | terms[ ]of[ ]use | privacy[ ]policy | skip[ ]to
      | (?:the[ ])?associated[ ]press[ ]contributed
      | .{0,60}contributed[ ]to[ ]this[ ](?:report|story|article)
      | this[ ](?:story|article|material|content)[ ]
        (?:contains|may[ ]not|is[ ]part|first|originally|appeared)
      | (?:the[ ])?views[ ]expressed | the[ ]opinions[ ]expressed | got[ ]a[ ](?:tip|story)
      | support[ ]our | please[ ](?:enable|log|sign|wait|subscribe|donate|read)\b
      | download[ ]the | get[ ](?:the|our)[ ].{0,40}newsletter | last[ ]updated
      | \(?(?:additional[ ])?(?:reporting|writing|editing)[ ]by\b
      | most[ ]read | trending | newsletter
      | what[ ]to[ ](?:read|watch) | \d+[ ]comments? | comments?$
      | \S+@\S+$ | https?://\S+$ | [@\#]\w+$
    )
    | .{0,160}[ ]read[ ]more$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:;,]['\"”’»)\]]*$|[.!?…]\s*\[\d+\]$|[—–]$")
_WORD = re.compile(r"[^\W_][\w’'-]*")


def assign_roles(text: str, paragraphs: Sequence[Span]) -> list[tuple[Role, int]]:
    """The role of each paragraph and the offset where its prose begins.

    The offset lies after a dateline, time stamp or bullet, and is the paragraph's own
    start where there is none.
    """
    pieces = [text[span.start : span.end] for span in paragraphs]
    body_seen = False
    roles = []
    for i, piece in enumerate(pieces):
        role, skip = _role(piece, pieces, i, body_seen)
        body_seen = body_seen or role is Role.TEXT
        roles.append((role, paragraphs[i].start + skip))
    return roles


def _role(piece: str, pieces: Sequence[str], i: int, body_seen: bool) -> tuple[Role, int]:
    bullet = _BULLET.match(piece)
    if bullet and _in_list(pieces, i):
        return Role.LIST_ITEM, bullet.end()
    role = role_of_line(piece)
    if role is not None:
        return role, 0
    if _is_heading(piece, pieces, i, body_seen):
        return Role.HEADLINE, 0
    start = _DATELINE.match(piece) or _STAMP.match(piece)
    skip = start.end() if start else 0
    if skip >= len(piece):
        return Role.BOILERPLATE, 0
    return Role.TEXT, skip


def role_of_line(piece: str) -> Role | None:
    """The role that a paragraph's own words give away, ``None`` if they do not."""
    words = len(_WORD.findall(piece))
    if words == 0:
        return Role.BOILERPLATE
    if words <= 25 and _BYLINE.match(piece):
        return Role.BYLINE
    if _CORRECTION.match(piece) and _is_notice(piece):
        return Role.CORRECTION
    if _FURNITURE.match(piece) and words <= 40:
        return Role.BOILERPLATE
    if _CAPTION.match(piece) or _CREDIT.search(piece):
        return Role.CAPTION
    if _STAMP.fullmatch(piece):
        return Role.BOILERPLATE
    return None


def _is_notice(piece: str) -> bool:
    """*Correction:* or a sentence about this article, not *Corrections officers*."""
    head = piece[:40].lower()
    return ":" in head or "this " in piece[:60].lower() or "—" in head


def _in_list(pieces: Sequence[str], i: int) -> bool:
    """A bullet counts beside another bullet or under a line that ends in a colon."""
    if pieces[i][0] not in "–—-":
        return True
    before = pieces[i - 1] if i else ""
    after = pieces[i + 1] if i + 1 < len(pieces) else ""
    return before.endswith(":") or any(_BULLET.match(p) for p in (before, after) if p)


def _is_heading(piece: str, pieces: Sequence[str], i: int, body_seen: bool) -> bool:
    """A short line without a full stop: above the story, or between its parts."""
    if _ENDS.search(piece):
        return False
    words = _WORD.findall(piece)
    if piece[0] in '"“' and piece[-1] in '"”':
        return False
    if body_seen:
        return len(words) <= LONGEST_SUBHEAD and i + 1 < len(pieces)
    if i + 1 < len(pieces):
        return len(words) <= LONGEST_HEADLINE
    return len(words) <= LONGEST_SUBHEAD and piece[0].isupper()
