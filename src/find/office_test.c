/* SPDX-License-Identifier: Apache-2.0
 * The grammar of roles: sentences and what must be found in them, see find_cases.h. */
#include "find/find_cases.h"

#define DAY "2025-04-23" /* a Wednesday */

static const test_case TITLES_BEFORE[] = {
    {DAY, "French President Emmanuel Macron spoke.", "Emmanuel Macron=emmanuel-macron/FRA/GOV/apposition/President"},
    {DAY, "President Emmanuel Macron of France spoke.", "Emmanuel Macron=emmanuel-macron/FRA/GOV/apposition"},
    {DAY, "Kenyan Trade Minister Anna Wanjiru signed it.", "Anna Wanjiru=anna-wanjiru/KEN/GOV/apposition"},
    {DAY, "Ruritania's neighbour sent its envoy, but Deputy Prime Minister Maria Lopez of Chile did not come.",
     "Maria Lopez=maria-lopez/CHL/GOV/apposition/Deputy Prime Minister"},
    {DAY, "Lt. Gen. Peter Moyo of Zambia took command.", "Peter Moyo=peter-moyo/ZMB/MIL/apposition/Lt. Gen."},
    {DAY, "Senior General Min Aung Hlaing met the envoy.", "Min Aung Hlaing=*/*/*/apposition"},
    {DAY, "U.N. Special Envoy for Yemen Hans Grundberg left Sanaa.",
     "Hans Grundberg=hans-grundberg/---/UNO/apposition"},
    {DAY, "The Qatari prime minister, Sheikh Hamad bin Khalid Al Kuwari, who hosted the talks, smiled.",
     "Hamad bin Khalid Al Kuwari=*/QAT/GOV/apposition/prime minister"},
    {DAY, "The Sudanese army chief, General Abdel Fattah al-Burhan, left.",
     "Abdel Fattah al-Burhan=*/SDN/MIL/apposition/army chief"},
    {DAY, "The Peruvian president, Gen. Juan Torres, resigned.",
     "Juan Torres=juan-torres/PER/GOV/apposition/president"},
    {DAY, "Foreign Ministers Penny Wong of Australia and Winston Peters of New Zealand met.",
     "Penny Wong=*/AUS/GOV/apposition; Winston Peters=*/NZL/GOV/apposition"},
    {DAY, "Presidents Maria Silva of Portugal, Anna Novak of Slovenia and Peter Horvat of Croatia met.",
     "Maria Silva=*/PRT/GOV/*; Anna Novak=*/SVN/GOV/*; Peter Horvat=*/HRV/GOV/*"},
    {DAY, "Secretary of State Marco Rubio and his aides left.", "Marco Rubio=marco-rubio/USA/GOV/apposition"},
    {DAY, "Hamas official Osama Hamdan spoke in Beirut.", "Osama Hamdan=osama-hamdan/PSE/REB/apposition"},
    {DAY, "The Israeli military spokesman, Lt. Col. David Cohen, denied it.", "David Cohen=david-cohen/ISR/MIL/*"},
};

static const test_case TITLES_BEHIND[] = {
    {DAY, "David Cohen, a spokesman for the Israeli military, denied it.",
     "David Cohen=david-cohen/ISR/MIL/apposition"},
    {DAY, "Gen. Charles Odhiambo, the chief of Kenya's defence forces, came.",
     "Charles Odhiambo=charles-odhiambo/KEN/MIL/apposition/chief"},
    {DAY, "Ali Hassan, a spokesman for the Libyan rebels, asked for help.", "Ali Hassan=ali-hassan/LBY/REB/apposition"},
    {DAY, "Peter Camara, the leader of the junta in Guinea, spoke.",
     "Peter Camara=peter-camara/GIN/*/apposition/leader"},
    {DAY, "Anna Berg, the head of Norway's intelligence service, resigned.",
     "Anna Berg=anna-berg/NOR/SPY/apposition/head"},
    {DAY, "Anna Berg, Norway's prime minister, resigned.", "Anna Berg=anna-berg/NOR/GOV/apposition/prime minister"},
    {DAY, "Anna Berg, the prime minister of Norway, resigned.", "Anna Berg=anna-berg/NOR/GOV/apposition"},
    {DAY, "Anna Berg, Norway's ambassador to Chile, resigned.", "Anna Berg=anna-berg/NOR/GOV/apposition/ambassador"},
    {DAY, "Maria Lopez, the hard-line mayor of Lima, won.", "Maria Lopez=maria-lopez/PER/GOV/apposition/mayor"},
    {DAY, "Maria Lopez, the prosecutor of the International Criminal Court, left.",
     "Maria Lopez=maria-lopez/---/*/apposition/prosecutor"},
    {DAY, "Peter Aden, the leader of Hamas, spoke.", "Peter Aden=peter-aden/PSE/REB/apposition/leader"},
};

static const test_case NOT_IN_OFFICE[] = {
    {DAY, "Former French President Francois Hollande spoke.", "Francois Hollande=*/FRA/ELI/apposition/President"},
    {DAY, "Peter Novak, a former Slovak prime minister, wants to stop it.",
     "Peter Novak=peter-novak/SVK/ELI/apposition/prime minister"},
    {DAY, "Anna Ndiaye, a former U.N. envoy, was there.", "Anna Ndiaye=anna-ndiaye/---/ELI/apposition"},
    {DAY, "Ex-president Maria Lopez of Chile was there.", "Maria Lopez=maria-lopez/CHL/ELI/apposition"},
    {DAY, "Maria Silva, Portugal's prime minister-elect, smiled.",
     "Maria Silva=maria-silva/PRT/GOV/apposition/prime minister-elect"},
    {DAY, "German Chancellor-designate Peter Vogel smiled.", "Peter Vogel=peter-vogel/DEU/GOV/apposition"},
    {DAY, "President-elect Maria Lopez of Chile smiled.", "Maria Lopez=maria-lopez/CHL/GOV/apposition/President-elect"},
    {DAY, "Acting President Maria Lopez of Chile signed it.", "Maria Lopez=maria-lopez/CHL/GOV/apposition"},
    {DAY, "Outgoing Prime Minister Anna Berg of Norway signed it.", "Anna Berg=anna-berg/NOR/GOV/apposition"},
    {DAY, "Then-President Maria Lopez of Chile had signed it.", "Maria Lopez=maria-lopez/CHL/GOV/apposition/President"},
    {DAY, "The next Ukrainian president will decide.", "next Ukrainian president=ukr-president/UKR/GOV/role"},
    {DAY, "The former Ukrainian president was there.", "former Ukrainian president=ukr-president/UKR/ELI/role"},
};

static const test_case HOLDERS_OF_THE_DAY[] = {
    {"2022-03-01", "The Ukrainian president stayed.", "Ukrainian president=volodymyr-zelenskyy/UKR/GOV/role/president"},
    {"2015-03-01", "The Ukrainian president stayed.", "Ukrainian president=petro-poroshenko/UKR/GOV/role/president"},
    {"2022-03-01", "In 2015 the Ukrainian president stayed.", "Ukrainian president=ukr-president/UKR/GOV/role"},
    {"", "The Ukrainian president stayed.", "Ukrainian president=ukr-president/UKR/GOV/role"},
    {"2022-03-01", "A Ukrainian president would stay.", "Ukrainian president=ukr-president/UKR/GOV/role"},
    {"2010-03-01", "Germany's chancellor flew home.", "Germany's chancellor=angela-merkel/DEU/GOV/role"},
    {"2010-03-01", "The chancellor of Germany flew home.", "chancellor=angela-merkel/DEU/GOV/role"},
    {"2022-03-01", "The deputy Ukrainian president stayed.", "Ukrainian president=ukr-president/UKR/GOV/role"},
    {"2022-03-01", "The Ukrainian president stayed. Ukrainian President Ivan Petrenko won the vote.",
     "Ukrainian president=ivan-petrenko/UKR/GOV/role"},
    {"2022-03-01", "The British soldiers left.", "British soldiers=gbr-military/GBR/MIL/role"},
};

static const test_case GIVEN_BY_VERBS[] = {
    {DAY, "Maria Lopez was sworn in as president of Chile.", "Maria Lopez=maria-lopez/CHL/GOV/name/president"},
    {DAY, "Maria Lopez became Chile's president.", "Maria Lopez=maria-lopez/CHL/GOV/name/president"},
    {DAY, "Maria Lopez is the new president of Chile.", "Maria Lopez=maria-lopez/CHL/GOV/name/president"},
    {DAY, "Maria Lopez took office as president of Chile. Lopez thanked everyone.",
     "Lopez=maria-lopez/CHL/GOV/name/president"},
    {DAY, "Maria Lopez was elected president of Chile.", "Maria Lopez=maria-lopez/CHL/GOV/name/president"},
    {DAY, "Maria Lopez wants to become president of Chile.", "Maria Lopez=maria-lopez/*//name/"},
    {DAY, "Maria Lopez will become president of Chile.", "Maria Lopez=maria-lopez/*//name/"},
    {DAY, "Maria Lopez is not the president of Chile.", "Maria Lopez=maria-lopez/*//name/"},
    {DAY, "Maria Lopez met the president of Chile.", "Maria Lopez=maria-lopez/*//name/"},
};

static const test_case GROUPS[] = {
    {DAY, "Top officials from Britain, France and Germany came.",
     "Top officials=gbr-officials/GBR/GOV/role; Top officials=fra-officials/FRA/GOV/role; "
     "Top officials=deu-officials/DEU/GOV/role"},
    {DAY, "A senior Hamas official denied it.", "senior Hamas official=*/PSE/REB/role"},
    {DAY, "Two Western diplomats said so.", "Western diplomats=diplomats//GOV/role"},
    {DAY, "The Ministry of Foreign Affairs of Vietnam protested.",
     "Ministry of Foreign Affairs=vnm-foreign-ministry/VNM/GOV/role"},
    {DAY, "Indian commandos landed.", "Indian commandos=ind-military/IND/MIL/role"},
    {DAY, "The Seleka rebels fled.", "Seleka rebels=seleka/CAF/REB/role"},
};

/* Said of the offices of real persons, as reports do. */
static const test_case IN_THE_NEWS[] = {
    {DAY, "Speaker Anna Moss called a vote.", "Anna Moss=anna-moss//LEG/apposition/Speaker"},
    {DAY, "Chilean opposition candidate Anna Moss left.", "Anna Moss=anna-moss/CHL/*/apposition"},
    {DAY, "Anna Moss, the opposition leader in Chile, spoke.",
     "Anna Moss=anna-moss/CHL/*/apposition/opposition leader"},
    {DAY, "Mr. Moss, the mayor of Kyiv, spoke.", "Moss=moss/UKR/GOV/apposition/mayor"},
    {DAY, "Brig. Gen. Ali Karimi, the Houthi military spokesman, claimed it.",
     "Ali Karimi=ali-karimi/YEM/REB/apposition"},
    {DAY, "Syria's de facto leader, Ali Karimi, spoke.", "Ali Karimi=ali-karimi/SYR/GOV/apposition/leader"},
    {"2022-03-01", "Peter Moss resigned as president of Ukraine.", "president=ukr-president/UKR/GOV/role"},
    {"2022-03-01", "Peter Moss will be president of Ukraine.", "president=ukr-president/UKR/GOV/role"},
    {"2022-03-01", "The Crimean president spoke.", "Crimean president=president//GOV/role/Crimean president"},
    {DAY, "German and French foreign ministers Anna Vogel and Marie Petit arrived.",
     "Anna Vogel=anna-vogel/DEU/GOV/apposition; Marie Petit=marie-petit/FRA/GOV/apposition"},
    {DAY, "The leaders of Britain, France and Germany met.",
     "leaders=gbr-leaders/GBR/GOV/role; leaders=fra-leaders/FRA/GOV/role; leaders=deu-leaders/DEU/GOV/role"},
    {DAY, "Egyptian and Qatari mediators arrived.",
     "Egyptian and Qatari mediators=egy-mediators/EGY/*/role; Egyptian and Qatari mediators=qat-mediators/QAT/*/role"},
    {DAY, "The foreign ministers of Armenia and Azerbaijan shook hands.",
     "foreign ministers=arm-foreign-ministers/ARM/GOV/role; foreign ministers=aze-foreign-ministers/AZE/GOV/role"},
    {DAY, "Prime Minister Narendra Modi's security adviser Anil Rao flew to Moscow.",
     "Narendra Modi=narendra-modi/IND/GOV/apposition; Anil Rao=anil-rao/IND/GOV/apposition"},
    {DAY, "Iran's top nuclear negotiator, Ali Karimi, left.", "Ali Karimi=ali-karimi/IRN/GOV/apposition"},
    {DAY, "Taliban deputy spokesman Ali Karimi denied it.", "Ali Karimi=ali-karimi/AFG/GOV/apposition"},
    {DAY, "The UN's top humanitarian official, Martin Moss, warned of famine.",
     "Martin Moss=martin-moss/---/UNO/apposition"},
    {DAY, "The U.S. ambassador to Israel, Peter Moss, said no.", "Peter Moss=peter-moss/USA/GOV/apposition/ambassador"},
    {DAY, "Ukraine's President Volodymyr Zelenskyy and a Ukrainian spokesman, Ivan Petrenko, arrived.",
     "Volodymyr Zelenskyy=volodymyr-zelenskyy/UKR/GOV/apposition"},
    {DAY, "A spokeswoman for Germany's foreign ministry said no.", "spokeswoman=deu-spokesperson/DEU/GOV/role"},
    {DAY, "The Kremlin's spokesman, Ivan Petrov, said no.", "Ivan Petrov=ivan-petrov/RUS/GOV/apposition/spokesman"},
    {DAY, "Hezbollah chief Ali Karimi threatened them.", "Ali Karimi=ali-karimi/LBN/*/apposition"},
    {DAY, "Former U.S. Secretary of State Peter Moss died.",
     "Peter Moss=peter-moss/USA/ELI/apposition/Secretary of State"},
    {DAY, "Canadian Prime Minister Mark Carney and his Indian counterpart Narendra Modi spoke.",
     "Mark Carney=mark-carney/CAN/GOV/apposition; Narendra Modi=narendra-modi/IND/GOV/apposition"},
    {DAY, "The Israeli Prime Minister's Office denied it.", "Israeli Prime Minister's Office=*/ISR/GOV/*"},
    {DAY, "The Ministry of Foreign Affairs of the Republic of Korea protested.",
     "Ministry of Foreign Affairs=kor-foreign-ministry/KOR/GOV/role"},
    {DAY, "A European diplomat told Reuters that the talks had failed.",
     "European diplomat=diplomat//GOV/role; Reuters=reuters/GBR/JRN/name"},
    {DAY, "Officials briefed on the matter said so.", "Officials=officials//GOV/role"},
    {DAY, "Iranian state television said so.", "Iranian state television=*/IRN/*/*"},
    {"2024-08-16", "Talks in Cairo stalled. U.S. envoy Brett McGurk met Egypt's spy chief, Abbas Kamel, on Friday.",
     "Brett McGurk=brett-mcgurk/USA/GOV/*; Abbas Kamel=abbas-kamel/EGY/*/apposition"},
    {"2015-02-11", "Leaders gathered in Minsk. Francois Hollande and Angela Merkel sat beside Vladimir Putin.",
     "Angela Merkel=angela-merkel/DEU/GOV/name; Vladimir Putin=vladimir-putin/RUS/GOV/name"},
    {"2013-11-24", "Secretary of State John Kerry embraced his Iranian counterpart, Mohammad Javad Zarif.",
     "John Kerry=john-kerry/USA/GOV/apposition; Mohammad Javad Zarif=*/IRN/GOV/apposition"},
    {"2018-06-12", "Kim Jong Un and Donald Trump shook hands. Trump called it historic.",
     "Trump=donald-trump/USA/GOV/name; Kim Jong Un=*/PRK/GOV/name"},
    {"2021-06-16", "President Joe Biden met Russian President Vladimir Putin in Geneva. Biden spoke first.",
     "Biden=joe-biden/USA/GOV/name/President; Vladimir Putin=vladimir-putin/RUS/GOV/apposition"},
};

#define WAR "2023-11-20"

static const test_case SHORT_TITLES[] = {
    {WAR, "Secretary Blinken spoke.", "Blinken=antony-blinken/USA/GOV/apposition/Secretary"},
    {WAR, "Secretary Austin met Minister Gallant.",
     "Austin=lloyd-austin/USA/GOV MIL/apposition; Gallant=yoav-gallant/ISR/GOV MIL/apposition/Minister"},
    {"2025-06-02", "Secretary Rubio left.", "Rubio=marco-rubio/USA/GOV/apposition"},
    {"2025-06-02", "Secretary Hegseth left.", "Hegseth=pete-hegseth/USA/GOV MIL/apposition"},
    {"2025-06-02", "Secretary Blinken left.", "Blinken=blinken/*/*/apposition"},
    {WAR, "Minister Lavrov left.", "Lavrov=sergei-lavrov/RUS/GOV/apposition/Minister"},
    {WAR, "Russian Minister Lavrov left.", "Lavrov=sergei-lavrov/RUS/GOV/apposition"},
    {WAR, "Chilean Minister Lavrov left.", "Lavrov=lavrov/CHL/GOV/apposition"},
    {WAR, "General Kurilla arrived.", "Kurilla=michael-kurilla/USA/MIL/apposition/General"},
    {WAR, "General Brown arrived.", "Brown=charles-q-brown/USA/MIL/apposition"},
    {WAR, "General Halevi arrived.", "Halevi=herzi-halevi/ISR/MIL/apposition"},
    {WAR, "Admiral Kirby spoke.", "Kirby=john-kirby/USA/GOV/apposition/Admiral"},
    {WAR, "Speaker Johnson called a vote.", "Johnson=mike-johnson/USA/LEG/apposition/Speaker"},
    {WAR, "Ambassador Thomas-Greenfield voted.",
     "Thomas-Greenfield=linda-thomas-greenfield/USA/GOV/apposition/Ambassador"},
    {WAR, "Senator McConnell agreed.", "McConnell=mitch-mcconnell/USA/LEG/apposition/Senator"},
    {WAR, "Chancellor Scholz left.", "Scholz=olaf-scholz/DEU/GOV/apposition"},
    {WAR, "Premier Li left.", "Li=li-qiang/CHN/GOV/apposition"},
    {WAR, "Director Burns flew to Doha.", "Burns=william-burns/USA/SPY/apposition"},
    {WAR, "President von der Leyen spoke.", "von der Leyen=ursula-von-der-leyen/---/EUR/apposition"},
    {WAR, "President Michel spoke.", "Michel=charles-michel/---/EUR/apposition"},
    {"", "Secretary Blinken spoke.", "Blinken=blinken/*/*/apposition"},
    {WAR, "Secretary Smith spoke.", "Smith=smith//GOV/apposition"},
    {WAR, "Trade Minister Lavrov left.", "Lavrov=lavrov/*/*/apposition"},
    {WAR, "Deputy Secretary Blinken left.", "Blinken=blinken/*/*/apposition"},
    {WAR, "Minister Netanyahu left.", "Netanyahu=netanyahu//GOV/apposition"},
    {WAR, "Speaker Corner was loud.", "Corner=corner//LEG/apposition"},
    {WAR, "Minister of Sound opened a club.", "!Sound"},
    {WAR, "Speaker systems were loud.", "!Speaker"},
    {WAR, "General Motors and General Electric closed.", "!Motors; !Electric; !General"},
};

static const test_case KEPT_TITLES[] = {
    {WAR, "President Trump spoke.", "Trump=donald-trump/USA/ELI/apposition/President"},
    {WAR, "President Obama spoke. Obama was tired.",
     "Obama=barack-obama/USA/ELI/apposition/President; Obama=barack-obama/USA/ELI/name"},
    {WAR, "Former President Trump spoke.", "Trump=donald-trump/USA/ELI/apposition"},
    {WAR, "President Biden spoke.", "Biden=joe-biden/USA/GOV/apposition"},
    {"2025-06-02", "President Trump spoke.", "Trump=donald-trump/USA/GOV/apposition"},
    {"2025-06-02", "President Biden spoke.", "Biden=joe-biden/USA/ELI/apposition"},
    {"2024-12-10", "President-elect Trump spoke.", "Trump=donald-trump/USA/GOV/apposition/President-elect"},
    {"2024-12-10", "President Trump spoke.", "Trump=donald-trump/USA/ELI/apposition"},
    {"2024-12-10", "Jake Sullivan, the national security adviser, met the incoming national security adviser.",
     "incoming national security adviser=national-security-adviser//GOV/role"},
    {WAR, "President Bush spoke.", "Bush=bush//GOV/apposition"},
    {"2005-03-01", "Former President Bush spoke.", "Bush=bush//ELI/apposition"},
    {"2012-03-01", "President Trump spoke.", "Trump=trump//GOV/apposition"},
    {WAR, "Chilean President Trump spoke.", "Trump=trump/CHL/GOV/apposition"},
};

static const test_case SPEAKERS[] = {
    {WAR, "SECRETARY BLINKEN: Thank you.", "BLINKEN=antony-blinken/USA/GOV/apposition"},
    {WAR, "THE PRESIDENT: Thank you. President Zelenskyy is here.", "PRESIDENT=president//GOV/role"},
    {WAR, "President Zelenskyy is here.\n\nTHE PRESIDENT: Thank you.", "PRESIDENT=president//GOV/role"},
    {WAR, "MR. KIRBY: Thank you.\n\nJohn Kirby left.", "KIRBY=john-kirby/USA/*/*"},
    {WAR, "Karine Jean-Pierre left.\n\nMR. SULLIVAN: Thank you.", "SULLIVAN=sullivan///name"},
    {WAR, "MR. KIRBY: Thank you.", "KIRBY=kirby///name"},
};

static const test_case NAMED_BEFORE[] = {
    {DAY, "U.N. Special Envoy Anna Moss met the rebels. The envoy said that talks would resume.",
     "envoy=anna-moss/---/UNO/role/envoy"},
    {DAY, "Foreign Minister Anna Moss of Chile spoke. The minister left.", "minister=anna-moss/CHL/GOV/role/minister"},
    {DAY, "President Maria Lopez of Chile met Vice President Peter Moss. The president left.",
     "president=maria-lopez/CHL/GOV/role/president"},
    {DAY, "President Maria Lopez of Chile met President Anna Moss of Peru. The president left.",
     "president=president//GOV/role"},
    {DAY, "The envoy left.", "!envoy; =0"},
    {DAY, "Chile's foreign ministry protested. The ministry said no more.",
     "ministry=chl-foreign-ministry/CHL/GOV/role"},
};

static const test_case NO_OFFICES[] = {
    {DAY, "Russian speakers left, and a speaker was broken.", "!speaker; !Russian speakers"},
    {DAY, "The candidate of choice was steel.", "!candidate=*/*/GOV/*"},
    {DAY, "They live in King Street.", "!King; !King Street"},
    {DAY, "General Motors closed a plant.", "!General"},
    {DAY, "Prime Minister's Questions were loud.", "!Questions"},
    {DAY, "The general election was postponed.", "!general"},
    {DAY, "It was a major mistake.", "!major"},
    {DAY, "The Queen Elizabeth Hotel burned.", "!Queen"},
    {DAY, "He captained the team to a general surprise.", "!general; !captained"},
    {DAY, "The head of the table was free.", "!head"},
    {DAY, "The chief reason was money.", "!chief"},
    {DAY, "The Major Defense Partnership was signed.", "!Defense Partnership"},
    {DAY, "Senator Peter Moss, R-S.C., called for it.", "!R-S.C."},
    {DAY, "The Union Leader printed it.", "!Leader"},
    {DAY, "A head start was given.", "!head"},
    {DAY, "The officer corps was small.", "!officer=*/*/*/*"},
    {DAY, "Director's cuts are long.", "!Director"},
    {DAY, "They marched to the Presidents Hotel.", "!Presidents"},
};

CHECK_ALL(test_titles_before, TITLES_BEFORE)
CHECK_ALL(test_titles_behind, TITLES_BEHIND)
CHECK_ALL(test_not_in_office, NOT_IN_OFFICE)
CHECK_ALL(test_holders_of_the_day, HOLDERS_OF_THE_DAY)
CHECK_ALL(test_given_by_verbs, GIVEN_BY_VERBS)
CHECK_ALL(test_groups, GROUPS)
CHECK_ALL(test_in_the_news, IN_THE_NEWS)
CHECK_ALL(test_short_titles, SHORT_TITLES)
CHECK_ALL(test_kept_titles, KEPT_TITLES)
CHECK_ALL(test_speakers, SPEAKERS)
CHECK_ALL(test_named_before, NAMED_BEFORE)
CHECK_ALL(test_no_offices, NO_OFFICES)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles_before),  cmocka_unit_test(test_titles_behind),
        cmocka_unit_test(test_not_in_office),  cmocka_unit_test(test_holders_of_the_day),
        cmocka_unit_test(test_given_by_verbs), cmocka_unit_test(test_groups),
        cmocka_unit_test(test_in_the_news),    cmocka_unit_test(test_named_before),
        cmocka_unit_test(test_no_offices),     cmocka_unit_test(test_short_titles),
        cmocka_unit_test(test_kept_titles),    cmocka_unit_test(test_speakers),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
