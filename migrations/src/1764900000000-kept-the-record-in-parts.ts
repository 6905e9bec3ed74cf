import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, WRITES } from './1764200000000/settings.js';

/** The clinical record of a case, part by part. A writing is added and never changed; the part as it stands is its highest revision. */
const RECORD_REVISIONS = /* sql */ `
CREATE TABLE record_revisions (
  case_id uuid NOT NULL CONSTRAINT fk_record_revisions_case REFERENCES cases (id),
  section text NOT NULL CONSTRAINT ck_record_revisions_section CHECK (section IN ('diagnosis','presentation','summary','wishes','treatments','staging','status','structures','imaging','pathology','laboratory','outcome','follow-up')),
  revision int NOT NULL CONSTRAINT ck_record_revisions_revision CHECK (revision >= 1),
  content jsonb NOT NULL,
  observed_on date NOT NULL,
  source text NOT NULL CONSTRAINT ck_record_revisions_source CHECK (source IN ('OWN','OUTSIDE','REFERRAL','PATIENT')),
  source_note text NOT NULL,
  author_id uuid NOT NULL CONSTRAINT fk_record_revisions_author REFERENCES people (id),
  recorded_at timestamptz NOT NULL,
  reason text NOT NULL,
  CONSTRAINT pk_record_revisions PRIMARY KEY (case_id, section, revision)
);
REVOKE UPDATE, DELETE ON record_revisions FROM consilium_app;
`;

const entries = (column: string) =>
  `(SELECT jsonb_build_object('entries', jsonb_agg(jsonb_build_object('id', gen_random_uuid()) || e.entry ORDER BY e.place))
      FROM jsonb_array_elements(c.${column}) WITH ORDINALITY AS e (entry, place))`;

const latest = (column: string, day: string) =>
  `coalesce((SELECT max(e ->> '${day}') FROM jsonb_array_elements(c.${column}) AS e)::date, d.day)`;

/**
 * What the cases that are here already say becomes the first writing of each part, by the owner of the case on the day of its referral. What a
 * part can say besides takes its default when it is read. The account that migrates owns the table, and its own wall would hide the rows from it.
 */
const FIRST_WRITINGS = /* sql */ `
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
INSERT INTO record_revisions (case_id, section, revision, content, observed_on, source, source_note, author_id, recorded_at, reason)
SELECT c.id, w.section, 1, w.content, w.observed_on, 'REFERRAL', '', c.owner_id, c.referred_at, ''
FROM cases c
  CROSS JOIN LATERAL (SELECT (c.referred_at AT TIME ZONE hospital_zone(c.hospital_id))::date AS day) d
  CROSS JOIN LATERAL (VALUES
    ('diagnosis', jsonb_build_object('text', c.diagnosis, 'icd10Code', c.icd10_code), d.day),
    ('presentation', jsonb_build_object('presentation', c.presentation, 'recurrenceNumber', c.recurrence_number), d.day),
    ('summary', jsonb_build_object('text', c.summary), d.day),
    ('wishes', jsonb_build_object('text', c.wishes), d.day),
    ('status', jsonb_build_object('ecog', c.ecog, 'comorbidities', to_jsonb(c.comorbidities)), d.day),
    ('structures', jsonb_build_object('entries', c.structures), d.day),
    ('treatments', ${entries('prior_treatments')}, d.day),
    ('imaging', ${entries('imaging')}, ${latest('imaging', 'examinedOn')}),
    ('pathology', ${entries('pathology')}, ${latest('pathology', 'reportedOn')})
  ) AS w (section, content, observed_on)
WHERE w.content -> 'entries' IS DISTINCT FROM 'null'::jsonb AND w.content -> 'entries' IS DISTINCT FROM '[]'::jsonb;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
`;

/** Whoever sees a case reads its record, in an emergency too; who writes it writes in their own name. */
const POLICIES = /* sql */ `
ALTER TABLE record_revisions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY record_revisions_seen ON record_revisions FOR SELECT TO consilium_app USING (in_sight(case_id));
CREATE POLICY record_revisions_added ON record_revisions FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND in_sight(case_id) AND author_id = ${id('person_id')});
CREATE POLICY record_revisions_seen_in_emergency ON record_revisions FOR SELECT TO consilium_app
  USING ((SELECT has_emergency()) AND case_in_emergency(case_id));
`;

/** A clinical record of which every part is dated, sourced, authored and keeps its history. */
export class KeptTheRecordInParts1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [RECORD_REVISIONS, FIRST_WRITINGS, POLICIES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The history of clinical records stays on record: restore a backup instead.');
  }
}
