/* SPDX-License-Identifier: Apache-2.0
 * Places: which names are places, which place they mean, and whether the text puts something there. The first table
 * needs our own lists only, the second the gazetteer (tools/fetch_gazetteer.sh); its tests are skipped in a data file
 * that was built without it. Also lines of a gazetteer that nobody should trust. */
#include "find/find_cases.h"

#include <unistd.h>

#include "find/gazetteer.h"
#include "find/lists.h"

#define DAY "2025-04-23"

static const test_case LISTED[] = {
    {DAY, "Aid trucks entered Gaza on Monday.", "#Gaza=Gaza Strip/PSE/*/there"},
    {DAY, "Residents returned to Gaza City.", "#Gaza City=Gaza City/PSE"},
    {DAY, "Warships patrol the Red Sea off Egypt.", "#Red Sea=Red Sea/"},
    {DAY, "Jets bombed South Lebanon.", "#Lebanon=Lebanon/LBN"},
    {DAY, "Leaders of Moldova and Georgia thanked the United States.", "#Georgia=Georgia/GEO; #Moldova=Moldova/MDA"},
    {DAY, "Officials in Puerto Rico and Bermuda braced for the storm.",
     "#Puerto Rico=Puerto Rico/PRI; #Bermuda=Bermuda/BMU"},
    {DAY, "Schools in Scotland closed.", "#Scotland=Scotland/GBR"},
    {DAY, "It was hell on Earth.", "!#Earth"},
    {DAY, "He did not fracture the West.", "!#West"},
    {DAY, "The delegations met in Geneva on Monday.", "#Geneva=Geneva/CHE/*/there"},
    {DAY, "The Geneva talks collapsed.", "#Geneva=Geneva/CHE/*/there"},
    {DAY, "Shells fell on Kharkiv overnight.", "#Kharkiv=Kharkiv/UKR"},
    {DAY, "Moscow said it would retaliate.", "!#Moscow; Moscow=rus/RUS/GOV/metonym"},
    {DAY, "A bomb went off in Moscow.", "#Moscow=Moscow/RUS/*/there; !Moscow"},
    {DAY, "The Moscow Times covered the vote.", "!#Moscow"},
    {DAY, "Washington and Beijing traded accusations.", "!#Washington; !#Beijing"},
    {DAY, "Protesters marched through Washington.", "#Washington=*/USA/*/there"},
    {DAY, "The envoy arrived in Washington, D.C., late at night.", "#Washington, D.C.=Washington/USA"},
    {DAY, "Troops left Goma, Congo.", "#Goma=Goma/COD/*/there"},
    {DAY, "A blast hit a market in Hyderabad.", "!#Hyderabad"},
    {DAY, "A blast hit a market in Hyderabad, Pakistan.", "#Hyderabad=Hyderabad/PAK"},
    {DAY, "India sent police to Hyderabad after the blast.", "#Hyderabad=*/IND"},
    {DAY, "Pakistani troops moved into Hyderabad.", "#Hyderabad=Hyderabad/PAK"},
    {DAY, "Tankers crossed the Strait of Hormuz.", "#Strait of Hormuz=Strait of Hormuz/"},
    {DAY, "Gunmen crossed the Line of Control.", "#Line of Control=Line of Control/"},
    {DAY, "Refugees in Zaatari went without water.", "#Zaatari=Zaatari/JOR/*/there"},
    {DAY, "Aid trucks waited at the Rafah crossing.", "#Rafah crossing=Rafah crossing/PSE/*/there"},
    {DAY, "Israel kept troops in the Philadelphi corridor.", "#Philadelphi corridor=Philadelphi corridor/PSE"},
    {DAY, "Rebels took Bunagana near the border.", "#Bunagana=Bunagana/COD"},
    {DAY, "A drone struck Qamishli at dawn.", "#Qamishli=Qamishli/SYR"},
    {DAY, "Ships unloaded grain at Hodeidah.", "#Hodeidah=Hodeidah/YEM/*/there"},
    {DAY, "Fighting spread across the Donbas.", "#Donbas=Donbas/UKR"},
    {DAY, "Famine looms in Darfur.", "#Darfur=Darfur/SDN"},
    {DAY, "The war in Tigray displaced thousands.", "#Tigray=Tigray/ETH"},
    {DAY, "Jihadists roam the Sahel.", "#Sahel=Sahel/"},
    {DAY, "They spoke at the Palais des Nations.", "#Palais des Nations=Palais des Nations/CHE"},
    {DAY, "The leaders went to Camp David.", "#Camp David=Camp David/USA"},
    {DAY, "A shell landed beside the Zaporizhzhia nuclear power plant.",
     "#Zaporizhzhia nuclear power plant=Zaporizhzhia nuclear plant/UKR"},
    {DAY, "Patrols sailed into the Red Sea.", "#Red Sea=Red Sea/"},
    {DAY, "The frigate entered the Black Sea.", "#Black Sea=Black Sea/"},
    {DAY, "Clashes broke out in the Galwan Valley.", "#Galwan Valley=Galwan Valley/"},
    {DAY, "Armenia kept the Lachin corridor closed.", "#Lachin corridor=Lachin corridor/AZE"},
    {DAY, "The Kakhovka dam burst.", "#Kakhovka dam=Kakhovka dam/UKR"},
    {DAY, "Troops crossed the Dnieper.", "#Dnieper=Dnipro River/UKR"},
    {DAY, "Rockets hit Ain al-Asad.", "#Ain al-Asad=Ain al-Asad/IRQ"},
    {DAY, "Inspectors returned to Natanz.", "#Natanz=Natanz/IRN"},
    {DAY, "The summit took place at Schloss Elmau.", "#Schloss Elmau=Schloss Elmau/DEU"},
    {DAY, "They signed the accord at Dayton Peace Hall.", "!#Hall"},
    {DAY, "The hospital in Jabalia ran out of fuel.", "#Jabalia=Jabalia/PSE"},
    {DAY, "Fighters regrouped in Sambisa Forest.", "#Sambisa Forest=Sambisa Forest/NGA"},
    {DAY, "The coast guard patrols Scarborough Shoal.", "#Scarborough Shoal=Scarborough Shoal/"},
    {DAY, "France withdrew its soldiers from Kidal.", "#Kidal=Kidal/MLI"},
    {DAY, "People fled El Fasher on foot.", "#El Fasher=El Fasher/SDN"},
    {DAY, "Clashes erupted in Helmand province.", "#Helmand=Helmand/AFG"},
    {DAY, "Officials in Kherson oblast ordered people out.", "#Kherson=Kherson/UKR/Kherson"},
    {DAY, "The governor of Louisiana asked for help.", "#Louisiana=Louisiana/USA/Louisiana"},
    {DAY, "Floods hit Bavaria and Saxony.", "#Bavaria=Bavaria/DEU; #Saxony=Saxony/DEU"},
    {DAY, "Tourists avoid Catalonia.", "#Catalonia=Catalonia/ESP"},
    {DAY, "Aid reached northern Syria.", "#Syria=Syria/SYR"},
    {DAY, "The president flew to Brazil.", "#Brazil=Brazil/BRA/*/there"},
    {DAY, "Brazil rejected the plan.", "#Brazil=Brazil/BRA/*/aside; Brazil=bra/BRA//name"},
    {DAY, "Hundreds fled from Europe to Africa.", "#Europe=Europe/; #Africa=Africa/"},
    {DAY, "Storms crossed the Atlantic.", "#Atlantic=Atlantic Ocean/"},
    {DAY, "The ferry left Gotland.", "#Gotland=Gotland/SWE"},
    {DAY, "The diplomats were expelled from Bamako.", "#Bamako=Bamako/MLI"},
    {DAY, "Kyiv rejected the offer from Tehran.", "!#Kyiv; !#Tehran"},
    {DAY, "The Kremlin denied it.", "!#Kremlin"},
    {DAY, "She spoke to the Associated Press in Cairo.", "#Cairo=Cairo/EGY/*/there"},
    {DAY, "London rejected the plan, and a bomb was found in London.", "#London=London/GBR/*/there"},
    {DAY, "Talks resumed in Doha, Qatar.", "#Doha=Doha/QAT; #Qatar=Qatar/QAT"},
    {DAY, "The Yarmouk camp was shelled.", "#Yarmouk camp=Yarmouk camp/SYR"},
    {DAY, "Turkish jets bombed Qandil.", "#Qandil=Qandil/IRQ"},
    {DAY, "Smugglers crossed the Darien Gap.", "#Darien Gap=Darien Gap/"},
    {DAY, "The base at Diego Garcia stays.", "#Diego Garcia=Diego Garcia/*"},
    {DAY, "Chad sent soldiers to Mali.", "#Chad=Chad/TCD/*/aside; #Mali=Mali/MLI"},
};
CHECK_ALL(test_listed_places, LISTED)

static const test_case TOWNS[] = {
    {DAY, "Police in Springfield, Ill., arrested two men.",
     "#Springfield=Springfield/USA/Illinois; #Ill.=Illinois/USA"},
    {DAY, "Police in Springfield, Massachusetts, arrested two men.", "#Springfield=Springfield/USA/Massachusetts"},
    {DAY, "A fire broke out in Alexandria, Louisiana.", "#Alexandria=Alexandria/USA/Louisiana/there"},
    {DAY, "A fire broke out in Alexandria, Egypt.", "#Alexandria=Alexandria/EGY"},
    {DAY, "A court in Alexandria, Va., heard the case.", "#Alexandria=Alexandria/USA/Virginia"},
    {DAY, "The sheriff of Rapides Parish went to Alexandria.",
     "#Alexandria=Alexandria/USA/Louisiana; #Rapides Parish=Rapides Parish/USA/Louisiana"},
    {DAY, "She moved from London, Ontario, to Paris, Texas.", "#London=London/CAN/Ontario; #Paris=Paris/USA/Texas"},
    {DAY, "She moved from London to Paris.", "#London=London/GBR; #Paris=Paris/FRA"},
    {DAY, "A storm struck Nashville, Memphis and Jackson in Tennessee.", "#Memphis=Memphis/USA/Tennessee"},
    {DAY, "Flooding closed roads in Cleveland, Columbus and Newark, Ohio.",
     "#Newark=Newark/USA/Ohio; #Columbus=Columbus/USA/Ohio"},
    {DAY, "The train runs from Newark to Trenton in New Jersey.",
     "#Newark=Newark/USA/New Jersey; #Trenton=Trenton/USA/New Jersey"},
    {DAY, "Soldiers entered Bakhmut and Chasiv Yar.", "#Bakhmut=Bakhmut/UKR; #Chasiv Yar=Chasiv Yar/UKR"},
    {DAY, "A missile hit Pokrovsk in Ukraine.", "#Pokrovsk=Pokrovsk/UKR"},
    {DAY, "Villagers near Lyman, Ukraine, hid in cellars.", "#Lyman=Lyman/UKR"},
    {DAY, "The plant in Enerhodar was shelled.", "#Enerhodar=Enerhodar/UKR"},
    {DAY, "Rebels shelled Kramatorsk.", "#Kramatorsk=Kramatorsk/UKR"},
    {DAY, "Gunmen stormed a bank in Maiduguri.", "#Maiduguri=Maiduguri/NGA"},
    {DAY, "The bus was going to Peshawar.", "#Peshawar=Peshawar/PAK"},
    {DAY, "He was born in Nizhny Novgorod.", "#Nizhny Novgorod=*/RUS"},
    {DAY, "Workers struck in Lyon and Marseille.", "#Lyon=Lyon/FRA; #Marseille=Marseille/FRA"},
    {DAY, "The mayor of Rotterdam resigned.", "#Rotterdam=Rotterdam/NLD"},
    {DAY, "Rioters burned cars in Malmo, Sweden.", "#Malmo=*/SWE"},
    {DAY, "Police in Malmö arrested him.", "#Malmö=Malmö/SWE"},
    {DAY, "The factory in Wolfsburg closed.", "#Wolfsburg=Wolfsburg/DEU"},
    {DAY, "A Houston man was found dead.", "#Houston=Houston/USA/Texas"},
    {DAY, "Houston residents boiled their water.", "#Houston=Houston/USA/Texas"},
    {DAY, "The Chicago Police Department released the video.", "#Chicago=Chicago/USA/Illinois"},
    {DAY, "Seattle Mayor Anna Brick resigned.", "#Seattle=Seattle/USA/Washington"},
    {DAY, "Boston Globe reporters found the papers.", "!#Boston"},
    {DAY, "The Boston Globe reported it.", "!#Boston"},
    {DAY, "Paris Hilton arrived late.", "!#Paris"},
    {DAY, "Jack London wrote novels.", "!#London"},
    {DAY, "Abraham Lincoln freed the slaves. Lincoln said so himself.", "!#Lincoln"},
    {DAY, "Snow fell on Tuesday in Lincoln, Nebraska.", "#Lincoln=Lincoln/USA/Nebraska"},
    {DAY, "He found it nice. Nice people live there.", "!#Nice"},
    {DAY, "A lorry killed many in Nice, France.", "#Nice=Nice/FRA"},
    {DAY, "Reading is fun for children.", "!#Reading"},
    {DAY, "She took the train to Reading, England.", "#Reading=Reading/GBR"},
    {DAY, "Mobile phones were banned.", "!#Mobile"},
    {DAY, "The ship docked in Mobile, Alabama.", "#Mobile=Mobile/USA/Alabama"},
    {DAY, "Hope remains that they will talk.", "!#Hope"},
    {DAY, "Independence came late to the colony.", "!#Independence"},
    {DAY, "Orange juice prices rose.", "!#Orange"},
    {DAY, "August was hot.", "!#August"},
    {DAY, "In May they met again.", "!#May"},
    {DAY, "Obama said the deal was good.", "!#Obama"},
    {DAY, "Ambassador Sterling left.", "!#Sterling"},
    {DAY, "Senator Warren criticised the bill. Warren then left the room.", "!#Warren"},
    {DAY, "Georgia accused Russia of shelling Tbilisi.", "#Georgia=Georgia/GEO"},
    {DAY, "Voters in Atlanta and Savannah decide who wins Georgia.",
     "#Georgia=Georgia/USA; #Savannah=Savannah/USA/Georgia"},
    {DAY, "Police in Lebanon, Ohio, found the car.", "#Lebanon=Lebanon/USA/Ohio"},
    {DAY, "Israel struck Lebanon.", "#Lebanon=Lebanon/LBN"},
    {DAY, "The farmers of Licking County want rain, and so does Newark.",
     "#Licking County=Licking County/USA/Ohio; #Newark=Newark/USA/Ohio"},
    {DAY, "Crews from Oconee and Clarke counties came to Athens.",
     "#Clarke=Clarke County/USA/Georgia; #Athens=Athens/USA/Georgia"},
    {DAY, "The minister flew to Athens to meet the Greek president.", "#Athens=Athens/GRC"},
    {DAY, "The Birmingham councillors, said the MP, want more money.", "#Birmingham=Birmingham/GBR"},
    {DAY, "Police in Birmingham, Ala., said the sheriff was shot.", "#Birmingham=Birmingham/USA/Alabama"},
    {DAY, "He lives in Cambridge near Boston.", "#Cambridge=Cambridge/USA/Massachusetts"},
    {DAY, "He studied at Oxford and later in Cambridge, England.", "#Cambridge=Cambridge/GBR"},
    {DAY, "Officials in Valencia, Venezuela, blamed the storm.", "#Valencia=Valencia/VEN"},
    {DAY, "Spain sent rescuers to Valencia.", "#Valencia=Valencia/ESP"},
    {DAY, "Russian shells killed two in Myrnohrad.", "#Myrnohrad=Myrnohrad/UKR"},
    {DAY, "Cairo, Illinois, is a small town.", "#Cairo=Cairo/USA/Illinois"},
    {DAY, "Residents of San José protested against the government of Costa Rica.", "#San José=San José/CRI"},
    {DAY, "The plane landed in San Jose, California.", "#San Jose=*/USA/California"},
    {DAY, "Police in Northeast Philadelphia made an arrest.", "#Philadelphia=Philadelphia/USA/Pennsylvania"},
    {DAY, "The prison in Guantánamo stays open.", "#Guantánamo=*/CUB"},
    {DAY, "Students in Dhaka blocked the road to Narayanganj.", "#Narayanganj=*/BGD"},
    {DAY, "The Taliban seized Zaranj.", "#Zaranj=Zaranj/AFG"},
    {DAY, "Militants attacked Palma in Mozambique.", "#Palma=Palma/MOZ"},
    {DAY, "Tourists flock to Palma in Spain.", "#Palma=*/ESP"},
    {DAY, "The Springfield High School band played.", "!#Springfield High School"},
};

static void test_towns(void **state)
{
    (void)state;
    if (!file || !model_file_value(file, BASE_LITERAL("sha256/gazetteer")).size) {
        print_message("skipped: the data file was built without a gazetteer (tools/fetch_gazetteer.sh)\n");
        skip();
    }
    check_all(TOWNS, sizeof TOWNS / sizeof *TOWNS);
}

/* Places have coordinates and a number where the lists have them; countries are found by code, name and adjective. */
static void test_coordinates(void **state)
{
    (void)state;
    if (!file) skip();
    drg_place place;
    assert_true(find_known_place(lists, BASE_LITERAL("Geneva"), BASE_LITERAL("CHE"), &place));
    assert_true(place.located && place.geonames == 2660646);
    assert_true(place.lat > 46.1 && place.lat < 46.3 && place.lon > 6.0 && place.lon < 6.3);
    assert_true(find_known_place(lists, (drg_text){NULL, 0}, BASE_LITERAL("GEO"), &place));
    assert_int_equal(place.geonames, 614540);
    assert_true(find_known_place(lists, BASE_LITERAL("Georgian"), (drg_text){NULL, 0}, &place));
    assert_int_equal(place.geonames, 614540);
    assert_true(find_known_place(lists, BASE_LITERAL("LOUISIANA"), BASE_LITERAL("USA"), &place));
    assert_int_equal(place.geonames, 4331987);
    assert_false(find_known_place(lists, BASE_LITERAL("Geneva"), BASE_LITERAL("SOM"), &place));
    assert_false(find_known_place(lists, BASE_LITERAL("Ill."), (drg_text){NULL, 0}, &place));
    assert_false(find_known_place(lists, BASE_LITERAL("Nowhere at All"), (drg_text){NULL, 0}, &place));
    assert_false(find_known_place(lists, (drg_text){NULL, 0}, BASE_LITERAL("QQQ"), &place));
}

/* The rows of one name are sorted by population, and every row that the table names exists. */
static void test_bearers(void **state)
{
    (void)state;
    if (!file) skip();
    static const char *const names[] = {"london", "paris", "springfield", "georgia", "san jose", "geneva"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        find_bearers bearers = find_gazetteer_get(&lists->gazetteer, base_text_from(names[i]));
        uint32_t before = UINT32_MAX;
        for (uint32_t k = 0; k < bearers.count; k++) {
            find_spot spot;
            uint32_t how, row = find_bearer_row(bearers, k, &how);
            assert_true(find_spot_read(&lists->gazetteer, row, &spot));
            assert_true(spot.population <= before);
            before = spot.population;
        }
    }
    assert_int_equal(find_gazetteer_get(&lists->gazetteer, BASE_LITERAL("")).count, 0);
    find_spot spot;
    assert_false(find_spot_read(&lists->gazetteer, lists->gazetteer.rows, &spot));
    assert_false(find_spot_read(&lists->gazetteer, DRG_NONE, &spot));
}

/* ---- gazetteers that are not what they should be */

#define LINE(number, name, aliases, lat, lon, class, code, country, population)                                        \
    number "\t" name "\t" name "\t" aliases "\t" lat "\t" lon                                                          \
           "\t" class "\t" code "\t" country "\t\tLA\t\t\t\t" population "\t\t5\tAfrica/Lagos\t2020-01-01\n"
#define GOOD LINE("77", "Testville", "Tville,XTV", "31.5", "-92.25", "P", "PPL", "US", "5000")

static void compile(const char *bytes, size_t size, drg_status expected, const char *message)
{
    char path[] = "/tmp/dragoman-gazetteer-XXXXXX";
    int out = mkstemp(path);
    assert_true(out >= 0);
    assert_int_equal(write(out, bytes, size), (ssize_t)size);
    close(out);
    base_arena arena;
    drg_error error = {""};
    base_arena_open(&arena, 0, NULL);
    drg_status status = find_gazetteer_compile(&arena, SOURCE_FOLDER "/data", path, model_builder_new(&arena), &error);
    base_arena_close(&arena);
    unlink(path);
    if (status != DRG_OK) assert_non_null(strstr(error.message, path));
    if (message && !strstr(error.message, message)) print_error("%s\n", error.message);
    assert_true(!message || strstr(error.message, message));
    assert_int_equal(status, expected);
}

static void check_refused(const char *text, const char *message)
{
    compile(text, strlen(text), DRG_ERROR_FORMAT, message);
}

static void test_wrong_gazetteers(void **state)
{
    (void)state;
    compile(GOOD, strlen(GOOD), DRG_OK, NULL);
    compile("", 0, DRG_OK, NULL);
    compile(GOOD "# a remark\n\n" GOOD, 2 * strlen(GOOD) + 12, DRG_OK, NULL);
    check_refused(GOOD "78\tCut", "line 2: 2 fields, expected 19");
    check_refused("78\n", "line 1: 1 fields, expected 19");
    check_refused(LINE("x", "A", "", "1", "1", "P", "PPL", "US", "5"), "line 1: geonameid 'x'");
    check_refused(LINE("", "A", "", "1", "1", "P", "PPL", "US", "5"), "line 1: geonameid ''");
    check_refused(LINE("-4", "A", "", "1", "1", "P", "PPL", "US", "5"), "line 1: geonameid '-4'");
    check_refused(LINE("99999999999", "A", "", "1", "1", "P", "PPL", "US", "5"), "line 1: geonameid '99999999999'");
    check_refused(LINE("9", "", "", "1", "1", "P", "PPL", "US", "5"), "line 1: name ''");
    check_refused(GOOD LINE("9", "A", "", "91", "1", "P", "PPL", "US", "5"), "line 2: latitude '91'");
    check_refused(LINE("9", "A", "", "1", "-180.01", "P", "PPL", "US", "5"), "line 1: longitude '-180.01'");
    check_refused(LINE("9", "A", "", "nan", "1", "P", "PPL", "US", "5"), "line 1: latitude 'nan'");
    check_refused(LINE("9", "A", "", "1e300", "1", "P", "PPL", "US", "5"), "line 1: latitude '1e300'");
    check_refused(LINE("9", "A", "", "", "1", "P", "PPL", "US", "5"), "line 1: latitude ''");
    check_refused(LINE("9", "A", "", "1", "1", "Q", "PPL", "US", "5"), "line 1: feature class 'Q'");
    check_refused(LINE("9", "A", "", "1", "1", "P", "PPL", "QQ", "5"), "line 1: country code 'QQ'");
    check_refused(LINE("9", "A", "", "1", "1", "P", "PPL", "US", "many"), "line 1: population 'many'");
    check_refused(LINE("9", "A", "", "1", "1", "P", "PPL", "US", "5000000000"), "line 1: population '5000000000'");
    check_refused("\xFF\xFE\x01\x02\n", "line 1: expected UTF-8");
    compile("\x7F"
            "ELF\0\0\0\t\n\0",
            10, DRG_ERROR_FORMAT, "line 1");
}

/* A line as long as a file, names without letters, thousands of bearers of one name: built, within bounds. */
static void test_huge_lines(void **state)
{
    (void)state;
    size_t size = (size_t)4 << 20;
    char *text = malloc(size + 512);
    assert_non_null(text);
    int head = snprintf(text, 64, "9\tA\tA\t");
    for (size_t i = (size_t)head; i < size; i++) text[i] = i % 7 ? 'B' : ',';
    int tail = snprintf(text + size, 512, "\t1\t1\tP\tPPLC\tUS\t\tLA\t\t\t\t900000\t\t5\tx\ty\n");
    compile(text, size + (size_t)tail, DRG_OK, NULL);
    size_t at = 0;
    for (int i = 1; i <= 5000 && at < size; i++)
        at += (size_t)snprintf(text + at, 512, "%d\tSame\tSame\t\t1\t1\tP\tPPL\tUS\t\tLA\t\t\t\t%d\t\t5\tx\ty\n", i, i);
    compile(text, at, DRG_OK, NULL);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_listed_places),    cmocka_unit_test(test_towns),
        cmocka_unit_test(test_coordinates),      cmocka_unit_test(test_bearers),
        cmocka_unit_test(test_wrong_gazetteers), cmocka_unit_test(test_huge_lines),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
