/* SPDX-License-Identifier: Apache-2.0
 * Pronouns and nouns that point back: what they mean, and where nobody can know. See find_cases.h. */
#include "find/find_cases.h"

#define DAY "2025-04-23" /* a Wednesday */

static const test_case HE_AND_SHE[] = {
    {DAY, "Putin said he was ready for talks.", "he=vladimir-putin/RUS/GOV/pronoun"},
    {DAY, "Rubio said his staff would join the talks.", "his=marco-rubio/USA/GOV/pronoun"},
    {DAY, "Meloni said she would host the summit.", "she=giorgia-meloni/ITA/GOV/pronoun"},
    {DAY, "Macron postponed his trip to Cairo.", "his=emmanuel-macron/FRA/GOV/pronoun"},
    {DAY, "Lavrov defended himself against the charge.", "himself=sergei-lavrov/RUS/GOV/pronoun"},
    {DAY, "Zelenskyy rejected the plan. He called it a trap.", "He=volodymyr-zelenskyy/UKR/GOV/pronoun"},
    {DAY, "Erdogan spoke in Ankara. He warned of a new war.", "He=recep-tayyip-erdogan/TUR/GOV/pronoun"},
    {DAY, "Penny Wong met the striking dockers. She promised them an answer.", "She=penny-wong/AUS/*/pronoun"},
    {DAY, "Prime Minister Anna Berg of Norway arrived in Oslo. She condemned the attack.",
     "She=anna-berg/NOR/GOV/pronoun"},
    {DAY, "Peter Moyo, the Zambian defense minister, said he had ordered a retreat.",
     "he=peter-moyo/ZMB/GOV MIL/pronoun"},
    {DAY, "Trump promised to end the war on his first day in office.", "his=donald-trump/USA/GOV/pronoun"},
    {DAY, "Witkoff told reporters he would return to Doha.", "he=steve-witkoff/USA/GOV/pronoun"},
    {DAY, "Merz flew to Kyiv, where he met soldiers.", "he=friedrich-merz/DEU/*/pronoun"},
    {DAY, "Starmer said that if talks failed, he would send arms.", "he=keir-starmer/GBR/GOV/pronoun"},
    {DAY, "Netanyahu fired his defense minister.", "his=benjamin-netanyahu/ISR/GOV/pronoun"},
    {DAY, "Fidan welcomed the deal, but he asked for guarantees.", "he=hakan-fidan/TUR/GOV/pronoun"},
    {DAY, "\"We will fight on,\" Zelenskyy said. He thanked the troops.", "He=volodymyr-zelenskyy/UKR/GOV/pronoun"},
    {DAY, "Maria Lopez, a Chilean judge, lost her seat.", "her=maria-lopez/CHL/JUD/pronoun"},
    {DAY, "Kallas urged member states to send shells. She said time was short.", "She=kaja-kallas/*/*/pronoun"},
    {DAY, "In his speech, Putin praised the army.", "his=vladimir-putin/RUS/GOV/pronoun"},
    {DAY, "After his talks in Riyadh, Witkoff flew to Moscow.", "his=steve-witkoff/USA/GOV/pronoun"},
    {DAY, "Sheinbaum called Trump on Monday. She rejected the tariffs.", "She=claudia-sheinbaum/MEX/GOV/pronoun"},
    {DAY, "Trump met Sheinbaum on Monday. She rejected the tariffs.", "She=claudia-sheinbaum/MEX/GOV/pronoun"},
    {DAY, "Meloni met Orban in Rome. She asked for his vote.", "She=giorgia-meloni/ITA/GOV/pronoun"},
};

static const test_case HE_LEFT_OPEN[] = {
    {DAY, "He rejected the plan.", "!He; =0"},
    {DAY, "Her brother was shot in the street.", "!Her"},
    {DAY, "Ukraine rejected the plan. He was not there.", "!He"},
    {DAY, "Meloni left Rome. He stayed behind.", "!He"},
    {DAY, "Macron left Paris. Her aides stayed.", "!Her"},
    {DAY, "Putin met Lavrov and Shoigu in Sochi. A farmer said he had seen them.", "he=farmers/*/*/pronoun"},
    {DAY, "Trump met a nurse and a teacher. The nurse said she was afraid.", "she=medics/*/*/pronoun"},
    {DAY, "Russia and Ukraine traded fire. She saw it.", "!She"},
    {DAY, "Lavrov wrote to him.", "!him"},
    {DAY, "Zelenskyy met him in Rome.", "!him"},
    {DAY, "The European Union said he must go.", "!he"},
};

static const test_case IT_AND_ITS[] = {
    {DAY, "Iran said it would retaliate.", "it=irn/IRN//pronoun"},
    {DAY, "Ukraine and its allies met.", "its=ukr/UKR//pronoun"},
    {DAY, "China urged Russia to withdraw its troops.", "its=rus/RUS//pronoun; troops=rus-military/RUS/MIL/role"},
    {DAY, "Israel recalled its ambassador.", "its=isr/ISR//pronoun; ambassador=isr-ambassador/ISR/GOV/role"},
    {DAY, "Hamas said it had accepted the truce.", "it=hamas/PSE/*/pronoun"},
    {DAY, "NATO said it would send more jets.", "it=nato/---/*/pronoun"},
    {DAY, "India closed its border after the attack.", "its=ind/IND//pronoun"},
    {DAY, "Hezbollah fired rockets after it lost a commander.", "it=hezbollah/LBN/*/pronoun"},
    {DAY, "The European Union extended its sanctions.", "its=european-union/---/*/pronoun"},
    {DAY, "Turkey said it had shot down a drone.", "it=tur/TUR//pronoun"},
    {DAY, "Poland will close its airspace, and it will call up reservists.", "it=pol/POL//pronoun"},
    {DAY, "North Korea, which tested a missile, said it was ready for war.", "it=prk/PRK//pronoun"},
    {DAY, "Sudan's army said it had retaken the palace.", "it=sdn-military/SDN/MIL/pronoun"},
    {DAY, "Netanyahu said Israel would defend itself.", "itself=isr/ISR//pronoun"},
    {DAY, "Iran warned Israel. It said the strike would be answered.", "It=irn/IRN//pronoun"},
};

static const test_case IT_LEFT_OPEN[] = {
    {DAY, "It is raining in Kyiv.", "!It"},
    {DAY, "It was clear that Russia would attack.", "!It"},
    {DAY, "The U.S. imposed sanctions on Russia over its war.", "!its"},
    {DAY, "The plan failed because it was too late.", "!it"},
    {DAY, "Macron said it was time to act.", "!it"},
    {DAY, "The bridge lost its roof.", "!its"},
    {DAY, "Rubio called it a mistake.", "!it"},
    {DAY, "Putin made it clear that the war would go on.", "!it"},
    {DAY, "Russia met Ukraine on its border.", "!its"},
    {DAY, "France warned it.", "!it"},
};

static const test_case THEY[] = {
    {DAY, "Russia and Ukraine said they would free prisoners.", "they=rus/RUS//group; they=ukr/UKR//group"},
    {DAY, "The rebels said they had taken the town.", "they=rebels/*/REB/pronoun"},
    {DAY, "Macron and Merz said they would travel to Kyiv.",
     "they=emmanuel-macron/FRA/GOV/group; they=friedrich-merz/DEU/*/group"},
    {DAY, "Israel and Egypt reopened their border.", "their=isr/ISR//group; their=egy/EGY//group"},
    {DAY, "Russian troops burned their tanks.", "their=rus-military/RUS/MIL/pronoun"},
    {DAY, "Houthi fighters said they had hit a ship.", "they=*/*/*/pronoun"},
    {DAY, "European diplomats said they were not invited.", "they=*/*/*/pronoun"},
    {DAY, "Iranian officials said they expected an answer.", "they=irn-officials/IRN/GOV/pronoun"},
};

static const test_case THEY_LEFT_OPEN[] = {
    {DAY, "They rejected the plan.", "!They; =0"},
    {DAY, "Putin said they were wrong.", "!they"},
    {DAY, "Ukraine shelled depots, and they burned for days.", "!they"},
    {DAY, "Rubio gave them an answer.", "!them"},
    {DAY, "Trump told them to leave.", "!them"},
};

static const test_case SIDES[] = {
    {DAY, "Ukraine and Russia agreed to a truce. Both sides broke it.",
     "Both sides=ukr/UKR//group; Both sides=rus/RUS//group"},
    {DAY, "India and Pakistan exchanged fire. The two countries recalled their envoys.",
     "two countries=ind/IND//group; two countries=pak/PAK//group"},
    {DAY, "Israel and Hamas met in Doha. Both parties rejected the draft.",
     "Both parties=isr/ISR//group; Both parties=hamas/*/*/group"},
    {DAY, "Trump met Putin in Anchorage. The two leaders discussed a truce.",
     "two leaders=donald-trump/USA/GOV/group; two leaders=vladimir-putin/RUS/GOV/group"},
    {DAY, "Lavrov met Fidan in Ankara. Both ministers signed a deal.",
     "ministers=sergei-lavrov/RUS/GOV/group; ministers=hakan-fidan/TUR/GOV/group"},
    {DAY, "Rubio called Lavrov. The two men agreed to meet.",
     "two men=marco-rubio/USA/GOV/group; two men=sergei-lavrov/RUS/GOV/group"},
    {DAY, "Meloni received Macron in Rome. The pair signed a treaty.",
     "pair=giorgia-meloni/ITA/GOV/group; pair=emmanuel-macron/FRA/GOV/group"},
    {DAY, "Israel and Hamas reached a deal. The latter freed three hostages.", "latter=hamas/*/*/role"},
    {DAY, "Israel and Hamas reached a deal. The former pulled back.", "former=isr/ISR//role"},
    {DAY, "Macron met Merz in Berlin. Both leaders backed Ukraine.",
     "Both leaders=emmanuel-macron/FRA/GOV/group; Both leaders=friedrich-merz/DEU/*/group"},
    {DAY, "Azerbaijan and Armenia signed a treaty. Both countries will withdraw troops.",
     "Both countries=aze/AZE//group; Both countries=arm/ARM//group"},
};

static const test_case SIDES_LEFT_OPEN[] = {
    {DAY, "Both sides rejected the plan.", "!Both sides"},
    {DAY, "Two countries closed their borders.", "!Two countries"},
    {DAY, "Macron, Merz and Starmer met in Kyiv. The two leaders left early.", "!two leaders"},
    {DAY, "Putin spoke in Moscow. Both leaders were pleased.", "!Both leaders"},
    {DAY, "The two leaders shook hands.", "!two leaders"},
    {DAY, "The pair left the hall.", "!pair"},
    {DAY, "France, Britain and Germany met. The latter paid.", "!latter"},
    {DAY, "The former minister left.", "!former"},
    {DAY, "China, India and Russia met. The country left the talks.", "!country"},
};

static const test_case DEFINITE[] = {
    {DAY, "Sudan's army shelled Khartoum. The country has been at war for two years.", "country=sdn/SDN//role"},
    {DAY, "Al-Shabaab attacked a hotel in Mogadishu. The militants killed nine people.",
     "militants=al-shabaab/*/*/role"},
    {DAY, "North Korea fired a missile. The country called it a test.", "country=prk/PRK//role"},
    {DAY, "Hamas freed two hostages. The group wants a truce.", "group=hamas/PSE/*/role"},
    {DAY, "Saudi Arabia cut its ties with Iran. The kingdom expelled diplomats.", "kingdom=sau/SAU//role"},
    {DAY, "M23 took the town on Monday. The movement denied killing civilians.", "movement=m23/*/*/role"},
    {DAY, "NATO met in Brussels. The alliance approved a new plan.", "alliance=nato/---/*/role"},
    {DAY, "The European Union met in Brussels. The bloc froze the assets.", "bloc=european-union/---/*/role"},
    {DAY, "Haiti has no elected president. Gangs control most of the country.", "country=hti/HTI//role"},
    {DAY, "Mali expelled the ambassador. The country wants an apology.", "country=mli/MLI//role"},
    {DAY, "Boko Haram attacked a village. The militia has abducted children before.", "militia=boko-haram/*/*/role"},
    {DAY, "Putin spoke in Sochi. The Russian leader praised the army.", "Russian leader=vladimir-putin/RUS/*/role"},
    {DAY, "Ethiopian troops crossed the border. The country denied it.", "country=eth/ETH//role"},
};

static const test_case DEFINITE_LEFT_OPEN[] = {
    {DAY, "The country is at war.", "!country"},
    {DAY, "Iraq invaded Kuwait. The country was burning.", "!country"},
    {DAY, "Macron spoke. The country listened.", "!country"},
    {DAY, "Hamas and Hezbollah fired rockets. The group denied it.", "!group"},
    {DAY, "A group of farmers blocked the road.", "!group"},
    {DAY, "The group of experts left Hamas alone.", "!group"},
    {DAY, "Iran met Iraq. The kingdom of peace was far.", "!kingdom"},
    {DAY, "Russia attacked. The neighbouring country closed its border.", "!country"},
    {DAY, "The alliance collapsed.", "!alliance"},
};

static const test_case COUNTERPARTS[] = {
    {DAY, "Rubio met his Ukrainian counterpart in Paris.", "Ukrainian counterpart=andrii-sybiha/UKR/GOV/role"},
    {DAY, "Putin called his Turkish counterpart.", "Turkish counterpart=recep-tayyip-erdogan/TUR/GOV/role"},
    {DAY, "Lavrov met his American counterpart.", "American counterpart=marco-rubio/USA/GOV/role"},
    {DAY, "Macron wrote to his Egyptian counterpart.", "Egyptian counterpart=abdel-fattah-el-sisi/EGY/GOV/role"},
    {DAY, "Fidan received his Iranian counterpart in Ankara.", "Iranian counterpart=*/IRN/GOV/role"},
    {DAY, "Trump met his counterpart.", "counterpart=*//GOV/role"},
    {DAY, "A farmer met his Ukrainian counterpart.", "Ukrainian counterpart=*/UKR/GOV/role"},
};

CHECK_ALL(test_he_and_she, HE_AND_SHE)
CHECK_ALL(test_he_left_open, HE_LEFT_OPEN)
CHECK_ALL(test_it_and_its, IT_AND_ITS)
CHECK_ALL(test_it_left_open, IT_LEFT_OPEN)
CHECK_ALL(test_they, THEY)
CHECK_ALL(test_they_left_open, THEY_LEFT_OPEN)
CHECK_ALL(test_sides, SIDES)
CHECK_ALL(test_sides_left_open, SIDES_LEFT_OPEN)
CHECK_ALL(test_definite, DEFINITE)
CHECK_ALL(test_definite_left_open, DEFINITE_LEFT_OPEN)
CHECK_ALL(test_counterparts, COUNTERPARTS)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_he_and_she),   cmocka_unit_test(test_he_left_open),
        cmocka_unit_test(test_it_and_its),   cmocka_unit_test(test_it_left_open),
        cmocka_unit_test(test_they),         cmocka_unit_test(test_they_left_open),
        cmocka_unit_test(test_sides),        cmocka_unit_test(test_sides_left_open),
        cmocka_unit_test(test_definite),     cmocka_unit_test(test_definite_left_open),
        cmocka_unit_test(test_counterparts),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
