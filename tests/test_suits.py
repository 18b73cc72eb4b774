"""Who sues whom, told by what a court gives, finds or is asked for: both sides of a suit, in ordinary wording."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

DAY = "2021-03-10"  # a Wednesday
RULED = "U.S. District Judge Ines Calder issued the order on Tuesday."
VOSS, HALDEN = "Lena Voss", "Halden Stone Inc"

SUITS = [
    pytest.param("A federal judge on Tuesday barred the city of Tern from evicting Lena Voss.", {VOSS}, {"Tern"}, id="barred-from-evicting"),
    pytest.param("The Navy cannot discharge Lena Voss, a federal judge ruled Tuesday.", {VOSS}, {"Navy"}, id="cannot-discharge"),
    pytest.param("A federal judge on Tuesday said Halden Stone Inc. must rehire Lena Voss.", {VOSS}, {HALDEN}, id="must-rehire"),
    pytest.param("A judge on Tuesday ordered the school district to readmit Lena Voss, 16.", {VOSS}, set(), id="ordered-to-readmit"),
    pytest.param("A federal judge on Tuesday blocked Texas from enforcing its law against the Tern Clinic.", {"Tern Clinic"}, {"Texas"}, id="enforcing-against"),
    pytest.param("A federal judge on Tuesday sided with Halden Stone Inc. in a lawsuit brought by Lena Voss.", {VOSS}, {HALDEN}, id="sided-with-in-a-suit-by"),
    pytest.param("A judge on Tuesday dismissed a lawsuit against Halden Stone Inc. that had been filed by Lena Voss.", {VOSS}, {HALDEN}, id="that-had-been-filed-by"),
    pytest.param("Halden Stone Inc. must face a lawsuit filed by Lena Voss, a federal judge ruled Tuesday.", {VOSS}, {HALDEN}, id="a-federal-judge-ruled-is-nobody"),
    pytest.param(
        "Quarterback Lena Voss can play on Saturday after a Mississippi judge granted her a temporary restraining order against the NCRA, which had ruled her ineligible.",
        {VOSS}, {"NCRA"}, id="granted-her-an-order-against",
    ),
    pytest.param(
        "A judge on Tuesday granted Lena Voss a preliminary injunction against Halden Stone Inc.",
        {VOSS}, {HALDEN}, id="granted-an-injunction-against",
    ),
    pytest.param(
        "Blogger Lena Voss must pay $3 million to Ruth Oakes, a jury decided Tuesday, for writing that the owner of the resort had cut patrols. Oakes had sued for libel in 2021.",
        {"Ruth Oakes"}, {VOSS}, id="must-pay-to",
    ),
    pytest.param(
        "Actor Ron Vale was ordered to hand over a tour bus in his divorce from singer Mona Lux. Superior Court Judge Ines Calder ruled Tuesday that Vale must also pay Lux $186,000 a month in support.",
        {"Ron Vale"}, {"Mona Lux"}, id="in-a-divorce-from",
    ),
    pytest.param(f"Lena Voss sued several firms, among them Halden Stone Inc. {RULED}", {VOSS}, {HALDEN}, id="sued-several-among-them"),
    pytest.param(f"Lena Voss went to court last year to stop Halden Stone Inc. from digging. {RULED}", {VOSS}, {HALDEN}, id="went-to-court-to-stop"),
    pytest.param(f"Lena Voss was fired by Halden Stone Inc. in 2019. She sued the company a year later. {RULED}", {VOSS}, {HALDEN}, id="sued-the-company"),
    pytest.param(
        "The case of Lena Voss, who says Halden Stone Inc. cheated her, was dismissed on Tuesday by a federal judge.",
        {VOSS}, {HALDEN}, id="the-case-of-one-who-says",
    ),
    pytest.param(
        "A federal judge threw out a former employee's lawsuit against Halden Stone Inc. on Tuesday. Lena Voss, who worked at the plant for 12 years, had claimed that she was fired because of her age.",
        {VOSS}, {HALDEN}, id="a-former-employees-suit",
    ),
    pytest.param(
        "Oregon Attorney General Ruth Oakes sued Halden Stone Inc. on Tuesday, saying that it misled buyers. A judge will hear the state's request for an injunction on March 15.",
        {"Oregon"}, {HALDEN}, id="an-attorney-general-sues-for-the-state",
    ),
    pytest.param(
        "A federal jury on Tuesday awarded $2.5 million to the family of Lena Voss, who died in the Brill County jail in 2019. The family sued the county in 2020.",
        {VOSS}, {"Brill County"}, id="awarded-to-the-family-of",
    ),
    pytest.param(
        "A judge on Tuesday approved a $2.5 million settlement between Brill County and the family of Lena Voss, who died in its jail.",
        {VOSS}, {"Brill County"}, id="a-settlement-between",
    ),
    pytest.param(
        "A homeowner who sued Tern Township over its sign rules won on Tuesday in federal court. U.S. District Judge Ines Calder ruled that the township violated the rights of Lena Voss.",
        {VOSS}, {"Tern Township"}, id="violated-the-rights-of",
    ),
    pytest.param(
        "Halden Stone Inc. infringed a patent held by Tern Foods, a federal jury found on Tuesday, awarding Tern $12 million.",
        {"Tern Foods"}, {HALDEN}, id="infringed-a-patent-held-by",
    ),
    pytest.param(
        "Tern Foods won a $12 million verdict against Halden Stone Inc. on Tuesday in a fight over a patent. Jurors in federal court heard the case for a week.",
        {"Tern Foods"}, {HALDEN}, id="won-a-verdict-against",
    ),
    pytest.param(
        "Jurors began deliberating Tuesday in the trial of a lawsuit in which Lena Voss accuses Halden Stone Inc. of poisoning her well.",
        {VOSS}, {HALDEN}, id="a-suit-in-which-she-accuses",
    ),
    pytest.param(
        "The plaintiffs, Lena Voss and Ruth Oakes, say Halden Stone Inc. polluted their wells. A hearing is set for March 15 in Brill County Superior Court.",
        {VOSS, "Ruth Oakes"}, set(), id="the-plaintiffs-are-named",
    ),
    pytest.param(
        "The defendants, Halden Stone Inc. and Tern Foods, say the wells were dirty before. Lena Voss and 40 neighbors sued them in 2019. A hearing is set for March 15 in Brill County Superior Court.",
        {VOSS}, {HALDEN, "Tern Foods"}, id="the-defendants-are-named",
    ),
    pytest.param(
        "Parents Lena and Ruth Voss challenged the Brill County School Board's policy on books. A federal judge on Tuesday refused to block it.",
        {VOSS, "Ruth Voss"}, {"Brill County School Board"}, id="challenged-the-policy-of",
    ),
    pytest.param(
        "A federal judge on Tuesday ordered immigration officials to release Lena Voss, a nurse held for two months. Her lawyers had filed a habeas petition.",
        {VOSS}, set(), id="her-habeas-petition",
    ),
    pytest.param(
        "A former student at Brill University can go on with her suit accusing the school of ignoring complaints, an appeals court ruled Tuesday. Lena Voss said a professor harassed her.",
        {VOSS}, {"Brill University"}, id="a-student-can-go-on-with-her-suit",
    ),
    pytest.param(
        "Eleven food truck owners sued the city on Monday. Brill City Council had passed a curfew. A judge on Tuesday granted a temporary restraining order stopping the city from enforcing it.",
        set(), {"Brill"}, id="the-city-is-the-one-whose-council-acted",
    ),
    pytest.param(
        "The Brill County Board of Education broke the law when it met in secret, a judge ruled Tuesday. Lena Voss and other parents filed suit in February.",
        {VOSS}, {"Brill County Board of Education"}, id="broke-the-law-a-judge-ruled",
    ),
    pytest.param(
        "The judge's order applies to land owned by Lena Oakes and Paul Oakes. Tern Pipeline Co. sued the Oakeses in August. A state judge on Tuesday denied its request.",
        {"Tern Pipeline Co"}, {"Lena Oakes", "Paul Oakes"}, id="a-family-by-its-name",
    ),
    pytest.param(
        "A judge on Tuesday annulled the approval of the hotel in a proceeding brought by the Friends of Esker Hollow. It is the second time a judge has sided with the Friends.",
        {"Friends of Esker Hollow"}, set(), id="a-proceeding-brought-by",
    ),
    pytest.param(
        "A judge on Tuesday vacated a $7.4 million verdict against a Brill County hospital in the lawsuit brought by the family of Lena Voss. The hospital had asked for a new trial.",
        {VOSS}, set(), id="the-hospital-of-a-county-is-not-the-county",
    ),
    pytest.param(
        "Lena Voss has sued the Rusty Spur, the Brill bar where the driver drank. A hearing is set for March 15 in district court.",
        {VOSS}, {"Rusty Spur"}, id="where-a-bar-is",
    ),
    pytest.param(
        "The plaintiffs, Lena Voss and Ruth Oakes, said they paid too much. A judge on Tuesday dismissed the suit. A lawyer for the plaintiffs, Ed Brand, said they would appeal. In February a federal judge in Manhattan refused to toss a similar case against Tern Foods.",
        {VOSS, "Ruth Oakes"}, set(), id="a-lawyer-for-the-plaintiffs-is-none",
    ),
    pytest.param(
        "A judge on Tuesday dismissed a suit by Lena Voss over articles that the Brill Ledger printed in 2019. Voss sued the paper for $20 million.",
        {VOSS}, {"Brill Ledger"}, id="sued-the-paper",
    ),
    pytest.param(
        "A judge ruled on Tuesday that Halden Stone Inc. must go through with its purchase of Tern Foods. Tern Foods sued a week after Halden Stone Inc. backed out.",
        {"Tern Foods"}, {HALDEN}, id="who-sued-outright-is-not-sued",
    ),
    pytest.param(
        "Halden Stone Inc. was sued in 2020 by Lena Voss. A judge on Tuesday dismissed the case.",
        {VOSS}, {HALDEN}, id="was-sued-by",
    ),
    pytest.param(
        "The Securities and Exchange Commission can pursue its fraud case against Halden Stone Inc., a federal judge in Reno ruled on Tuesday.",
        {"Securities and Exchange Commission"}, {HALDEN}, id="can-pursue-its-case-against",
    ),
    pytest.param(
        "The ACLU asked a federal judge on Monday to stop the state from enforcing a new law on protests in Nevada. U.S. District Judge Ines Calder on Tuesday denied the request.",
        {"ACLU"}, {"Nevada"}, id="asked-a-judge-to-stop-the-state",
    ),
    pytest.param(
        "Halden Stone Inc. was told by a Delaware judge on Tuesday to pay former executive Bo Tarn $4 million that it owed him under his contract.",
        {"Bo Tarn"}, {HALDEN}, id="told-to-pay-a-former-executive",
    ),
    pytest.param(
        "The widow of Ed Voss, who died after surgery, was awarded $6 million by a Reno jury on Tuesday.",
        {"Ed Voss"}, set(), id="the-widow-of-one-was-awarded",
    ),
    pytest.param(
        "Tern Bank will pay $12 million to settle a suit brought by the Consumer Financial Protection Bureau. A judge approved the deal on Tuesday.",
        {"Consumer Financial Protection Bureau"}, {"Tern Bank"}, id="will-pay-to-settle",
    ),
    pytest.param(
        "Brill University wrongly expelled a student accused of cheating, a judge ruled on Tuesday. Lena Voss, 22, sued the school in May.",
        {VOSS}, {"Brill University"}, id="sued-the-school",
    ),
    pytest.param(
        "Halden Quarries can dig north of Reno, a judge ruled on Tuesday, overturning a decision by the Washoe County Commission.",
        {"Halden Quarries"}, {"Washoe County Commission"}, id="overturned-the-decision-of-a-body",
    ),
    pytest.param(
        "Environmental groups on Tuesday lost a bid to stop logging. U.S. District Judge Ines Calder said the Osprey Alliance and the Heron Society had not shown any harm.",
        {"Osprey Alliance", "Heron Society"}, set(), id="two-groups-had-not-shown",
    ),
    pytest.param(
        "Shareholders of Halden Stone Inc. may go ahead with a class action accusing the company of hiding losses, a federal judge ruled Tuesday.",
        set(), {HALDEN}, id="a-class-action-accusing-the-company",
    ),
    pytest.param(
        "A judge on Tuesday gave actor Lena Voss custody of her two children with singer Paul Oakes. Oakes had asked the judge to let him move to London.",
        {VOSS}, {"Paul Oakes"}, id="custody-of-children-with",
    ),
    pytest.param(
        "The parents of a boy who was bullied can sue the Tern Valley School District, a federal appeals court said on Tuesday, reversing a judge who threw out their case.",
        set(), {"Tern Valley School District"}, id="can-sue-a-court-said",
    ),
    pytest.param(
        "A jury awarded $11 million on Tuesday to the family of a 38-year-old father of three. Ed Voss walked into the hospital in 2019. Jurors found the hospital 80 percent at fault and Dr. Neil Tarn 20 percent at fault. The verdict against Tern Medical Center came in county court.",
        {"Ed Voss"}, {"Tern Medical Center", "Neil Tarn"}, id="the-family-of-one-named-next",
    ),
    pytest.param(
        "A judge on Tuesday granted injunctions against Brendan Toolan and Pat Devereux, retired teacher Nuala Behan, and others. The judge said he was satisfied that Halden Harbour Ltd had made out a strong case.",
        {"Halden Harbour Ltd"}, {"Brendan Toolan", "Pat Devereux", "Nuala Behan"}, id="made-out-a-strong-case",
    ),
    pytest.param(
        "Tobias Wren sued over late fees in state court in 2016. Halden Trust moved the case to federal court, where a judge dismissed it on Tuesday.",
        {"Tobias Wren"}, {"Halden Trust"}, id="moved-the-case-to-federal-court",
    ),
    pytest.param(
        "The Federal Trade Commission sued Halden Stone Inc. in March. A federal judge on Tuesday blocked the deal. The case is FTC v. Halden Stone Inc.",
        {"Federal Trade Commission"}, {HALDEN}, id="a-caption-with-the-short-form",
    ),
    pytest.param(
        "A Brill County judge on Tuesday ordered Halden Loans, LLC and its owner, Bo Tarn, to pay $9 million for illegal loans. The state of Oregon sued in 2017.",
        {"Oregon"}, {"Halden Loans, LLC", "Bo Tarn"}, id="ordered-a-firm-and-its-owner-to-pay",
    ),
    pytest.param(
        "A federal court on Tuesday scrapped a permit for a pipeline, ruling that the Army Corps of Engineers waved it across 214 streams.",
        set(), {"Army Corps of Engineers"}, id="ruling-that-a-public-body-did-something",
    ),
    pytest.param(
        "A mother may move abroad with her twins, the Nova Scotia Court of Appeal ruled on Tuesday. The parents are identified only as K.B. and T.M. to protect the children.",
        {"K.B."}, {"T.M."}, id="parents-by-their-initials",
    ),
    pytest.param(
        "The Montana Federation of Miners and the League of Towns sued Secretary of State Dana Brekke in May. The Montana Supreme Court on Tuesday kept the initiative off the ballot.",
        {"Montana Federation of Miners", "League of Towns"}, {"Dana Brekke"}, id="two-groups-sue-the-secretary-of-state",
    ),
    pytest.param(
        "A Texas law on water haulers can take effect for now, a federal appeals court said on Tuesday. Lena Voss, a hauler, sued in March.",
        {VOSS}, {"Texas"}, id="the-law-of-a-state-whose-name-ends-in-s",
    ),
    pytest.param(
        "A federal judge on Tuesday sided with the states, led by Missouri and Nebraska, in a suit against the Energy Department.",
        {"Missouri", "Nebraska"}, {"Energy Department"}, id="led-by-two-states",
    ),
    pytest.param(
        "In a decision on Tuesday, U.S. District Judge Ines Calder denied a motion for summary judgment by Kit Marlowe and Corona Records. Ronnie DeLuca sued in 2015 over a song.",
        {"Ronnie DeLuca"}, {"Kit Marlowe", "Corona Records"}, id="a-motion-for-summary-judgment-by",
    ),
    pytest.param(
        "A county jury returned an $11 million verdict on Tuesday. Jurors awarded the sum in punitive damages, the only kind allowed under Alabama's wrongful death law, to the estate of Keisha Baines, 38. The jury cleared the driver, finding only against the owner, Carlton Sipsey.",
        {"Keisha Baines"}, {"Carlton Sipsey"}, id="finding-only-against",
    ),
    pytest.param(
        "A federal judge on Tuesday denied a restraining order sought by the girl's parents, Craig and Wendy Lindahl. The parents sued the Sauk Bend School District in May.",
        {"Craig Lindahl", "Wendy Lindahl"}, {"Sauk Bend School District"}, id="sought-by-the-parents",
    ),
    pytest.param(
        "A judge on Tuesday granted the tribe summary judgment on its claim that the Department of Ecology broke a decree. The Tern Lake Band sued in 2012.",
        {"Tern Lake Band"}, {"Department of Ecology"}, id="granted-the-tribe-judgment",
    ),
    pytest.param(
        "A county judge on Tuesday approved a class-action settlement over fees. The lead plaintiff, Braddock home health aide Tamika Ferris, will receive $10,000.",
        {"Tamika Ferris"}, set(), id="where-the-lead-plaintiff-works",
    ),
    pytest.param(
        "A former teacher's lawsuit accusing the Tern Valley School District of firing her for her blog may go to trial, a judge ruled Tuesday. Lena Voss, 44, taught English for 12 years.",
        {VOSS}, {"Tern Valley School District"}, id="a-teacher-named-with-her-age",
    ),
    pytest.param(
        "The city of Reno will pay $1.2 million to Lena Voss, who was shot by police, under a settlement filed Tuesday in federal court. A judge approved it.",
        {VOSS}, {"Reno"}, id="a-city-will-pay",
    ),
    pytest.param(
        "The U.S. Justice Department asked a federal judge on Tuesday to block Halden Stone Inc.'s purchase of Tern Foods. U.S. District Judge Ines Calder set a hearing for March 15.",
        {"U.S. Justice Department"}, {HALDEN, "Tern Foods"}, id="who-asks-to-block-a-deal-has-sued",
    ),
    pytest.param(
        "A judge on Tuesday tossed a lawsuit that the estate of painter Ed Voss had brought against gallery owner Bo Tarn over six canvases.",
        {"Ed Voss"}, {"Bo Tarn"}, id="a-suit-that-an-estate-had-brought-against",
    ),
    pytest.param(
        "Halden Airways must face a lawsuit by a passenger who was burned by hot tea, an appeals court said on Tuesday. Lena Voss, of Reno, said the crew gave her a broken cup.",
        {VOSS}, {"Halden Airways"}, id="a-suit-by-a-passenger",
    ),
    pytest.param(
        "Investors can sue Halden Stone Inc. as a group over its merger, a Delaware judge ruled on Tuesday, naming the Gannon Pension Fund as lead plaintiff.",
        {"Gannon Pension Fund"}, {HALDEN}, id="named-as-lead-plaintiff",
    ),
    pytest.param(
        "A judge on Tuesday refused to toss a suit brought by Lena Voss. The town of Brill was right to close the path, town counsel Bo Lee argued. The town's motion came too late, the judge said.",
        {VOSS}, {"Brill"}, id="a-suit-that-the-town-opposes",
    ),
    pytest.param(
        "A judge on Tuesday refused to force the Brill School District to take back a girl. He denied an order sought by her mother, Lena Voss. Bo Lee, who represents the district, praised the ruling.",
        {VOSS}, {"Brill School District"}, id="a-suit-that-the-district-opposes",
    ),
    pytest.param(
        "A judge on Tuesday blocked a vote. The Brill Neighbors Association and five of its members sued the city of Brill last week.",
        {"Brill Neighbors Association"}, {"Brill"}, id="an-association-of-the-town-it-sues",
    ),
    pytest.param(
        "Attorney General Ruth Oakes announced that a judge on Tuesday barred Halden Stone Inc. from charging fees. The Attorney General's Office sued the company in March in Ohio.",
        {"Ohio"}, {HALDEN}, id="for-whom-an-attorney-general-sues",
    ),
    pytest.param(
        "Lena Voss was unfairly dismissed by Halden Stone Inc., an employment tribunal ruled on Tuesday. But she failed in her claim that her boss had bullied her, the tribunal said.",
        {VOSS}, {HALDEN}, id="dismissed-from-work",
    ),
    pytest.param(
        "A judge on Tuesday heard a suit brought by four owners of land along Brill Road, among them Lena Voss. The suit names the sheriff and Halden Stone Inc. as defendants.",
        {VOSS}, {HALDEN}, id="among-those-who-sue",
    ),
    pytest.param(
        "A jury on Tuesday awarded Lena Voss $9 million in her suit. It put 70 percent of the blame on Two Rivers Hospital and 30 percent on Dr. Bo Lee.",
        {VOSS}, {"Two Rivers Hospital", "Bo Lee"}, id="shares-of-the-blame",
    ),
    pytest.param(
        "A union representing 2,000 bus drivers asked a federal judge Tuesday to block layoffs planned by the Metro Transit Authority. Transit Union Local 88 says the agency broke its contract.",
        {"Transit Union Local 88"}, {"Metro Transit Authority"}, id="a-union-described-and-what-it-would-stop",
    ),
    pytest.param(
        "A suit over a chase by Brill police can go to trial, a judge ruled Tuesday. Lena Voss sued the city, saying officers broke their rules.",
        {VOSS}, {"Brill"}, id="the-city-whose-police",
    ),
    pytest.param(
        "Ohio Attorney General Ruth Oakes said Tuesday that a judge had fined Halden Stone Inc. The Attorney General's Office sued the company in 2019.",
        {"Ohio"}, {HALDEN}, id="whose-attorney-general-the-opening-names",
    ),
    pytest.param(
        "The high court has barred former Brill Board manager Bo Lee from selling a house in a suit by Lena Voss.",
        {VOSS}, {"Bo Lee"}, id="barred-him-and-not-where-he-worked",
    ),
    pytest.param(
        "The high court on Tuesday upheld an award to Lena Voss in her suit. The justices rejected the argument by Bo Lee that the traps were his.",
        {VOSS}, {"Bo Lee"}, id="whose-argument-is-against-an-award",
    ),
    pytest.param(
        "Halden must face a lawsuit claiming it underpaid drivers, the 9th Circuit said Tuesday. Lena Voss sued in May.",
        {VOSS}, {"Halden"}, id="must-face-a-suit",
    ),
    pytest.param(
        "Leaders asked a federal court on Tuesday to halt a dam. The Tern Tribe and two fishing groups say the Bureau of Dams ignored a treaty.",
        {"Tern Tribe"}, {"Bureau of Dams"}, id="what-one-side-says-the-other-did",
    ),
    pytest.param(
        "A couple can keep their hens while their lawsuit against the village of Brill proceeds. Judge Bo Lee issued an injunction Tuesday to Tom and Lena Voss.",
        {"Tom Voss", VOSS}, {"Brill"}, id="issued-an-order-to",
    ),
    pytest.param(
        "An appeals court on Tuesday revived a defamation suit, saying jurors should decide whether the Brill Ledger acted with malice in its stories about Lena Voss.",
        {VOSS}, {"Brill Ledger"}, id="whom-the-stories-were-about",
    ),
    pytest.param(
        "A judge on Tuesday certified a class of people who bought houses from Ridgeline Homes. Lead plaintiff Lena Voss says they crack. Ridgeline denies it.",
        {VOSS}, {"Ridgeline Homes"}, id="who-denies-it",
    ),
    pytest.param(
        "The justices agreed Tuesday to hear an appeal by Halden Stone Inc. A lower court had reinstated a verdict for Lena Voss in her suit.",
        {VOSS}, {HALDEN}, id="whose-appeal-of-a-verdict",
    ),
    pytest.param(
        "A judge on Tuesday denied the city's motion to dismiss the suit, in which a seller named Lena Voss and nine other vendors say police in the city of Brill took their carts.",
        {VOSS}, {"Brill"}, id="a-seller-named-so",
    ),
    pytest.param(
        "The estate of Lena Voss sued Officer Bo Lee in federal court on Tuesday.", {VOSS}, {"Bo Lee"}, id="an-estate-sues",
    ),
    pytest.param(
        "Halden Stone Inc. lost its bid Tuesday to overturn a $3 million verdict for Lena Voss, a court ruled.",
        {VOSS}, {HALDEN}, id="lost-a-bid-to-overturn-a-verdict",
    ),
    pytest.param(
        "A judge on Tuesday denied a motion by Halden Stone Inc. to dismiss a suit by Lena Voss.",
        {VOSS}, {HALDEN}, id="a-motion-to-dismiss-by-name",
    ),
    pytest.param(
        "A challenge to a permit issued by the Energy Department failed Tuesday. A judge ruled against the Tern Club, which sued in May.",
        {"Tern Club"}, {"Energy Department"}, id="an-act-by-whom-it-was-done",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "suing", "sued"), SUITS)
def test_both_sides_of_a_suit(make_article: MakeArticle, text: str, suing: set[str], sued: set[str]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    told = [(party.name, party.role) for party in case.parties]
    assert case.kind == "civil"
    assert {name for name, role in told if role == "plaintiff"} == suing
    assert {name for name, role in told if role == "defendant"} == sued


NO_SUITS = [
    pytest.param(
        "A jury on Tuesday convicted Marco Bell of theft. Judge Ines Calder ordered him to pay $900 to Ruth Oakes in restitution. Bell was charged in May.",
        "Ruth Oakes", id="restitution-is-no-award",
    ),
    pytest.param(
        "A jury on Tuesday convicted Marco Bell of assault. Judge Ines Calder issued an order of protection against him for Ruth Oakes. Bell was charged in May.",
        "Ruth Oakes", id="who-is-protected-has-not-sued",
    ),
    pytest.param(
        "Marco Bell was sentenced on Tuesday for defrauding Halden Stone Inc. Prosecutors said that he defrauded Halden Stone Inc. of $3 million.",
        HALDEN, id="who-was-robbed-has-not-sued",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NO_SUITS)
def test_victims_of_crime_are_no_side(make_article: MakeArticle, text: str, name: str) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert case.kind == "criminal"
    assert name not in {party.name for party in case.parties}


def test_who_sued_in_a_case_that_is_history_is_in_none_of_now(make_article: MakeArticle) -> None:
    text = (
        "The 5th U.S. Circuit Court of Appeals on Monday rejected a challenge to a beacon rule brought by the"
        " Delta Towing Alliance.\n\nThe 7th U.S. Circuit Court of Appeals on Tuesday struck down the rule in a"
        " suit brought by the Great Lakes Bargemen's Union.\n\nBack in 2011, the 9th U.S. Circuit Court of"
        " Appeals had upheld a fishing rule. The Tidewater Oyster Union sued the Interior Department that year."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert len(cases) == 2
    assert "Tidewater Oyster Union" not in {party.name for case in cases for party in case.parties}


def test_a_town_called_one_is_sued_by_its_full_name(make_article: MakeArticle) -> None:
    text = "Lena Voss sued the town of Surf Haven. Judge Ines Calder on Tuesday dismissed the suit against Surf Haven."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert case.caption == "Voss v. Surf Haven"


KIN_OF_THE_DEAD = [
    "A jury on Tuesday awarded $12 million to the family of a woman who died after nurses ignored her. Jurors found St. Clare Hospital negligent in the death of Lena Voss, 43.",
    "A jury on Tuesday ordered St. Clare Hospital to pay $4 million to the husband and children of Lena Voss.",
    "A jury on Tuesday ordered a hospital to pay $4 million to the husband and children of a teacher. Jurors found St. Clare Hospital negligent in hiring a driver, Bo Lee, who killed Lena Voss, 43. Lee pleaded guilty last year to homicide and was sentenced to prison.",
]


@pytest.mark.parametrize("text", KIN_OF_THE_DEAD)
def test_the_kin_of_the_dead_sue_in_their_name(make_article: MakeArticle, text: str) -> None:
    case = extract_report(make_article(text, DAY)).cases[0]
    assert (case.kind, case.caption) == ("civil", "Voss v. St. Clare Hospital")


def test_a_jury_sides_with_a_doctor_in_the_death_of_a_patient(make_article: MakeArticle) -> None:
    text = "A Cook County jury on Tuesday sided with Dr. Bo Lee in the 2014 death of Lena Voss. The trial took three weeks."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [(party.name, party.role) for party in case.parties] == [("Bo Lee", "defendant")]


NO_PARTY = [
    ("Tenants who live in the Elm Towers sued Halden Corp. on Tuesday in federal court in Reno.", "Elm Towers"),
    ("Lena Voss filed a complaint with the Tern Rights Commission and later sued Halden Corp. A judge threw out the suit Tuesday.", "Tern Rights Commission"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NO_PARTY)
def test_who_is_named_in_passing_is_no_side(make_article: MakeArticle, text: str, name: str) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert name not in {party.name for party in case.parties}


FIRMS = [
    ("Lena Voss sued J.C. Halden Co. on Tuesday in federal court in Reno.", "J.C. Halden Co"),
    ("A judge on Tuesday ruled in Voss Games’ antitrust suit against Halden Inc’s App Store. Voss Games sued last year.", "Halden Inc"),
    ("Voss Games Inc can go on with its suit to force Halden Corp to pay, a judge ruled Tuesday.", "Halden Corp"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), FIRMS)
def test_a_firm_is_sued_by_its_name(make_article: MakeArticle, text: str, name: str) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert name in {party.name.rstrip(".") for party in case.parties if party.role == "defendant"}


def test_a_case_printed_by_name_is_the_one_decided_whatever_year_it_began(make_article: MakeArticle) -> None:
    text = (
        "The Supreme Court on Monday ruled in favor of a baker who refused to bake a cake.\n\nThe case, Tern Bakery v. Ohio"
        " Rights Commission, No. 16-111, arose from a visit in 2012. An Ohio appeals court ruled in 2015 that free speech had not been violated."
    )
    (case,) = extract_report(make_article(text, DAY)).cases
    assert (case.caption, case.docket_numbers) == ("Tern Bakery v. Ohio Rights Commission", ("16-111",))
    assert [(r.disposition, r.decided_by) for r in case.rulings] == [
        ("granted", "supreme court"),
        ("affirmed", "panel"),
    ]


PLAINLY_TOLD = [
    "A lawsuit filed Tuesday by Lena Voss in federal court in Reno accuses Halden Corp. of fraud.",
    "Halden Corp. faces a lawsuit from Lena Voss in federal court in Reno.",
    "Lena Voss has accused Halden Corp. of fraud in a lawsuit before Judge Ines Calder.",
    "In a lawsuit against Halden Corp., Lena Voss said it had cheated her. Judge Ines Calder threw it out Tuesday.",
    "Lena Voss won a court order on Tuesday against Halden Corp.",
    "The widow of Lena Voss sued Halden Corp. on Tuesday in federal court in Reno.",
]


@pytest.mark.parametrize("text", PLAINLY_TOLD)
def test_both_sides_of_a_suit_plainly_told(make_article: MakeArticle, text: str) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [(p.name.rstrip("."), p.role) for p in sorted(case.parties, key=lambda party: party.role)] == [
        ("Halden Corp", "defendant"),
        ("Lena Voss", "plaintiff"),
    ]


def test_whom_the_justices_rule_for_has_sued(make_article: MakeArticle) -> None:
    text = "The Supreme Court ruled 6-3 on Tuesday for a Colorado web designer, Lena Voss."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [(party.name, party.role) for party in case.parties] == [("Lena Voss", "plaintiff")]


BANKRUPT = [
    (
        "Voss Senior Living LLC can seek votes on its reorganization plan, U.S. Bankruptcy Judge Ines Calder ruled Tuesday. "
        "Voss sought Chapter 11 protection in October. The Justice Department's bankruptcy watchdog opposes the plan.",
        "In re Voss Senior Living LLC",
    ),
    (
        "Halden Coal Corp won approval from a U.S. judge on Tuesday for a plan to emerge from bankruptcy.",
        "In re Halden Coal Corp",
    ),
    (
        "A bankruptcy judge on Tuesday approved a loan for the bankrupt toy chain Harbor Stores Inc.",
        "In re Harbor Stores Inc",
    ),
]


@pytest.mark.parametrize(("text", "caption"), BANKRUPT)
def test_who_is_bankrupt_petitions(make_article: MakeArticle, text: str, caption: str) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert (case.caption, [party.role for party in case.parties]) == (caption, ["petitioner"])
    assert [ruling.date for ruling in case.rulings] == ["2021-03-09"]


def test_an_inquest_is_known_by_who_died(make_article: MakeArticle) -> None:
    text = (
        "A teacher died after his bicycle left a towpath, an inquest was told.\n\nOtis Crane, 71, of Harrow, was found "
        "in June. At the full hearing at Nottingham Coroner's Court on Tuesday, coroner Dr Ada Finch was told he rode daily."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert (case.caption, case.kind, case.parties) == ("In re Otis Crane", "other", ())
    assert [hearing.date for hearing in case.hearings] == ["2021-03-09"]
