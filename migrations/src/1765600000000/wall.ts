import { id, ids, WRITES } from '../1764200000000/settings.js';

const JOINS = `hospital_id = ANY ${ids('patient_merge_hospitals')}`;

/** Who may join records sees what was joined and undoes it; what was written once stays, only its undoing is added. */
export const POLICIES = /* sql */ `
ALTER TABLE patient_merges ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_merges_seen ON patient_merges FOR SELECT TO consilium_app USING (${JOINS});
CREATE POLICY patient_merges_added ON patient_merges FOR INSERT TO consilium_app WITH CHECK (
  ${WRITES} AND ${JOINS} AND merged_by = ${id('person_id')} AND undone_at IS NULL);
CREATE POLICY patient_merges_changed ON patient_merges FOR UPDATE TO consilium_app
  USING (${WRITES} AND ${JOINS} AND undone_at IS NULL) WITH CHECK (${WRITES} AND ${JOINS} AND undone_by = ${id('person_id')});
CREATE POLICY patient_merges_looked_at ON patient_merges FOR SELECT TO consilium_wall USING (true);
REVOKE DELETE ON patient_merges FROM consilium_app;
GRANT SELECT (kept_id, merged_id, undone_at) ON patient_merges TO consilium_wall;
GRANT SELECT (name_hashes) ON patient_identities TO consilium_wall;
`;

/** A referral learns by hash which record is the patient's: that of the number, and the one it was joined to. */
export const DOORS = /* sql */ `
DROP FUNCTION patient_with_number(uuid, bytea[]);
CREATE FUNCTION patient_with_number(hospital uuid, number_hashes bytea[]) RETURNS TABLE (patient_id uuid, kept_id uuid, name_hash bytea, key_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT i.patient_id, coalesce(m.kept_id, i.patient_id), i.name_hash, i.key_id
        FROM public.patient_identities i LEFT JOIN public.patient_merges m ON m.merged_id = i.patient_id AND m.undone_at IS NULL
        WHERE i.hospital_id = hospital AND i.identity_no_hash = ANY (number_hashes) AND hospital = ANY (public.setting_ids('app.refer_hospitals')) $$;
COMMENT ON FUNCTION patient_with_number IS 'Whether a patient who is referred is known already: by the hash of the number, without any identity.';
CREATE FUNCTION patients_with_name(hospital uuid, hashes bytea[]) RETURNS TABLE (patient_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT DISTINCT coalesce(m.kept_id, i.patient_id)
        FROM public.patient_identities i LEFT JOIN public.patient_merges m ON m.merged_id = i.patient_id AND m.undone_at IS NULL
        WHERE i.hospital_id = hospital AND i.name_hashes && hashes AND hospital = ANY (public.setting_ids('app.refer_hospitals')) LIMIT 20 $$;
COMMENT ON FUNCTION patients_with_name IS 'Patients of this name and day of birth, for who refers: by keyed hash, without any identity.';
REVOKE EXECUTE ON FUNCTION patient_with_number, patients_with_name FROM PUBLIC;
GRANT EXECUTE ON FUNCTION patient_with_number, patients_with_name TO consilium_app;
`;

/** As it was before records could be joined. */
export const FORMER_DOOR = /* sql */ `
DROP FUNCTION patients_with_name(uuid, bytea[]);
DROP FUNCTION patient_with_number(uuid, bytea[]);
CREATE FUNCTION patient_with_number(hospital uuid, number_hashes bytea[]) RETURNS TABLE (patient_id uuid, name_hash bytea, key_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT i.patient_id, i.name_hash, i.key_id FROM public.patient_identities i
        WHERE i.hospital_id = hospital AND i.identity_no_hash = ANY (number_hashes) AND hospital = ANY (public.setting_ids('app.refer_hospitals')) $$;
COMMENT ON FUNCTION patient_with_number IS 'Whether a patient who is referred is known already: by the hash of the number, without any identity.';
REVOKE EXECUTE ON FUNCTION patient_with_number FROM PUBLIC;
GRANT EXECUTE ON FUNCTION patient_with_number TO consilium_app;
`;
