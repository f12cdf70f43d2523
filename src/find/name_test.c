/* SPDX-License-Identifier: Apache-2.0
 * Names that no list has, and names that look like others: sentences and what must be found, see find_cases.h. */
#include "find/find_cases.h"

#define DAY "2025-04-23" /* a Wednesday */

static const test_case PERSONS[] = {
    {DAY, "Maria Lopez spoke to reporters. Lopez was tired.", "Lopez=maria-lopez/*//name"},
    {DAY, "Thabiso Nkosana told reporters that he was tired.", "Thabiso Nkosana=thabiso-nkosana/*//name"},
    {DAY, "MR. KIRBY: Thank you. John Kirby left.", "KIRBY=john-kirby/*/*/*; !MR. KIRBY"},
    {DAY, "Isabel Ruiz and I went home. Isabel laughed.", "Isabel=isabel-ruiz/*//name"},
    {DAY, "Paris Hilton arrived.", "Paris Hilton=paris-hilton/*//name; !Paris"},
    {DAY, "Chad Smith played the drums.", "Chad Smith=chad-smith/*//name; !Chad"},
    {DAY, "Michael Jordan scored.", "Michael Jordan=michael-jordan/*//name; !Jordan"},
    {DAY, "Dr. Helen Moss of Leeds examined him. Moss said that he was well.", "Moss=helen-moss/*//name"},
    {DAY, "Egyptologists opened the tomb.", "!Egyptologists"},
    {DAY, "Mr. Tedeschi opened the case.", "Tedeschi=tedeschi/*//name"},
    {DAY, "Hurricane Humberto grew. Humberto turned east.", "!Humberto; !Hurricane Humberto"},
    {DAY, "Anna Kovacova and Peter Horvath met. Kovacova laughed, Horvath did not.",
     "Kovacova=anna-kovacova/*//name; Horvath=peter-horvath/*//name"},
    {DAY, "Anna Moss and Peter Moss met. Moss laughed.", "!Moss"},
    {DAY, "Iodine is rare, and iodine deficiency is not.", "!Iodine"},
    {DAY, "Cyclone Freddy hit the coast.", "!Cyclone Freddy; !Cyclone"},
    {DAY, "The United States Constitution forbids it.", "!United States Constitution"},
};

static const test_case ORGANIZATIONS[] = {
    {DAY, "General Motors closed a plant.", "General Motors=general-motors///name"},
    {DAY, "The Meridian Foundation published its report.", "Meridian Foundation=meridian-foundation///name"},
    {DAY, "The Norwegian Polar Institute published its report.", "!Norwegian Polar"},
    {DAY, "Boston Globe reporters asked.", "!Boston"},
    {DAY, "Georgia Tech won the game.", "!Georgia"},
    {DAY, "He gave the State of the Union address.", "!Union; !State"},
    {DAY, "The Treaty of Windhoek was signed.", "!Treaty; !Treaty of Windhoek"},
    {DAY, "The Nobel Prize went to a chemist.", "!Nobel Prize"},
};

static const test_case SHORT_NAMES[] = {
    {DAY, "The Parliament of New South Wales (NSW) voted. NSW has a law now.", "!NSW=*/*/*/*"},
    {DAY, "The Test Ban Treaty (TBT) was signed.", "!Test Ban Treaty; !TBT"},
    {DAY, "The Movement for the Liberation of Azania (MLA) laid down its arms. The MLA will be a party.",
     "MLA=*///name"},
    {DAY, "The Centre for Island Policy (CIP) said so, and CIP staff agreed.", "CIP=*///name"},
    {DAY, "The Southern Coastal Council (SCC) took the port. The SCC will keep it.",
     "Southern Coastal Council=southern-coastal-council///name; SCC=southern-coastal-council///name"},
    {DAY, "The National River Authority (NRA) met. NRA officials said so.", "NRA=national-river-authority///name"},
    {DAY, "The World Health Organization (WHO) warned. The WHO is worried.",
     "WHO=world-health-organization/---/UNO/name"},
};

static const test_case NAMED_BEFORE[] = {
    {DAY, "Hamas rejected the plan. The group wants guarantees.", "group=hamas/PSE/REB/role"},
    {DAY, "Hamas and Hezbollah rejected the plan. The group wants guarantees.", "!group"},
    {DAY, "Hamas rejected the plan. A group of experts met.", "!group"},
    {DAY, "Hamas rejected the plan. The group of experts met.", "!group"},
    {DAY, "The group wants guarantees.", "!group"},
    {DAY, "The National River Council met. The council will meet again.", "council=national-river-council///role"},
    {DAY, "The UN Security Council met. The council will meet again.", "council=un-security-council/---/UNO/role"},
    {DAY, "The African Union condemned it. The union will send troops.", "union=*/*/*/role"},
    {DAY, "Hamas rejected the plan. It rained. It snowed. It rained. It snowed. The group wants guarantees.", "!group"},
};

static const test_case LOOK_ALIKES[] = {
    {DAY, "The Chilean Security Council met.", "!Security Council=un-security-council"},
    {DAY, "Iran's Revolutionary Guard and the UN Security Council met.",
     "UN Security Council=un-security-council/*/*/*"},
    {DAY, "Washington Irving wrote it.", "!Washington"},
    {DAY, "Cuba Gooding Jr. made the film.", "!Cuba"},
    {DAY, "They live in King Street.", "!King"},
    {DAY, "The Washington Post reported it.", "!Washington"},
    {DAY, "The Moscow Times reported it.", "!Moscow"},
    {DAY, "Air France cancelled its flights.", "!France"},
    {DAY, "The German Shepherd barked.", "!Shepherd=*/*/GOV/*"},
    {DAY, "Virginia Woolf wrote novels.", "Virginia Woolf=virginia-woolf/*//name; !Virginia"},
    {DAY, "Kevin London sang.", "Kevin London=kevin-london/*//name; !London"},
    {DAY, "Israel Gonzalez sang.", "!Israel"},
    {DAY, "Jordan Peele made the film.", "!Jordan"},
    {DAY, "The Turkey Trot was run.", "!Turkey=tur/*/*/*"},
    {DAY, "Lake Chad is shrinking.", "!Chad"},
    {DAY, "The Republic of Ireland team won.", "!Republic"},
    {DAY, "The Bank of England kept its rate.", "!England"},
    {DAY, "He reads the Jerusalem Post.", "!Jerusalem"},
    {DAY, "Bank of China shares fell.", "!China"},
    {DAY, "She studied at Moscow State University.", "!Moscow"},
    {DAY, "She taught at the University of Chicago.", "!Chicago"},
    {DAY, "He won the Tour de France.", "!France"},
    {DAY, "The Vietnam War was long.", "!Vietnam=vnm/*/*/metonym"},
    {DAY, "The Paris Agreement was signed.", "!Paris"},
    {DAY, "The Minsk accords failed.", "!Minsk"},
    {DAY, "The Geneva Convention applies.", "!Geneva"},
};

CHECK_ALL(test_named_before, NAMED_BEFORE)
CHECK_ALL(test_look_alikes, LOOK_ALIKES)
CHECK_ALL(test_persons, PERSONS)
CHECK_ALL(test_organizations, ORGANIZATIONS)
CHECK_ALL(test_short_names, SHORT_NAMES)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named_before),  cmocka_unit_test(test_look_alikes), cmocka_unit_test(test_persons),
        cmocka_unit_test(test_organizations), cmocka_unit_test(test_short_names),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
