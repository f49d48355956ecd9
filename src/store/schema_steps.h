// The steps of the schema as SQL; the step i makes the form i + 1 of the form i.
// A step that was released is never changed: databases of its form exist.
#pragma once

#include <array>

namespace entente {

inline constexpr std::array kSchemaSteps = {
    // 1: reports, what was found in them, and full-text search.
    R"sql(
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingest', 'recode', 'import')),
  origin TEXT NOT NULL,
  program TEXT,
  model TEXT,
  knowledge TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES runs,
  state TEXT NOT NULL CHECK (state IN ('coded', 'skipped', 'failed', 'imported')),
  reason TEXT,
  date TEXT,
  source TEXT,
  url TEXT,
  language TEXT,
  extra TEXT,
  people TEXT,
  organisations TEXT,
  places TEXT,
  hash BLOB NOT NULL,
  title TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title, text, content = 'documents', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_added AFTER INSERT ON documents WHEN new.text <> '' BEGIN
  INSERT INTO documents_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents WHEN old.text <> '' BEGIN
  INSERT INTO documents_fts (documents_fts, rowid, title, text)
  VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TABLE sentences (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)),
  begin_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  key TEXT,
  code TEXT,
  name TEXT,
  sectors TEXT,
  person TEXT,
  office TEXT
) STRICT;
CREATE UNIQUE INDEX entities_whole ON entities (
  ifnull(key, ''), ifnull(code, ''), ifnull(name, ''), ifnull(sectors, ''), ifnull(person, ''),
  ifnull(office, '')
);

CREATE TABLE resolutions (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities,
  resolved_by TEXT,
  knowledge_row TEXT
) STRICT;
CREATE UNIQUE INDEX resolutions_whole ON resolutions (
  entity_id, ifnull(resolved_by, ''), ifnull(knowledge_row, '')
);

CREATE TABLE mentions (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  resolution_id INTEGER NOT NULL REFERENCES resolutions,
  in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)),
  begin_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  words TEXT,
  antecedent_in_title INTEGER CHECK (antecedent_in_title IN (0, 1)),
  antecedent_begin_char INTEGER,
  antecedent_end_char INTEGER,
  antecedent_words TEXT,
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_types (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  quad INTEGER NOT NULL,
  score REAL NOT NULL
) STRICT;
INSERT INTO event_types VALUES
  (0, 'AGREE', 1, 2.5), (1, 'CONSULT', 1, 2.5), (2, 'SUPPORT', 1, 5), (3, 'CONCEDE', 1, 4.5),
  (4, 'COOPERATE', 2, 9.5), (5, 'AID', 2, 10), (6, 'RETREAT', 2, 6.5), (7, 'REQUEST', 3, 0),
  (8, 'ACCUSE', 3, -3), (9, 'REJECT', 3, -2), (10, 'THREATEN', 3, -3.5), (11, 'PROTEST', 4, -5),
  (12, 'SANCTION', 4, -6), (13, 'MOBILIZE', 4, -5.5), (14, 'COERCE', 4, -7), (15, 'ASSAULT', 4, -9);

CREATE TABLE statuses (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  happened INTEGER NOT NULL
) STRICT;
INSERT INTO statuses VALUES
  (0, 'asserted', 1), (1, 'reported', 1), (2, 'future', 0), (3, 'expected', 0), (4, 'feared', 0),
  (5, 'hypothetical', 0), (6, 'negated', 0), (7, 'denied', 0), (8, 'historical', 0);

CREATE TABLE confidences (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO confidences VALUES (0, 'high'), (1, 'medium'), (2, 'low');

CREATE TABLE date_bases (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO date_bases VALUES (0, 'text'), (1, 'publication'), (2, 'inferred');

CREATE TABLE date_precisions (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO date_precisions VALUES (0, 'day'), (1, 'month'), (2, 'year'), (3, 'unknown');

CREATE TABLE roles (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO roles VALUES (0, 'actor'), (1, 'recipient');

CREATE TABLE rules (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT,
  kind TEXT,
  lat REAL,
  lon REAL
) STRICT;
CREATE UNIQUE INDEX places_whole ON places (
  name, ifnull(country, ''), ifnull(kind, ''), ifnull(lat, 999), ifnull(lon, 999)
);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs,
  type_id INTEGER REFERENCES event_types,
  status_id INTEGER NOT NULL REFERENCES statuses,
  confidence_id INTEGER NOT NULL REFERENCES confidences,
  mode TEXT,
  context TEXT,
  score REAL NOT NULL,
  date INTEGER,
  date_last INTEGER,
  date_precision_id INTEGER NOT NULL REFERENCES date_precisions,
  date_basis_id INTEGER NOT NULL REFERENCES date_bases,
  sentence INTEGER,
  trigger_begin_char INTEGER,
  trigger_end_char INTEGER,
  rule_id INTEGER REFERENCES rules,
  key TEXT,
  UNIQUE (document_id, number),
  FOREIGN KEY (document_id, sentence) REFERENCES sentences
) STRICT;
CREATE UNIQUE INDEX events_key ON events (key) WHERE key IS NOT NULL;
CREATE INDEX events_date ON events (date);
CREATE INDEX events_type ON events (type_id, date);

CREATE TABLE participants (
  document_id INTEGER NOT NULL,
  event INTEGER NOT NULL,
  role_id INTEGER NOT NULL REFERENCES roles,
  position INTEGER NOT NULL,
  mention INTEGER NOT NULL,
  PRIMARY KEY (document_id, event, role_id, position),
  FOREIGN KEY (document_id, event) REFERENCES events (document_id, number) ON DELETE CASCADE,
  FOREIGN KEY (document_id, mention) REFERENCES mentions
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
  document_id INTEGER NOT NULL,
  event INTEGER NOT NULL,
  position INTEGER NOT NULL,
  mention INTEGER NOT NULL,
  PRIMARY KEY (document_id, event, position),
  FOREIGN KEY (document_id, event) REFERENCES events (document_id, number) ON DELETE CASCADE,
  FOREIGN KEY (document_id, mention) REFERENCES mentions
) STRICT, WITHOUT ROWID;

CREATE TABLE event_mentions (
  document_id INTEGER NOT NULL,
  event INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  trigger_begin_char INTEGER NOT NULL,
  trigger_end_char INTEGER NOT NULL,
  PRIMARY KEY (document_id, event, position),
  FOREIGN KEY (document_id, event) REFERENCES events (document_id, number) ON DELETE CASCADE,
  FOREIGN KEY (document_id, sentence) REFERENCES sentences
) STRICT, WITHOUT ROWID;

CREATE TABLE details (
  document_id INTEGER NOT NULL,
  event INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('date', 'location', 'dead', 'injured', 'arrested', 'size')),
  in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)),
  begin_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  words TEXT,
  place_id INTEGER REFERENCES places,
  min INTEGER,
  max INTEGER,
  PRIMARY KEY (document_id, event, kind),
  FOREIGN KEY (document_id, event) REFERENCES events (document_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  event_id INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
  cameo TEXT,
  sentence_number TEXT,
  trigger_words TEXT,
  quote TEXT,
  mention_quotes TEXT,
  fields TEXT
) STRICT;

CREATE TABLE event_parties (
  party TEXT NOT NULL,
  role_id INTEGER NOT NULL,
  date INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (party, role_id, date, event_id)
) STRICT, WITHOUT ROWID;
CREATE VIEW participant_list AS
  SELECT v.id AS event_id, v.document_id, v.number AS event, v.date, p.role_id, p.position,
    e.key, e.code, e.name, coalesce(m.words, substr(
      CASE m.in_title WHEN 1 THEN d.title ELSE d.text END,
      m.begin_char + 1, m.end_char - m.begin_char)) AS words
  FROM events v
  JOIN documents d ON d.id = v.document_id
  JOIN participants p ON p.document_id = v.document_id AND p.event = v.number
  JOIN mentions m ON m.document_id = p.document_id AND m.number = p.mention
  JOIN resolutions r ON r.id = m.resolution_id
  JOIN entities e ON e.id = r.entity_id;
CREATE TRIGGER documents_parties BEFORE DELETE ON documents BEGIN
  DELETE FROM event_parties WHERE (party, role_id, date, event_id) IN (
    SELECT key, role_id, ifnull(date, 0), event_id FROM participant_list
    WHERE document_id = old.id);
  DELETE FROM event_parties WHERE (party, role_id, date, event_id) IN (
    SELECT code, role_id, ifnull(date, 0), event_id FROM participant_list
    WHERE document_id = old.id);
END;

CREATE VIEW event_list AS
  SELECT v.id, d.key || '#' || v.number AS record, t.name AS event, v.mode,
    s.name AS status, v.date, v.date_last,
    (SELECT group_concat(coalesce(p.key, p.code, p.words), ' ') FROM participant_list p
      WHERE p.event_id = v.id AND p.role_id = 0) AS actors,
    (SELECT group_concat(coalesce(p.key, p.code, p.words), ' ') FROM participant_list p
      WHERE p.event_id = v.id AND p.role_id = 1) AS recipients,
    substr(CASE n.in_title WHEN 1 THEN d.title ELSE d.text END,
      n.begin_char + 1, n.end_char - n.begin_char) AS sentence,
    r.name AS rule, u.origin, d.id AS document_id
  FROM events v
  JOIN documents d ON d.id = v.document_id
  JOIN runs u ON u.id = v.run_id
  LEFT JOIN event_types t ON t.id = v.type_id
  JOIN statuses s ON s.id = v.status_id
  LEFT JOIN sentences n ON n.document_id = v.document_id AND n.number = v.sentence
  LEFT JOIN rules r ON r.id = v.rule_id;
)sql",
};

}  // namespace entente
