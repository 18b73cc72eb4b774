"""Who is in a case: the sides of a suit in the wording of all manner of outlets, and who stands accused."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report
from casetrack.models import CaseReport

DAY = "2021-03-10"  # a Wednesday
RULED = "U.S. District Judge Ines Calder issued the order on Tuesday."


def sides(cases: tuple[CaseReport, ...]) -> list[tuple[str, str]]:
    return [(party.name, party.role) for case in cases for party in case.parties]


SUES, SUED = "plaintiff", "defendant"
CIVIL = [
    pytest.param(
        "Lena Voss filed for divorce from Paul Iqbal last year. A judge on Tuesday ordered him to leave the house.",
        [("Lena Voss", SUES), ("Paul Iqbal", SUED)],
        id="divorce",
    ),
    pytest.param(
        "An immigration judge on Tuesday granted asylum to Lena Voss, a baker.",
        [("Lena Voss", SUES)],
        id="asylum",
    ),
    pytest.param(
        "A jury on Tuesday awarded $910,000 to former Halden Mills machinist Lena Voss.",
        [("Lena Voss", SUES)],
        id="awarded-to-a-worker-of",
    ),
    pytest.param(
        f"Lena Voss went to court last year to stop the digging. {RULED}",
        [("Lena Voss", SUES)],
        id="went-to-court",
    ),
    pytest.param(
        "A judge on Tuesday blocked the law. Judge Ines Calder acted at the request of the Osprey Alliance, a nonprofit.",
        [("Osprey Alliance", SUES)],
        id="at-the-request-of",
    ),
    pytest.param(
        f"Six voters want the map redrawn. The lead plaintiff is Lena Voss, a retired baker. {RULED}",
        [("Lena Voss", SUES)],
        id="the-lead-plaintiff-is",
    ),
    pytest.param(
        f"“It was worth it,” said Ada Finch, who represents Lena Voss and the other plaintiffs. {RULED}",
        [("Lena Voss", SUES)],
        id="and-the-other-plaintiffs",
    ),
    pytest.param(
        f"The lawsuit of Lena Voss, 71, against Halden Transit was filed last year. {RULED}",
        [("Halden Transit", SUED), ("Lena Voss", SUES)],
        id="the-lawsuit-of",
    ),
    pytest.param(
        f"The suit by former Halden University coach Lena Voss was filed last year. {RULED}",
        [("Lena Voss", SUES)],
        id="by-one-who-was-of-a-body",
    ),
    pytest.param(
        f"A coalition led by the Osprey Alliance sued the county. {RULED}",
        [("Osprey Alliance", SUES)],
        id="a-coalition-led-by",
    ),
    pytest.param(
        "Ohio, Iowa and Utah are among the states taking part in the suit. A federal judge on Tuesday blocked the rule.",
        [("Ohio", SUES), ("Iowa", SUES), ("Utah", SUES)],
        id="among-the-states",
    ),
    pytest.param(
        f"Lena Voss lost her job in 2019. She sued a year later. {RULED}",
        [("Lena Voss", SUES)],
        id="she-sued",
    ),
    pytest.param(
        "A jury on Tuesday found for Lena Voss in her suit against Halden Stone Inc.",
        [("Halden Stone Inc", SUED), ("Lena Voss", SUES)],
        id="found-for",
    ),
    pytest.param(
        "A federal judge on Tuesday blocked Halden Stone Inc.'s $2 billion purchase of Tern Foods.",
        [("Halden Stone Inc", SUED), ("Tern Foods", SUED)],
        id="buyer-and-bought",
    ),
    pytest.param(
        f"Lena Voss sued last year, accusing Tern Hospital and Dr. Paul Iqbal of neglect. {RULED}",
        [("Lena Voss", SUES), ("Tern Hospital", SUED), ("Paul Iqbal", SUED)],
        id="sued-accusing",
    ),
    pytest.param(
        f"{RULED} The case is Voss et al. v. Halden Stone Inc.",
        [("Voss", SUES), ("Halden Stone Inc", SUED)],
        id="et-al",
    ),
    pytest.param(
        "A federal judge refused on Tuesday to block the rule, finding that two groups, the Lantern Project and the Osprey Alliance, had not shown harm.",
        [("Lantern Project", SUES), ("Osprey Alliance", SUES)],
        id="two-groups-by-name",
    ),
    pytest.param(
        "An appeals panel seemed split on Tuesday. The Osprey Alliance and 16 states challenged the transfer.",
        [("Osprey Alliance", SUES)],
        id="challenged-an-act",
    ),
    pytest.param(
        "A federal jury on Tuesday awarded $2 million to the city's former finance manager, who said that Sparks fired her. Lena Voss wept.",
        [("Lena Voss", SUES)],
        id="awarded-to-the-manager-of",
    ),
    pytest.param(
        "A federal judge on Tuesday dismissed a suit against McDonald's Corp. by St. Luke's Hospital.",
        [("McDonald's Corp", SUED), ("St. Luke's Hospital", SUES)],
        id="names-in-the-possessive",
    ),
    pytest.param(
        "The state Supreme Court refused on Tuesday to revive a class action by clerks who say that Halden Stone Co. cheated them.",
        [("Halden Stone Co.", SUED)],
        id="whom-those-who-claim-speak-of",
    ),
    pytest.param(
        "A federal jury on Tuesday awarded $5 million to a nurse who said Tern Hospital fired her. Jurors deliberated for a day before siding with Lena Voss.",
        [("Lena Voss", SUES), ("Tern Hospital", SUED)],
        id="jurors-siding-with",
    ),
    pytest.param(
        "Halden Stone Co. on Tuesday asked the Texas Supreme Court to review a verdict in the suit of a neighbor.",
        [("Halden Stone Co.", SUES)],
        id="asked-a-court-to-review",
    ),
    pytest.param(
        "Lawyers for Halden Stone Corp. urged a federal judge Tuesday to block the toll.",
        [("Halden Stone Corp.", SUES)],
        id="lawyers-for-a-company-urged",
    ),
    pytest.param(
        "The Sixth Circuit on Tuesday declined to block Ohio's toll law while Halden Stone Co. appeals.",
        [("Halden Stone Co.", SUES), ("Ohio", SUED)],
        id="while-it-appeals",
    ),
    pytest.param(
        "The Fourth Circuit on Tuesday upheld a ruling in the lawsuit against the Republic of Tern.",
        [("Republic of Tern", SUED)],
        id="a-republic",
    ),
    pytest.param(
        f"The Quarry Workers Union sued Halden Stone Co. in federal court on Monday. {RULED}",
        [("Quarry Workers Union", SUES), ("Halden Stone Co.", SUED)],
        id="sued",
    ),
    pytest.param(
        f"A federal judge on Tuesday dismissed a lawsuit brought by the Osprey Alliance against"
        f" Tern County. {RULED}",
        [("Osprey Alliance", SUES), ("Tern County", SUED)],
        id="brought-by-against",
    ),
    pytest.param(
        "A federal judge on Tuesday ordered the Energy Department to release the memos. The"
        " Osprey Alliance sued"
        " in May.",
        [("Energy Department", SUED), ("Osprey Alliance", SUES)],
        id="whom-an-order-binds",
    ),
    pytest.param(
        "A federal judge ruled Tuesday that the Energy Department must release the memos. The Osprey Alliance"
        " sued in May.",
        [("Energy Department", SUED), ("Osprey Alliance", SUES)],
        id="whom-a-holding-binds",
    ),
    pytest.param(
        "A federal judge on Tuesday struck down Nevada's ban on kites. The ban was challenged by the Osprey"
        " Alliance in a lawsuit filed by the group's members.",
        [("Nevada", SUED)],
        id="whose-law-is-weighed",
    ),
    pytest.param(
        "A federal judge on Tuesday blocked the state from enforcing its kite law. Nevada passed the law in"
        " 2019.",
        [("Nevada", SUED)],
        id="the-state",
    ),
    pytest.param(
        "A federal judge on Tuesday rejected a request by the Osprey Alliance to halt the drilling.",
        [("Osprey Alliance", SUES)],
        id="whose-request",
    ),
    pytest.param(
        "Novelist Lena Voss lost her lawsuit Tuesday over a stolen plot, a federal judge said.",
        [("Lena Voss", SUES)],
        id="lost-her-lawsuit",
    ),
    pytest.param(
        "Halden Stone Co. on Tuesday won the dismissal of a lawsuit over its dust. A federal"
        " judge threw the case"
        " out.",
        [("Halden Stone Co.", SUED)],
        id="won-dismissal",
    ),
    pytest.param(
        "A jury on Tuesday awarded the potter, Lena Voss, $2 million. The verdict against Halden"
        " Stone Co. came"
        " after a week-long civil trial.",
        [("Lena Voss", SUES), ("Halden Stone Co.", SUED)],
        id="awarded-and-verdict-against",
    ),
    pytest.param(
        "A federal judge on Tuesday tossed a libel suit by Lena Voss against a blogger. The"
        " blogger, Otto Reyes,"
        " wrote about her kiln.",
        [("Lena Voss", SUES), ("Otto Reyes", SUED)],
        id="named-after-being-described",
    ),
    pytest.param(
        "A federal judge on Tuesday halted the merger of Halden Stone Co. and Brightwater Lime Inc.",
        [("Halden Stone Co.", SUED), ("Brightwater Lime Inc.", SUED)],
        id="companies-of-a-deal",
    ),
    pytest.param(
        "A federal judge on Tuesday granted an injunction sought by the Osprey Alliance against the dam.",
        [("Osprey Alliance", SUES)],
        id="sought-by",
    ),
    pytest.param(
        "An appeals court on Tuesday ruled in favor of dairy owners Gus and Mary Lindh in their lawsuit.",
        [("Gus Lindh", SUES), ("Mary Lindh", SUES)],
        id="two-of-one-surname",
    ),
    pytest.param(
        "A federal judge on Tuesday blocked President Ann Rowe's order on kites. The Rowe administration will"
        " appeal. The Osprey Alliance (OA) sued Rowe in May, and the OA says the order is void.",
        [("Ann Rowe", SUED), ("Osprey Alliance", SUES)],
        id="head-of-an-administration-and-acronym-once",
    ),
    pytest.param(
        "A federal judge on Tuesday refused to toss a suit by three Cicero bakers against Panadero Inc.",
        [("Panadero Inc.", SUED)],
        id="where-plaintiffs-come-from-is-no-side",
    ),
    pytest.param(
        "The city of Corliss asked a federal judge Tuesday to dismiss a lawsuit filed by the Drone League.",
        [("Corliss", SUED), ("Drone League", SUES)],
        id="asks-to-dismiss",
    ),
    pytest.param(
        "A judge on Tuesday denied Halden Stone Co.'s motion to dismiss a suit by Lena Voss.",
        [("Halden Stone Co", SUED), ("Lena Voss", SUES)],
        id="motion-to-dismiss",
    ),
    pytest.param(
        "The Drone League and two pilots filed a federal lawsuit Tuesday against Halden Stone Co.",
        [("Drone League", SUES), ("Halden Stone Co", SUED)],
        id="and-two-others",
    ),
    pytest.param(
        "Lena Voss, who lost a hand, won $2 million Tuesday in a lawsuit against her boss, Halden Stone Co.",
        [("Halden Stone Co", SUED), ("Lena Voss", SUES)],
        id="won-money-in-a-suit-against",
    ),
    pytest.param(
        "A judge on Tuesday ruled against the Anglers Club in its challenge to a Fisheries Department rule.",
        [("Anglers Club", SUES), ("Fisheries Department", SUED)],
        id="challenge-to-a-rule",
    ),
    pytest.param(
        "Judge Ann Lowe on Tuesday said the Energy Department exceeded its power and blocked the rule. The Osprey Alliance sued in May.",
        [("Energy Department", SUED), ("Osprey Alliance", SUES)],
        id="found-at-fault",
    ),
    pytest.param(
        "A federal judge on Tuesday ordered the Marlow Clinic to give Lena Voss her job back.",
        [("Marlow Clinic", SUED), ("Lena Voss", SUES)],
        id="made-good",
    ),
    pytest.param(
        "A federal judge on Tuesday granted an injunction sought by 12 states and a coalition led by the Tern Chamber of Commerce. It blocked a rule of the Labor Department.",
        [("Tern Chamber of Commerce", SUES)],
        id="leads-a-coalition",
    ),
    pytest.param(
        "A federal jury found on Tuesday that Halden Stone Co. must pay $40 million to the Drone League.",
        [("Halden Stone Co", SUED), ("Drone League", SUES)],
        id="a-jury-that-binds",
    ),
    pytest.param(
        "A jury on Tuesday awarded $3 million to Lena Voss. Voss sued the district in 2019 after the Pearl River School District fired her.",
        [("Lena Voss", SUES), ("Pearl River School District", SUED)],
        id="sued-the-district",
    ),
    pytest.param(
        "A judge ruled Tuesday that a lawsuit by the city of Corliss that blames Delmar Oil for floods may go on.",
        [("Corliss", SUES), ("Delmar Oil", SUED)],
        id="whom-a-suit-blames",
    ),
    pytest.param(
        "A federal judge on Tuesday dismissed a lawsuit in which Lena Voss said she was hurt on a ride.",
        [("Lena Voss", SUES)],
        id="speaks-in-a-suit",
    ),
    pytest.param(
        "The trial of a teacher’s slander suit against a parent began Tuesday before Judge Ann Lowe. The teacher, Lena Voss, testified first. The parent, Marco Bell, wept in court.",
        [("Lena Voss", SUES), ("Marco Bell", SUED)],
        id="told-by-their-nouns",
    ),
    pytest.param(
        "Lila and Todd Barr won their lawsuit Tuesday against Halden Stone Co., a judge said. The Barrs live in Ely.",
        [("Lila Barr", SUES), ("Todd Barr", SUES), ("Halden Stone Co", SUED)],
        id="a-couple-that-opens",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CIVIL)
def test_sides_of_a_suit(make_article: MakeArticle, text: str, expected: list[tuple[str, str]]) -> None:
    found = sides(extract_report(make_article(text, DAY)).cases)
    assert sorted((name.rstrip("."), role) for name, role in found) == sorted(
        (name.rstrip("."), role) for name, role in expected
    )


NOT_A_SIDE = [
    pytest.param(
        "Shareholders of Halden Stone Co. sued Ely Steel Inc. in Delaware on Tuesday.",
        "Shareholders",
        id="a-group-that-opens",
    ),
    pytest.param(
        "A federal judge on Tuesday dismissed a suit by Lena Voss against Halden Stone Co. Her"
        " lawyer, Paul Iqbal,"
        " said she would appeal.",
        "Iqbal",
        id="lawyer",
    ),
    pytest.param(
        "The Trowbridge administration urged the Supreme Court to take the case. A federal judge on Tuesday"
        " dismissed a suit by Lena Voss against the Trowbridge administration. The Okafor"
        " administration wrote"
        " the rule.",
        "Okafor administration",
        id="an-earlier-administration",
    ),
    pytest.param(
        "A jury on Tuesday convicted Dale Ostrow of arson. Voters in Pine County backed the prosecutors, who"
        " charged Ostrow with setting the fire.",
        "Pine County",
        id="county-of-the-prosecutors",
    ),
    pytest.param(
        "The man who shot jeweler Leon Abbas was sentenced Tuesday to life in prison. Marco"
        " Bell, 30, was found"
        " guilty by a jury in April.",
        "Leon Abbas",
        id="victim-inside-a-relative-clause",
    ),
    pytest.param(
        "An Elm Springs man was convicted Tuesday of robbery. Marco Bell, 30, faces 10 years in prison.",
        "Elm Springs",
        id="where-the-accused-is-from",
    ),
    pytest.param(
        "A lawyer for Marco Bell, Sam Orr, said Bell will appeal. Bell was convicted of arson by a jury on Tuesday.",
        "Orr",
        id="a-lawyer-beside-the-client",
    ),
    pytest.param(
        "Victor Lund was convicted of arson on Tuesday. Dr. Ellen Shore, who examined Lund, testified in court.",
        "Shore",
        id="a-doctor-who-testified",
    ),
    pytest.param(
        "Lena Voss sued Halden Stone Inc. on Tuesday. Experts at Brill College say the Energy Department ignored"
        " a treaty, and a judge heard them.",
        "Brill",
        id="where-those-work-who-blame-another",
    ),
]


@pytest.mark.parametrize(("text", "name"), NOT_A_SIDE)
def test_who_is_no_party(make_article: MakeArticle, text: str, name: str) -> None:
    found = sides(extract_report(make_article(text, DAY)).cases)
    assert found
    assert not [party for party in found if name in party[0]]


TOGETHER = [
    pytest.param(
        "Two men were sentenced Tuesday for robbing a bank. Marco Bell, 30, was sentenced to 10"
        " years in prison."
        " Sam Orr, 31, was sentenced to five.",
        [{"Marco Bell", "Sam Orr"}],
        id="several-in-the-lede",
    ),
    pytest.param(
        "Marco Bell, 30, was convicted Tuesday of robbery. Co-defendant Sam Orr, 31, pleaded guilty in June.",
        [{"Marco Bell", "Sam Orr"}],
        id="co-defendant",
    ),
    pytest.param(
        "Marco Bell was charged Tuesday with fraud along with his accountant, Sam Orr, prosecutors said.",
        [{"Marco Bell", "Sam Orr"}],
        id="along-with",
    ),
    pytest.param(
        "Marco Bell, 30, pleaded guilty Tuesday to fraud in federal court. Two others were charged in the same"
        " indictment. Sam Orr, 31, is to be sentenced in May and Lena Voss, 40, was sentenced last year.",
        [{"Marco Bell", "Sam Orr", "Lena Voss"}],
        id="others-of-the-same-indictment",
    ),
    pytest.param(
        "Marco Bell, 30, was convicted Tuesday of robbery in Ely. In an unrelated case, Sam Orr, 31, was"
        " sentenced Monday to five years in prison for arson.",
        [{"Marco Bell"}, {"Sam Orr"}],
        id="unrelated-case",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_who_is_tried_together(make_article: MakeArticle, text: str, expected: list[set[str]]) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert [{party.name for party in case.parties} for case in cases] == expected


APPEALS = (
    "A panel of the {one} U.S. Circuit Court of Appeals on Tuesday upheld an order against the"
    " levee plan in a case"
    " brought by the Osprey Alliance."
)
PROCEEDINGS = [
    pytest.param(
        APPEALS.format(one="9th")
        + " On Monday the 4th U.S. Circuit Court of Appeals rejected a challenge brought by Tern County.",
        ["ca9", "ca4"],
        id="two-circuits",
    ),
    pytest.param(
        "A federal judge in Seattle on Tuesday blocked the levee plan in a lawsuit by the Osprey Alliance. On"
        " Monday a federal judge in Boston had dismissed a lawsuit by Tern County over the plan.",
        ["wawd", "mad"],
        id="two-districts",
    ),
    pytest.param(
        "The 9th U.S. Circuit Court of Appeals on Tuesday upheld an order that a federal judge"
        " in Seattle issued"
        " in May in a lawsuit by the Osprey Alliance against the levee plan.",
        ["ca9"],
        id="a-court-and-the-one-above-it",
    ),
    pytest.param(
        "The U.S. Supreme Court on Tuesday let stand a 9th Circuit ruling for the Osprey"
        " Alliance in its lawsuit"
        " over the levee plan. The 9th Circuit ruled in May.",
        ["scotus"],
        id="supreme-court-and-the-court-below",
    ),
]


@pytest.mark.parametrize(("text", "courts"), PROCEEDINGS)
def test_proceedings_are_told_apart_by_their_courts(
    make_article: MakeArticle, text: str, courts: list[str]
) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert [case.court and case.court.id for case in cases] == courts


def test_each_proceeding_has_its_own_plaintiff_and_ruling(make_article: MakeArticle) -> None:
    text = (
        "A federal judge in Seattle on Tuesday blocked the levee plan in a lawsuit by the Osprey Alliance. On"
        " Monday a federal judge in Boston dismissed a lawsuit by Tern County over the plan."
    )
    one, other = extract_report(make_article(text, DAY)).cases
    assert [p.name for p in one.parties] == ["Osprey Alliance"]
    assert [p.name for p in other.parties] == ["Tern County"]
    assert [(r.disposition, r.date) for r in one.rulings] == [("enjoined", "2021-03-09")]
    assert [r.date for r in other.rulings] == ["2021-03-08"]


def test_a_precedent_keeps_to_its_own_sentence(make_article: MakeArticle) -> None:
    text = (
        "A federal judge on Tuesday struck down the levee tax in a lawsuit by the Osprey"
        " Alliance against Tern"
        " County. The judge relied on Moss v. Delta Parish, a landmark 1954 case."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [len(case.rulings) for case in cases if "Moss" in case.caption] in ([], [0])
    assert [case.rulings[0].date for case in cases if "Osprey" in case.caption] == ["2021-03-09"]


NAMELESS = [
    pytest.param(
        "The Supreme Court on Tuesday upheld the Clean Rivers Act in a 5-4 ruling.",
        "In re Clean Rivers Act",
        id="named-act",
    ),
    pytest.param(
        "An appeals court on Tuesday overturned a city towing ordinance.",
        "In re city towing ordinance",
        id="an-ordinance",
    ),
]


@pytest.mark.parametrize(("text", "caption"), NAMELESS)
def test_a_case_nobody_is_named_in_is_called_after_its_law(
    make_article: MakeArticle, text: str, caption: str
) -> None:
    assert [case.caption for case in extract_report(make_article(text, DAY)).cases] == [caption]


TRIALS = [
    pytest.param(
        "Vane is to await a May trial in Newark, N.J., and a separate July trial in Washington, D.C.",
        {"dcd": ["2024-07"], "njd": ["2024-05"]},
        id="separate",
    ),
    pytest.param(
        "Vane is to go on trial in Washington on May 6. He faces another trial in Brooklyn on July 8.",
        {"dcd": ["2024-05-06"], "nyed": ["2024-07-08"]},
        id="another",
    ),
    pytest.param(
        "Vane is to go on trial in Washington on May 6. He was arrested in Newark, where he has a house.",
        {"dcd": ["2024-05-06"]},
        id="one-trial",
    ),
]


@pytest.mark.parametrize(("told", "trials"), TRIALS)
def test_one_accused_before_two_courts(
    make_article: MakeArticle, told: str, trials: dict[str, list[str]]
) -> None:
    lede = "A federal judge in Washington on Tuesday sent lobbyist Horst Vane, accused of fraud, to jail. "
    cases = extract_report(make_article(lede + told, "2024-03-06")).cases
    found = {c.court.id: [h.date for h in c.hearings] for c in cases if c.court and c.court.id}
    assert found == trials
    assert {case.caption for case in cases} == {"United States v. Vane"}


ACCUSED = [
    ("trial-of", "A detective testified Tuesday at the murder trial of Marco Bell in county court.", ["Marco Bell"]),
    ("to-stand-trial", "A Superior Court judge on Tuesday ordered Marco Bell to stand trial.", ["Marco Bell"]),
    ("her-husband", "Prosecutors have charged her husband, Marco Bell, with murder. He is due in court May 3.", ["Marco Bell"]),
    ("brothers", "Brothers Sal and Nick Greco pleaded not guilty Tuesday to arson in county court.", ["Nick Greco", "Sal Greco"]),
    ("the-surname-of-the-judge", "U.S. District Judge Ann Bell denied a motion by Marco Bell to exclude a witness on Monday. Spectators filled the benches. Bell is charged with tax fraud. The trial of Bell is to begin May 3.", ["Marco Bell"]),
    ("appealing-it", "Marco Bell is appealing his murder conviction, his lawyer said in court Tuesday.", ["Marco Bell"]),
    ("asked-to-overturn-it", "Marco Bell asked the state Supreme Court to overturn his murder conviction.", ["Marco Bell"]),
    ("on-bail", "The trial was put off Tuesday in county court. Captain Marco Bell, 47, is out on bail.", ["Marco Bell"]),
    ("who-denies-it", "Prosecutors will seek a retrial of Marco Bell, who denies theft.", ["Marco Bell"]),
    ("charged-with-it-aside", "Marco Bell, 31, charged with theft, was bailed to return on March 20.", ["Marco Bell"]),
    ("a-man-of-a-town", "A county judge sentenced a Halifax man to four years for arson Tuesday. Marco Bell, 36, wept.", ["Marco Bell"]),
    ("a-court-that-has-a-name", "Marco Bell, 23, spoke his name in court Tuesday. He was remanded in custody to appear at the Old Bailey on March 20, charged with murder.", ["Marco Bell"]),
    ("he-pleaded", "Marco Bell was arrested in February. He pleaded not guilty to fraud on Monday in county court.", ["Marco Bell"]),
    ("finding-him-guilty", "Jurors deliberated for two days before finding Marco Bell, 61, guilty of fraud Tuesday.", ["Marco Bell"]),
    ("remains-charged", "A judge on Tuesday rejected a plea bargain in a fatal crash. Marco Bell, a welder, remains charged with manslaughter.", ["Marco Bell"]),
    ("the-plea-he-entered", "A judge on Tuesday let Marco Bell, 29, take back the guilty plea he entered last month to a charge of homicide.", ["Marco Bell"]),
    ("ordered-held", "A judge granted one of two motions on Tuesday. She ordered Marco Bell, 44, held without bond on charges that he robbed a bank.", ["Marco Bell"]),
    ("a-given-name-that-is-an-office", "Roger Dean Vander Plaats, age 59, of Reno, was sentenced Tuesday to four years for fraud. Vander Plaats pleaded guilty in May.", ["Roger Dean Vander Plaats"]),
    ("a-nickname-with-a-title", 'A judge on Tuesday sentenced Olu "Dr. Steve" Fairweather, 41, to four years for fraud. He pleaded guilty in May.', ['Olu "Dr. Steve" Fairweather']),
    ("a-company-that-pleads", "Halden Stone Inc. pleaded guilty on Tuesday to dumping waste and was fined $2 million in federal court.", ["Halden Stone Inc"]),
    ("a-list-after-a-colon", "Three people have been charged in the death of Ruth Oakes: Marco Bell, 31; Luis Tarn, 29; and Ana Voss, 27. They made their first appearance in court Tuesday.", ["Ana Voss", "Luis Tarn", "Marco Bell"]),
    ("a-boy-by-his-initials", "A judge ruled Tuesday that a 15-year-old charged with stabbing a classmate will stay in juvenile court. Prosecutors wanted the boy, identified in court papers as D.R.L., tried for murder as an adult.", ["D.R.L."]),
    ("a-victim-by-initials", "A county judge on Tuesday sentenced Marco Bell, 41, to four years for assault. The victim, a woman identified in court papers as K.B., wept.", ["Marco Bell"]),
    ("finding-him-not-guilty", "A former Anson Aquatics coach was careless but no criminal, a county judge said Tuesday in finding him not guilty of child endangerment. Kyle Sandoz, 24, wept. Prosecutors had asked for prison.", ["Kyle Sandoz"]),
    ("a-paper-that-reports", "A man who set a fire has been sentenced to 15 years in prison for arson. The Halvorsen Plainsman reports that 41-year-old Kevin Ruud was sentenced Tuesday.", ["Kevin Ruud"]),
    ("he-of-whom-a-prosecutor-speaks", "Marco Bell shot a neighbor, Deputy District Attorney Ana Ruiz told jurors. He was convicted of murder Tuesday, Ruiz said. He faces life.", ["Marco Bell"]),
    ("scheduled-to-be-sentenced", "Marco Bell, 31, is scheduled to be sentenced March 20 in county court.", ["Marco Bell"]),
    ("expected-to-plead", "Marco Bell is expected to plead guilty March 20 to fraud in county court.", ["Marco Bell"]),
    ("to-be-tried", "Marco Bell, 31, is to be tried in May in county court. Bell has been held without bail.", ["Marco Bell"]),
    ("is-to-stand-trial", "Marco Bell, 31, is to stand trial on March 20 in county court.", ["Marco Bell"]),
    ("went-on-trial", "Marco Bell, 31, went on trial Tuesday in county court. Bell is set for sentencing March 20.", ["Marco Bell"]),
    ("waived-a-hearing", "A passenger in the car, Ana Voss, 25, of Reno, waived her hearing on drug charges Tuesday before a magistrate.", ["Ana Voss"]),
    ("waived-extradition", "Ana Voss, 25, waived extradition Tuesday before a county judge.", ["Ana Voss"]),
    ("the-victim-before-the-accused", "The woman accused of stabbing Marco Bell, Ana Voss, appeared in court Tuesday.", ["Ana Voss"]),
    ("a-list-between-dashes", "The trial of three men accused of killing Ruth Oakes — Marco Bell, Luis Tarn and Cy Dow — began Tuesday in county court, Sheriff Bo Lee said.", ["Cy Dow", "Luis Tarn", "Marco Bell"]),
    ("each-with-what-he-is", "Marco Bell, a 34-year-old welder, and Luis Tarn, a cook, were each sentenced Tuesday by a judge to 10 years.", ["Luis Tarn", "Marco Bell"]),
    ("an-age-in-brackets-and-a-home", "Marco Bell (34) of Mill Lane, Oswestry, was jailed for 10 years on Tuesday at Chester Crown Court.", ["Marco Bell"]),
    ("a-suspect", "Suspect Marco Bell, 34, made his first appearance in court Tuesday.", ["Marco Bell"]),
    ("a-defender-is-none", "The high court heard an appeal Tuesday. Public defender Ana Ruiz told the justices that jurors should not have heard the confession of Marco Bell. Bell is serving 40 years.", ["Marco Bell"]),
    ("and-her-company", "Ana Voss, Marco Bell and her company, Acme Builders Inc., pleaded guilty to fraud Tuesday in county court.", ["Acme Builders Inc", "Ana Voss", "Marco Bell"]),
    ("who-will-not-face-trial", "Marco Bell will not face trial, a judge ruled Tuesday.", ["Marco Bell"]),
    ("a-county-executive", "The fraud trial of former Tule County Executive Marco Bell opened Tuesday in court.", ["Marco Bell"]),
    ("a-weekday-behind-the-name", "A jury convicted Marco Bell Tuesday of fraud in county court.", ["Marco Bell"]),
    ("a-day-behind-the-name", "A county judge sentenced Marco Bell March 9 to four years for fraud.", ["Marco Bell"]),
    ("no-crime-on-trial", "Marco Bell went on trial Tuesday in a civil suit over a fence. Bell is set for trial March 20 in the suit.", []),
    ("a-civil-trial", "The civil trial of Lena Voss began Tuesday in county court.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), [a[1:] for a in ACCUSED], ids=[a[0] for a in ACCUSED])
def test_who_stands_accused(make_article: MakeArticle, text: str, names: list[str]) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert sorted(p.name for c in cases if c.kind == "criminal" for p in c.parties) == names


KINDS = [
    ("it", "A jury on Tuesday ordered Halcyon Mobile to pay $9. Halcyon said it would appeal.", "organization"),
    ("he", "A jury on Tuesday ordered Dale Ostrow to pay $9. Ostrow said he would appeal.", "person"),
    ("a-union-named-later", "A union of barge crews filed a suit in federal court on Tuesday. The union, the Tern Bargemen's Union, says the rule is a leash. A judge dismissed the suit on Monday.", "organization"),
    ("the-and-a-plural", "A judge on Tuesday dismissed a suit by the Orrin Lakekeepers against Bo Lee.", "organization"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_a_company_is_told_from_a_person(make_article: MakeArticle, text: str, kind: str) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert case.parties[0].kind == kind


def test_accomplices_whose_pleas_are_told_with_the_verdict_are_one_case(make_article: MakeArticle) -> None:
    text = (
        "Marco Bellamy was found guilty of robbery by a jury on April 22. Shawna Reed drove the car. "
        "Reed pleaded guilty on Jan. 11 and testified against Bellamy. She is to be sentenced June 28."
    )
    cases = extract_report(make_article(text, "2024-05-08")).cases
    assert [{party.name for party in case.parties} for case in cases] == [{"Marco Bellamy", "Shawna Reed"}]


ALL_AT_ONCE = [
    pytest.param("Dell Marsh and Ike Rowan were each sentenced Friday to 12 years in prison.", id="each"),
    pytest.param("Dell Marsh, 31, and Ike Rowan, 40, were both convicted of robbery Friday.", id="both"),
    pytest.param(
        "Dell Marsh and Ike Rowan have both been charged with robbery. All were held without bail Friday.",
        id="all",
    ),
    pytest.param("Dell Marsh and Ike Rowan were acquitted of robbery Friday night by a jury.", id="night"),
]


@pytest.mark.parametrize("text", ALL_AT_ONCE)
def test_several_decided_at_once(make_article: MakeArticle, text: str) -> None:
    (case,) = extract_report(make_article(text, "2024-05-08")).cases
    assert {party.name for party in case.parties} == {"Dell Marsh", "Ike Rowan"}
    assert [ruling.date for ruling in case.rulings] == ["2024-05-03"]


LANDMARKS = [
    pytest.param(
        "The justices cited Brown v. Board of Education on Monday in striking down a Maine school rule.",
        "In re Maine",
        id="an-old-case-is-history",
    ),
    pytest.param(
        "In Brown v. Halden Stone Co., a judge on Monday dismissed the suit.",
        "Brown v. Halden Stone Co",
        id="another-of-that-name",
    ),
]


@pytest.mark.parametrize(("text", "caption"), LANDMARKS)
def test_landmarks_are_no_case_of_these_days(make_article: MakeArticle, text: str, caption: str) -> None:
    assert [case.caption for case in extract_report(make_article(text, DAY)).cases] == [caption]


CO_DEFENDANTS = [
    pytest.param(
        "Dr. Ann Marsh and her two co-defendants, Dr. Ike Rowan and Bea Cobb, are accused of fraud, county"
        " prosecutors said.",
        ["Ann Marsh", "Ike Rowan", "Bea Cobb"],
        id="she-and-hers",
    ),
    pytest.param(
        "The co-defendants, Dr. Ike Rowan and Bea Cobb, are accused of fraud, county prosecutors said.",
        ["Ike Rowan", "Bea Cobb"],
        id="a-title-in-the-list",
    ),
    pytest.param(
        "Two Co-Defendants Indicted in Fraud. Bea Cobb was indicted Monday for fraud, prosecutors said.",
        ["Bea Cobb"],
        id="a-headline-is-no-name",
    ),
    pytest.param(
        "The defendants are scheduled for arraignment May 14, 2024, in the Central Justice Center. Cobb is"
        " scheduled for a pretrial hearing May 20, county prosecutors said.",
        ["Cobb"],
        id="a-courthouse-is-no-defendant",
    ),
]


@pytest.mark.parametrize(("text", "names"), CO_DEFENDANTS)
def test_co_defendants(make_article: MakeArticle, text: str, names: list[str]) -> None:
    (case,) = extract_report(make_article(text, "2024-05-08")).cases
    assert [party.name for party in case.parties] == names


PROSECUTED = [
    ("the-crown", "Marco Bell, 23, pleaded guilty to theft at Leeds Crown Court on Tuesday.", "R. v. Bell"),
    ("of-a-world-court", "Judges at the International Criminal Court on Tuesday acquitted Marco Bell of war crimes.", "Prosecutor v. Bell"),
    ("a-state", "A Superior Court jury in Reno convicted Marco Bell of theft on Tuesday.", "State v. Bell"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "caption"), [p[1:] for p in PROSECUTED], ids=[p[0] for p in PROSECUTED])
def test_a_caption_names_who_prosecutes(make_article: MakeArticle, text: str, caption: str) -> None:
    assert [case.caption for case in extract_report(make_article(text, DAY)).cases] == [caption]
