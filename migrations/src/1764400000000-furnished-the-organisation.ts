import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeBehindTheWall } from './1764200000000/behind-the-wall.js';

const EDITED = ['hospitals', 'campuses', 'rooms', 'departments', 'centers', 'partnerships'];

const VERSIONS = EDITED.map(
  (table) => /* sql */ `
ALTER TABLE ${table}
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_by uuid CONSTRAINT fk_${table}_updated_by REFERENCES people (id);`,
).join('');

const PLACES = /* sql */ `
ALTER TABLE campuses ADD COLUMN is_default boolean NOT NULL DEFAULT false;
UPDATE campuses c SET is_default = true WHERE c.id = (SELECT o.id FROM campuses o WHERE o.hospital_id = c.hospital_id ORDER BY o.id LIMIT 1);
CREATE UNIQUE INDEX ux_campuses_one_default ON campuses (hospital_id) WHERE is_default;
ALTER TABLE rooms ADD COLUMN retired_at timestamptz;
CREATE INDEX ix_rooms_campus ON rooms (campus_id);
CREATE FUNCTION hospital_zone(hospital uuid) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce((SELECT c.time_zone FROM campuses c WHERE c.hospital_id = hospital ORDER BY c.is_default DESC, c.id LIMIT 1), 'Asia/Shanghai') $$;
COMMENT ON FUNCTION hospital_zone IS 'The IANA zone in which a hospital counts its days: that of its default campus.';
`;

const DEPARTMENTS = /* sql */ `
ALTER TABLE departments ADD COLUMN retired_at timestamptz;
CREATE TABLE department_campuses (
  department_id uuid NOT NULL CONSTRAINT fk_department_campuses_department REFERENCES departments (id),
  campus_id uuid NOT NULL CONSTRAINT fk_department_campuses_campus REFERENCES campuses (id),
  CONSTRAINT pk_department_campuses PRIMARY KEY (department_id, campus_id)
);
CREATE INDEX ix_department_campuses_campus ON department_campuses (campus_id);
INSERT INTO department_campuses (department_id, campus_id)
  SELECT d.id, c.id FROM departments d JOIN campuses c ON c.hospital_id = d.hospital_id AND c.is_default;
GRANT SELECT, INSERT, UPDATE, DELETE ON department_campuses TO consilium_app;
`;

/** An agreement made before its scope was a list has been used for linked sessions, so it covers them; the rest is read from its words. */
const PARTNERSHIPS = /* sql */ `
ALTER TABLE partnerships
  ADD COLUMN scopes text[] NOT NULL DEFAULT '{LINKED_MDT}',
  ADD COLUMN liability_note text NOT NULL DEFAULT '',
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ended_by uuid CONSTRAINT fk_partnerships_ended_by REFERENCES people (id),
  ADD COLUMN end_reason text;
ALTER TABLE partnerships RENAME COLUMN scope TO scope_note;
ALTER TABLE partnerships ALTER COLUMN scope_note SET DEFAULT '';
UPDATE partnerships SET scopes = array_remove(ARRAY[
  CASE WHEN scope_note ~* '会诊|consult' THEN 'REMOTE_CONSULT' END,
  'LINKED_MDT',
  CASE WHEN scope_note ~* '转诊|referral' THEN 'REFERRAL' END,
  CASE WHEN scope_note ~* '派驻|驻点|posting' THEN 'POSTING' END], NULL);
ALTER TABLE partnerships
  ALTER COLUMN scopes DROP DEFAULT,
  ADD CONSTRAINT ck_partnerships_scopes
    CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['REMOTE_CONSULT', 'LINKED_MDT', 'REFERRAL', 'POSTING']),
  ADD CONSTRAINT ck_partnerships_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL));
CREATE INDEX ix_partnerships_partner ON partnerships (partner_hospital_id);
`;

const LOOKS = /* sql */ `
GRANT SELECT (state) ON cases TO consilium_wall;
GRANT SELECT (id, hospital_id) ON departments TO consilium_wall;
`;

/** What an administrator must know before something is taken out of use: numbers, nothing of a patient. */
const DOOR = /* sql */ `
CREATE FUNCTION open_cases_of_department(which uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT count(*)::int FROM public.cases c JOIN public.departments d ON d.id = which AND d.hospital_id = c.hospital_id
        WHERE d.hospital_id = ANY (public.setting_ids('app.organisation_hospitals'))
          AND c.state NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'DECEASED')
          AND (c.owner_department_id = which
            OR EXISTS (SELECT FROM public.discussion_rounds r JOIN public.participations p ON p.round_id = r.id
              WHERE r.case_id = c.id AND r.closed_at IS NULL AND p.department_id = which AND p.state NOT IN ('GIVEN', 'WAIVED'))
            OR EXISTS (SELECT FROM public.surgical_plans n JOIN public.surgical_stages g ON g.plan_id = n.id WHERE n.case_id = c.id AND g.department_id = which)) $$;
COMMENT ON FUNCTION open_cases_of_department IS 'How many open cases belong to a department, wait for its opinion or have a stage of it, for who administers the hospital.';
REVOKE EXECUTE ON FUNCTION open_cases_of_department FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_cases_of_department TO consilium_app;
`;

/** What an administrator keeps: versions, retirement, campuses of departments, the scope and end of agreements. */
export class FurnishedTheOrganisation1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [VERSIONS, PLACES, DEPARTMENTS, PARTNERSHIPS, LOOKS]) await runner.query(part);
    await makeBehindTheWall(runner, DOOR);
  }

  async down(): Promise<void> {
    throw new Error('Scopes and retirements are not thrown away: restore a backup instead.');
  }
}
