/* SPDX-License-Identifier: Apache-2.0
 * States, bodies, roles, persons, dates, places: sentences and what must be found in them, see find_cases.h. */
#include "find/find_cases.h"

#define DAY "2025-04-23" /* a Wednesday */

static const test_case STATES[] = {
    {DAY, "Ukraine rejected the plan.", "Ukraine=ukr/UKR//name; =1"},
    {DAY, "The U.S. accused Russia of breaking the truce.", "U.S.=usa/USA//name; Russia=rus/RUS//name"},
    {DAY, "The US and the UK signed the treaty.", "US=usa/USA//name; UK=gbr/GBR//name"},
    {DAY, "They told us to leave.", "!us; =0"},
    {DAY, "The family ate turkey for dinner.", "!turkey; =0"},
    {DAY, "Turkey rejected the offer.", "Turkey=tur/TUR//name"},
    {DAY, "Chad expelled the ambassador of Niger.", "Chad=tcd/TCD//name; ambassador=ner-ambassador/NER/GOV/role"},
    {DAY, "Ivory Coast and the Democratic Republic of Congo met.",
     "Ivory Coast=civ/CIV//name; Democratic Republic of Congo=cod/COD//name"},
    {DAY, "The People's Republic of China detained two men.",
     "People's Republic of China=chn/CHN//name; !Republic of China"},
    {DAY, "Türkiye and Turkey are one country.", "Türkiye=tur/TUR//name; Turkey=tur/TUR//name"},
    {DAY, "The DPRK fired a missile.", "DPRK=prk/PRK//name"},
    {DAY, "Great Britain criticised North Korea.", "Great Britain=gbr/GBR//name; North Korea=prk/PRK//name"},
    {DAY, "The Donetsk People's Republic held a vote.",
     "Donetsk People's Republic=donetsk-peoples-republic/UKR/PRE/name"},
    {DAY, "Kosovo recognised Israel.", "Kosovo=kos/KOS/PRE/name; Israel=isr/ISR//name"},
    {DAY, "Somaliland and Ethiopia reached a deal.", "Somaliland=somaliland/SOM/PRE/name"},
    {DAY, "The Vatican offered to mediate.", "Vatican=vat/VAT//name"},
    {DAY, "The Soviet Union invaded Afghanistan in 1979.", "Soviet Union=sun/SUN//name; Afghanistan=afg/AFG//name"},
    {DAY, "Latin America needs more trade.", "!America; =0"},
    {DAY, "Air France cancelled its flights.", "!France"},
    {DAY, "Russia Today broadcast the speech.", "!Russia"},
    {DAY, "The Kyiv Independent reported the attack.", "!Kyiv; The Kyiv Independent=kyiv-independent/UKR/JRN/name"},
    {DAY, "Michael Jordan visited the school.", "!Jordan; Michael Jordan=michael-jordan/*//name"},
    {DAY, "The hurricane moved from Florida and Texas towards Georgia.", "!Georgia"},
    {DAY, "Georgia accused Russia of an attack on Tbilisi.", "Georgia=geo/GEO//name"},
    {DAY, "The pro-Russian rebels fled.", "!Russian"},
    {DAY, "U.S.-led talks failed.", "U.S.=usa/USA//name"},
    {DAY, "The Russians rejected the offer.", "Russians=rus/RUS//name"},
    {DAY, "Two Palestinians were killed.", "Palestinians=pse-people/PSE//name"},
    {DAY, "She speaks Russian.", "!Russian"},
    {DAY, "Israeli strikes hit the town.", "Israeli=isr/ISR//name"},
    {DAY, "The Russian Orthodox Church condemned the law.", "!Russian"},
    {DAY, "Britain, France and Germany urged restraint.",
     "Britain=gbr/GBR//name; France=fra/FRA//name; Germany=deu/DEU//name; =3"},
};

/* Names that have their time, entities under the code of another state, bodies of one name. */
static const test_case TIMES_OF_NAMES[] = {
    {"1990-05-05", "Zaire expelled the ambassador.", "Zaire=cod/COD//name"},
    {"2005-05-05", "Zaire was at war with its neighbours.", "Zaire=cod/COD//name"},
    {"1990-05-05", "Zairean troops fled.", "Zairean troops=cod-military/COD/MIL/role"},
    {"2010-05-05", "Swaziland rejected the plan.", "Swaziland=swz/SWZ//name"},
    {"2010-05-05", "Macedonia rejected the plan.", "Macedonia=mkd/MKD//name"},
    {"1995-05-05", "Burma and Czechia rejected the plan.", "Burma=mmr/MMR//name"},
    {"2004-05-05", "Serbia and Montenegro rejected the plan.", "Serbia and Montenegro=scg/SCG//name; =1"},
    {DAY, "Serbia and Montenegro rejected the plan.", "Serbia=srb/SRB//name; Montenegro=mne/MNE//name; =2"},
    {"1985-05-05", "Bonn rejected the plan.", "Bonn=deu/DEU/GOV/metonym"},
    {DAY, "Bonn rejected the plan.", "!Bonn"},
    {"1985-05-05", "East Germany and Czechoslovakia signed the treaty.",
     "East Germany=ddr/DDR//name; Czechoslovakia=csk/CSK//name"},
    {"1985-05-05", "South Yemen rejected the plan.", "South Yemen=ymd/YMD//name"},
    {DAY, "South Sudan rejected the plan.", "South Sudan=ssd/SSD//name"},
    {DAY, "Taiwan rejected the plan of Abkhazia.", "Taiwan=twn/TWN/PRE/name; Abkhazia=abkhazia/GEO/PRE/name"},
    {DAY, "Transnistria and Northern Cyprus protested.",
     "Transnistria=transnistria/MDA/PRE/name; Northern Cyprus=northern-cyprus/CYP/PRE/name"},
    {DAY, "Denmark and Greenland rejected the offer.", "Denmark=dnk/DNK//name; Greenland=greenland/DNK//name"},
    {"2010-05-05", "The Syrian Democratic Forces took the town.", "Syrian Democratic Forces=syr-military/SYR/MIL/role"},
    {DAY, "The Syrian Democratic Forces took the town.",
     "Syrian Democratic Forces=syrian-democratic-forces/SYR/REB/name"},
    {"2012-05-05", "The G8 urged restraint.", "G8=g8/---/IGO/name"},
    {"1980-05-05", "The European Union urged restraint.", "European Union=european-union///name"},
    {"", "Zaire and the European Union signed it.", "Zaire=cod/COD//name; European Union=european-union/---/EUR/name"},
    {"2012-05-05", "The Taliban attacked the town.", "Taliban=taliban-insurgency/AFG/REB/name"},
    {DAY, "The Taliban expelled the ambassador.", "Taliban=taliban/AFG/GOV/name"},
    {"2000-05-05", "The Taliban expelled the ambassador.", "Taliban=taliban/AFG/GOV/name"},
    {"", "The Taliban expelled the ambassador.", "Taliban=taliban/AFG/GOV/name"},
    {DAY, "SCO sued IBM.", "SCO=sco///name"},
    {DAY, "Russia and China met at the SCO. The SCO condemned Israel.",
     "SCO=shanghai-cooperation-organisation/---/IGO/name"},
    {DAY, "Rashtrapati Bhavan denied the report.", "Rashtrapati Bhavan=ind/IND/GOV/metonym"},
    {DAY, "Talks between Bankova and the Kremlin failed.", "Bankova=ukr/UKR/GOV/metonym; Kremlin=rus/RUS/GOV/metonym"},
    {"2010-05-05", "Los Pinos denied the report.", "Los Pinos=mex/MEX/GOV/metonym"},
};

/* Persons of the list: the office of the day gives the country, two bearers of one name are told apart by it. */
static const test_case HOLDERS[] = {
    {"2013-05-05", "Miroslav Lajčák rejected the plan.", "Miroslav Lajčák=miroslav-lajcak/SVK/GOV/name"},
    {"2021-05-05", "Miroslav Lajčák rejected the plan.", "Miroslav Lajčák=miroslav-lajcak/---/EUR/name"},
    {"2001-05-05", "Andris Berzins rejected the plan.", "Andris Berzins=andris-berzins-prime-minister/LVA/GOV/name"},
    {"2012-05-05", "Andris Berzins rejected the plan.", "Andris Berzins=andris-berzins/LVA/GOV/name"},
    {"2014-05-05", "David Johnston rejected the plan.", "David Johnston=david-johnston///name"},
    {"2014-05-05", "Defense Minister David Johnston rejected the plan.",
     "David Johnston=david-johnston/AUS/GOV MIL/apposition"},
    {"2016-05-05", "David Johnston rejected the plan.", "David Johnston=david-johnston-governor-general/CAN/GOV/name"},
};

/* Groupings that are nothing but their members, and bodies that act by themselves. */
static const test_case GROUPINGS[] = {
    {DAY, "The E3 urged restraint.", "E3=gbr/GBR//group; E3=fra/FRA//group; E3=deu/DEU//group; =3"},
    {DAY, "The E3 countries urged restraint.", "E3 countries=gbr/GBR//group; =3"},
    {"2003-05-05", "The E3 urged restraint.", "!E3"},
    {DAY, "The Baltic states condemned Russia.",
     "Baltic states=est/EST//group; Baltic states=lva/LVA//group; Baltic states=ltu/LTU//group; =4"},
    {"2013-05-05", "Iran and the P5+1 reached a deal.", "P5+1=usa/USA//group; P5+1=chn/CHN//group; =7"},
    {DAY, "The Normandy format leaders met in Paris.",
     "Normandy format leaders=ukr-leaders/UKR/GOV/role; Normandy format leaders=rus-leaders/RUS/GOV/role"},
    {DAY, "The foreign ministers of the Baltic states met.",
     "foreign ministers=est-foreign-ministers/EST/GOV/role; "
     "foreign ministers=ltu-foreign-ministers/LTU/GOV/role; =3"},
    {"2010-05-05", "The Quartet urged Israel and the United States to talk. Russia agreed.",
     "Quartet=united-nations/---/UNO/group; Quartet=european-union/---/EUR/group; Quartet=rus/RUS//group"},
    {DAY, "The Quartet played in Vienna.", "!Quartet"},
    {DAY, "The Quad criticised China. India and Japan agreed.", "Quad=aus/AUS//group; Quad=ind/IND//group"},
    {"2025-09-20", "The Quad urged Sudan to stop. Egypt and Saudi Arabia agreed.",
     "Quad=are/ARE//group; Quad=usa/USA//group"},
    {"1992-05-05", "The Visegrad Group met.", "Visegrad Group=csk/CSK//group; Visegrad Group=pol/POL//group; =3"},
    {DAY, "The Visegrad Group met.", "Visegrad Group=cze/CZE//group; Visegrad Group=svk/SVK//group; =4"},
    {DAY, "The E3 met Iran. Both sides were content.", "!Both sides"},
    {DAY, "NATO members condemned Russia.", "NATO members=nato/---/IGO MIL/name; =2"},
    {DAY, "The European Union condemned Russia.", "European Union=european-union/---/EUR/name; =2"},
};

static const test_case METONYMS[] = {
    {DAY, "Kyiv rejected the plan.", "Kyiv=ukr/UKR/GOV/metonym; !#Kyiv"},
    {DAY, "Kyiv's hopes for peace faded.", "Kyiv=ukr/UKR/GOV/metonym"},
    {DAY, "The talks with Tehran failed.", "Tehran=irn/IRN/GOV/metonym; !#Tehran"},
    {DAY, "They urged Moscow to withdraw.", "Moscow=rus/RUS/GOV/metonym"},
    {DAY, "The envoy arrived in Kyiv.", "!Kyiv; #Kyiv=Kyiv/UKR"},
    {DAY, "Russian troops attacked Kyiv.", "!Kyiv; #Kyiv=Kyiv/UKR"},
    {DAY, "The president visited Paris.", "!Paris; #Paris=Paris/FRA"},
    {DAY, "The Kremlin denied the report.", "Kremlin=rus/RUS/GOV/metonym"},
    {DAY, "The White House welcomed the decision.", "White House=usa/USA/GOV/metonym"},
    {DAY, "Downing Street declined to comment.", "Downing Street=gbr/GBR/GOV/metonym"},
    {DAY, "The Quai d'Orsay summoned the ambassador.", "Quai d'Orsay=fra/FRA/GOV/metonym"},
    {DAY, "Foggy Bottom issued a warning.", "Foggy Bottom=usa/USA/GOV/metonym"},
    {DAY, "Washington and Beijing agreed to talk.", "Washington=usa/USA/GOV/metonym; Beijing=chn/CHN/GOV/metonym"},
    {DAY, "Ecuador withdrew its envoy from Bogota.", "Bogota=col/COL/GOV/metonym; envoy=ecu-envoy/ECU/GOV/role"},
    {DAY, "They moved the embassy to Jerusalem.", "!Jerusalem"},
    {DAY, "Pressure on Ankara grew.", "Ankara=tur/TUR/GOV/metonym"},
    {DAY, "They flew from Doha to Cairo.", "!Doha; !Cairo; #Doha=Doha/QAT; #Cairo=Cairo/EGY"},
};

static const test_case ORGANIZATIONS[] = {
    {DAY, "The United Nations condemned the attack.", "United Nations=united-nations/---/UNO/name"},
    {DAY, "The European Union imposed sanctions.", "European Union=european-union/---/EUR/name"},
    {DAY, "NATO deployed ships.", "NATO=nato/---/IGO MIL/name"},
    {DAY, "The IMF lent money to Egypt.", "IMF=imf/---/IGO/name; Egypt=egy/EGY//name"},
    {DAY, "WHO declared an emergency.", "WHO=world-health-organization/---/UNO/name"},
    {DAY, "Nobody knows who declared it.", "!who"},
    {DAY, "The State Department denied it.", "State Department=usa-state-department/USA/GOV/name"},
    {DAY, "Mossad and the FSB declined to comment.", "Mossad=isr-mossad/ISR/SPY/name; FSB=rus-fsb/RUS/SPY/name"},
    {DAY, "The IDF struck a building.", "IDF=isr-idf/ISR/MIL/name"},
    {DAY, "Hezbollah fired rockets.", "Hezbollah=hezbollah/LBN/REB PTY/name"},
    {DAY, "Al-Qaeda claimed the bombing.", "Al-Qaeda=al-qaeda/---/IMG REB/name"},
    {DAY, "M23 rebels took the town.", "M23 rebels=m23/COD/REB/role"},
    {DAY, "Hamas fighters released a hostage.", "Hamas fighters=hamas/PSE/REB/role"},
    {DAY, "Boko Haram abducted the girls.", "Boko Haram=boko-haram/NGA/REB/name"},
    {DAY, "Reuters reported the deal.", "Reuters=reuters/GBR/JRN/name"},
    {DAY, "The Labour Party of New Zealand won.", "!Labour Party"},
    {DAY, "The Labour Party lost seats in the Netherlands, the BBC said.", "!Labour Party"},
    {DAY, "The Labour Party lost seats in Britain.", "Labour Party=gbr-labour-party/GBR/PTY/name"},
    {DAY, "The US Central Intelligence Agency knew it.", "!US; Central Intelligence Agency=usa-cia/USA/SPY/name"},
};

static const test_case ROLES[] = {
    {DAY, "Secretary of State Marco Rubio spoke.", "Marco Rubio=marco-rubio/USA/GOV/apposition; =1"},
    {DAY, "State Department spokesperson Tammy Bruce spoke.", "Tammy Bruce=tammy-bruce/USA/GOV/apposition; =1"},
    {DAY, "Russian Foreign Minister Sergei Lavrov left.", "Sergei Lavrov=sergei-lavrov/RUS/GOV/apposition; =1"},
    {DAY, "Sergei Lavrov, the Russian foreign minister, left.", "Sergei Lavrov=sergei-lavrov/RUS/GOV/apposition; =1"},
    {DAY, "Tomasz Kubiak, a Polish government spokesman, declined to comment.",
     "Tomasz Kubiak=tomasz-kubiak/POL/GOV/apposition; =1"},
    {DAY, "President Donald Trump's special envoy to Ukraine Keith Kellogg met them.",
     "Donald Trump=donald-trump/USA/GOV/apposition; Ukraine=ukr/UKR//name; Keith "
     "Kellogg=keith-kellogg/USA/GOV/apposition"},
    {DAY, "He met the Ukrainian presidential chief of staff, Andriy Yermak, in London.",
     "Andriy Yermak=andriy-yermak/UKR/GOV/apposition"},
    {DAY, "The Ukrainian defense and foreign ministers arrived.",
     "Ukrainian defense and foreign ministers=ukr-defense-minister/UKR/GOV MIL/role; "
     "Ukrainian defense and foreign ministers=ukr-foreign-minister/UKR/GOV/role; =2"},
    {DAY, "President of Ukraine Volodymyr Zelensky spoke.",
     "Volodymyr Zelensky=volodymyr-zelenskyy/UKR/GOV/apposition; =1"},
    {"2015-02-01", "President Ali Abdullah Saleh of Yemen resigned.",
     "Ali Abdullah Saleh=ali-abdullah-saleh/YEM/GOV/apposition"},
    {DAY, "The U.N. secretary-general praised the deal.",
     "U.N. secretary-general=united-nations-secretary-general/---/UNO/role"},
    {DAY, "Former U.S. special envoy Kurt Volker agreed.", "Kurt Volker=kurt-volker/USA/ELI/apposition"},
    {DAY, "Israeli police arrested five protesters.",
     "Israeli police=isr-police/ISR/COP/role; protesters=protesters//CVL/role"},
    {DAY, "Russian troops entered the village.", "Russian troops=rus-military/RUS/MIL/role"},
    {DAY, "French lawmakers passed the bill.", "French lawmakers=fra-lawmakers/FRA/LEG/role"},
    {DAY, "Protesters in Tbilisi threw stones.", "Protesters=geo-protesters/GEO/CVL/role"},
    {DAY, "The U.K.'s foreign ministry issued a statement.",
     "U.K.'s foreign ministry=gbr-foreign-ministry/GBR/GOV/role"},
    {DAY, "The Scholz government rejected it.", "Scholz government=deu/DEU/GOV/role; =1"},
    {DAY, "The Trump administration imposed tariffs.", "Trump administration=usa/USA/GOV/role; =1"},
    {DAY, "The administration of President Lula rejected the plan.", "administration=bra/BRA/GOV/role"},
    {DAY, "Russia's defense ministry denied it.", "Russia's defense ministry=rus-defense-ministry/RUS/GOV MIL/role"},
    {DAY, "The Chinese government protested.", "Chinese government=chn/CHN/GOV/role"},
    {DAY, "The Venezuelan parliament voted.", "Venezuelan parliament=ven-parliament/VEN/LEG/role"},
    {DAY, "Gunmen killed two civilians.", "Gunmen=gunmen//UAF/role; civilians=civilians//CVL/role"},
    {DAY, "The general election was postponed.", "!general; =0"},
    {DAY, "General Motors closed a plant.", "!General; General Motors=general-motors///name; =1"},
    {DAY, "He gave the State of the Union address.", "!Union"},
    {DAY, "The government shutdown went on.", "!government"},
    {DAY, "A terrorist attack killed ten people.", "!terrorist; =0"},
    {DAY, "Indian and Chinese soldiers clashed.",
     "Indian and Chinese soldiers=ind-military/IND/MIL/role; Indian and Chinese soldiers=chn-military/CHN/MIL/role; "
     "=2"},
    {DAY, "Officials from Britain, France and Germany met.",
     "Officials=gbr-officials/GBR/GOV/role; Officials=fra-officials/FRA/GOV/role; "
     "Officials=deu-officials/DEU/GOV/role; =3"},
    {DAY, "The leaders of France and Germany met.",
     "leaders=fra-leaders/FRA/GOV/role; leaders=deu-leaders/DEU/GOV/role; =2"},
    {DAY, "The ambassador returned to the capital.", "ambassador=ambassador//GOV/role"},
    {DAY, "A Hamas spokesman denied the report.", "Hamas spokesman=hamas-spokesperson/PSE/REB/role"},
    {DAY, "Police in Atlanta said Georgia Governor Brian Kemp had left.", "Brian Kemp=brian-kemp/USA/GOV/apposition"},
    {DAY, "CONMEBOL president Gianni Infantino spoke.", "Gianni Infantino=gianni-infantino///apposition"},
    {DAY, "He was the patriarch of the Russian Orthodox Church.",
     "Russian Orthodox Church=russian-orthodox-church/RUS/REL/name"},
    {DAY, "The president of Minsheng Banking Corporation resigned.", "!president"},
    {DAY, "African Union Commission chairman Moussa Faki spoke.", "Moussa Faki=moussa-faki-mahamat/---/IGO/*"},
    {DAY, "EU foreign ministers met.", "EU foreign ministers=european-union-foreign-ministers/---/EUR/role"},
    {DAY, "Russia began to withdraw its forces.", "forces=rus-military/RUS/MIL/role"},
    {DAY, "Turkey withdrew troops from Syria.", "troops=military//MIL/role; Turkey=tur/TUR//name"},
    {DAY, "Iran-backed rebels seized a ship.", "rebels=rebels//REB/role; Iran=irn/IRN//name"},
    {DAY, "China's premier met the Thai king.",
     "China's premier=li-qiang/CHN/GOV/role; Thai king=king-maha-vajiralongkorn/THA/GOV/role"},
    {DAY, "Peru's army chief spoke.", "Peru's army chief=per-army-chief/PER/MIL/role"},
    {DAY, "Zimbabwe's president lashed out at Britain.", "Zimbabwe's president=emmerson-mnangagwa/ZWE/GOV/role"},
    {DAY, "The rebel leader surrendered.", "rebel leader=leader//REB/role"},
    {DAY, "Ukraine and its European allies met.", "Ukraine=ukr/UKR//name; =2"},
};

static const test_case PERSONS[] = {
    {DAY, "Putin spoke with Netanyahu.",
     "Putin=vladimir-putin/RUS/GOV/name; Netanyahu=benjamin-netanyahu/ISR/GOV/name"},
    {"2010-05-01", "Netanyahu met Medvedev and Putin.",
     "Netanyahu=benjamin-netanyahu/ISR/GOV/name; Putin=vladimir-putin/RUS/GOV/name"},
    {"2022-03-01", "Zelenskiy called Biden.",
     "Zelenskiy=volodymyr-zelenskyy/UKR/GOV/name; Biden=joe-biden/USA/GOV/name"},
    {"2025-06-01", "Biden spoke at a school.", "!Biden"},
    {"2025-06-01", "Joe Biden spoke at a school.", "Joe Biden=joe-biden/USA//name"},
    {"", "Putin spoke.", "Putin=vladimir-putin/RUS//name"},
    {"2019-03-01", "President Trump met Prime Minister May.",
     "Trump=donald-trump/USA/GOV/apposition; May=theresa-may/GBR/GOV/apposition"},
    {"2003-03-20", "President Bush spoke to Prime Minister Blair.",
     "Bush=george-w-bush/USA/GOV/apposition; Blair=tony-blair/GBR/GOV/apposition"},
    {DAY, "Melania Trump visited the hospital. Donald Trump stayed at home.",
     "Melania Trump=melania-trump/*//name; Donald Trump=donald-trump/USA/GOV/name"},
    {DAY, "Venezuelan politician Juan Requesens was arrested.", "Juan Requesens=juan-requesens/VEN//apposition"},
    {DAY, "The house was sold to Smith.", "!Smith"},
    {DAY, "Iran's Javad Zarif arrived.", "Javad Zarif=mohammad-javad-zarif/IRN//name"},
    {DAY, "Finance Minister Anna Kowalska of Poland resigned. Kowalska gave no reason.",
     "Anna Kowalska=anna-kowalska/POL/GOV/apposition; Kowalska=anna-kowalska/POL/GOV/name"},
    {DAY, "Recep Tayyip Erdoğan met Erdogan's critics.",
     "Recep Tayyip Erdoğan=recep-tayyip-erdogan/TUR/GOV/name; Erdogan=recep-tayyip-erdogan/TUR/GOV/name"},
    {DAY, "Israel Katz warned Lebanon.", "Israel Katz=israel-katz/ISR/GOV MIL/name; !Israel; Lebanon=lbn/LBN//name"},
    {DAY, "Kim Jong-un and Kim Jong Un are one man.",
     "Kim Jong-un=kim-jong-un/PRK/GOV/name; Kim Jong Un=kim-jong-un/PRK/GOV/name"},
    {DAY, "Mark Rutte praised the allies.", "Mark Rutte=mark-rutte/---/IGO/name"},
    {"2023-01-15", "Mark Rutte praised the allies.", "Mark Rutte=mark-rutte/NLD/GOV/name"},
    {DAY, "Wagner wrote an opera.", "Wagner=wagner///*"},
};

static const test_case ANAPHORA[] = {
    {DAY, "Putin said he would attend.", "he=vladimir-putin/RUS/GOV/pronoun"},
    {DAY, "Angela Merkel arrived. She met Emmanuel Macron.", "She=angela-merkel/DEU/*/pronoun"},
    {DAY, "Scholz met Macron in Paris, and the cook said he left.", "!he"},
    {DAY, "Angela Merkel told Emmanuel Macron that she was tired.", "she=angela-merkel/DEU/*/pronoun"},
    {DAY, "The weather was bad. He left.", "!He"},
    {DAY, "Putin met him in Moscow.", "!him"},
    {DAY, "The Scholz government rejected it.", "!it"},
    {DAY, "Iran said it would retaliate.", "it=irn/IRN//pronoun"},
    {DAY, "China urged Russia to withdraw its troops.", "its=rus/RUS//pronoun; troops=rus-military/RUS/MIL/role"},
    {DAY, "The U.S. imposed sanctions on Russia over its war.", "!its"},
    {DAY, "It rained in Geneva.", "!It"},
    {DAY, "Kyiv and Moscow received a proposal. Both sides rejected it.",
     "Both sides=ukr/UKR/GOV/group; Both sides=rus/RUS/GOV/group"},
    {DAY, "Israel and Hamas agreed to a truce, and both sides released hostages.",
     "both sides=isr/ISR//group; both sides=hamas/PSE/REB/group"},
    {DAY, "Both sides rejected it.", "!Both sides"},
    {DAY, "Britain, France and Germany met. Both sides left.", "!Both sides"},
    {DAY, "Syria accused Israel. The two countries exchanged fire.",
     "two countries=syr/SYR//group; two countries=isr/ISR//group"},
    {DAY, "Two countries left the pact.", "!Two countries"},
    {DAY, "Poland's foreign ministry denied it. The ministry gave no details.",
     "ministry=pol-foreign-ministry/POL/GOV/role"},
    {DAY, "Poland's defense ministry and Latvia's interior ministry agreed. The ministry gave no details.",
     "ministry=ministry//GOV/role"},
    {DAY, "Russian President Vladimir Putin met officials. The president left early.",
     "president=vladimir-putin/RUS/GOV/role"},
};

static const test_case DATES[] = {
    {DAY, "The talks collapsed on Wednesday.", "@Wednesday=2025-04-23..2025-04-23/day"},
    {DAY, "She confirmed Tuesday that he would go.", "@Tuesday=2025-04-22..2025-04-22/day"},
    {DAY, "They met on Thursday.", "@Thursday=2025-04-17..2025-04-17/day"},
    {DAY, "They will meet on Friday.", "@Friday=2025-04-25..2025-04-25/day"},
    {DAY, "They agreed to meet on Monday.", "@Monday=2025-04-28..2025-04-28/day"},
    {DAY, "The talks are scheduled for Sunday.", "@Sunday=2025-04-27..2025-04-27/day"},
    {DAY, "He arrived early Wednesday.", "@early Wednesday=2025-04-23..2025-04-23/day"},
    {DAY, "He left on Tuesday morning.", "@Tuesday morning=2025-04-22..2025-04-22/day"},
    {DAY, "He said it last week.", "@last week=2025-04-14..2025-04-20/week"},
    {DAY, "Next week marks a hundred days.", "@Next week=2025-04-28..2025-05-04/week"},
    {DAY, "They met this week.", "@this week=2025-04-21..2025-04-27/week"},
    {DAY, "They met last month.", "@last month=2025-03-01..2025-03-31/month"},
    {DAY, "They met last year.", "@last year=2024-01-01..2024-12-31/year"},
    {"2025-01-10", "They met last month.", "@last month=2024-12-01..2024-12-31/month"},
    {DAY, "They met yesterday.", "@yesterday=2025-04-22..2025-04-22/day"},
    {DAY, "They meet tomorrow.", "@tomorrow=2025-04-24..2025-04-24/day"},
    {DAY, "They met today.", "@today=2025-04-23..2025-04-23/day"},
    {DAY, "It happened three days ago.", "@three days ago=2025-04-20..2025-04-20/day"},
    {DAY, "It happened two weeks ago.", "@two weeks ago=2025-04-07..2025-04-13/week"},
    {DAY, "It happened 10 years ago.", "@10 years ago=2015-01-01..2015-12-31/year"},
    {DAY, "The war began on 3 May 2024 and ended two weeks later.",
     "@3 May 2024=2024-05-03..2024-05-03/day; @two weeks later=2024-05-13..2024-05-19/week"},
    {DAY, "The deal was signed on April 23, 2019.", "@April 23, 2019=2019-04-23..2019-04-23/day"},
    {DAY, "The deal was signed on 23 April 2019.", "@23 April 2019=2019-04-23..2019-04-23/day"},
    {DAY, "The deal was signed on Apr. 3.", "@Apr. 3=2025-04-03..2025-04-03/day"},
    {DAY, "The deal was signed on 2019-04-23.", "@2019-04-23=2019-04-23..2019-04-23/day"},
    {DAY, "The deal was signed in November.", "@November=2024-11-01..2024-11-30/month"},
    {DAY, "The deal will be signed in November.", "@November=2025-11-01..2025-11-30/month"},
    {DAY, "The deal will be signed in February.", "@February=2026-02-01..2026-02-28/month"},
    {DAY, "The annexation took place in 2014.", "@2014=2014-01-01..2014-12-31/year"},
    {DAY, "Russia has fought since 2022.", "@2022=2022-01-01../year"},
    {DAY, "The war of the 1990s ended.", "@the 1990s=1990-01-01..1999-12-31/year"},
    {DAY, "The summit ran from 3 to 5 May 2024.", "@3 to 5 May 2024=2024-05-03..2024-05-05/day"},
    {DAY, "The summit ran on May 3-5, 2024.", "@May 3-5, 2024=2024-05-03..2024-05-05/day"},
    {DAY, "It was signed on Friday, April 18, 2025.", "@Friday, April 18, 2025=2025-04-18..2025-04-18/day"},
    {DAY, "He visited last Friday.", "@last Friday=2025-04-18..2025-04-18/day"},
    {DAY, "Over the past two weeks they met.", "@the past two weeks=2025-04-09..2025-04-23/week"},
    {DAY, "They fought over the weekend.", "@the weekend=2025-04-19..2025-04-20/day"},
    {DAY, "The truce holds until Saturday.", "@Saturday=2025-04-26..2025-04-26/day"},
    {DAY, "They signed on 1 March 2024 and left the next day.", "@the next day=2024-03-02..2024-03-02/day"},
    {DAY, "He may leave.", "!@may"},
    {DAY, "The soldiers march north.", "!@march"},
    {DAY, "May God protect them.", "!@May"},
    {DAY, "About 2014 people came.", "!@2014"},
    {DAY, "There were 1945 cases.", "!@1945"},
    {DAY, "The Sunday Telegraph reported it.", "!@Sunday"},
    {DAY, "On February 30, 2020 they met.", "!@February 30, 2020"},
    {DAY, "It followed the Oct. 7 attack.", "!@Oct. 7"},
    {"", "They met on Wednesday.", "!@Wednesday"},
    {"", "They met last week.", "!@last week"},
    {"", "They met on April 3.", "!@April 3"},
    {"", "They met on April 3, 2020.", "@April 3, 2020=2020-04-03..2020-04-03/day"},
    {"", "They met in 2014.", "@2014=2014-01-01..2014-12-31/year"},
    {"2024-03-01", "They met yesterday.", "@yesterday=2024-02-29..2024-02-29/day"},
};

static const test_case PLACES[] = {
    {DAY, "The talks took place in London.", "#London=London/GBR"},
    {DAY, "The army shelled Kharkiv.", "#Kharkiv=Kharkiv/UKR"},
    {DAY, "The ministers met in Geneva and Vienna.", "#Geneva=Geneva/CHE; #Vienna=Vienna/AUT"},
    {DAY, "Fighting raged near Goma, Congo.", "#Goma=Goma/COD"},
    {DAY, "A blast hit a market in Hyderabad, Pakistan.", "#Hyderabad=Hyderabad/PAK"},
    {DAY, "A blast hit a market in Hyderabad.", "!#Hyderabad"},
    {DAY, "Ships sailed through the Strait of Hormuz.", "#Strait of Hormuz=Strait of Hormuz/"},
    {DAY, "Settlers in the West Bank attacked a village.", "#West Bank=West Bank/PSE"},
    {DAY, "Troops left Crimea.", "#Crimea=Crimea/UKR"},
    {DAY, "They met at Camp David.", "#Camp David=Camp David/USA"},
    {DAY, "The Geneva talks failed.", "#Geneva=Geneva/CHE"},
    {DAY, "The Moscow Times reported it.", "!#Moscow"},
    {DAY, "Paris Hilton arrived.", "!#Paris"},
    {DAY, "The president flew to Brazil.", "#Brazil=Brazil/BRA"},
    {DAY, "Aid reached Rafah and Khan Younis.", "#Rafah=Rafah/PSE"},
    {DAY, "London rejected the plan.", "!#London"},
};

CHECK_ALL(test_states, STATES)
CHECK_ALL(test_times_of_names, TIMES_OF_NAMES)
CHECK_ALL(test_holders, HOLDERS)
CHECK_ALL(test_groupings, GROUPINGS)
CHECK_ALL(test_metonyms, METONYMS)
CHECK_ALL(test_organizations, ORGANIZATIONS)
CHECK_ALL(test_roles, ROLES)
CHECK_ALL(test_persons, PERSONS)
CHECK_ALL(test_anaphora, ANAPHORA)
CHECK_ALL(test_dates, DATES)
CHECK_ALL(test_places, PLACES)

/* A title, an apposition and the name lead to the same mention; a shared wording to all its members. */
static void test_tokens_lead_to_mentions(void **state)
{
    (void)state;
    if (!file) skip();
    test_reading reading;
    drg_text text = BASE_LITERAL("The Russian foreign minister, Sergei Lavrov, met British and French officials.");
    read_text(&reading, BASE_LITERAL(DAY), text);
    uint32_t minister = DRG_NONE, name = DRG_NONE, officials = DRG_NONE;
    for (uint32_t i = 0; i < reading.document.tokens.count; i++) {
        drg_text word = record_wording(&reading.document, reading.document.tokens.items[i].span);
        if (base_text_is(word, "minister")) minister = i;
        if (base_text_is(word, "Lavrov")) name = i;
        if (base_text_is(word, "officials")) officials = i;
    }
    uint32_t first = DRG_NONE;
    assert_int_not_equal(find_mention_at(&reading.document, name), DRG_NONE);
    assert_int_equal(find_mention_at(&reading.document, minister), find_mention_at(&reading.document, name));
    assert_int_equal(find_mentions_at(&reading.document, officials, &first), 2);
    assert_int_equal(find_mention_at(&reading.document, (uint32_t)reading.document.tokens.count), DRG_NONE);
    assert_int_equal(find_date_at(&reading.document, name), DRG_NONE);
    close_text(&reading);
}

static size_t notes_of(const char *day, const char *sentence)
{
    test_reading reading;
    read_text(&reading, base_text_from(day), base_text_from(sentence));
    size_t notes = reading.document.notes.count;
    close_text(&reading);
    return notes;
}

/* What only the day of the report would resolve is noted once where that day is not known. */
static void test_undated_reports(void **state)
{
    (void)state;
    if (!file) skip();
    assert_int_equal(notes_of("", "Norway met Sweden on Monday. They will meet again next week."), 1);
    assert_int_equal(notes_of(DAY, "Norway met Sweden on Monday. They will meet again next week."), 0);
    assert_int_equal(notes_of("", "Norway met Sweden on 5 May 2024."), 0);
    assert_int_equal(notes_of("", "Norway met Sweden."), 0);
}

/* Long rows of names, titles and pronouns stay linear and inside their bounds. */
static void test_long_rows(void **state)
{
    (void)state;
    if (!file) skip();
    static const char *const pieces[] = {"President of the ", "Russian and ", "his ", "Michael ",
                                         "April 3-",          "Kyiv, ",       "'s "};
    for (size_t piece = 0; piece < sizeof pieces / sizeof *pieces; piece++) {
        base_arena arena;
        base_arena_open(&arena, 0, NULL);
        BASE_VECTOR(char) bytes = {0};
        for (size_t i = 0; i < 2000; i++)
            for (const char *at = pieces[piece]; *at; at++) base_push(&arena, &bytes) = *at;
        test_reading reading;
        read_text(&reading, BASE_LITERAL(DAY), (drg_text){bytes.items, bytes.count});
        drg_error error;
        if (record_check(&reading.document, &error) != DRG_OK) fail_msg("%s", error.message);
        close_text(&reading);
        base_arena_close(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states),          cmocka_unit_test(test_times_of_names),
        cmocka_unit_test(test_holders),         cmocka_unit_test(test_groupings),
        cmocka_unit_test(test_metonyms),        cmocka_unit_test(test_organizations),
        cmocka_unit_test(test_roles),           cmocka_unit_test(test_persons),
        cmocka_unit_test(test_anaphora),        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_places),          cmocka_unit_test(test_tokens_lead_to_mentions),
        cmocka_unit_test(test_undated_reports), cmocka_unit_test(test_long_rows),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
