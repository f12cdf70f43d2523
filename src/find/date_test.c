/* SPDX-License-Identifier: Apache-2.0
 *
 * Sentences and all the time expressions in them, read by the whole way from raw text with the built data file:
 *
 *     WORDING=VALUE[/MOD] [FROM..TO] [dateline|text]     one after the other, between "; "
 *
 * Nothing expected: nothing must be found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "find/find.h"

typedef struct date_case {
    const char *day, *text, *expected;
} date_case;

#define DAY "2025-04-23" /* a Wednesday */

static const date_case CASES[] = {
    {DAY, "The talks collapsed on Wednesday.", "Wednesday=2025-04-23 2025-04-23..2025-04-23"},
    {DAY, "The minister resigned Monday.", "Monday=2025-04-21 2025-04-21..2025-04-21"},
    {DAY, "Lawmakers will vote on Monday.", "Monday=2025-04-28 2025-04-28..2025-04-28"},
    {DAY, "The two sides are due to meet on Sunday in Muscat.", "Sunday=2025-04-27 2025-04-27..2025-04-27"},
    {DAY, "The envoy had left on Friday.", "Friday=2025-04-18 2025-04-18..2025-04-18"},
    {DAY, "The deadline was extended until Saturday.", "Saturday=2025-04-26 2025-04-26..2025-04-26"},
    {DAY, "The army must withdraw by Friday.", "Friday=2025-04-25 2025-04-25..2025-04-25"},
    {DAY, "He could not be reached Tuesday.", "Tuesday=2025-04-22 2025-04-22..2025-04-22"},
    {DAY, "Reporters asked about Monday's strike.", "Monday=2025-04-21 2025-04-21..2025-04-21"},
    {DAY, "Negotiators plan to return on Thursday.", "Thursday=2025-04-24 2025-04-24..2025-04-24"},
    {DAY, "The rebels said on Thursday they had seized the town.", "Thursday=2025-04-17 2025-04-17..2025-04-17"},
    {DAY, "He arrived early Wednesday.", "early Wednesday=2025-04-23TMO/START 2025-04-23..2025-04-23"},
    {DAY, "The blast came late on Tuesday.", "late on Tuesday=2025-04-22/END 2025-04-22..2025-04-22"},
    {DAY, "Shelling resumed on Tuesday evening.", "Tuesday evening=2025-04-22TEV 2025-04-22..2025-04-22"},
    {DAY, "The president spoke Monday morning.", "Monday morning=2025-04-21TMO 2025-04-21..2025-04-21"},
    {DAY, "The convoy left yesterday morning.", "yesterday morning=2025-04-22TMO 2025-04-22..2025-04-22"},
    {DAY, "They spoke last night.", "last night=2025-04-22TNI 2025-04-22..2025-04-22"},
    {DAY, "The king arrives this afternoon.", "this afternoon=2025-04-23TAF 2025-04-23..2025-04-23"},
    {DAY, "The cabinet meets tonight.", "tonight=2025-04-23TNI 2025-04-23..2025-04-23"},
    {DAY, "They met today.", "today=2025-04-23 2025-04-23..2025-04-23"},
    {DAY, "They met earlier today.", "earlier today=2025-04-23 2025-04-23..2025-04-23"},
    {DAY, "They meet tomorrow.", "tomorrow=2025-04-24 2025-04-24..2025-04-24"},
    {DAY, "Troops withdrew last week.", "last week=2025-W16 2025-04-14..2025-04-20"},
    {DAY, "Talks resume next week.", "next week=2025-W18 2025-04-28..2025-05-04"},
    {DAY, "Parliament reconvened this week.", "this week=2025-W17 2025-04-21..2025-04-27"},
    {DAY, "The court ruled late last week.", "late last week=2025-W16/END 2025-04-14..2025-04-20"},
    {DAY, "The court ruled earlier this month.", "earlier this month=2025-04 2025-04-01..2025-04-30"},
    {DAY, "The bank cut rates last month.", "last month=2025-03 2025-03-01..2025-03-31"},
    {DAY, "The alliance will expand next month.", "next month=2025-05 2025-05-01..2025-05-31"},
    {DAY, "Elections were held last year.", "last year=2024 2024-01-01..2024-12-31"},
    {DAY, "Elections are planned for next year.", "next year=2026 2026-01-01..2026-12-31"},
    {DAY, "Inflation rose this year.", "this year=2025 2025-01-01..2025-12-31"},
    {DAY, "The pact expires at the end of the year.", "the end of the year=2025/END 2025-01-01..2025-12-31"},
    {DAY, "The pact expires at the end of the month.", "the end of the month=2025-04/END 2025-04-01..2025-04-30"},
    {DAY, "Fighting broke out over the weekend.", "the weekend=2025-W16-WE 2025-04-19..2025-04-20"},
    {DAY, "They met last weekend.", "last weekend=2025-W16-WE 2025-04-19..2025-04-20"},
    {DAY, "The summit takes place this weekend.", "this weekend=2025-W17-WE 2025-04-26..2025-04-27"},
    {DAY, "The treaty was signed three days ago.", "three days ago=2025-04-20 2025-04-20..2025-04-20"},
    {DAY, "The embassy closed two weeks ago.", "two weeks ago=2025-W15 2025-04-07..2025-04-13"},
    {DAY, "The war began three years ago.", "three years ago=2022 2022-01-01..2022-12-31"},
    {DAY, "A decade ago the border was open.", "A decade ago=2015/APPROX 2015-01-01..2015-12-31"},
    {DAY, "The men were freed several months ago.", "several months ago=PAST_REF"},
    {DAY, "The plant opened about five years ago.", "about five years ago=2020/APPROX 2020-01-01..2020-12-31"},
    {DAY, "He left office more than a year ago.", "more than a year ago=2024/BEFORE 2024-01-01..2024-12-31"},
    {DAY, "The ship sank nearly two weeks ago.", "nearly two weeks ago=2025-W15/LESS_THAN 2025-04-07..2025-04-13"},
    {DAY, "He resigned a couple of days ago.", "a couple of days ago=2025-04-21 2025-04-21..2025-04-21"},
    {DAY, "The ban ends two months from now.", "two months from now=2025-06 2025-06-01..2025-06-30"},
    {DAY, "The deal was signed in November.", "November=2024-11 2024-11-01..2024-11-30"},
    {DAY, "The deal will be signed in November.", "November=2025-11 2025-11-01..2025-11-30"},
    {DAY, "The deal was signed in early March.", "early March=2025-03/START 2025-03-01..2025-03-31"},
    {DAY, "The strike began in mid-February.", "mid-February=2025-02/MID 2025-02-01..2025-02-28"},
    {DAY, "The strike began in late January.", "late January=2025-01/END 2025-01-01..2025-01-31"},
    {DAY, "The deal was signed on April 3.", "April 3=2025-04-03 2025-04-03..2025-04-03"},
    {DAY, "The deal was signed on April 30 last year.", "April 30 last year=2024-04-30 2024-04-30..2024-04-30"},
    {DAY, "A vote has been set for May 5.", "May 5=2025-05-05 2025-05-05..2025-05-05"},
    {DAY, "The vote was held on June 12.", "June 12=2024-06-12 2024-06-12..2024-06-12"},
    {DAY, "The vote will be held on March 1.", "March 1=2026-03-01 2026-03-01..2026-03-01"},
    {DAY, "The conference runs from May 3 to 5.", "May 3 to 5=2025-05-03 2025-05-03..2025-05-05"},
    {DAY, "They captured the city last November.", "last November=2024-11 2024-11-01..2024-11-30"},
    {DAY, "They will hold elections next May.", "next May=2025-05 2025-05-01..2025-05-31"},
    {DAY, "The accord was reached last summer.", "last summer=2024-SU 2024-06-01..2024-08-31"},
    {DAY, "The offensive will begin this summer.", "this summer=2025-SU 2025-06-01..2025-08-31"},
    {DAY, "The offensive stalled in the autumn of 2023.", "the autumn of 2023=2023-FA 2023-09-01..2023-11-30"},
    {DAY, "Grain exports fell in the winter of 2022.", "the winter of 2022=2022-WI 2022-12-01..2023-02-28"},
    {DAY, "Exports fell in spring 2024.", "spring 2024=2024-SP 2024-03-01..2024-05-31"},
    {DAY, "Exports fell in the first quarter.", "the first quarter=2025-Q1 2025-01-01..2025-03-31"},
    {DAY, "Exports rose in the fourth quarter of 2024.", "the fourth quarter of 2024=2024-Q4 2024-10-01..2024-12-31"},
    {DAY, "Exports will rise in the third quarter.", "the third quarter=2025-Q3 2025-07-01..2025-09-30"},
    {DAY, "Profits fell in Q3 2024.", "Q3 2024=2024-Q3 2024-07-01..2024-09-30"},
    {DAY, "Arms sales rose in the first half of 2024.", "the first half of 2024=2024-H1 2024-01-01..2024-06-30"},
    {DAY, "Exports grew in the second half of last year.",
     "the second half of last year=2024-H2 2024-07-01..2024-12-31"},
    {DAY, "Relations soured in the 1990s.", "the 1990s=199 1990-01-01..1999-12-31"},
    {DAY, "Relations soured in the late 1980s.", "the late 1980s=198/END 1980-01-01..1989-12-31"},
    {DAY, "Relations soured in the '70s.", "the '70s=197 1970-01-01..1979-12-31"},
    {DAY, "The sixties brought independence.", "The sixties=196 1960-01-01..1969-12-31"},
    {DAY, "The border dates from the 19th century.", "the 19th century=18 1800-01-01..1899-12-31"},
    {DAY, "The border dates from the early twentieth century.",
     "the early twentieth century=19/START 1900-01-01..1999-12-31"},
    {DAY, "The annexation took place in 2014.", "2014=2014 2014-01-01..2014-12-31"},
    {DAY, "Iran left the 2015 agreement.", "the 2015=2015 2015-01-01..2015-12-31"},
    {DAY, "They violated the 1975 Algiers Accord.", "the 1975=1975 1975-01-01..1975-12-31"},
    {DAY, "Russia has fought there since 2022.", "2022=2022 2022-01-01.."},
    {DAY, "He governed between 2004 and 2010.", "2004=2004 2004-01-01..2004-12-31; 2010=2010 2010-01-01..2010-12-31"},
    {DAY, "He governed from 2004 to 2010.", "2004=2004 2004-01-01..2004-12-31; 2010=2010 2010-01-01..2010-12-31"},
    {DAY, "The force left in early 2020.", "early 2020=2020/START 2020-01-01..2020-12-31"},
    {DAY, "The force left at the end of 2021.", "the end of 2021=2021/END 2021-01-01..2021-12-31"},
    {DAY, "The force left in mid-2019.", "mid-2019=2019/MID 2019-01-01..2019-12-31"},
    {DAY, "The battle was fought in 480 BC.", "480 BC=BC0480"},
    {DAY, "Nobody has been tried since August 2018.", "August 2018=2018-08 2018-08-01.."},
    {DAY, "The ceasefire held until 5 May 2021.", "5 May 2021=2021-05-05 2021-05-05..2021-05-05"},
    {DAY, "It was signed on 23 April 2019.", "23 April 2019=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on April 23, 2019.", "April 23, 2019=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on the 23rd of April 2019.", "the 23rd of April 2019=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on 2019-04-23.", "2019-04-23=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on 23/04/2019.", "23/04/2019=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on 04/23/2019.", "04/23/2019=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on 23.04.2019.", "23.04.2019=2019-04-23 2019-04-23..2019-04-23"},
    {DAY, "It was signed on Sept. 9, 2001.", "Sept. 9, 2001=2001-09-09 2001-09-09..2001-09-09"},
    {DAY, "It was signed on Friday, April 18, 2025.", "Friday, April 18, 2025=2025-04-18 2025-04-18..2025-04-18"},
    {DAY, "It was signed on Friday 18 April 2025.", "Friday 18 April 2025=2025-04-18 2025-04-18..2025-04-18"},
    {DAY, "It was signed on Friday, 18 April.", "Friday, 18 April=2025-04-18 2025-04-18..2025-04-18"},
    {DAY, "It was signed on Tuesday (April 22).",
     "Tuesday=2025-04-22 2025-04-22..2025-04-22; April 22=2025-04-22 2025-04-22..2025-04-22"},
    {DAY, "The summit ran from 3 to 5 May 2024.", "3 to 5 May 2024=2024-05-03 2024-05-03..2024-05-05"},
    {DAY, "The summit ran on 3-5 May 2024.", "3-5 May 2024=2024-05-03 2024-05-03..2024-05-05"},
    {DAY, "The summit ran on May 3-5, 2024.", "May 3-5, 2024=2024-05-03 2024-05-03..2024-05-05"},
    {DAY, "Fighting lasted through August and September 2014.",
     "August=2014-08 2014-08-01..2014-08-31; September 2014=2014-09 2014-09-01..2014-09-30"},
    {DAY, "It lasted from 26 June to 4 August 1952.",
     "26 June=1952-06-26 1952-06-26..1952-06-26; 4 August 1952=1952-08-04 1952-08-04..1952-08-04"},
    {DAY, "The council met on the 7th of March.", "the 7th of March=2025-03-07 2025-03-07..2025-03-07"},
    {DAY, "The council met on March the 7th.", "March the 7th=2025-03-07 2025-03-07..2025-03-07"},
    {DAY, "It happened in April of 2019.", "April of 2019=2019-04 2019-04-01..2019-04-30"},
    {DAY, "It happened in April of last year.", "April of last year=2024-04 2024-04-01..2024-04-30"},
    {DAY, "It happened in January this year.", "January this year=2025-01 2025-01-01..2025-01-31"},
    {DAY, "It happened on February 29, 2024.", "February 29, 2024=2024-02-29 2024-02-29..2024-02-29"},
    {DAY, "It ended in nineteen eighty-nine.", "nineteen eighty-nine=1989 1989-01-01..1989-12-31"},
    {DAY, "The truce began at 5 p.m. on Tuesday.", "5 p.m. on Tuesday=2025-04-22T17:00 2025-04-22..2025-04-22"},
    {DAY, "The truce began at 5:30 p.m. EDT Tuesday.", "5:30 p.m. EDT Tuesday=2025-04-22T17:30 2025-04-22..2025-04-22"},
    {DAY, "The truce began at 17:00 GMT on Tuesday.", "17:00 GMT on Tuesday=2025-04-22T17:00 2025-04-22..2025-04-22"},
    {DAY, "The truce begins at noon on Friday.", "noon on Friday=2025-04-25T12:00 2025-04-25..2025-04-25"},
    {DAY, "The truce began at midnight on 1 May 2024.",
     "midnight on 1 May 2024=2024-05-01T00:00 2024-05-01..2024-05-01"},
    {DAY, "Polls opened on Sunday at 8 a.m.", "Sunday at 8 a.m.=2025-04-20T08:00 2025-04-20..2025-04-20"},
    {DAY, "The attack began on the morning of 7 October 2023.",
     "the morning of 7 October 2023=2023-10-07TMO 2023-10-07..2023-10-07"},
    {DAY, "The attack began on the night of Monday.", "the night of Monday=2025-04-21TNI 2025-04-21..2025-04-21"},
    {DAY, "Sirens sounded at 6:15 a.m.", "6:15 a.m.=XXXX-XX-XXT06:15"},
    {DAY, "Drones struck on Tuesday night.", "Tuesday night=2025-04-22TNI 2025-04-22..2025-04-22"},
    {DAY, "The plane landed at 10pm on Monday.", "10pm on Monday=2025-04-21T22:00 2025-04-21..2025-04-21"},
    {DAY, "They signed on 1 March 2024 and left the next day.",
     "1 March 2024=2024-03-01 2024-03-01..2024-03-01; the next day=2024-03-02 2024-03-02..2024-03-02 text"},
    {DAY, "The war began on 3 May 2024 and ended two weeks later.",
     "3 May 2024=2024-05-03 2024-05-03..2024-05-03; two weeks later=2024-W20 2024-05-13..2024-05-19 text"},
    {DAY, "He was arrested on 3 May 2019. He was freed two days later.",
     "3 May 2019=2019-05-03 2019-05-03..2019-05-03; two days later=2019-05-05 2019-05-05..2019-05-05 text"},
    {DAY, "He was arrested on 3 May 2019. The same day, troops left.",
     "3 May 2019=2019-05-03 2019-05-03..2019-05-03; The same day=2019-05-03 2019-05-03..2019-05-03 text"},
    {DAY, "He was elected in 2012. The following year he resigned.",
     "2012=2012 2012-01-01..2012-12-31; The following year=2013 2013-01-01..2013-12-31 text"},
    {DAY, "He was elected in 2012. That year the war began.",
     "2012=2012 2012-01-01..2012-12-31; That year=2012 2012-01-01..2012-12-31 text"},
    {DAY, "He was elected in June 2012. The previous month his rival had fled.",
     "June 2012=2012-06 2012-06-01..2012-06-30; The previous month=2012-05 2012-05-01..2012-05-31 text"},
    {DAY, "The blast came on 3 May 2019, a day after the vote.",
     "3 May 2019=2019-05-03 2019-05-03..2019-05-03; a day=P1D"},
    {DAY, "The vote was on 4 May 2019 and the result came that night.",
     "4 May 2019=2019-05-04 2019-05-04..2019-05-04; that night=2019-05-04TNI 2019-05-04..2019-05-04 text"},
    {DAY, "The king left two days before Christmas.", "two days before Christmas=2024-12-23 2024-12-23..2024-12-23"},
    {DAY, "The king left the day after Christmas 2023.",
     "the day after Christmas 2023=2023-12-26 2023-12-26..2023-12-26"},
    {DAY, "Hours later, the palace denied it.", "Hours later=FUTURE_REF"},
    {DAY, "Years later, he returned.", "Years later=FUTURE_REF"},
    {DAY, "On the eve of the 6 April 2024 vote, he fled.",
     "the eve of the 6 April 2024=2024-04-05 2024-04-05..2024-04-05"},
    {DAY, "They marked the tenth anniversary of the 18 March 2014 annexation.",
     "the tenth anniversary of the 18 March 2014=2024-03-18 2024-03-18..2024-03-18"},
    {DAY, "The accord came three days after 4 July 2023.",
     "three days after 4 July 2023=2023-07-07 2023-07-07..2023-07-07"},
    {DAY, "The regime fell in December 2024. Three months earlier it had seemed safe.",
     "December 2024=2024-12 2024-12-01..2024-12-31; Three months earlier=2024-09 2024-09-01..2024-09-30 text"},
    {DAY, "The election is in two weeks.", "two weeks=P2W"},
    {DAY, "The truce held over Christmas.", "Christmas=2024-12-25 2024-12-25..2024-12-25"},
    {DAY, "Troops will be home by Christmas.", "Christmas=2025-12-25 2025-12-25..2025-12-25"},
    {DAY, "The truce held over Easter.", "Easter=2025-04-20 2025-04-20..2025-04-20"},
    {DAY, "The truce was broken on Orthodox Easter Monday.",
     "Orthodox Easter Monday=2025-04-21 2025-04-21..2025-04-21"},
    {"2024-04-23", "The siege was lifted on Good Friday.", "Good Friday=2024-03-29 2024-03-29..2024-03-29"},
    {"2023-06-01", "The attack came during Ramadan.", "Ramadan=2023-03-23 2023-03-23..2023-04-20"},
    {"2023-06-01", "The attack came on Eid al-Fitr.", "Eid al-Fitr=2023-04-21 2023-04-21..2023-04-21"},
    {DAY, "They met on New Year's Day.", "New Year's Day=2025-01-01 2025-01-01..2025-01-01"},
    {DAY, "They met on New Year's Eve 2019.", "New Year's Eve 2019=2019-12-31 2019-12-31..2019-12-31"},
    {DAY, "The speech came on Bastille Day 2023.", "Bastille Day 2023=2023-07-14 2023-07-14..2023-07-14"},
    {DAY, "The state was attacked on Yom Kippur in 1973.", "Yom Kippur in 1973=1973-10-06 1973-10-06..1973-10-06"},
    {DAY, "He spoke on International Women's Day.", "International Women's Day=2025-03-08 2025-03-08..2025-03-08"},
    {DAY, "He will speak on the Fourth of July.", "the Fourth of July=2025-07-04 2025-07-04..2025-07-04"},
    {DAY, "Families gathered last Thanksgiving.", "last Thanksgiving=2024-11-28 2024-11-28..2024-11-28"},
    {DAY, "Iranians celebrated Nowruz.", "Nowruz=2025-03-21 2025-03-21..2025-03-21"},
    {DAY, "The protests began on May Day.", "May Day=2024-05-01 2024-05-01..2024-05-01"},
    {DAY, "The ship sailed to Easter Island.", ""},
    {DAY, "He spoke at Christmas Eve mass in 2021.",
     "Christmas Eve=2021-12-24 2021-12-24..2021-12-24; 2021=2021 2021-01-01..2021-12-31"},
    {"2016-11-20", "The result of Election Day was a shock.", "Election Day=2016-11-08 2016-11-08..2016-11-08"},
    {DAY, "The siege lasted three years.", "three years=P3Y"},
    {DAY, "The siege lasted 900 days.", "900 days=P900D"},
    {DAY, "They talked for two hours.", "two hours=PT2H"},
    {DAY, "They talked for half an hour.", "half an hour=PT30M"},
    {DAY, "He was jailed for two and a half years.", "two and a half years=P2Y6M"},
    {DAY, "He spent a decade in exile.", "a decade=P10Y"},
    {DAY, "The camp stood for nearly forty years.", "nearly forty years=P40Y/LESS_THAN"},
    {DAY, "The war has killed thousands in more than two years.", "more than two years=P2Y/MORE_THAN"},
    {DAY, "After months of talks they agreed.", "months=PXM"},
    {DAY, "They expect a deal within days.", "days=PXD"},
    {DAY, "They agreed on a 60-day truce.", "60-day=P60D"},
    {DAY, "They agreed on a three-month extension.", "three-month=P3M"},
    {DAY, "Their three-year-long war goes on.", "three-year-long=P3Y/APPROX 2022-01-01.."},
    {DAY, "The two-year-old war goes on.", "The two-year-old=P2Y/APPROX 2023-01-01.."},
    {DAY, "A six-year-old boy was hurt.", ""},
    {DAY, "The general is 65 years old.", ""},
    {DAY, "It took several weeks.", "several weeks=PXW"},
    {DAY, "It took a few days.", "a few days=PXD"},
    {DAY, "It took two to three weeks.", "two to three weeks=P2W/APPROX"},
    {DAY, "Over the past two weeks they met.", "the past two weeks=P2W 2025-04-09..2025-04-23"},
    {DAY, "The pause holds for the next three days.", "the next three days=P3D 2025-04-23..2025-04-26"},
    {DAY, "In recent weeks the shelling grew.", "recent weeks=PXW"},
    {DAY, "The coming days will decide it.", "The coming days=PXD"},
    {DAY, "They met every Friday.", "every Friday=XXXX-WXX-5"},
    {DAY, "They pray on Fridays.", "Fridays=XXXX-WXX-5"},
    {DAY, "They meet each year.", "each year=P1Y"},
    {DAY, "The committee meets every two weeks.", "every two weeks=P2W"},
    {DAY, "The paper appears daily.", "daily=P1D"},
    {DAY, "The pipeline carries 20,000 barrels a day.", "a day=P1D"},
    {DAY, "Convoys cross twice per week.", "per week=P1W"},
    {DAY, "Protests are held every September.", "every September=XXXX-09"},
    {DAY, "Patrols go out every night.", "every night=XXXX-XX-XXTNI"},
    {DAY, "They gather on Tuesday nights.", "Tuesday nights=XXXX-WXX-2TNI"},
    {DAY, "The border is now closed.", "now=PRESENT_REF"},
    {DAY, "The minister recently resigned.", "recently=PAST_REF"},
    {DAY, "Talks may resume in the near future.", "the near future=FUTURE_REF"},
    {DAY, "The group is currently banned.", "currently=PRESENT_REF"},
    {DAY, "They had done so in the past.", "the past=PAST_REF"},
    {DAY, "He may leave.", ""},
    {DAY, "Theresa May said so.", ""},
    {DAY, "May said the talks had failed.", ""},
    {DAY, "May God protect them.", ""},
    {DAY, "The soldiers march north.", ""},
    {DAY, "They came second in the race.", ""},
    {DAY, "He won a second term.", ""},
    {DAY, "The Sun reported it.", ""},
    {DAY, "The sun rose over the camp.", ""},
    {DAY, "He belongs to the 2020 campaign group.", ""},
    {DAY, "The shelter took in 1,945 people.", ""},
    {DAY, "About 2014 people came.", ""},
    {DAY, "There were 1945 cases.", ""},
    {DAY, "Section 2024 of the law was struck down.", ""},
    {DAY, "Resolution 1701 ended the war.", ""},
    {DAY, "The Sunday Telegraph reported it.", ""},
    {DAY, "Bloody Sunday is remembered.", ""},
    {DAY, "On February 30, 2020 they met.", ""},
    {DAY, "It followed the Oct. 7 attack.", ""},
    {DAY, "Jan Kavan spoke first.", ""},
    {DAY, "April Ryan asked a question.", ""},
    {DAY, "USA Today reported it.", ""},
    {DAY, "A quarter of the houses burned.", ""},
    {DAY, "The first half of the match was dull.", ""},
    {DAY, "He fell from a spring bed.", ""},
    {DAY, "The third of the men fled.", ""},
    {DAY, "Room 1914 was empty.", ""},
    {DAY, "They raised 1990 dollars.", ""},
    {DAY, "The fall of the city shocked them.", ""},
    {DAY, "The tank weighed 60 tons.", ""},
    {DAY, "They walked five miles.", ""},
    {DAY, "He discussed talks on the day after.", ""},
    {DAY, "The future of the strip is open.", ""},
    {DAY, "The vote was 23-28.", ""},
    {"1973-10-20", "The ceasefire took effect on Monday.", "Monday=1973-10-15 1973-10-15..1973-10-15"},
    {"1973-10-20", "Egypt attacked on October 6.", "October 6=1973-10-06 1973-10-06..1973-10-06"},
    {"1989-11-15", "The wall opened last Thursday.", "last Thursday=1989-11-09 1989-11-09..1989-11-09"},
    {"1989-11-15", "Elections will be held in March.", "March=1990-03 1990-03-01..1990-03-31"},
    {"1991-02-25", "The ultimatum expires tomorrow.", "tomorrow=1991-02-26 1991-02-26..1991-02-26"},
    {"1995-12-01", "The accord was initialled in Dayton on Nov. 21.", "Nov. 21=1995-11-21 1995-11-21..1995-11-21"},
    {"1999-06-15", "The bombing began in March and ended last week.",
     "March=1999-03 1999-03-01..1999-03-31; last week=1999-W23 1999-06-07..1999-06-13"},
    {"2001-09-12", "The attacks came yesterday.", "yesterday=2001-09-11 2001-09-11..2001-09-11"},
    {"2003-03-21", "The invasion began on Thursday.", "Thursday=2003-03-20 2003-03-20..2003-03-20"},
    {"2008-08-12", "The war began on August 8.", "August 8=2008-08-08 2008-08-08..2008-08-08"},
    {"2008-08-12", "The two presidents will meet in September.", "September=2008-09 2008-09-01..2008-09-30"},
    {"2011-01-05", "The government fell in December.", "December=2010-12 2010-12-01..2010-12-31"},
    {"2011-01-05", "The vote is in February.", "February=2011-02 2011-02-01..2011-02-28"},
    {"2014-03-01", "The president fled last Saturday.", "last Saturday=2014-02-22 2014-02-22..2014-02-22"},
    {"2016-01-02", "The embassy was stormed on Saturday.", "Saturday=2016-01-02 2016-01-02..2016-01-02"},
    {"2020-02-29", "The deal was signed today.", "today=2020-02-29 2020-02-29..2020-02-29"},
    {"2020-03-01", "They met yesterday.", "yesterday=2020-02-29 2020-02-29..2020-02-29"},
    {"2024-01-03", "He was killed in late December.", "late December=2023-12/END 2023-12-01..2023-12-31"},
    {"2024-12-31", "The contract ends tomorrow.", "tomorrow=2025-01-01 2025-01-01..2025-01-01"},
    {"2025-01-01", "The contract ended yesterday.", "yesterday=2024-12-31 2024-12-31..2024-12-31"},
    {"2022-02-25", "Russia invaded on Thursday.", "Thursday=2022-02-24 2022-02-24..2022-02-24"},
    {"2024-04-14", "Iran fired drones late Saturday.", "late Saturday=2024-04-13/END 2024-04-13..2024-04-13"},
    {"2018-06-13", "The leaders met in Singapore on Tuesday.", "Tuesday=2018-06-12 2018-06-12..2018-06-12"},
    {"1962-10-29", "The crisis ended on Sunday.", "Sunday=1962-10-28 1962-10-28..1962-10-28"},
    {"", "They met on Wednesday.", ""},
    {"", "They met last week.", ""},
    {"", "They met on April 3.", ""},
    {"", "They met on April 3, 2020.", "April 3, 2020=2020-04-03 2020-04-03..2020-04-03"},
    {"", "They met in 2014.", "2014=2014 2014-01-01..2014-12-31"},
    {"", "They met on 3 May 2024. They will meet again on 7 June.",
     "3 May 2024=2024-05-03 2024-05-03..2024-05-03; 7 June=2024-06-07 2024-06-07..2024-06-07 text"},
    {"", "LONDON, April 23, 2025 (Reuters) - The talks collapsed on Wednesday.",
     "Wednesday=2025-04-23 2025-04-23..2025-04-23 dateline"},
    {"", "The siege lasted three years.", "three years=P3Y"},
    {DAY, "The civil war of 1939-45 ruined it.", "1939-45=1939 1939-01-01..1945-12-31"},
    {DAY, "They marked the anniversary of the October 7 attacks.", ""},
    {DAY, "The king spoke mid-afternoon yesterday.", "yesterday=2025-04-22 2025-04-22..2025-04-22"},
    {DAY, "Over the last couple of days he travelled.", "the last couple of days=P2D 2025-04-21..2025-04-23"},
    {DAY, "In the last three and a half years prices fell.",
     "the last three and a half years=P3Y6M 2021-10-23..2025-04-23"},
    {DAY, "The council met a week or so ago.", "a week or so ago=2025-W16 2025-04-14..2025-04-20"},
    {DAY, "They agreed on a several-year plan.", "a several-year=PXY"},
    {DAY, "Ships waited for hours.", "hours=PTXH"},
    {DAY, "Talks began in late 2023 and early 2024.",
     "late 2023=2023/END 2023-01-01..2023-12-31; early 2024=2024/START 2024-01-01..2024-12-31"},
    {DAY, "The rebels struck before dawn on Monday.", "Monday=2025-04-21 2025-04-21..2025-04-21"},
    {DAY, "Rates fell from a year earlier.", "a year earlier=2024 2024-01-01..2024-12-31"},
    {DAY, "The ministry will report second-quarter figures.", "second-quarter=2025-Q2 2025-04-01..2025-06-30"},
    {DAY, "The border was closed throughout 2020.", "2020=2020 2020-01-01..2020-12-31"},
    {DAY, "Voters go to the polls this Sunday.", "this Sunday=2025-04-27 2025-04-27..2025-04-27"},
    {DAY, "Voters go to the polls this coming Sunday.", "this coming Sunday=2025-04-27 2025-04-27..2025-04-27"},
    {DAY, "Voters go to the polls next Sunday.", "next Sunday=2025-05-04 2025-05-04..2025-05-04"},
    {DAY, "The general was born in 1957.", "1957=1957 1957-01-01..1957-12-31"},
    {DAY, "He was the 1989 winner.", "the 1989=1989 1989-01-01..1989-12-31"},
    {DAY, "The pipeline, built in the 1970s, was blown up in 2022.",
     "the 1970s=197 1970-01-01..1979-12-31; 2022=2022 2022-01-01..2022-12-31"},
    {DAY, "In January, Russia cut supplies.", "January=2025-01 2025-01-01..2025-01-31"},
    {DAY, "In April, Russia invaded Georgia.", "April=2025-04 2025-04-01..2025-04-30"},
    {DAY, "The accord of July 27, 1953 still holds.", "July 27, 1953=1953-07-27 1953-07-27..1953-07-27"},
    {"2025-04-26", "Talks began in Geneva on Monday. On the third day of the talks Russia walked out.",
     "Monday=2025-04-21 2025-04-21..2025-04-21; the third day of the talks=2025-04-23 2025-04-23..2025-04-23 text"},
    {DAY, "The strike started on 3 March 2025. On the tenth day of the strike the army came.",
     "3 March 2025=2025-03-03 2025-03-03..2025-03-03; the tenth day of the strike=2025-03-12 2025-03-12..2025-03-12 "
     "text"},
    {DAY, "On the second day of the trial he spoke.", ""},
    {DAY, "President Donald Trump promised to end the war on his first day back in office.",
     "first day back in office=2025-01-20 2025-01-20..2025-01-20"},
    {"2025-05-05", "President Donald Trump marked the 100th day of his presidency.",
     "the 100th day of his presidency=2025-04-29 2025-04-29..2025-04-29"},
    {"2017-05-05", "President Donald Trump marked the 100th day of his presidency.",
     "the 100th day of his presidency=2017-04-29 2017-04-29..2017-04-29"},
    {"2023-10-23", "On Friday, I think you all know, the army withdrew.", "Friday=2023-10-20 2023-10-20..2023-10-20"},
    {"2023-11-28", "This will be his fourth trip since the attacks of October 7th.",
     "October 7th=2023-10-07 2023-10-07..2023-10-07"},
    {"2023-11-28", "This weekend, the rebels released two hostages.",
     "This weekend=2023-W47-WE 2023-11-25..2023-11-26"},
    {"2023-11-28", "The last year of his term was hard.", ""},
    {"", "Saturday, 7 June 2008\n\nThe minister resigned on Thursday.",
     "Saturday, 7 June 2008=2008-06-07 2008-06-07..2008-06-07; Thursday=2008-06-05 2008-06-05..2008-06-05 dateline"},
    {"", "KYIV, 3 May 2014 - The talks collapsed on Friday.", "Friday=2014-05-02 2014-05-02..2014-05-02 dateline"},
    {"", "Press Room (December 7, 2023)\n\nThe president left yesterday.",
     "December 7, 2023=2023-12-07 2023-12-07..2023-12-07; yesterday=2023-12-06 2023-12-06..2023-12-06 dateline"},
    {"", "The treaty of 4 April 1949 was praised. They met on Friday.",
     "4 April 1949=1949-04-04 1949-04-04..1949-04-04"},
};

/* ---- reading */

static model_file *file;
static language_models *models;
static language_scratch *scratch;
static find_lists *lists;

static int setup(void **state)
{
    (void)state;
    const char *path = getenv("DRAGOMAN_DATA");
    FILE *there = path ? fopen(path, "rb") : NULL;
    if (!there) return 0; /* each test is then skipped */
    fclose(there);
    drg_error error;
    if (model_file_open(path, &file, &error) == DRG_OK && language_open(file, &models, &error) == DRG_OK &&
        find_open(file, &lists, &error) == DRG_OK && (scratch = language_scratch_new(models)))
        return 0;
    print_error("%s\n", error.message);
    return -1;
}

static int teardown(void **state)
{
    (void)state;
    if (scratch) language_scratch_free(scratch);
    if (lists) find_close(lists);
    if (models) language_close(models);
    if (file) model_file_close(file);
    return 0;
}

typedef struct date_reading {
    drg_document document;
    base_arena arena;
} date_reading;

static void read_text(date_reading *reading, drg_text day, drg_text text)
{
    memset(reading, 0, sizeof *reading);
    base_arena_open(&reading->document.arena, 0, NULL);
    base_arena_open(&reading->arena, 0, NULL);
    reading->document.id = BASE_LITERAL("test");
    reading->document.source.text = text;
    reading->document.source.published = day;
    language_segment(models, &reading->arena, &reading->document);
    language_parse(models, scratch, &reading->arena, &reading->document);
    language_lemmatize(models, &reading->arena, &reading->document);
    find_read(lists, &reading->arena, &reading->document);
}

static void close_text(date_reading *reading)
{
    base_arena_close(&reading->document.arena);
    base_arena_close(&reading->arena);
}

/* The date as the cases have it. */
static drg_text written(date_reading *reading, const drg_date *date)
{
    drg_text wording = record_wording(&reading->document, date->span);
    drg_text out = base_text_format(&reading->arena, "%.*s=%s%s%s", BASE_PRINT(wording), date->value,
                                    date->mod ? "/" : "", drg_mod_name(date->mod));
    if (date->from[0] || date->to[0])
        out = base_text_format(&reading->arena, "%.*s %s..%s", BASE_PRINT(out), date->from, date->to);
    if (date->anchored > DRG_ANCHOR_PUBLISHED)
        out = base_text_format(&reading->arena, "%.*s %s", BASE_PRINT(out), drg_anchor_name(date->anchored));
    return out;
}

static drg_text all_written(date_reading *reading)
{
    drg_text out = {"", 0};
    for (size_t i = 0; i < reading->document.dates.count; i++) {
        drg_text one = written(reading, &reading->document.dates.items[i]);
        out = base_text_format(&reading->arena, "%.*s%s%.*s", BASE_PRINT(out), i ? "; " : "", BASE_PRINT(one));
    }
    return out;
}

static bool holds(const date_case *one)
{
    date_reading reading;
    drg_error error;
    read_text(&reading, base_text_from(one->day), base_text_from(one->text));
    drg_text found = all_written(&reading);
    bool lawful = record_check(&reading.document, &error) == DRG_OK;
    bool right = base_text_is(found, one->expected);
    if (!lawful) print_error("%s\n  %s\n", one->text, error.message);
    if (!right) print_error("%s\n  found    %.*s\n  expected %s\n", one->text, BASE_PRINT(found), one->expected);
    close_text(&reading);
    return lawful && right;
}

static void test_cases(void **state)
{
    (void)state;
    if (!file) skip();
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) wrong += !holds(&CASES[i]);
    assert_int_equal(wrong, 0);
}

/* A text that names years and no weekdays is a history: what has no year takes that of the date before. */
static void test_history(void **state)
{
    (void)state;
    if (!file) skip();
    date_reading reading;
    read_text(&reading, BASE_LITERAL(DAY),
              BASE_LITERAL(
                  "The war began in 1904. In 1905 the fleet was lost. In March the army fell back. On 5 September "
                  "peace was signed. In 1906 the king died. In 1907 a new war began, which ended in 1909. "
                  "Two years later the empire fell."));
    const char *const expected[] = {"1904", "1905", "1905-03", "1905-09-05", "1906", "1907", "1909", "1911"};
    assert_int_equal(reading.document.dates.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_string_equal(reading.document.dates.items[i].value, expected[i]);
    close_text(&reading);
    read_text(&reading, BASE_LITERAL("2019-05-16"),
              BASE_LITERAL(
                  "The singer died on Monday. She was born in 1922, and made films in 1951, 1955, 1959, 1964 and "
                  "1968."));
    assert_string_equal(reading.document.dates.items[0].value, "2019-05-13");
    close_text(&reading);
}

/* Rows of words that start or continue dates stay linear, and within the laws of the record. */
static void test_long_rows(void **state)
{
    (void)state;
    if (!file) skip();
    static const char *const pieces[] = {"the end of ",  "two years before ", "1999-",      "Easter ",
                                         "every other ", "Monday, ",          "9 a.m. on ", "last this next ",
                                         "mid-",         "ninety-",           "3/4/",       "hundred "};
    for (size_t piece = 0; piece < sizeof pieces / sizeof *pieces; piece++) {
        base_arena arena;
        base_arena_open(&arena, 0, NULL);
        BASE_VECTOR(char) bytes = {0};
        for (size_t i = 0; i < 2000; i++)
            for (const char *at = pieces[piece]; *at; at++) base_push(&arena, &bytes) = *at;
        date_reading reading;
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
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_long_rows),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
