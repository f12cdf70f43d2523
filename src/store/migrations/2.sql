-- Stance and reversals of statements; proposals, their terms, and positions; what is worked out across documents. See schema.sql for what they mean.
ALTER TABLE statements ADD COLUMN stance TEXT;
ALTER TABLE statements ADD COLUMN reverses INTEGER;
ALTER TABLE statements ADD COLUMN reversal_begin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN reversal_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN attitude INTEGER NOT NULL DEFAULT 0;

CREATE INDEX documents_source ON documents (publisher, title, url);
CREATE INDEX events_figures ON events (type) WHERE dead IS NOT NULL OR injured IS NOT NULL OR detained IS NOT NULL OR people IS NOT NULL;
CREATE INDEX actors_country ON actors (country) WHERE country IS NOT NULL;

CREATE TABLE proposals (
    document   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    id         TEXT NOT NULL,
    version    TEXT CHECK (version IN ('draft', 'counter-proposal', 'amended', 'final')),
    answers    INTEGER,
    place      INTEGER,
    date       INTEGER,
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY (document, place) REFERENCES places,
    FOREIGN KEY (document, date) REFERENCES dates,
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_id ON proposals (id);

CREATE TABLE proposal_people (
    document INTEGER NOT NULL,
    proposal INTEGER NOT NULL,
    part     TEXT NOT NULL CHECK (part IN ('proposer', 'presented-to')),
    number   INTEGER NOT NULL,
    mention  INTEGER NOT NULL,
    PRIMARY KEY (document, proposal, part, number),
    FOREIGN KEY (document, proposal) REFERENCES proposals ON DELETE CASCADE,
    FOREIGN KEY (document, mention) REFERENCES mentions
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_terms (
    document       INTEGER NOT NULL,
    proposal       INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    subject        TEXT,
    by_begin       INTEGER NOT NULL,
    by_end         INTEGER NOT NULL,
    action_begin   INTEGER NOT NULL,
    action_end     INTEGER NOT NULL,
    object_begin   INTEGER NOT NULL,
    object_end     INTEGER NOT NULL,
    benefits_begin INTEGER NOT NULL,
    benefits_end   INTEGER NOT NULL,
    costs_begin    INTEGER NOT NULL,
    costs_end      INTEGER NOT NULL,
    sentence       INTEGER NOT NULL,
    span_begin     INTEGER NOT NULL,
    span_end       INTEGER NOT NULL,
    PRIMARY KEY (document, proposal, number),
    FOREIGN KEY (document, proposal) REFERENCES proposals ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE proposal_tellings (
    document   INTEGER NOT NULL,
    proposal   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (document, proposal, number),
    FOREIGN KEY (document, proposal) REFERENCES proposals ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE positions (
    document        INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    id              TEXT NOT NULL,
    mention         INTEGER NOT NULL,
    stance          TEXT NOT NULL,
    proposal        INTEGER,
    term            INTEGER,
    content_begin   INTEGER NOT NULL,
    content_end     INTEGER NOT NULL,
    condition_begin INTEGER NOT NULL,
    condition_end   INTEGER NOT NULL,
    date            INTEGER,
    statement       INTEGER,
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

CREATE TABLE statement_matters (
    document  INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    matter    TEXT NOT NULL CHECK (matter IN ('meeting', 'proposal', 'term', 'event')),
    item      INTEGER NOT NULL,
    term      INTEGER,
    PRIMARY KEY (document, statement, number),
    FOREIGN KEY (document, statement) REFERENCES statements ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE gathering (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    stale INTEGER NOT NULL
) STRICT;

CREATE TABLE processes (
    process  INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    given    INTEGER NOT NULL,
    status   TEXT NOT NULL
                 CHECK (status IN ('exploratory', 'under-way', 'stalled', 'suspended', 'broken-off', 'agreed', 'signed', 'implementing')),
    since    TEXT,
    last_day TEXT
) STRICT;

CREATE TABLE process_parties (
    process INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    party   TEXT NOT NULL,
    name    TEXT NOT NULL,
    part    TEXT NOT NULL CHECK (part IN ('party', 'mediator', 'host')),
    PRIMARY KEY (process, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE process_steps (
    process    INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    day        TEXT,
    status     TEXT NOT NULL,
    document   INTEGER NOT NULL,
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (process, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE process_next (
    process    INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    day        TEXT,
    kind       TEXT NOT NULL CHECK (kind IN ('meeting', 'deadline')),
    meeting    INTEGER,
    document   INTEGER NOT NULL,
    sentence   INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (process, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE process_events (
    process  INTEGER NOT NULL,
    document INTEGER NOT NULL,
    event    INTEGER NOT NULL,
    PRIMARY KEY (process, document, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE process_statements (
    process   INTEGER NOT NULL,
    document  INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    PRIMARY KEY (process, document, statement)
) STRICT, WITHOUT ROWID;

CREATE TABLE gathered_meetings (
    meeting   INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,
    process   INTEGER,
    status    TEXT NOT NULL,
    level     TEXT,
    place     TEXT,
    country   TEXT,
    first_day TEXT,
    last_day  TEXT
) STRICT;
CREATE INDEX gathered_meetings_first_day ON gathered_meetings (first_day);
CREATE INDEX gathered_meetings_process ON gathered_meetings (process, first_day);
CREATE TABLE gathered_meeting_members (
    meeting  INTEGER NOT NULL,
    document INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    PRIMARY KEY (meeting, document, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gathered_meeting_of ON gathered_meeting_members (document, number);

CREATE TABLE gathered_proposals (
    proposal  INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,
    process   INTEGER,
    name      TEXT NOT NULL,
    version   TEXT,
    answers   INTEGER,
    first_day TEXT
) STRICT;
CREATE INDEX gathered_proposals_first_day ON gathered_proposals (first_day);
CREATE INDEX gathered_proposals_process ON gathered_proposals (process, first_day);
CREATE TABLE gathered_proposal_members (
    proposal INTEGER NOT NULL,
    document INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    PRIMARY KEY (proposal, document, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gathered_proposal_of ON gathered_proposal_members (document, number);

CREATE TABLE gathered_term_members (
    proposal INTEGER NOT NULL,
    term     INTEGER NOT NULL,
    document INTEGER NOT NULL,
    member   INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    PRIMARY KEY (proposal, term, document, member, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE gathered_positions (
    document INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    process  INTEGER,
    proposal INTEGER,
    term     INTEGER,
    party    TEXT NOT NULL,
    day      TEXT,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX gathered_positions_proposal ON gathered_positions (proposal, term, day);

CREATE TABLE reversals (
    document          INTEGER NOT NULL,
    statement         INTEGER NOT NULL,
    earlier_document  INTEGER,
    earlier_statement INTEGER,
    PRIMARY KEY (document, statement)
) STRICT, WITHOUT ROWID;
