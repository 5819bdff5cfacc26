"""Text to words and marks, as the English Web Treebank divides them.

One regular expression, because it is the fastest thing Python has: contractions
fall apart (``do`` ``n't``), hyphenated words too (``long`` ``-`` ``range``),
abbreviations, numbers and web addresses stay whole.
"""

import re
from unicodedata import normalize

# One character for one character, so that offsets survive.
STRAIGHTEN = str.maketrans("‘’‚‛“”„‟′″`", "''''\"\"\"\"'\"'")

# What can stand inside a word and shows nothing: soft hyphen, zero-width characters, marks of
# direction; and accents written as characters of their own.
_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ACCENTS = "\u0300-\u036f"
_IN_WORD = re.compile(rf"(?<=\w)[{_HIDDEN}{_ACCENTS}]+|(?<![{_HIDDEN}])[{_HIDDEN}]++(?=\w)")
_ANY_HIDDEN = re.compile(f"[{_HIDDEN}]+")
# A letter to every expression here, and in no English text.
_LETTER = "\u02b9"


def visible(text: str) -> str:
    """The text with a letter for each character that hides in a word; as long as before."""
    if text.isascii():
        return text
    return _IN_WORD.sub(lambda match: _LETTER * len(match.group()), text)


def plain(word: str) -> str:
    """The word with straight quotes and without what does not show."""
    if word.isascii():
        return word
    return normalize("NFC", _ANY_HIDDEN.sub("", word.translate(STRAIGHTEN))) or word


TOKEN = re.compile(
    r"""
      https?://[^\s<>"“”]+[\w/]                   # web address
    | www\.[^\s<>"“”]+[\w/]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                # mail address
    | [@\#]\w+                                    # handle, tag
    | (?:[A-Za-z]\.){2,}                          # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|Sr|Jr
        |St|Mt|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros
        |vs|etc|Ave|Blvd|Rd|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass
        |Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=\s|[,;:)'"’”]|$)
    | \b[A-Z]\.(?=\s[A-Z]|[A-Z]\.)                # an initial
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k|pm|am|p)?\b
    | \w+?(?=n['’]t\b)                            # do | n't
    | n['’]t\b
    | (?<=\w)['’](?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE)\b
    | [Cc]an(?=not\b) | [Gg]on(?=na\b) | [Ww]an(?=na\b) | [Gg]ot(?=ta\b)
    | [oO]['’][A-Z]\w+                            # O'Brien
    | [^\W_]+(?:_\w+)*(?:['’](?!(?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE|t|T)\b)[^\W\d_]\w*)*
    | \.(?:[ ]?\.){2,} | \.\.+ | …                # ellipsis
    | [!?]{2,}
    | --+ | [–—]+
    | ''|``
    | [\U0001f1e6-\U0001f1ff]{2}                    # flag
    | [\u203c-\u3299\U0001f000-\U0001faff]
      (?:[\ufe0f\U0001f3fb-\U0001f3ff\u20e3\U000e0020-\U000e007f]
        |\u200d[\u203c-\u3299\U0001f000-\U0001faff])*  # emoji
    | [^\w\s]
    | _+
    """,
    re.VERBOSE,
)


def divided(text: str) -> list[str]:
    """The words of a phrase as texts are compared with it: capitals kept, quotes straight.

    >>> divided("anti-war “hawks”")
    ['anti', '-', 'war', '"', 'hawks', '"']
    """
    return [plain(text[m.start() : m.end()]) for m in TOKEN.finditer(visible(text))]
