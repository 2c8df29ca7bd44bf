"""The words and sentences by which texts tie a person or body to a role, as patterns with named groups."""

from __future__ import annotations

GROUP = (
    r"(?:\w*(?:styre|projekt|arbejds|følge|reference|program|koordinations|koordinerings|tema|redaktions|"
    r"ekspert|implementerings|analyse|bruger|"
    r"delprojekt|bygge|interessent|dialog|planlægnings|udviklings|spor)gruppe(?:n|rne|r)?|programledelse(?:n)?|projektledelse(?:n)?|projektråd(?:et)?|"
    r"programråd(?:et)?|advisory\sboard|"
    r"sekretariat(?:et)?|task\s?force(?:n)?|(?:steering|project|working)\s(?:group|committee)|udvalget|rådet|projektteam(?:et)?|styregruppeformand(?:en)?)"
)
WIDE_GROUP = r"\w*(?:gruppen?|ledelsen|udvalget|rådet)"
_PERSONS = (
    r"\w*formand(?:en|skabet)?|forperson(?:en)?|"
    r"\w*projektleder(?:en|e|ne)?|programleder(?:en)?|\w*projektejer(?:en)?|programejer(?:en)?|"
    r"(?:system|proces|spor|indsats|tema|opgave|område|plan|politik|strategi|dokument|risiko)ejer(?:e|en|ne)?|"
    r"tovholder(?:en|e|ne)?|"
    r"kontaktperson(?:en|er|erne)?|kontakt|projektkoordinator(?:en)?|koordinator(?:en)?|projektansvarlig(?:e)?|"
    r"programansvarlig|opgavestiller|"
    r"bestiller(?:en)?|sekretær(?:en)?|referent(?:en)?|medlem(?:mer|merne)?|gevinstejer(?:en)?|gevinstansvarlig|"
    r"deltager(?:e|ne)?|sponsor|ejer(?:en)?|"
    r"project\smanager|programme\smanager|project\sowner|programme\sowner|owner|contact\sperson|chair(?:man|person)?|"
    r"ansvarlig(?:e)?|sagsbehandler|proceskonsulent|projektmedarbejder(?:e)?|udfører(?:ne)?"
)
PERSON_ROLE = (
    r"(?:(?:faglig|administrativ|politisk|daglig|overordnet|intern|ekstern|"
    rf"kommunal)\s)?(?:næst)?(?:{_PERSONS})"
)
INNER_ROLE, INNER_GROUP = f"(?:{_PERSONS})".replace(r"\w*", ""), GROUP.replace(r"\w*", "")
"""The same words wherever they stand: a search needs nothing of what may stand before them."""
ROLE = (
    rf"(?:{PERSON_ROLE}(?:\s(?:for|af|i)\s[^,.;:\n\t]{{3,60}}?)?|{GROUP}s?\sformand|"
    rf"formand(?:en)?\sfor\s{GROUP}|{GROUP}(?:\sfor\s[^,.;:\n\t]{{3,60}}?)?)"
)
_COPULA = (
    r"(?:er|vil\svære|bliver|fungerer\ssom|indgår\ssom|udpeges\ssom|er\sudpeget\s(?:som|til)|"
    r"er\svalgt\s(?:som|til)|virker\ssom|skal\svære|tiltræder\ssom)"
)
_END = r"(?=[.;\n\t]|,\s(?:som|der|hvor|og\s(?:er|vil|skal)|mens|således)\b|\s(?:som|der|for\sat|således\sat)\s|"
_END += r"\s(?:fra|indtil|frem\stil|pr\.)\s(?:og\smed\s)?(?:den\s|d\.\s)?(?:\d|[a-zæøå]+\s\d{4})|\Z)"
_IS = (
    r"(?:er|bliver|vil\svære|udgøres\saf|består\saf|bestående\saf|"
    r"sammensættes\saf|er\ssammensat\saf|sammensat\saf|"
    r"bemandes\s(?:af|med)|ledes\saf|varetages\saf|dannes\saf|tæller|"
    r"consists\sof|is\schaired\sby|is\sled\sby|is|are)"
)
SENTENCES = (
    rf"(?:\A|(?<=[.,:;]\s))(?P<subject>[A-ZÆØÅ][^.;:\n\t]{{1,110}}?)\s{_COPULA}\s(?P<role>(?:\w+\s)?{ROLE}){_END}",
    rf"\b(?P<role>(?:\w+\s)?{ROLE})(?:,\s(?:som|der))?\s{_IS}\s(?P<name>[^.;:\n\t]{{2,200}}?){_END}",
    rf"\b(?:udgør|danner)\s(?P<subject>(?:(?!udgør|danner)[^.;:,\n\t]){{3,90}}?)\s(?P<role>{GROUP})(?=[\s.,;]|\Z)",
    rf"(?P<subject>(?:(?!udgør)[^.;:,\n\t]){{3,120}}?)\s(?:udgør|danner)\s(?P<role>{GROUP})(?=[\s.,;]|\Z)",
    rf"(?:\A|(?<=[.,:;]\s))(?P<subject>[^.;:\n\t]{{2,110}}?)\s(?P<verb>er\s(?:\w+\s)?ansvarlig(?:e)?\sfor|har\sansvaret\sfor|"
    rf"får\sansvaret\sfor|vil\sfå\sansvaret\sfor|"
    rf"har\s(?:det\s)?(?:\w+\s)?ansvar(?:et)?\sfor|varetager|står\sfor|leder|koordinerer|er\stovholder\s(?:for|"
    rf"på)|er\sprojektleder\s(?:for|på)|skal\sstå\sfor|"
    rf"skal\svaretage|skal\ssikre|følger)\s(?P<task>[^.;\n\t]{{3,300}}?){_END}",
    rf"(?:[Aa]nsvaret\sfor\s(?P<task2>[^.;:\n\t]{{3,110}}?)\s(?:ligger\s(?:hos|i)|er\splaceret\s(?:hos|i)|"
    rf"placeres\s(?:hos|i)|påhviler|varetages\saf)\s"
    rf"(?P<owner>[^.;:\n\t]{{2,110}}?)){_END}",
    rf"(?:\A|(?<=[.,:;]\s))(?P<what>[^.;:\n\t]{{2,110}}?)\s(?:(?:er|bliver|vil\s(?:endvidere\s)?(?:være|blive)|"
    rf"skal)\s)?(?P<anchor>(?:\w+\s)?forankre(?:t|s|de)\s(?:i|hos|under|ved))\s"
    rf"(?P<home>[^.;:\n\t]{{2,110}}?){_END}",
    r"\b(?:kan|bedes|skal)\s(?:\w+\s){0,2}?(?P<contact>rettes|stilles|"
    r"sendes)\stil\s(?P<person>[^.;:\n\t/]{3,90}?)(?=[.;\n\t/]|,|\spå\s|\Z)",
    r"\bkan\s(?P<person2>[^.;:\n\t]{3,90}?)\s(?P<contact2>kontaktes)\b",
    rf"\b(?:vil|skal|kan)\s(?P<subject>[^.;:,\n\t]{{2,90}}?)\s(?P<verb>(?:få|have)\sansvaret\sfor|være\sansvarlig\sfor|stå\sfor|varetage)\s"
    rf"(?P<task>[^.;\n\t]{{3,300}}?){_END}",
    r"\b(?P<written>udarbejdet|udformet|gennemført)\saf\s(?P<author>[^.;:\n\t]{3,140}?)(?=[.;\n\t]|"
    r"\si\ssamarbejde|\Z)",
)
NEEDED: dict[int, tuple[str, ...]] = {
    2: ("udgør", "danner"), 3: ("udgør", "danner"), 5: ("ansvaret for",), 6: ("forankre",),
    4: ("ansvar", "varetage", "står for", "stå for", "leder", "koordinerer", "tovholder", "sikre", "følger"),
    9: ("ansvar", "stå for", "varetage"),
    7: ("rettes", "stilles", "sendes"), 8: ("kontaktes",), 10: ("udarbejdet", "udformet", "gennemført"),
}  # fmt: skip
"""Words without which a sentence cannot match the pattern of this number: looked for first, since that is cheap."""
IS_CALLED = (
    rf"(?:{INNER_ROLE}(?:\s(?:for|af|i)\s[^,.;:\n\t]{{3,60}}?)?|{INNER_GROUP}(?:s?\sformand)?)"
    rf"(?:,\s(?:som|der))?\s{_IS}\s"
)
"""What every sentence holds that matches the pattern of number 1: a cheaper look."""
LABELLED = rf"\A(?P<role>{ROLE})\s?(?:[:\t]|\s[–-]\s)\s*(?P<name>[^\n]{{2,200}})\Z"
