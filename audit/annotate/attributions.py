"""Who said what (first shape: quotations and clauses with a verb of saying)."""

from audit.annotate.model import Attribution, Content, Cue, Form, Quotation, Source, Stance
from audit.document import Document, Span

_SAY = frozenset(
    "say tell add claim insist argue warn announce report believe think note explain deny "
    "admit acknowledge allege contend maintain reveal confirm predict hope fear promise vow "
    "suggest write tweet ask reply state declare stress testify recall condemn slam dismiss "
    "reject criticize praise call describe accuse".split()
)
_STANCE = {
    "claim": Stance.DOUBT, "insist": Stance.DOUBT, "maintain": Stance.DOUBT, "admit": Stance.CONCEDE,
    "reveal": Stance.ENDORSE, "confirm": Stance.ENDORSE, "deny": Stance.DENY, "slam": Stance.EMOTIVE,
    "believe": Stance.THOUGHT, "think": Stance.THOUGHT, "hope": Stance.THOUGHT, "fear": Stance.THOUGHT,
    "vow": Stance.COMMIT, "promise": Stance.COMMIT, "condemn": Stance.EMOTIVE,
}  # fmt: skip
_NP = ("NN", "PR", "DT", "JJ", "CD", "PO", "HY", "WP")


def find_attributions(
    document: Document, quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    found = []
    tokens, text = document.tokens, document.text
    for index, sentence in enumerate(document.sentences):
        last = sentence.last
        for i in range(sentence.first, last):
            token = tokens[i]
            if token.lemma not in _SAY or not token.tag.startswith("VB"):
                continue
            left = i
            while left > sentence.first and tokens[left - 1].tag in ("MD", "RB", "VBZ", "VBD", "VBP", "VBN"):
                left -= 1
            end = left
            start = end
            while start > sentence.first and tokens[start - 1].tag.startswith(_NP):
                start -= 1
            stop = last - 1 if tokens[last - 1].tag == "." else last
            if start == end or i + 1 >= stop:
                continue
            content = Span(tokens[i + 1].start, tokens[stop - 1].end)
            if tokens[i + 1].norm in (",", ".") and start > sentence.first + 2:
                content = Span(tokens[sentence.first].start, tokens[start - 1].end)
            source = Span(tokens[start].start, tokens[end - 1].end)
            cue = Span(tokens[left].start, token.end)
            quoted = '"' in document.excerpt(content) or "“" in document.excerpt(content)
            stance = _STANCE.get(token.lemma, Stance.NEUTRAL)
            thought = stance is Stance.THOUGHT
            form = Form.DIRECT if quoted else Form.ATTRIBUTED_THOUGHT if thought else Form.INDIRECT
            found.append(
                Attribution(
                    id=f"a{len(found) + 1}",
                    sentence=index,
                    source=Source((source,), document.excerpt(source), head=end - 1),
                    cue=Cue((cue,), document.excerpt(cue), token.lemma, stance, i),
                    content=Content((content,), text[content.start : content.end]),
                    form=form,
                    confidence=0.8,
                    frame="that",
                )
            )
            break
    return tuple(found)
