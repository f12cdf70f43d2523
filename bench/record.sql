-- A record of 100,000 made-up reports with ten events each, for bench/views.sh: as many actors, places, meetings, proposals,
-- positions, statements and negotiations as one might gather in years, some often and most seldom. The rows stand where the
-- words are: each sentence has 64 bytes, "Aaaaa met Bbbbb in Place ...". Numbers that look random are products modulo primes,
-- so that the record is the same everywhere.
PRAGMA foreign_keys = ON;
DELETE FROM documents;
PRAGMA foreign_keys = OFF;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;
BEGIN;
CREATE TEMP TABLE number (i INTEGER PRIMARY KEY);
WITH RECURSIVE each (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM each WHERE i < 99999) INSERT INTO number SELECT i FROM each;
CREATE TEMP TABLE place_in (k INTEGER PRIMARY KEY); -- within a document
INSERT INTO place_in SELECT i FROM number WHERE i < 10;

-- Often and seldom: the third power of an even spread.
CREATE TEMP VIEW pick AS SELECT n.i, p.k,
    ((n.i * 7919 + p.k * 104729 + 12345) * 48271 % 2147483647 % 1000) AS r1,
    ((n.i * 6271 + p.k * 130363 + 54321) * 69621 % 2147483647 % 1000) AS r2,
    ((n.i * 9973 + p.k * 15485863 + 777) * 39373 % 2147483647 % 1000) AS r3,
    ((n.i * 3571 + p.k * 32452843 + 99) * 16807 % 2147483647 % 100000) AS r5
    FROM number n CROSS JOIN place_in p;

INSERT INTO documents (key, id, engine, start, publisher, title, url, published, text)
    SELECT i + 1, printf('report-%06d', i), 1, 'text', printf('Paper %02d', i % 40), printf('Report %d', i), printf('https://paper%02d.example/%d', i % 40, i),
        date('2015-01-01', printf('+%d days', i / 28)),
        CAST((SELECT group_concat(printf('%-64s', printf('Party %04d met Person %05d in Place %04d about word%05d.', r1 * r1 / 2000, r5 / 50, r2 * 3, r5)), '') FROM pick p
              WHERE p.i = number.i) AS BLOB)
    FROM number;
INSERT INTO sentences SELECT i + 1, k, 'text', k / 4, k * 64, k * 64 + 50 FROM number, place_in;

-- Actors 0 to 4 are states, 5 to 8 persons of the lists, 9 a person that this report alone knows.
INSERT INTO actors SELECT i + 1, k, CASE WHEN k < 5 THEN lower(char(65 + s % 26, 65 + s / 26, 88)) WHEN k < 9 THEN printf('person-%05d', p)
        ELSE printf('unknown-%05d', i % 20000) END,
        CASE WHEN k < 5 THEN printf('State %03d', s) WHEN k < 9 THEN printf('Person %05d', p) ELSE printf('Unknown %05d', i % 20000) END,
        CASE WHEN k < 5 THEN 'state' ELSE 'person' END, char(65 + s % 26, 65 + s / 26, 88), 'GOV', k < 9, k, k * 64, k * 64 + 10
    FROM (SELECT i, k, r1 * r1 * r1 / 20000000 + k * 50 AS s, (r2 * r2 * r2 / 500000 + k * 2000) AS p FROM pick);
INSERT INTO mentions SELECT i + 1, k, k, 'name', char(65 + s % 26, 65 + s / 26, 88), 'GOV', NULL, k, k * 64, k * 64 + 10
    FROM (SELECT i, k, r1 * r1 * r1 / 20000000 + k * 50 AS s FROM pick);
INSERT INTO dates SELECT i + 1, k, 'DATE', NULL, NULL, d, d, 'day', NULL, NULL, 0, k, k * 64, k * 64 + 5
    FROM (SELECT i, k, date('2015-01-01', printf('+%d days', i / 28 + r3 % 20 - 14)) AS d FROM pick WHERE k < 8);
INSERT INTO places SELECT i + 1, k, printf('Place %04d', r2 * r2 / 400 + k), char(65 + r2 % 26, 65 + r2 % 7, 88), NULL, NULL, NULL, NULL, 0, 1, k, k * 64, k * 64 + 10 FROM pick WHERE k < 4;
INSERT INTO events (document, number, id, type, act, quad, score, status, negated, date, place, dead, injured, rule, rule_line, confidence, sentence, span_begin, span_end,
        trigger_begin, trigger_end)
    SELECT i + 1, k, printf('%016x', i * 10 + k), t, t, 'verbal-cooperation', 1, CASE r3 % 10 WHEN 0 THEN 'planned' WHEN 1 THEN 'conditional' ELSE 'actual' END, r3 % 30 = 0,
        CASE WHEN k < 8 THEN k END, CASE WHEN k % 2 THEN k / 3 END, CASE WHEN r1 % 25 = 0 THEN r2 % 40 END, CASE WHEN r1 % 50 = 0 THEN r2 % 90 END,
        'consult.yaml#meet', 1, 0.8, k, k * 64, k * 64 + 40, k * 64 + 11, k * 64 + 14
    FROM (SELECT *, CASE r2 % 8 WHEN 0 THEN 'AGREE' WHEN 1 THEN 'REJECT' WHEN 2 THEN 'ASSAULT' WHEN 3 THEN 'THREATEN' WHEN 4 THEN 'REQUEST' WHEN 5 THEN 'ACCUSE' ELSE 'CONSULT' END AS t FROM pick);
INSERT INTO event_mentions SELECT i + 1, k, 'actor', 0, k FROM pick UNION ALL SELECT i + 1, k, 'recipient', 0, (k + 1 + r1 % 8) % 10 FROM pick;
INSERT INTO event_attributions SELECT i + 1, k, 0, 5 + r1 % 4, k * 64, k * 64 + 10, NULL, 'statement', 'say', k * 64 + 11, k * 64 + 14, 0 FROM pick WHERE r3 % 3 = 0;
INSERT INTO statements (document, number, id, speaker, speaker_begin, speaker_end, verb, verb_begin, verb_end, direct, date, sentence, span_begin, span_end, stance)
    SELECT i + 1, k, printf('s%015x', i * 10 + k), (k + 5) % 10, k * 64, k * 64 + 10, 'say', k * 64 + 11, k * 64 + 14, r1 % 2, CASE WHEN r2 % 2 THEN k END, k, k * 64, k * 64 + 50,
        CASE r3 % 9 WHEN 0 THEN 'accepts' WHEN 1 THEN 'rejects' WHEN 2 THEN 'demands' END FROM pick WHERE k < 4;
INSERT INTO meetings SELECT i + 1, 0, printf('m%015x', i), 'ministerial', CASE WHEN r1 % 2 THEN 0 END, CASE WHEN r2 % 3 THEN 0 END,
        CASE r3 % 6 WHEN 0 THEN 'planned' WHEN 1 THEN 'postponed' WHEN 2 THEN 'proposed' ELSE 'held' END, 50, 58, 0, 0, 40 FROM pick WHERE k = 0;
INSERT INTO meeting_steps SELECT document, number, 0, status, NULL, 0, 11, 14 FROM meetings;
INSERT INTO meeting_people SELECT i + 1, 0, k, k, 'party', CASE r1 % 5 WHEN 0 THEN 'invited' WHEN 1 THEN 'absent' ELSE 'attending' END, NULL, 0, 0, 40 FROM pick WHERE k < 3;
INSERT INTO proposals SELECT i + 1, 0, printf('p%015x', i), CASE r1 % 4 WHEN 0 THEN 'draft' END, NULL, NULL, CASE WHEN r2 % 2 THEN 1 END, 1, 64, 104 FROM pick WHERE k = 1 AND i % 2;
INSERT INTO proposal_people SELECT document, 0, 'proposer', 0, 1 FROM proposals UNION ALL SELECT document, 0, 'presented-to', 0, 2 FROM proposals;
INSERT INTO proposal_terms SELECT document, 0, k, 'ceasefire', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, k + 2, (k + 2) * 64, (k + 2) * 64 + 50 FROM proposals, place_in WHERE k < 2;
INSERT INTO positions SELECT i + 1, 0, printf('o%015x', i), r1 % 5, CASE r3 % 4 WHEN 0 THEN 'accepts' WHEN 1 THEN 'rejects' WHEN 2 THEN 'demands' ELSE 'conditional' END,
        CASE WHEN i % 2 THEN 0 END, CASE WHEN i % 2 AND r2 % 2 THEN 0 END, 128, 160, 0, 0, CASE WHEN r2 % 3 THEN 2 END, NULL, 2, 128, 178 FROM pick WHERE k = 2;

-- 500 negotiations; three reports in five belong to one. Two reports in a row mostly tell of the same meeting and proposal.
DELETE FROM gathering;
DELETE FROM processes; DELETE FROM process_parties; DELETE FROM process_steps; DELETE FROM process_next; DELETE FROM process_events; DELETE FROM process_statements;
DELETE FROM gathered_meetings; DELETE FROM gathered_meeting_members; DELETE FROM gathered_proposals; DELETE FROM gathered_proposal_members;
DELETE FROM gathered_term_members; DELETE FROM gathered_positions; DELETE FROM reversals;
INSERT INTO gathering (one, stale) VALUES (1, 0);
CREATE TEMP TABLE belongs AS SELECT i + 1 AS document, CASE WHEN r2 % 5 < 3 THEN r1 * r1 * r1 / 2000000 END AS process FROM pick WHERE k = 5;
CREATE INDEX temp.belongs_document ON belongs (document);
INSERT INTO processes SELECT i, printf('process-%03d', i), printf('Talks %03d', i), 0, 'under-way', '2015-01-01', '2024-10-01' FROM number WHERE i < 500;
INSERT INTO process_parties SELECT i, k, char(65 + (i + k) % 26, 65, 88) || ' GOV', printf('State %03d', (i + k) % 26), CASE WHEN k = 4 THEN 'mediator' ELSE 'party' END
    FROM number, place_in WHERE i < 500 AND k < 5;
INSERT INTO process_events SELECT process, document, k FROM belongs, place_in WHERE process IS NOT NULL;
INSERT INTO process_statements SELECT process, document, k FROM belongs, place_in WHERE process IS NOT NULL AND k < 4;
INSERT INTO process_steps SELECT process, row_number() OVER (PARTITION BY process ORDER BY document) - 1, d, 'under-way', document, 0, 0, 40
    FROM (SELECT process, document, substr(published, 1, 10) AS d FROM belongs JOIN documents ON key = document WHERE process IS NOT NULL AND document % 50 < 2);
INSERT INTO process_next SELECT i, k, date('2024-10-01', printf('+%d days', k)), 'deadline', NULL, 99000 + i, k, k * 64, k * 64 + 40 FROM number, place_in WHERE i < 500 AND k < 3;
INSERT INTO gathered_meetings SELECT (b.document + 2) / 2, printf('m%015x', b.document), b.process, g.status, 'ministerial', NULL, NULL, t.first_day, t.last_day
    FROM belongs b JOIN meetings g ON g.document = b.document LEFT JOIN dates t ON t.document = g.document AND t.number = g.date WHERE b.document % 2 = 0;
INSERT INTO gathered_meeting_members SELECT (document + 2) / 2, document, 0 FROM meetings WHERE (document + 2) / 2 IN (SELECT meeting FROM gathered_meetings);
INSERT INTO gathered_proposals SELECT (b.document + 6) / 6, printf('p%015x', b.document), b.process, 'draft accord', g.version, NULL, t.first_day
    FROM belongs b JOIN proposals g ON g.document = b.document LEFT JOIN dates t ON t.document = g.document AND t.number = g.date WHERE b.document % 6 = 0;
INSERT INTO gathered_proposal_members SELECT (document + 6) / 6, document, 0 FROM proposals WHERE (document + 6) / 6 IN (SELECT proposal FROM gathered_proposals);
INSERT INTO gathered_term_members SELECT m.proposal, t.number, m.document, 0, t.number FROM gathered_proposal_members m JOIN proposal_terms t ON t.document = m.document;
INSERT INTO gathered_positions SELECT p.document, 0, b.process, m.proposal, CASE WHEN m.proposal IS NOT NULL THEN p.term END, char(65 + p.document % 20, 65, 88) || ' GOV', d.published
    FROM positions p JOIN belongs b ON b.document = p.document JOIN documents d ON d.key = p.document LEFT JOIN gathered_proposal_members m ON m.document = p.document;
INSERT INTO reversals SELECT document, 1, document - 1, 1 FROM belongs WHERE document % 40 = 7;
COMMIT;
PRAGMA journal_mode = WAL;
