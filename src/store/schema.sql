-- The record file of dragoman: what each table and column holds. docs/record-file.md tells how to use it.
--
-- This file is compiled into the program and makes every new record. Its version is PRAGMA user_version: 1, and one more
-- for each file of migrations/. Change both together; docs/record-file.md, "Changing the schema", says how.
--
-- What holds everywhere:
--   * A document's rows carry its key in their first column and are numbered from 0 in the order of the text, so that
--     they are the same whenever and by however many threads it was coded. Deleting a document deletes all of them.
--   * They were all made by the one engine that documents.engine names, in one transaction.
--   * NULL is unknown. Truth values are 0 and 1.
--   * span_begin and span_end are byte offsets [begin, end) into documents.text:
--     CAST(substr(text, span_begin + 1, span_end - span_begin) AS TEXT) is the wording.
--   * sentence is a number of the table sentences; days are ISO 8601.

-- Programs with their data files that have coded something in this record.
CREATE TABLE engines (
    key     INTEGER PRIMARY KEY,
    program TEXT NOT NULL,    -- version of dragoman, "0.1.0"
    record  INTEGER NOT NULL, -- version of the record's form, as on the document line of the NDJSON
    data    TEXT NOT NULL,    -- XXH3 over the names and SHA-256 of the lists and frames in the data file, 16 hexadecimal digits
    models  TEXT NOT NULL,    -- the same over the trained models
    UNIQUE (program, record, data, models)
) STRICT;

-- The files that an engine's data file was built from: what changed between two engines.
CREATE TABLE engine_inputs (
    engine INTEGER NOT NULL REFERENCES engines ON DELETE CASCADE,
    name   TEXT NOT NULL, -- path below the source tree, "data/frames/agree.yaml"
    sha256 TEXT NOT NULL, -- of its bytes, hexadecimal
    PRIMARY KEY (engine, name)
) STRICT, WITHOUT ROWID;

-- The reports. What a source says of itself is TEXT, or a BLOB of the very bytes where these are no UTF-8.
CREATE TABLE documents (
    key       INTEGER PRIMARY KEY, -- in the order of arrival; for joins in this file only
    id        TEXT NOT NULL UNIQUE, -- the caller's, or a hash of url and text
    engine    INTEGER NOT NULL REFERENCES engines, -- what coded it: the identity of every row that carries this document's key
    start     TEXT NOT NULL CHECK (start IN ('text', 'tokens', 'trees')), -- what the coding started from: raw text, or what conllu gave
    url       ANY, -- where it was published
    publisher ANY, -- who published it
    title     ANY, -- headline; not part of the text
    author    ANY, -- byline
    published ANY, -- ISO 8601 day or instant
    language  ANY, -- BCP 47
    text      BLOB NOT NULL, -- the bytes as they were given; all spans point into them
    conllu    BLOB           -- the CoNLL-U that it was read from, NULL for raw text
) STRICT;
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_source ON documents (publisher, title, url);

-- Full text: SELECT rowid FROM document_words WHERE document_words MATCH 'ceasefire AND hostages'. rowid is documents.key.
CREATE VIEW document_readable AS
    SELECT key, CAST(title AS TEXT) AS title, CAST(text AS TEXT) AS text FROM documents;
CREATE VIRTUAL TABLE document_words USING fts5 (
    title, -- of the document
    text,  -- of the document, as far as it is UTF-8
    content = 'document_readable', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_words_insert AFTER INSERT ON documents BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.key, CAST(new.title AS TEXT), CAST(new.text AS TEXT));
END;
CREATE TRIGGER documents_words_delete AFTER DELETE ON documents BEGIN
    INSERT INTO document_words (document_words, rowid, title, text)
        VALUES ('delete', old.key, CAST(old.title AS TEXT), CAST(old.text AS TEXT));
END;
CREATE TRIGGER documents_words_update AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO document_words (document_words, rowid, title, text)
        VALUES ('delete', old.key, CAST(old.title AS TEXT), CAST(old.text AS TEXT));
    INSERT INTO document_words (rowid, title, text) VALUES (new.key, CAST(new.title AS TEXT), CAST(new.text AS TEXT));
END;

CREATE TABLE sentences (
    document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number     INTEGER NOT NULL, -- from 0
    kind       TEXT NOT NULL CHECK (kind IN ('text', 'headline', 'byline')), -- bylines are never coded
    paragraph  INTEGER NOT NULL, -- from 0
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What a reader should know of a text: broken UTF-8, a sentence cut, two candidates for a name.
CREATE TABLE notes (
    document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    text       TEXT NOT NULL, -- English, one line
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- The persons, organisations, states, groups and roles of a document. Sentence and span are those of the first mention.
CREATE TABLE actors (
    document   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    id         TEXT NOT NULL, -- readable slug; the same actor in all documents when listed is 1, else known in this document alone
    name       TEXT NOT NULL, -- canonical
    type       TEXT NOT NULL CHECK (type IN ('person', 'organization', 'state', 'group', 'role')), -- what it is
    country    TEXT, -- ISO 3166-1 alpha-3, '---' for international
    sectors    TEXT, -- PLOVER sectors, the primary one first, with blanks between: 'GOV MIL'
    listed     INTEGER NOT NULL, -- 1: the lists under data/ have it
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_id ON actors (id);
CREATE INDEX actors_country ON actors (country) WHERE country IS NOT NULL;

-- Offices that an actor holds, as the list or the text says.
CREATE TABLE actor_roles (
    document     INTEGER NOT NULL,
    actor        INTEGER NOT NULL, -- actors.number
    number       INTEGER NOT NULL,
    title        TEXT, -- 'Secretary of State'
    country      TEXT, -- as in actors
    organization TEXT, -- 'State Department'
    valid_from   TEXT, -- ISO date, perhaps a year or month only
    valid_to     TEXT, -- the same; the last day
    listed       INTEGER NOT NULL, -- 1: from the lists under data/, and the span is empty; 0: the text says it at the span
    span_begin   INTEGER NOT NULL,
    span_end     INTEGER NOT NULL,
    PRIMARY KEY (document, actor, number),
    FOREIGN KEY (document, actor) REFERENCES actors ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_aliases (
    document INTEGER NOT NULL,
    actor    INTEGER NOT NULL, -- actors.number
    number   INTEGER NOT NULL,
    alias    TEXT NOT NULL, -- another name of the actor
    PRIMARY KEY (document, actor, number),
    FOREIGN KEY (document, actor) REFERENCES actors ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Each place in the text where an actor is named. Country, sectors and role are those that hold there.
CREATE TABLE mentions (
    document   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    actor      INTEGER NOT NULL, -- actors.number
    via        TEXT NOT NULL CHECK (via IN ('name', 'apposition', 'metonym', 'pronoun', 'role', 'group')), -- how it is named there
    country    TEXT, -- as in actors
    sectors    TEXT, -- as in actors
    role       TEXT, -- 'Secretary of State'
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, actor) REFERENCES actors ON DELETE CASCADE,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Time expressions: TIMEX3 of TimeML, and the days that they stand for.
CREATE TABLE dates (
    document   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    type       TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')), -- TIMEX3 type
    value      TEXT, -- TIMEX3 value: '2025-W17', 'P3D'
    mod        TEXT, -- TIMEX3 modifier: 'START', 'APPROX'
    first_day  TEXT, -- 'from' of the NDJSON; NULL when open or no day of the calendar
    last_day   TEXT, -- 'to' of the NDJSON, inclusive
    precision  TEXT, -- 'instant' 'day' 'week' 'month' 'year'
    anchor     TEXT, -- the day that it was resolved against
    anchored   TEXT, -- where that day is from: 'published' 'dateline' 'text'
    inherited  INTEGER NOT NULL, -- 1: carried over to an event from another clause
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX dates_first_day ON dates (first_day) WHERE first_day IS NOT NULL;

CREATE TABLE places (
    document   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    name       TEXT NOT NULL, -- canonical
    country    TEXT, -- ISO 3166-1 alpha-3
    admin1     TEXT, -- first division of the country
    lat        REAL, -- degrees north, WGS 84
    lon        REAL, -- degrees east
    geonames   INTEGER, -- id at GeoNames
    aside      INTEGER NOT NULL, -- 1: only named, no event can be there: 'the Paris mayor'
    listed     INTEGER NOT NULL, -- 1: the gazetteer has it
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX places_name ON places (country, name);

-- Who did what to whom. The span is the clause.
CREATE TABLE events (
    document      INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    id            TEXT NOT NULL, -- hash of document, clause, trigger, rule and code
    type          TEXT NOT NULL, -- PLOVER type, 'CONSULT'
    act           TEXT NOT NULL, -- the act itself, before what the text makes of it: 'CONSULT' of "planned to meet"
    mode          TEXT, -- PLOVER mode, 'visit'
    cameo         TEXT, -- CAMEO code, '0842'
    quad          TEXT, -- 'verbal-cooperation' 'material-cooperation' 'verbal-conflict' 'material-conflict'
    score         REAL NOT NULL, -- PLOVER score of type and mode
    goldstein     REAL, -- of the CAMEO code
    status        TEXT NOT NULL -- what the text says of it
                      CHECK (status IN ('actual', 'ongoing', 'planned', 'cancelled', 'denied', 'conditional', 'hypothetical', 'historical')),
    negated       INTEGER NOT NULL, -- 1: the text says that it did not happen
    asserted      INTEGER NOT NULL -- 1: the text stands by it; count no others
                      GENERATED ALWAYS AS (NOT negated AND status NOT IN ('denied', 'conditional', 'hypothetical')) VIRTUAL,
    date          INTEGER, -- dates.number
    place         INTEGER, -- places.number
    dead          INTEGER, -- killed; this and the next: figures that the text gives
    injured       INTEGER, -- persons
    detained      INTEGER, -- persons
    people        INTEGER, -- who took part, fled, got aid ...
    money         REAL, -- amount
    currency      TEXT, -- of the amount, ISO 4217
    rule          TEXT NOT NULL, -- the frame that fired: file#name
    rule_line     INTEGER NOT NULL, -- of the frame in that file
    confidence    REAL NOT NULL, -- 0 to 1
    sentence      INTEGER NOT NULL,
    span_begin    INTEGER NOT NULL,
    span_end      INTEGER NOT NULL,
    trigger_begin INTEGER NOT NULL, -- the words that carry the action, a span
    trigger_end   INTEGER NOT NULL, -- its end
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, date) REFERENCES dates,
    FOREIGN KEY (document, place) REFERENCES places,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX events_id ON events (id);
CREATE INDEX events_type ON events (type, mode);
CREATE INDEX events_figures ON events (type) WHERE dead IS NOT NULL OR injured IS NOT NULL OR detained IS NOT NULL OR people IS NOT NULL;

-- Who acts in an event, who is acted on, and third parties.
CREATE TABLE event_mentions (
    document INTEGER NOT NULL,
    event    INTEGER NOT NULL, -- events.number
    part     TEXT NOT NULL CHECK (part IN ('actor', 'recipient', 'third')), -- what the party is in it
    number   INTEGER NOT NULL, -- within its part
    mention  INTEGER NOT NULL, -- mentions.number
    PRIMARY KEY (document, event, part, number),
    FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE,
    FOREIGN KEY (document, mention) REFERENCES mentions
) STRICT, WITHOUT ROWID;

-- Who says so, from the nearest speaker outward.
CREATE TABLE event_attributions (
    document      INTEGER NOT NULL,
    event         INTEGER NOT NULL, -- events.number
    number        INTEGER NOT NULL, -- 0: the nearest speaker
    speaker       INTEGER, -- mentions.number; NULL when only described
    speaker_begin INTEGER NOT NULL, -- the speaker's whole phrase; an empty span when nobody is named
    speaker_end   INTEGER NOT NULL, -- its end
    outlet        TEXT, -- 'NBC News'
    medium        TEXT, -- 'post' 'interview' 'statement' 'speech' 'press-conference' 'call' 'letter' 'report'
    verb          TEXT, -- lemma of the word of reporting
    verb_begin    INTEGER NOT NULL, -- where that word stands, a span
    verb_end      INTEGER NOT NULL, -- its end
    direct        INTEGER NOT NULL, -- 1: in quotation marks
    PRIMARY KEY (document, event, number),
    FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE,
    FOREIGN KEY (document, speaker) REFERENCES mentions
) STRICT, WITHOUT ROWID;

CREATE TABLE event_contexts (
    document INTEGER NOT NULL,
    event    INTEGER NOT NULL, -- events.number
    number   INTEGER NOT NULL,
    context  TEXT NOT NULL, -- PLOVER context
    PRIMARY KEY (document, event, number),
    FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Where else the text tells the same event ('mentions' of the NDJSON).
CREATE TABLE event_tellings (
    document      INTEGER NOT NULL,
    event         INTEGER NOT NULL, -- events.number
    number        INTEGER NOT NULL,
    sentence      INTEGER NOT NULL,
    span_begin    INTEGER NOT NULL, -- the clause
    span_end      INTEGER NOT NULL,
    trigger_begin INTEGER NOT NULL, -- the words that carry the action, a span
    trigger_end   INTEGER NOT NULL, -- its end
    PRIMARY KEY (document, event, number),
    FOREIGN KEY (document, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Quotations and what is reported of somebody. The span is the words, without quotation marks at their ends.
CREATE TABLE statements (
    document      INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    id            TEXT NOT NULL, -- hash of document, words and word of reporting
    speaker       INTEGER, -- mentions.number; NULL when only described
    speaker_begin INTEGER NOT NULL, -- as in event_attributions
    speaker_end   INTEGER NOT NULL, -- its end
    outlet        TEXT, -- as in event_attributions
    medium        TEXT, -- as in event_attributions
    verb          TEXT, -- as in event_attributions
    verb_begin    INTEGER NOT NULL, -- where that word stands, a span
    verb_end      INTEGER NOT NULL, -- its end
    direct        INTEGER NOT NULL, -- 1: a quotation
    addressee     INTEGER, -- mentions.number: who is told
    date          INTEGER, -- dates.number: when it was said
    sentence      INTEGER NOT NULL, -- in which the words begin
    span_begin    INTEGER NOT NULL,
    span_end      INTEGER NOT NULL,
    stance         TEXT, -- 'accepts' 'rejects' 'open' 'conditional' 'demands' 'offers' 'denies' 'confirms' 'declines' 'silent'
    reverses       INTEGER, -- statements.number: the earlier statement whose opposite it is
    reversal_begin INTEGER NOT NULL DEFAULT 0, -- the words by which the text says so, a span; empty none
    reversal_end   INTEGER NOT NULL DEFAULT 0, -- its end
    attitude       INTEGER NOT NULL DEFAULT 0, -- 1: what somebody is said to think, ask or judge; 0: a saying
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, speaker) REFERENCES mentions,
    FOREIGN KEY (document, addressee) REFERENCES mentions,
    FOREIGN KEY (document, date) REFERENCES dates,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_id ON statements (id);

-- Meetings: talks, summits, calls. The span is the words that name it first.
CREATE TABLE meetings (
    document    INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    id          TEXT NOT NULL, -- hash of document and span
    level       TEXT, -- 'head-of-state' 'ministerial' 'envoy' 'technical'
    place       INTEGER, -- places.number
    date        INTEGER, -- dates.number: the day of the meeting
    status      TEXT NOT NULL -- what became of it
                    CHECK (status IN ('proposed', 'planned', 'ongoing', 'held', 'postponed', 'cancelled', 'collapsed')),
    topic_begin INTEGER NOT NULL, -- what it is about, a span; empty when unknown
    topic_end   INTEGER NOT NULL, -- its end
    sentence    INTEGER NOT NULL,
    span_begin  INTEGER NOT NULL,
    span_end    INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, place) REFERENCES places,
    FOREIGN KEY (document, date) REFERENCES dates,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_id ON meetings (id);

-- What the text says of a meeting's state, one place after the other. The span is the word that says it.
CREATE TABLE meeting_steps (
    document   INTEGER NOT NULL,
    meeting    INTEGER NOT NULL, -- meetings.number
    number     INTEGER NOT NULL,
    status     TEXT NOT NULL, -- as in meetings
    date       INTEGER, -- dates.number: of the change
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, meeting, number),
    FOREIGN KEY (document, meeting) REFERENCES meetings ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Who takes part in a meeting, and who stays away. The span is the word that says it.
CREATE TABLE meeting_people (
    document   INTEGER NOT NULL,
    meeting    INTEGER NOT NULL, -- meetings.number
    number     INTEGER NOT NULL,
    mention    INTEGER NOT NULL, -- mentions.number
    part       TEXT NOT NULL, -- 'party' 'host' 'mediator' 'guest'
    attendance TEXT NOT NULL -- 'invited': named for it, and not yet said to come
                   CHECK (attendance IN ('invited', 'confirmed', 'attending', 'arrived', 'withdrew', 'deputy', 'absent')),
    date       INTEGER, -- dates.number: since when
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, meeting, number),
    FOREIGN KEY (document, meeting) REFERENCES meetings ON DELETE CASCADE,
    FOREIGN KEY (document, mention) REFERENCES mentions
) STRICT, WITHOUT ROWID;

-- The events that tell a meeting.
CREATE TABLE meeting_events (
    document INTEGER NOT NULL,
    meeting  INTEGER NOT NULL, -- meetings.number
    number   INTEGER NOT NULL,
    event    INTEGER NOT NULL, -- events.number
    PRIMARY KEY (document, meeting, number),
    FOREIGN KEY (document, meeting) REFERENCES meetings ON DELETE CASCADE,
    FOREIGN KEY (document, event) REFERENCES events
) STRICT, WITHOUT ROWID;

-- Plans, drafts, offers, frameworks, resolutions that somebody puts on the table. The span is the words that name it
-- first.
CREATE TABLE proposals (
    document   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    id         TEXT NOT NULL, -- hash of document and span
    version    TEXT CHECK (version IN ('draft', 'counter-proposal', 'amended', 'final')), -- NULL: not said
    answers    INTEGER, -- proposals.number: what it answers or changes
    place      INTEGER, -- places.number: where it was put
    date       INTEGER, -- dates.number: when it was put
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, place) REFERENCES places,
    FOREIGN KEY (document, date) REFERENCES dates,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_id ON proposals (id);

-- Who puts a proposal, and whom it is put to.
CREATE TABLE proposal_people (
    document INTEGER NOT NULL,
    proposal INTEGER NOT NULL, -- proposals.number
    part     TEXT NOT NULL CHECK (part IN ('proposer', 'presented-to')), -- what the party is to it
    number   INTEGER NOT NULL, -- within its part
    mention  INTEGER NOT NULL, -- mentions.number
    PRIMARY KEY (document, proposal, part, number),
    FOREIGN KEY (document, proposal) REFERENCES proposals ON DELETE CASCADE,
    FOREIGN KEY (document, mention) REFERENCES mentions
) STRICT, WITHOUT ROWID;

-- What a proposal would have somebody do. The span is the clause; the other spans are empty where the text does not say.
CREATE TABLE proposal_terms (
    document       INTEGER NOT NULL,
    proposal       INTEGER NOT NULL, -- proposals.number
    number         INTEGER NOT NULL,
    subject        TEXT, -- 'ceasefire' 'withdrawal' 'territory' ..., a word of data/talks/subjects.tsv
    by_begin       INTEGER NOT NULL, -- who is to do it, a span
    by_end         INTEGER NOT NULL, -- its end
    action_begin   INTEGER NOT NULL, -- the word of doing, a span
    action_end     INTEGER NOT NULL, -- its end
    object_begin   INTEGER NOT NULL, -- what it is done to, a span
    object_end     INTEGER NOT NULL, -- its end
    benefits_begin INTEGER NOT NULL, -- for whom, a span
    benefits_end   INTEGER NOT NULL, -- its end
    costs_begin    INTEGER NOT NULL, -- at whose expense, a span
    costs_end      INTEGER NOT NULL, -- its end
    sentence       INTEGER NOT NULL,
    span_begin     INTEGER NOT NULL,
    span_end       INTEGER NOT NULL,
    PRIMARY KEY (document, proposal, number),
    FOREIGN KEY (document, proposal) REFERENCES proposals ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Where else the text speaks of a proposal.
CREATE TABLE proposal_tellings (
    document   INTEGER NOT NULL,
    proposal   INTEGER NOT NULL, -- proposals.number
    number     INTEGER NOT NULL,
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, proposal, number),
    FOREIGN KEY (document, proposal) REFERENCES proposals ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Where a party stands: on a proposal, a term of it, or with a demand of its own. The span is the words that say so.
CREATE TABLE positions (
    document        INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    id              TEXT NOT NULL, -- hash of document, span and party
    mention         INTEGER NOT NULL, -- mentions.number: the party
    stance          TEXT NOT NULL, -- 'accepts' 'rejects' 'open' 'conditional' 'demands' 'offers' 'silent' ...
    proposal        INTEGER, -- proposals.number
    term            INTEGER, -- proposal_terms.number; NULL: the whole proposal
    content_begin   INTEGER NOT NULL, -- what is demanded, accepted or rejected, a span; empty when only the proposal is
    content_end     INTEGER NOT NULL, -- its end
    condition_begin INTEGER NOT NULL, -- 'if the army pulls back', a span
    condition_end   INTEGER NOT NULL, -- its end
    date            INTEGER, -- dates.number
    statement       INTEGER, -- statements.number: by which it is taken; NULL: in the reporter's own words
    sentence        INTEGER NOT NULL,
    span_begin      INTEGER NOT NULL,
    span_end        INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, mention) REFERENCES mentions,
    FOREIGN KEY (document, proposal) REFERENCES proposals,
    FOREIGN KEY (document, date) REFERENCES dates,
    FOREIGN KEY (document, statement) REFERENCES statements,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX positions_id ON positions (id);

-- What a statement speaks of.
CREATE TABLE statement_matters (
    document  INTEGER NOT NULL,
    statement INTEGER NOT NULL, -- statements.number
    number    INTEGER NOT NULL,
    matter    TEXT NOT NULL CHECK (matter IN ('meeting', 'proposal', 'term', 'event')), -- what kind of thing
    item      INTEGER NOT NULL, -- meetings.number, proposals.number or events.number; of a term its proposal
    term      INTEGER, -- proposal_terms.number
    PRIMARY KEY (document, statement, number),
    FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- across documents
-- Worked out from the rows above, all anew whenever documents have come, changed or gone; therefore without references.

-- Whether the tables below are behind the documents.
CREATE TABLE gathering (
    one   INTEGER PRIMARY KEY CHECK (one = 1), -- there is one row
    stale INTEGER NOT NULL -- 1: documents have changed since
) STRICT;

-- Negotiations followed over time.
CREATE TABLE processes (
    process  INTEGER PRIMARY KEY, -- in the order of their beginning
    id       TEXT NOT NULL UNIQUE, -- the file's name of a given one, else a hash of parties and matter
    name     TEXT NOT NULL, -- 'Gaza ceasefire 2023-25', or made of parties and matter
    given    INTEGER NOT NULL, -- 1: defined in data/processes
    status   TEXT NOT NULL -- as of the last of its process_steps
                 CHECK (status IN ('exploratory', 'under-way', 'stalled', 'suspended', 'broken-off', 'agreed', 'signed', 'implementing')),
    since    TEXT, -- first day that anything in it is told of
    last_day TEXT -- last day that anything in it was reported
) STRICT;

-- Who takes part in a negotiation.
CREATE TABLE process_parties (
    process INTEGER NOT NULL, -- processes.process
    number  INTEGER NOT NULL, -- most named first
    party   TEXT NOT NULL, -- the country's code and sector, or the actor's id: one party in all documents
    name    TEXT NOT NULL, -- for people
    part    TEXT NOT NULL CHECK (part IN ('party', 'mediator', 'host')), -- what the party is in it
    PRIMARY KEY (process, number)
) STRICT, WITHOUT ROWID;

-- How a negotiation went: each row the words that changed its state.
CREATE TABLE process_steps (
    process    INTEGER NOT NULL, -- processes.process
    number     INTEGER NOT NULL, -- in the order of days
    day        TEXT, -- of the change
    status     TEXT NOT NULL, -- as in processes
    document   INTEGER NOT NULL, -- documents.key
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (process, number)
) STRICT, WITHOUT ROWID;

-- What lies ahead: planned meetings and deadlines.
CREATE TABLE process_next (
    process    INTEGER NOT NULL, -- processes.process
    number     INTEGER NOT NULL, -- in the order of days
    day        TEXT, -- first day
    kind       TEXT NOT NULL CHECK (kind IN ('meeting', 'deadline')), -- what it is
    meeting    INTEGER, -- gathered_meetings.meeting
    document   INTEGER NOT NULL, -- documents.key
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (process, number)
) STRICT, WITHOUT ROWID;

-- Events and statements that belong to a negotiation.
CREATE TABLE process_events (
    process  INTEGER NOT NULL, -- processes.process
    document INTEGER NOT NULL, -- documents.key
    event    INTEGER NOT NULL, -- events.number
    PRIMARY KEY (process, document, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE process_statements (
    process   INTEGER NOT NULL, -- processes.process
    document  INTEGER NOT NULL, -- documents.key
    statement INTEGER NOT NULL, -- statements.number
    PRIMARY KEY (process, document, statement)
) STRICT, WITHOUT ROWID;

-- One meeting, told by one or several documents. Its values are those of the latest that tells them.
CREATE TABLE gathered_meetings (
    meeting   INTEGER PRIMARY KEY, -- in the order of days
    id        TEXT NOT NULL, -- of its first member
    process   INTEGER, -- processes.process
    status    TEXT NOT NULL, -- as in meetings
    level     TEXT, -- as in meetings
    place     TEXT, -- name of the place
    country   TEXT, -- of the place
    first_day TEXT, -- of the meeting
    last_day  TEXT -- its end
) STRICT;
CREATE INDEX gathered_meetings_first_day ON gathered_meetings (first_day);
CREATE INDEX gathered_meetings_process ON gathered_meetings (process, first_day);
CREATE TABLE gathered_meeting_members (
    meeting  INTEGER NOT NULL, -- gathered_meetings.meeting
    document INTEGER NOT NULL, -- documents.key
    number   INTEGER NOT NULL, -- meetings.number
    PRIMARY KEY (meeting, document, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gathered_meeting_of ON gathered_meeting_members (document, number);

-- One proposal, told by one or several documents.
CREATE TABLE gathered_proposals (
    proposal  INTEGER PRIMARY KEY, -- in the order of days
    id        TEXT NOT NULL, -- of its first member
    process   INTEGER, -- processes.process
    name      TEXT NOT NULL, -- the fullest wording
    version   TEXT, -- as in proposals
    answers   INTEGER, -- gathered_proposals.proposal: what it answers or changes
    first_day TEXT -- when it was put
) STRICT;
CREATE INDEX gathered_proposals_first_day ON gathered_proposals (first_day);
CREATE INDEX gathered_proposals_process ON gathered_proposals (process, first_day);
CREATE TABLE gathered_proposal_members (
    proposal INTEGER NOT NULL, -- gathered_proposals.proposal
    document INTEGER NOT NULL, -- documents.key
    number   INTEGER NOT NULL, -- proposals.number
    PRIMARY KEY (proposal, document, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gathered_proposal_of ON gathered_proposal_members (document, number);

-- The terms of a proposal, each told by one or several proposal_terms.
CREATE TABLE gathered_term_members (
    proposal INTEGER NOT NULL, -- gathered_proposals.proposal
    term     INTEGER NOT NULL, -- number of the term within it
    document INTEGER NOT NULL, -- documents.key
    member   INTEGER NOT NULL, -- proposals.number
    number   INTEGER NOT NULL, -- proposal_terms.number
    PRIMARY KEY (proposal, term, document, member, number)
) STRICT, WITHOUT ROWID;

-- What a position bears on, across documents.
CREATE TABLE gathered_positions (
    document INTEGER NOT NULL, -- documents.key
    number   INTEGER NOT NULL, -- positions.number
    process  INTEGER, -- processes.process
    proposal INTEGER, -- gathered_proposals.proposal
    term     INTEGER, -- gathered_term_members.term
    party    TEXT NOT NULL, -- as in process_parties
    day      TEXT, -- when it was taken, else of the report
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX gathered_positions_proposal ON gathered_positions (proposal, term, day);

-- Statements that say the opposite of an earlier one.
CREATE TABLE reversals (
    document          INTEGER NOT NULL, -- documents.key
    statement         INTEGER NOT NULL, -- statements.number
    earlier_document  INTEGER, -- documents.key; NULL when only the text itself says that it is a reversal
    earlier_statement INTEGER, -- statements.number
    PRIMARY KEY (document, statement)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- views: the record for people

-- Each naming of an actor, in words.
CREATE VIEW mention_list AS
    SELECT d.id AS document, m.sentence, CAST(substr(d.text, m.span_begin + 1, m.span_end - m.span_begin) AS TEXT) AS wording,
           a.id AS actor, a.name, a.type, m.country, m.sectors, m.role, m.via, a.listed
    FROM mentions m
    JOIN actors a ON a.document = m.document AND a.number = m.actor
    JOIN documents d ON d.key = m.document;

-- Each event on a line: names with '; ' between, the sentence that says it, and the engine that coded it.
CREATE VIEW event_list AS
    SELECT e.id, d.id AS document, d.published, e.type, e.mode, e.status, e.negated, e.asserted,
           (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM event_mentions p
                JOIN mentions m ON m.document = p.document AND m.number = p.mention
                JOIN actors a ON a.document = m.document AND a.number = m.actor
                WHERE p.document = e.document AND p.event = e.number AND p.part = 'actor' ORDER BY p.number)) AS actors,
           (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM event_mentions p
                JOIN mentions m ON m.document = p.document AND m.number = p.mention
                JOIN actors a ON a.document = m.document AND a.number = m.actor
                WHERE p.document = e.document AND p.event = e.number AND p.part = 'recipient' ORDER BY p.number)) AS recipients,
           t.first_day, t.last_day, l.name AS place, l.country AS place_country,
           CAST(substr(d.text, e.trigger_begin + 1, e.trigger_end - e.trigger_begin) AS TEXT) AS trigger_words,
           CAST(substr(d.text, s.span_begin + 1, s.span_end - s.span_begin) AS TEXT) AS sentence,
           e.rule, e.confidence, g.program AS engine, g.data AS engine_data, g.models AS engine_models
    FROM events e
    JOIN documents d ON d.key = e.document
    JOIN engines g ON g.key = d.engine
    JOIN sentences s ON s.document = e.document AND s.number = e.sentence
    LEFT JOIN dates t ON t.document = e.document AND t.number = e.date
    LEFT JOIN places l ON l.document = e.document AND l.number = e.place;

-- Each statement on a line: who said what, when, to whom. speaker is NULL where the speaker is only described.
CREATE VIEW statement_list AS
    SELECT q.id, d.id AS document, d.published, a.id AS speaker, a.name,
           CAST(substr(d.text, q.speaker_begin + 1, q.speaker_end - q.speaker_begin) AS TEXT) AS speaker_words,
           q.verb, q.direct, q.medium, q.outlet, t.first_day, t.last_day,
           CAST(substr(d.text, q.span_begin + 1, q.span_end - q.span_begin) AS TEXT) AS words,
           g.program AS engine, g.data AS engine_data, g.models AS engine_models
    FROM statements q
    JOIN documents d ON d.key = q.document
    JOIN engines g ON g.key = d.engine
    LEFT JOIN mentions m ON m.document = q.document AND m.number = q.speaker
    LEFT JOIN actors a ON a.document = m.document AND a.number = m.actor
    LEFT JOIN dates t ON t.document = q.document AND t.number = q.date;

-- Each meeting on a line, with who takes part ("name: attendance").
CREATE VIEW meeting_list AS
    SELECT g.id, d.id AS document, d.published, g.status, g.level,
           CAST(substr(d.text, g.span_begin + 1, g.span_end - g.span_begin) AS TEXT) AS name,
           CAST(substr(d.text, g.topic_begin + 1, g.topic_end - g.topic_begin) AS TEXT) AS topic,
           t.first_day, t.last_day, l.name AS place, l.country AS place_country,
           (SELECT group_concat(person, '; ') FROM (SELECT a.name || ': ' || p.attendance AS person FROM meeting_people p
                JOIN mentions m ON m.document = p.document AND m.number = p.mention
                JOIN actors a ON a.document = m.document AND a.number = m.actor
                WHERE p.document = g.document AND p.meeting = g.number ORDER BY p.number)) AS people
    FROM meetings g
    JOIN documents d ON d.key = g.document
    LEFT JOIN dates t ON t.document = g.document AND t.number = g.date
    LEFT JOIN places l ON l.document = g.document AND l.number = g.place;
