"""Generated court news with its truth, for measuring at a size no folder of samples has.

Seeded and streaming: the same seed gives the same articles, one at a time, and nothing is kept.
A case runs through the stages of its kind, one article a stage or more, in the manner of several
outlets; every name, place of crime and company is made up. The truth beside each article is what
its own words report: the case, its rulings and its hearings.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


GIVEN = _words("""
Aaron Alma Amos Anita Bernard Bridget Calvin Carla Cedric Clara Conrad Dana Derek Dolores Edgar Edith
Elaine Felix Flora Gerald Gloria Harold Helen Hugo Irene Ivan Joan Julius Karen Keith Laura Leon Linda
Marcus Marie Martin Nadia Neil Nora Oscar Paula Perry Ramona Raymond Rita Roland Rosa Rufus Sandra
Simon Sonia Stuart Tessa Theodore Vera Victor Walter Wanda Wesley Yolanda
""")
FIRST = _words("""
Ald Ash Barn Beck Black Brad Brim Carl Cress Dal Dun Elm Fair Garn Gold Hal Hart Hazel Hol Kel Kirk
Lang Lin Mar Mer Nor Oak Pem Quin Rad Rock Sel Shel Stan Thorn Wal Wex Whit Win Yar
""")
LAST = _words("""
bridge brook burn bury by combe cott dale den field ford grove ham hurst land ley low man mere more
mont ridge side stead stone stow ton vale ville wald ward way well wick wood worth
""")
COURTS = (
    ("Denver", "the U.S. District Court for the District of Colorado"),
    ("Boston", "the U.S. District Court for the District of Massachusetts"),
    ("Newark", "the U.S. District Court for the District of New Jersey"),
    ("Chicago", "the U.S. District Court for the Northern District of Illinois"),
    ("Seattle", "the U.S. District Court for the Western District of Washington"),
    ("Atlanta", "the U.S. District Court for the Northern District of Georgia"),
    ("Houston", "the U.S. District Court for the Southern District of Texas"),
    ("Brooklyn", "the U.S. District Court for the Eastern District of New York"),
)
CRIMES = ("wire fraud", "bank fraud", "mail fraud", "tax evasion", "bank robbery", "money laundering")
MOTIONS = (
    "to suppress the evidence found in {his} car",
    "to dismiss the indictment",
    "to move the trial to another city",
    "to exclude the testimony of an accountant",
)
FILLER = (
    "Spectators filled the benches, and a line had formed outside the doors by the time it opened. Most "
    "of them were gone by noon, when a storm came in from the west and the streetlights went on early.",
    "The building stands across from the old post office. It was put up after the war, of pale stone, and "
    "its long hallways smell of wax and of the coffee that is sold from a cart beside the stairs.",
    "Neighbors described years of quiet on the street, broken only by the morning bus. Several of them "
    "had known the family since the houses were built, and spoke of cookouts, snow shovels and borrowed "
    "tools.",
    "Sales at the company had risen for six years before they fell. It had bought two rivals, opened a "
    "plant near the river, and hired people from as far away as the coast; the plant is empty now.",
    "The street outside was closed to traffic for road works, and trucks backed up to the bridge. A "
    "bakery gave away what it could not sell.",
    "Public filings show that the firm had moved its offices twice, each time to a taller building. Its "
    "last lease, for three floors with a view of the harbor, had five years to run.",
    "Bankers in the city said business was never so slow in a spring. Deposits were down, they said, and "
    "loans to small shops, which had been the pride of the region, were hard to come by.",
    "Former employees remembered long days and free lunches. One of them kept a photograph of the first "
    "storefront on his desk; another had thrown hers away when the paychecks stopped.",
    "The town has changed since the mill shut. A college took over the brick sheds by the canal, students "
    "rent the upper floors on Main Street, and the diner stays open until midnight.",
    "Weather kept many at home that week. Schools opened two hours late, the ferry stayed at its pier, "
    "and plows worked through the night to keep the road to the airport clear.",
    "Growers in the valley say the peaches were early and small. A dry winter left the reservoir low, the "
    "wells were dug deeper, and two packing houses that had hired by the hundred took on no more than a "
    "dozen.",
    "The firm's founder started with one truck and a borrowed map. By the time his daughter took over "
    "there were forty of them, painted green, and the yard behind the bakery could no longer hold them "
    "all.",
    "Teachers at the school nearby have raised money for a new roof since the fall. They sold cakes, "
    "washed cars and auctioned a quilt, and are still some way short of what the builder asks.",
    "Ridership on the commuter line has not come back to what it was. Trains that once ran every ten "
    "minutes now run every twenty, and the kiosk on the platform has been boarded up since the spring.",
    "A survey of shops along the avenue found one window in five empty. Rents have come down a little; "
    "owners say that customers park at the mall, where there is shade, and do not walk downtown in the "
    "summer.",
    "The orchestra will play at the bandstand again this year, after a season without music. Rain moved "
    "its last concert into a gymnasium, where the brass, a reviewer wrote, was louder than anybody had "
    "wished.",
)
TOWNS = frozenset(
    _words("""
Ashland Beckley Fairfield Hartford Marbury Norman Oakland Rockford Rockland Rockville Shelby Walton Walworth
""")
)
"""Names that a reader rightly takes for a place: whether he is right is measured elsewhere."""


def _keep_apart(names: Iterator[str]) -> tuple[str, ...]:
    """Leave out names that are one slip of a pen from another: whether those are one person is a guess."""
    taken: set[str] = set()
    kept = []
    for name in names:
        near = {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}
        if not near & taken:
            taken |= near
            kept.append(name)
    return tuple(kept)


SURNAMES = _keep_apart(first + last for first in FIRST for last in LAST if first + last not in TOWNS)
ARTICLES_A_CASE = 2
"""On average: one case in four is reported through all its stages, half of them once."""
LIVES = (1, 4, 1, 2)
"""How many stages of a case are reported, by its number."""
OUTLETS = ("wire", "paper", "broadcast")
MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A ruling or a hearing as its article tells it: `what` is the disposition or the type."""

    kind: str
    what: str
    day: str


@dataclass(frozen=True, slots=True)
class Story:
    """One article: its file name, its text, the number of its case, and what it reports."""

    name: str
    text: str
    case: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in a case; the same for all its articles."""

    number: int
    name: str
    surname: str
    pronoun: str
    crime: str
    city: str
    court: str
    judge: str
    lawyer: str
    motion: str
    filed: date


def write_news(articles: int, start: int = 0, seed: int = 1) -> Iterator[Story]:
    """Yield `articles` stories about half as many cases, numbered from `start`, stages in order of time."""
    index = 0
    for stage in range(max(LIVES)):
        for number in range(count_cases(articles)):
            if LIVES[number % len(LIVES)] > stage and index < articles:
                yield tell(make_cast(start + number, seed), stage, start * ARTICLES_A_CASE + index)
                index += 1


def count_cases(articles: int) -> int:
    """Give how many cases so many articles are made of, in whole rounds of `LIVES`."""
    return -(-max(1, articles) // sum(LIVES)) * len(LIVES)


def make_cast(number: int, seed: int) -> Cast:
    """Give case `number` its people; no two cases have a defendant of the same given and surname."""
    rng = random.Random(seed * 1_000_003 + number)
    given, rest = number % len(GIVEN), number // len(GIVEN)
    surname = _surname(rest * 7919 + given * 131)
    name = f"{GIVEN[given]} {surname}"
    if rest >= len(SURNAMES):
        name = f"{GIVEN[given]} {GIVEN[rest % len(GIVEN)]} {surname}"
    city, court = rng.choice(COURTS)
    return Cast(
        number, name, surname, "his", rng.choice(CRIMES), city, court,
        f"{rng.choice(GIVEN)} {_surname(rng.randrange(10**6))}",
        f"{rng.choice(GIVEN)} {_surname(rng.randrange(10**6))}",
        rng.choice(MOTIONS).format(his="a"), date(2001, 1, 1) + timedelta(days=rng.randrange(7000)),
    )  # fmt: skip


def _surname(number: int) -> str:
    return SURNAMES[number % len(SURNAMES)]


def tell(cast: Cast, stage: int, index: int) -> Story:
    """Write the article of one stage; stages past the end tell the sentence again, a day later each."""
    rng = random.Random(index * 31 + cast.number)
    step = min(stage, len(STAGES) - 1)
    day = cast.filed + timedelta(days=90 * step)
    published = day + timedelta(days=max(0, stage - step))
    title, body, facts = STAGES[step](cast, day)
    filler = rng.sample(FILLER, len(FILLER))
    paragraphs = [body[0], *filler[:2], *body[1:], *filler[2:]]
    text = LAYOUTS[OUTLETS[index % len(OUTLETS)]](cast, title, published, paragraphs)
    return Story(f"{published:%Y}/{index:07d}.txt", text, cast.number, facts)


def _charged(cast: Cast, day: date) -> tuple[str, list[str], tuple[Fact, ...]]:
    later = day + timedelta(days=20)
    return (
        f"{cast.surname} charged with {cast.crime}",
        [
            f"{cast.name} was charged with {cast.crime} in {cast.court}, prosecutors said.",
            f"{cast.surname} is scheduled to be arraigned on {_say(later)}, before U.S. District Judge "
            f"{cast.judge}.",
            f"{cast.lawyer}, a lawyer for {cast.surname}, declined to comment.",
        ],
        (Fact("hearing", "arraignment", later.isoformat()),),
    )


def _denied(cast: Cast, day: date) -> tuple[str, list[str], tuple[Fact, ...]]:
    later = day + timedelta(days=30)
    return (
        f"Judge rejects motion in {cast.surname} case",
        [
            f"U.S. District Judge {cast.judge} denied a motion by {cast.name} {cast.motion} on {_say(day)}.",
            f"{cast.surname} is charged with {cast.crime} in {cast.court}.",
            f"The trial of {cast.surname} is scheduled to begin on {_say(later)}.",
        ],
        (Fact("ruling", "denied", day.isoformat()), Fact("hearing", "trial", later.isoformat())),
    )


def _convicted(cast: Cast, day: date) -> tuple[str, list[str], tuple[Fact, ...]]:
    later = day + timedelta(days=60)
    return (
        f"{cast.surname} guilty of {cast.crime}",
        [
            f"A jury found {cast.name} guilty of {cast.crime} on {_say(day)} in {cast.court}.",
            f"U.S. District Judge {cast.judge} presided over the trial.",
            f"{cast.surname} is scheduled to be sentenced on {_say(later)}.",
        ],
        (Fact("ruling", "convicted", day.isoformat()), Fact("hearing", "sentencing", later.isoformat())),
    )


def _sentenced(cast: Cast, day: date) -> tuple[str, list[str], tuple[Fact, ...]]:
    return (
        f"{cast.surname} sentenced to prison for {cast.crime}",
        [
            f"U.S. District Judge {cast.judge} sentenced {cast.name} to four years in prison for "
            f"{cast.crime} on {_say(day)}.",
            f"The case was heard in {cast.court}.",
            f"{cast.lawyer}, a lawyer for {cast.surname}, had asked for a shorter term.",
        ],
        (Fact("ruling", "sentenced", day.isoformat()),),
    )


STAGES = (_charged, _denied, _convicted, _sentenced)


def _say(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _wire(cast: Cast, title: str, day: date, paragraphs: list[str]) -> str:
    lede = f"{cast.city.upper()} (Meridian Wire) - {paragraphs[0]}"
    return "\n\n".join([title, _say(day), lede, *paragraphs[1:]]) + "\n"


def _paper(cast: Cast, title: str, day: date, paragraphs: list[str]) -> str:
    return (
        "\n".join([title, "By Court Staff", f"Published {day:%B} {day.day}, {day.year}", "", *paragraphs])
        + "\n"
    )


def _broadcast(cast: Cast, title: str, day: date, paragraphs: list[str]) -> str:
    return f"{day.isoformat()}\n{title.upper()}\n\n" + "\n\n".join(paragraphs) + "\n"


LAYOUTS = {"wire": _wire, "paper": _paper, "broadcast": _broadcast}
