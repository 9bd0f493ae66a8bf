"""Who acts in public, who speaks for others, and words that say nothing in particular."""

from __future__ import annotations

from tui.analysis.lexicons import words

SPOKESPEOPLE = words("spokesman spokeswoman spokesperson representative publicist")
"""Who speaks for somebody else."""

PUBLIC_ACTORS = words(
    """
    government minister president parliament congress senate court judge authority official police
    council commission company firm bank party union regulator leader committee ministry
    administration agency army military team board country state city officer lawyer
    prosecutor investigator senator governor mayor lawmaker deputy chancellor king queen chairman
    chief general envoy rebel group militia lender shareholder side club airline maker bloc
    campaigner activist charity critic expert scientist researcher doctor teacher resident mp
    victim protester demonstrator supporter foundation federation association society
    institute organisation organization ngo lobby economist analyst migrant refugee worker
    department office manufacturer retailer owner developer publisher broadcaster economy
    alliance jury tribunal watchdog operator opposition leadership junta regime lords assembly
    chamber house prince premier creditor ally island province hospital university airport palace
    embassy
    """
)
"""Whoever decides, rules, finds out or has to answer in public."""

INVESTIGATORS = words(
    """
    police detective investigator official authority scientist researcher doctor expert engineer
    prosecutor officer inspector historian archaeologist fbi
    """
)
"""Whoever finds out: what they believe is a hypothesis, not an opinion."""

SEARCHERS = INVESTIGATORS | words("rescuer diver volunteer crew soldier team firefighter")
"""Whoever looks for the missing."""

GENERIC_SUBJECTS = words(
    "you one anyone anybody someone somebody people everyone everybody nobody man woman person"
)
"""Subjects of which nothing is said in particular."""

CONTENTLESS = words(
    """
    be have do say will would could may might must shall should can not go get make take next new
    more much many other still yet also year day time week month one two first last people
    """
)
"""Lemmas that two questions may share without being one."""
