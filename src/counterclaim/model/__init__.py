"""The nouns: frozen, typed records that the stages hand on. No input or output here.

`counterclaim.model` imports nothing else of the package, and every stage imports from it.
"""

from counterclaim.model.actor import Actor, Tenure
from counterclaim.model.article import Article, Block, BlockKind, Problem, Provenance, Run, digest
from counterclaim.model.attribution import Attribution, Quotation, Stance
from counterclaim.model.change import Change, Reversal
from counterclaim.model.claim import Argument, Claim, Modality, Proposition, Value
from counterclaim.model.decision import (
    Action,
    Decision,
    DecisionKind,
    DecisionState,
    Merge,
    OnClaims,
    OnEntities,
    Rename,
    Split,
    Undo,
    Verdict,
)
from counterclaim.model.detail import Course, Detail, SideDetail, Step
from counterclaim.model.entity import Cast, Entity, EntityKind, Location, Mention, Precision, Ref
from counterclaim.model.judgement import (
    Accept,
    Add,
    ClaimKey,
    Correct,
    EntityKey,
    Filled,
    Given,
    Judge,
    Named,
    NamedIn,
    Quoted,
    Reject,
    Said,
    Seen,
    Speaker,
    Unsure,
)
from counterclaim.model.reading import Reading
from counterclaim.model.relation import Dispute, Origin, Relation, RelationKind, Side
from counterclaim.model.review import Review
from counterclaim.model.span import Part, Span, Spans, likeness, shared
from counterclaim.model.syntax import Parsed, Sentence, Token
from counterclaim.model.time import TimeMention

__all__ = [
    "Accept", "Action", "Actor", "Add", "Argument", "Article", "Attribution", "Block", "BlockKind", "Cast",
    "Change", "Claim", "ClaimKey", "Correct", "Course", "Decision", "DecisionKind", "DecisionState", "Detail",
    "Dispute", "Entity", "EntityKey", "EntityKind", "Filled", "Given", "Judge", "Location", "Mention", "Merge",
    "Modality", "Named", "NamedIn", "OnClaims", "OnEntities", "Origin", "Parsed", "Part", "Precision", "Problem",
    "Proposition", "Provenance", "Quotation", "Quoted", "Reading", "Ref", "Reject", "Relation", "RelationKind",
    "Rename", "Reversal", "Review", "Run", "Said", "Seen", "Sentence", "Side", "SideDetail", "Span", "Spans", "Speaker",
    "Split", "Stance", "Step", "Tenure", "TimeMention", "Token", "Undo", "Unsure", "Value", "Verdict", "digest",
    "likeness", "shared",
]  # fmt: skip
