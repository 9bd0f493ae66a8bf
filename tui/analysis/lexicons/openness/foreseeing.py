"""Words for what may come: fearing, warning, predicting, and events."""

from __future__ import annotations

from tui.analysis.lexicons import words

BEING = words("be seem remain look appear stay")
"""Verbs that tie a state to its subject."""

AMOUNTS = words(
    "toll cost price number bill casualty figure total rate damage death surcharge fee tax loss"
)
"""Nouns for what may turn out higher."""

HARMING = words(
    """
    harm damage undermine hurt affect hit threaten disrupt jeopardise jeopardize destabilise
    destabilize cripple weaken tarnish ruin destroy derail
    """
)
"""Verbs of one event in other words: somebody or something suffers."""

FEARING = words("fear worry concern dread alarm anxiety apprehension")
"""Attitudes to what may come or be, as verbs and nouns."""

AFRAID = words("afraid worried concerned fearful anxious alarmed nervous wary apprehensive")
"""The same as predicates."""

WARNING = words("warn caution alert")
"""Verbs of saying what may come."""

WARNING_NOUNS = words(
    "warning threat risk danger prospect possibility chance likelihood potential spectre specter"
)
"""Nouns for what may come."""

PREDICTING = words("predict forecast project foresee anticipate reckon envisage expect")
"""Verbs of saying what will come without being sure."""

SUPPOSING = words("believe think suggest")
"""Verbs that with "will" and a plural subject put forward a forecast."""

THREATENING = words("threaten risk")
"""Verbs whose complement may come."""

POSSIBLE = words("possible conceivable likely unlikely potential uncertain plausible")
"""Predicates of what may come."""

EVENT_NOUNS = words(
    """
    war crisis strike attack deal ban sale exit collapse failure loss cut breach fraud recession
    coup vote return change increase rise fall move candidate bid threat shortage
    """
)
"""Nouns for what may come about."""

ODDS = words(
    "slim little small remote outside faint fair good every no reasonable scant fresh real"
)
"""How large a chance is; any of them says that it is one."""

MODALS = words("could may might")
"""Auxiliaries that leave it open whether something is or will be."""

CHANGING = words(
    """
    abandon affect ban be become begin block break bring cancel cause close collapse come cost
    create cripple cut damage delay derail destabilise destabilize destroy die disrupt drop end
    escalate exceed extend face fail fall flood force go grow happen harm hit hurt increase
    jeopardise jeopardize keep kill lead leave lift lose mean move offer open oust postpone
    prevent prompt push raise reach rebuild remain remove replace reject resign result return rise
    ruin run sell send shut sink slow spark spread start stay step stop strike succeed suffer
    switch take target threaten tighten topple trigger turn undermine wipe win withdraw worsen
    join pull invade attack contaminate erupt burst freeze deport dissolve drag expel
    explode fold impose jail launch pollute quit retaliate sack sanction scrap split starve sue veto
    annul
    """
)
"""Verbs of an event or a change of state that a later article could report."""

STATIVE = words(
    """
    hear see feel smell taste understand recognise recognize enjoy love like know think believe
    play speak sing borrow want need wish hope own contain belong depend seem appear look sound
    afford help imagine guess find say tell get use manage remember expect argue call describe add
    vary differ
    """
)
"""Verbs that with a modal rather tell an ability, a taste or a way of speaking."""
