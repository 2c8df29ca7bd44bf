"""The glossary: its rows, what English and Danish words reach, and how a question is cut into terms."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.search.danish import lemma, stem
from store.search.glossary import MOST_WORDS, Glossary, Match, load
from store.search.glossary_rows import Entry, parse, shipped
from store.search.term_index import MOST_TERMS, fold
from store.search.wordlists import word_lists

# English as a manager may put it = a Danish term that must be reached, or one of several.
SPOTS = """
leaking roof = tag
heat pumps = varmepumpe
playgrounds = legeplads
wheelchair users = kørestol
nursing homes = plejehjem|plejecenter
bus routes = busrute
cycle path = cykelsti
bike lanes = cykelsti|cykelbane
lease agreement = lejeaftale|lejekontrakt
tenants = lejer
supplier = leverandør
overspend = merforbrug
delayed = forsinkelse|forsinke
merging schools = sammenlægge|sammenlægning
closing down = lukning|nedlæggelse|nedlægge
extension of the contract = forlængelse
executive board = direktion
well-being survey = trivselsundersøgelse
wellbeing surveys = trivselsundersøgelse
annual accounts = årsregnskab
day care = dagtilbud|dagpleje
daycare centres = daginstitution|dagtilbud
speed bumps = vejbump
speed limit = hastighedsgrænse
street lighting = gadebelysning|vejbelysning
snow clearing = snerydning
winter maintenance = vintertjeneste|vintervedligeholdelse
parking spaces = parkeringsplads|p-plads
parking fines = parkeringsafgift
wind turbines = vindmølle
solar panels = solcelle
district heating = fjernvarme
sewage treatment plant = rensningsanlæg|renseanlæg
rainwater = regnvand
flooding = oversvømmelse
storm surge = stormflod
coastal protection = kystbeskyttelse|kystsikring
drinking water = drikkevand
groundwater = grundvand
pesticides = pesticid|sprøjtegift
waste collection = renovation|affaldsindsamling
recycling centre = genbrugsplads|genbrugsstation
bulky waste = storskrald
climate plan = klimaplan
carbon emissions = udledning|co2-udledning
biodiversity = biodiversitet
forest = skov
noise = støj
air pollution = luftforurening
soil contamination = jordforurening
local development plan = lokalplan
municipal plan = kommuneplan
building permit = byggetilladelse
exemption = dispensation
neighbour complaints = nabo
listed buildings = fredet|fredede bygninger
summer houses = sommerhus
detached houses = parcelhus|enfamiliehus
social housing = almen bolig|almene boliger
housing association = boligforening|boligorganisation
student housing = ungdomsbolig|kollegium
homelessness = hjemløshed
rent = husleje|leje
town centre = bymidte
public square = torv|plads
shopping centre = indkøbscenter
retail = detailhandel
harbour = havn
ferry fares = færge
railway station = station|banegård
public transport = kollektiv trafik|offentlig transport
electric vehicles = elbil
charging stations = ladestander
traffic safety = trafiksikkerhed
roundabout = rundkørsel
pedestrian crossing = fodgængerfelt
pavement = fortov
potholes = hul i vejen|vejhul|slaghul
bridge = bro
tunnel = tunnel
trees = træ
dog park = hundeskov
cemetery = kirkegård
public toilets = offentligt toilet|offentlige toiletter
swimming hall = svømmehal
sports hall = idrætshal|sportshal
artificial turf pitch = kunstgræsbane
football clubs = fodbold
library = bibliotek
museum = museum
theatre = teater
music school = musikskole
concert = koncert
festivals = festival
cultural centre = kulturhus
volunteers = frivillig
loneliness = ensomhed
elderly care = ældrepleje
senior citizens council = ældreråd
home help = hjemmehjælp
home nursing = hjemmesygepleje|sygepleje
food service for the elderly = madservice|mad
dementia = demens
rehabilitation = genoptræning|rehabilitering
hospital = sygehus|hospital
general practitioners = praktiserende læge|praktiserende læger
smoking = rygning
alcohol = alkohol
drug abuse = misbrug|stofmisbrug
mental health = mental sundhed
obesity = overvægt
vaccination = vaccination
dental care = tandpleje
health visitor = sundhedsplejerske
children at risk = udsatte børn
foster families = plejefamilie
adoption = adoption
special needs education = specialundervisning
primary school = folkeskole
school start age = skolestart|skole
head teacher = skoleleder
teachers = lærer
pupils = elev
class sizes = klassekvotient|klassestørrelse
absence = fravær
sickness absence = sygefravær
bullying = mobning
kindergarten = børnehave
nursery = vuggestue
child minder = dagplejer
parental fee = forældrebetaling
after-school care = sfo|skolefritidsordning
youth club = ungdomsklub|klub
young people = unge
upper secondary school = gymnasium
vocational training = erhvervsuddannelse
apprentices = lærling|elev
job centre = jobcenter
unemployed = ledig|arbejdsløs
cash benefits = kontanthjælp
sick pay = sygedagpenge
flex jobs = fleksjob
early retirement pension = førtidspension
refugees = flygtning
interpreters = tolk
language courses = danskuddannelse|sprogkursus
hiring freeze = ansættelsesstop
salary = løn
redundancies = afskedigelse|fyring
trade unions = fagforening|faglig organisation
work environment = arbejdsmiljø
stress = stress
recruitment = rekruttering
retention = fastholdelse
equal treatment = ligebehandling|ligestilling
leadership training = lederuddannelse|lederudvikling
budget follow-up = budgetopfølgning
tax rate = skatteprocent|skat
property tax = grundskyld|ejendomsskat
loan = lån
interest rates = rente
liquidity = likviditet
savings catalogue = sparekatalog|besparelse
cutbacks = besparelse|nedskæring
grant applications = tilskud|ansøgning
supplementary appropriation = tillægsbevilling
construction budget = anlæg|anlægsbudget
tender documents = udbudsmateriale
framework agreement = rammeaftale
framework architecture = rammearkitektur
data protection = databeskyttelse
cyber security = cybersikkerhed|it-sikkerhed
artificial intelligence = kunstig intelligens
cloud = cloud|sky
self-service = selvbetjening
citizen service = borgerservice
websites = hjemmeside
mayor = borgmester
deputy mayor = viceborgmester
city council = byråd
finance committee = økonomiudvalg
minutes of the meeting = referat
agenda = dagsorden
closed session = lukket
majority = flertal
vote against = stemme imod
amendment = ændringsforslag
public hearing = høring
complaint = klage
ombudsman = ombudsmand
access to documents = aktindsigt
fire station = brandstation
emergency preparedness = beredskab
police = politi
crime = kriminalitet
security guards = vagt
passport = pas
wedding = vielse|bryllup
naming of a street = vejnavn
co-location = samlokalisering
trust reform = tillidsreform
city archive = stadsarkiv
steering group = styregruppe
joint operations = driftsfællesskab
action areas = indsatsområde
youth education = ungdomsuddannelse
vulnerable housing areas = udsatte boligområder|udsat boligområde
integration barometer = integrationsbarometer
"""

# Phrases about municipal agendas, with one Danish term that the most telling word must reach.
PHRASES = """
broken lift at the town hall = elevator
mould in the classrooms = skimmel
rent arrears = restance
free public wifi = trådløst net|wifi
beach cleaning = strandrensning|strand
bicycle theft = tyveri
bus driver shortage = chauffør|mangel
cost of school meals = skolemad
new fire engine = brandbil
flood barrier at the harbour = højvandssikring|sluse
lighting on the footpath = belysning|sti
traffic lights at the crossroads = trafiklys|lyskryds
noise from wind turbines = støj|vindmølle
sale of council land = salg|jord
school leavers = skole|afgangselev|9. klasse
teacher training = lærer|lærerudvikling
staff turnover = personaleomsætning
gender pay gap = ligeløn|løn
annual leave policy = ferie
hiring of a new chief executive = ansættelse|kommunaldirektør
resignation of the chairman = fratrædelse|formand
vote of no confidence = mistillid
conflict of interest = inhabilitet
leaked documents = dokument|læk
hacker attack = hackerangreb|cyberangreb
password policy = adgangskode
digital signature = digital signatur|mitid
use of ChatGPT = chatgpt|kunstig intelligens
school laptops = computer
screen time in day care = skærmtid|skærm
vaccinations against flu = vaccination|influenza
waiting times for physiotherapy = ventetid|fysioterapi
hospital discharges = udskrivning
home visits to newborns = hjemmebesøg|nyfødt
autism support = autisme
respite for parents = aflastning
taxi rides for disabled people = taxi|handicap
stairlift grant = trappelift|tilskud
hearing aids = høreapparat
guide dogs = førerhund|hund
youth unemployment = ledighed|ungdomsarbejdsløshed
integration of newcomers = integration
ukrainian pupils = ukrainsk|elev
mosque construction = moské
halal meat = halal|kød
christmas market = julemarked|jul
twin towns = venskabsby
statue in the square = statue|torv
repair of the church tower = kirke|tårn
burial plots = gravsted|kirkegård
horse riding arena = rideskole|ridning|ridehal
floodlights at the football pitch = lysanlæg|projektør|fodboldbane
skate park = skatepark|skaterbane
opening hours of the library on sundays = åbningstid
entry fee to the pool = entre|svømmehal
membership fees = kontingent
club house extension = klubhus
scout cabin = spejder
allotment gardens = kolonihave
tree felling = træfældning
weed killer = pesticid|ukrudt
rat problem = rotte
dog waste = hund|hundeposer
fly tipping = henkastet affald
recycling bins = affaldsspand
waste sorting = affaldssortering
sewer pipes = kloak
flooded basements = kælder|oversvømmelse
leaking water mains = vandledning|lækage
water meters = vandmåler
price of district heating = fjernvarme
insulation of public buildings = efterisolering|isolering
energy savings = energibesparelse
solar farm = solcellepark|solcelle
carbon neutral by 2030 = co2-neutral|klimaneutral
electric buses = elbus
charging points = ladestander
parking permit = parkeringslicens|beboerlicens
speed cameras = hastighedskontrol|fotovogn
school crossing patrol = skolepatrulje
bus shelters = busskur|læskur
ring road = ringvej
bridge repair = bro
closing of the road = vejspærring|vejlukning|lukning
naming of the new school = navngivning|skole
height of the tower block = højde|højhus
garden sheds = skur
fence around the schoolyard = hegn|skolegård
neighbour objections = indsigelse|nabo
planning appeal = klage|planlægning
change of use = ændret anvendelse|anvendelse
holiday cottages = sommerhus
affordable housing = almen bolig|billige boliger
evictions = udsættelse
homeless shelter = herberg|forsorgshjem
second budget review = budgetopfølgning|budgetrevision
write-off of debts = afskrivning
loan guarantee to the sports club = lånegaranti|garanti
overtime pay = overarbejde|overtid
street party = gadefest|vejfest
"""


def _key(word: str) -> str:
    return stem(lemma(word))


def _keys(term: str) -> str:
    return " ".join(_key(word) for word in re.findall(r"[^\W_]+", term.lower()))


def _table(text: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = [line.split(" = ") for line in text.strip().splitlines()]
    return [(english, tuple(danish.split("|"))) for english, danish in rows]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load(analyse=_key)


def _reached(glossary: Glossary, question: str, lang: str = "en") -> set[str]:
    return {_keys(term) for match in glossary.lookup(question.split(), lang) for term, _ in match.terms}


def _terms(glossary: Glossary, question: str, lang: str) -> list[tuple[str, list[str]]]:
    words = question.split()
    found = glossary.lookup(words, lang)
    return [(" ".join(words[match.start : match.end]), [term for term, _ in match.terms]) for match in found]


# The data


def test_it_is_as_large_as_was_asked_for(glossary: Glossary) -> None:
    assert len(shipped()) >= 900
    assert glossary.english_terms >= 1800


def test_each_lemma_has_one_row_with_english_and_a_domain() -> None:
    twice = [term for term, rows in Counter(entry.danish.lower() for entry in shipped()).items() if rows > 1]
    assert twice == []
    assert [entry.danish for entry in shipped() if not (entry.english or entry.english_near)] == []
    assert [entry.danish for entry in shipped() if not re.fullmatch("[a-z_]+", entry.domain)] == []


def test_no_cell_repeats_itself_or_its_neighbour() -> None:
    for entry in shipped():
        danish = (entry.danish, *entry.forms, *entry.synonyms, *entry.near, *entry.abbreviations)
        assert [term for term, times in Counter(danish).items() if times > 1] == [], entry.danish
        english = [term.lower() for term in entry.english + entry.english_near]
        assert [term for term, times in Counter(english).items() if times > 1] == [], entry.danish


def test_cells_hold_plain_terms() -> None:
    for entry in shipped():
        for name in ("forms", "synonyms", "near", "abbreviations", "english", "english_near"):
            for term in getattr(entry, name):
                assert re.fullmatch(r"[^\t\n;|~()\"]+", term), (entry.danish, name, term)
                assert term == " ".join(term.split()), (entry.danish, name, term)
                assert len(re.findall(r"[^\W_]+", term)) <= MOST_WORDS, (entry.danish, name, term)


def test_english_cells_hold_no_danish_letters() -> None:
    names = {"Christiansborg"}
    found = [(e.danish, t) for e in shipped() for t in e.english + e.english_near if re.search("[æøåÆØÅ]", t)]
    assert [pair for pair in found if pair[1] not in names] == []


def test_every_english_term_reaches_its_danish_one(glossary: Glossary) -> None:
    lost = []
    for entry in shipped():
        for term in entry.english:
            if term in word_lists().stop_en:  # alone it says nothing: a question passes it over
                continue
            matches = glossary.lookup(["about", *term.split()], "en")
            if not any(_keys(entry.danish) == _keys(word) for match in matches for word, _ in match.terms):
                lost.append((term, entry.danish))
    assert lost == [], f"{len(lost)} of them"


def test_abbreviations_work_both_ways(glossary: Glossary) -> None:
    for entry in shipped():
        for short in entry.abbreviations:
            assert fold(entry.danish) in {
                fold(term) for match in glossary.lookup(["om", short], "da") for term, _ in match.terms
            }, short
            written_out = glossary.lookup(entry.danish.split(), "da")
            assert short in {term for match in written_out for term, _ in match.terms}, entry.danish


# What is reached


@pytest.mark.parametrize(
    ("english", "danish"), _table(SPOTS), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_manager_s_word_reaches_the_danish_one(glossary: Glossary, english: str, danish: tuple[str, ...]) -> None:
    assert {_keys(term) for term in danish} & _reached(glossary, english)


@pytest.mark.parametrize(
    ("english", "danish"), _table(PHRASES), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_phrase_from_an_agenda_reaches_danish(glossary: Glossary, english: str, danish: tuple[str, ...]) -> None:
    assert {_keys(term) for term in danish} & _reached(glossary, english)


def test_every_content_word_of_the_tables_is_known(glossary: Glossary) -> None:
    unknown = []
    for english, _ in _table(SPOTS) + _table(PHRASES):
        words = english.split()
        found = {place for match in glossary.lookup(words, "en") for place in range(match.start, match.end)}
        content = [place for place, word in enumerate(words) if word.lower() not in word_lists().stop_en]
        unknown += [words[place] for place in content if place not in found and not words[place].isdigit()]
    assert unknown == []


# How a question is read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("well-being survey", "wellbeing survey"),
        ("day care", "daycare"),
        ("day-care centre", "daycare center"),
        ("digitalisation", "digitalization"),
        ("programme", "program"),
        ("colour", "color"),
        ("neighbour", "neighbor"),
        ("theatre", "theater"),
        ("nursing home", "nursing homes"),
        ("library", "libraries"),
        ("child", "children"),
        ("postpone", "postponed"),
        ("postpone", "postponing"),
        ("mayor", "mayor's"),
        ("mayor", "mayor’s"),
        ("citizen", "citizens'"),
        ("sell", "sold"),
        ("PLAYGROUND", "playground"),
        ("snow ploughing", "snow plowing"),
    ],
)
def test_two_ways_to_write_english_reach_the_same(glossary: Glossary, one: str, other: str) -> None:
    first, second = _reached(glossary, "the " + one), _reached(glossary, "the " + other)
    assert first & second
    assert _terms(glossary, "the " + one, "en")[0][1][0] in _terms(glossary, "the " + other, "en")[0][1]


def test_the_longest_term_wins(glossary: Glossary) -> None:
    found = _terms(glossary, "what did the executive board say about the staff well-being survey", "en")
    assert [(said, terms[0]) for said, terms in found] == [
        ("executive board", "direktion"),
        ("staff", "medarbejder"),
        ("well-being survey", "trivselsundersøgelse"),
    ]


def test_places_are_those_of_the_tokens(glossary: Glossary) -> None:
    match = glossary.lookup(["what", "about", "the", "well-being", "survey", "?"], "en")[0]
    assert (match.start, match.length, match.end) == (3, 2, 5)


def test_weights_fall_from_lemma_to_synonym_to_near() -> None:
    entry = Entry("kvæle", ("zorb",), "test", synonyms=("dræbe",), near=("ramme",), english_near=("zorbish",))
    glossary = Glossary([entry], str.lower)
    assert glossary.lookup(["zorb"], "en") == [Match(0, 1, (("kvæle", 0.9), ("dræbe", 0.8), ("ramme", 0.6)))]
    assert glossary.lookup(["zorbish"], "en") == [Match(0, 1, (("kvæle", 0.7), ("dræbe", 0.6)))]
    assert glossary.lookup(["kvæle"], "da") == [Match(0, 1, (("dræbe", 0.8), ("ramme", 0.6)))]
    assert glossary.lookup(["dræbe"], "da") == [Match(0, 1, (("kvæle", 0.8),))]
    assert glossary.lookup(["ramme"], "da") == [Match(0, 1, (("kvæle", 0.6),))]


def test_irregular_forms_are_handed_on_where_the_analysis_would_miss_them() -> None:
    entry = Entry("bog", ("zorb",), "test", forms=("bøger",))
    assert Glossary([entry], str.lower).lookup(["zorb"], "en")[0].terms == (("bog", 0.9), ("bøger", 0.9))
    assert Glossary([entry], _key).lookup(["zorb"], "en")[0].terms == (("bog", 0.9),)


@pytest.mark.parametrize("spelt", ["børnehaver", "boernehaver", "bornehaver", "Børnehaverne", "BØRNEHAVE"])
def test_danish_letters_may_be_missing(glossary: Glossary, spelt: str) -> None:
    assert _key("daginstitution") in _reached(glossary, "om " + spelt, "da")


@pytest.mark.parametrize("spelt", ["ældreråd", "aeldreraad", "Ældrerådet", "ældre råd", "ældre-rådet"])
def test_a_danish_compound_may_be_split(glossary: Glossary, spelt: str) -> None:
    assert _key("seniorråd") in _reached(glossary, "om " + spelt, "da")


def test_a_stop_word_after_a_term_is_no_ending_of_it(glossary: Glossary) -> None:
    assert [said for said, _ in _terms(glossary, "nedlæggelse af plejehjem", "da")] == ["nedlæggelse", "plejehjem"]


def test_capitals_tell_an_abbreviation_from_a_small_word(glossary: Glossary) -> None:
    assert [said for said, _ in _terms(glossary, "is it about IT", "en")] == ["IT"]
    assert [said for said, _ in _terms(glossary, "hvad med MED", "da")] == ["MED"]
    assert [said for said, _ in _terms(glossary, "mødet kl. 14 om KL", "da")] == ["mødet", "KL"]


def test_shouting_makes_no_abbreviations(glossary: Glossary) -> None:
    assert "MED" not in [said for said, _ in _terms(glossary, "HVAD SKER DER MED SKOLEN", "da")]


def test_words_of_the_other_language_are_found_where_they_can_be_nothing_else(glossary: Glossary) -> None:
    assert _key("provenu") in _reached(glossary, "KMD proceeds", "da")
    assert _key("varmepumpe") in _reached(glossary, "heat pumps", "da")
    assert Glossary([Entry("lade", ("barn",))], _key).lookup(["barn"], "da") == []
    assert _key("daginstitution") in _reached(glossary, "what about børnehaverne", "en")
    assert _reached(glossary, "enginex", "en") == set()


def test_a_short_word_is_not_taken_for_an_inflected_one_of_the_same_root(glossary: Glossary) -> None:
    assert _key("aften") in _reached(glossary, "open evenings", "en")
    assert _key("aften") not in _reached(glossary, "open even", "en")


def test_stop_words_alone_are_no_terms(glossary: Glossary) -> None:
    for lang, words in (("en", "what was it about and who may have been there"), ("da", "hvad var det om og hvem")):
        assert glossary.lookup(words.split(), lang) == []


def test_the_concepts_of_known_documents_are_reached_from_english(glossary: Glossary) -> None:
    wanted = {
        "provincial archive": "landsarkiv",
        "welfare technology": "velfærdsteknologi",
        "channel strategy": "kanalstrategi",
        "break-up of the monopoly": "monopolbrud",
        "coordination committee": "koordinationsudvalg",
        "dining companions": "spiseven",
        "area-based initiative": "områdeindsats",
        "social master plan": "boligsocial helhedsplan",
        "housing strategy secretariat": "boligstrategisk sekretariat",
        "points of access for citizens": "borgeradgang",
        "aldermen": "rådmand",
        "core tasks": "kerneopgave",
        "cutting red tape": "afbureaukratisering",
        "interfaces": "snitflade",
        "terms of reference": "kommissorium",
        "managers' forum": "lederforum",
        "malnutrition": "underernæring",
        "economies of scale": "stordriftsfordel",
        "groups of municipalities": "kommunegruppe",
        "corporate management system": "koncernstyringssystem",
        "proceeds from the sale": "salgsprovenu",
        "framework architecture": "rammearkitektur",
        "support systems": "støttesystem",
        "efficiency requirements": "effektiviseringskrav",
        "citizens' ombudsman": "borgerrådgiver",
    }
    assert {english for english, danish in wanted.items() if _keys(danish) not in _reached(glossary, english)} == set()


# Loading


def test_an_administrator_s_terms_are_added_to_the_shipped_ones() -> None:
    own = Entry("Byhaven", ("roof garden project",), "own", abbreviations=("BHV",))
    glossary = load([own], analyse=_key)
    assert glossary.lookup(["the", "roof", "garden", "projects"], "en")[0] == Match(1, 3, (("Byhaven", 0.9),))
    assert ("Byhaven", 0.9) in glossary.lookup(["bhv"], "da")[0].terms
    assert glossary.lookup(["playground"], "en") == load(analyse=_key).lookup(["playground"], "en")


def test_a_term_of_the_administrator_stands_beside_a_shipped_one() -> None:
    own = Entry("Skatebakken", ("skate park",))
    terms = [term for term, _ in load([own], analyse=_key).lookup(["skate", "park"], "en")[0].terms]
    assert {"skatepark", "Skatebakken"} <= set(terms)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("danish\tenglish\n", 1),
        ("domain\tdanish\tforms\tsynonyms\tnear\tabbreviations\tenglish\tenglish_near\nx\ttag\n", 2),
        ("domain\tdanish\tforms\tsynonyms\tnear\tabbreviations\tenglish\tenglish_near\nx\t \t\t\t\t\troof\t\n", 2),
    ],
)
def test_a_faulty_line_is_named(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"line {line}"):
        parse(text)


def test_cells_are_parted_by_semicolons() -> None:
    heading = "danish\tdomain\tforms\tsynonyms\tnear\tabbreviations\tenglish\tenglish_near"
    text = heading + "\ntag\tbuilding\ttage\t\t\t\troof;roofs ; \t\n"
    assert parse(text) == [Entry("tag", ("roof", "roofs"), "building", forms=("tage",))]


_WORDS = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from([t for e in shipped()[::40] for t in (*e.english, e.danish)]),
        st.sampled_from(["the", "of", "om", "IT", "MED", "s", "'", "-"]),
    ),
    max_size=12,
)


@settings(deadline=None)  # the first look-up loads the glossary
@given(tokens=_WORDS, lang=st.sampled_from(["da", "en"]))
def test_matches_never_overlap_and_say_something(tokens: list[str], lang: str) -> None:
    glossary = _shared()
    end = 0
    for match in glossary.lookup(tokens, lang):
        assert match.start >= end
        assert match.length >= 1
        end = match.end
        weights = [weight for _, weight in match.terms]
        assert 1 <= len(weights) <= MOST_TERMS
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 0.9 for weight in weights)
    assert end <= len(tokens)


_SHARED: list[Glossary] = []


def _shared() -> Glossary:
    if not _SHARED:
        _SHARED.append(load(analyse=_key))
    return _SHARED[0]
