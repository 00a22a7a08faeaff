"""Short closed lists: words around names of places, and capitalized words that are villages somewhere but mean none."""

REGION_UNITS = frozenset(
    "region oblast province state governorate krai republic prefecture voivodeship canton department emirate".split()
)
DISTRICT_UNITS = frozenset("district county raion rayon borough co".split())
LOCATIVES = frozenset(
    "in at near of from to into around outside inside towards toward across over for leaving reached reach capture captured via "
    "between beyond town city village settlement suburb south north east west southeast southwest northeast northwest".split()
)
TITLES = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Dame Lord Lady Sgt. Capt. Col. Gen. Lt. Maj. Sen. Rep. Gov. Judge "
    "Justice Officer Nurse Det. Detective Sergeant Captain Colonel General Major Lieutenant Saint St".split()
)
# Streets, buildings, bodies, directions, months, days, titles, and words that open sentences.
NO_PLACES = frozenset(
    "road street avenue lane drive boulevard highway square place court way route bridge park garden gardens hall house centre "
    "center airport station hospital college university school church cathedral mosque temple museum theatre theater tower "
    "building hotel market mall plaza stadium arena club union league party army navy police guard force forces court council "
    "board bank press post times news journal herald star sun mail today world day north south east west northern southern "
    "eastern western central upper lower middle inner outer great grand new old main big little far long high low first second "
    "third january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday spring summer autumn fall winter christmas easter ramadan king queen prince princess duke "
    "pope bishop president minister governor mayor senator general captain marshal summit agency office department ministry "
    "embassy parliament congress senate house white black red green blue golden silver rose free rest air land sea fire water "
    "the a an and but or if so as at by for from in into of off on out over to up with no not yes all both most many more some "
    "any each every other this that these those what when where which who whose why how here there then than now just only "
    "also even still yet such our his her its their my your we he she it they you i me him us them mr mrs ms dr god bible quran "
    "internet facebook twitter telegram google amazon apple patrol enterprise recovery valley river lake mount mountain island "
    "islands beach bay coast harbor harbour port fort camp base village town city county state states district region province "
    "country nation republic kingdom empire earth moon mars liberty freedom victory unity peace war battle brigade division "
    "regiment battalion corps front line group team company corporation foundation institute academy commission committee "
    "white house independence commonwealth olympic olympics english main street church street".split()
) | {
    "white house",
    "main street",
    "church street",
    "high street",
    "police department",
    "the city",
    "man",
    "rd",
    "me state",
}
