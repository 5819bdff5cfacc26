"""Text to words and marks, as the English Web Treebank divides them.

One regular expression, because it is the fastest thing Python has: contractions
fall apart (``do`` ``n't``), hyphenated words too (``long`` ``-`` ``range``),
abbreviations, numbers and web addresses stay whole.
"""

import re

# One character for one character, so that offsets survive.
STRAIGHTEN = str.maketrans("‘’‚‛“”„‟′″`", "''''\"\"\"\"'\"'")

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
    | (?:[Cc]an)(?=not\b)
    | [oO]['’][A-Z]\w+                            # O'Brien
    | [^\W_]+(?:_\w+)*(?:['’](?!(?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE|t|T)\b)[^\W\d_]\w*)*
    | \.(?:\s?\.){2,} | …                         # ellipsis
    | --+ | [–—]+
    | ''|``
    | [^\w\s]
    | _+
    """,
    re.VERBOSE,
)
