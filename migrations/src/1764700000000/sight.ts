import { id, idAtOnce, ids, idsAtOnce } from '../1764200000000/settings.js';

const NOW_AT_ONCE = `NULLIF(current_setting('app.now', true), '')::timestamptz`;

/** Columns that the functions below look at, as the role that looks behind the wall. */
export const LOOKS = /* sql */ `
GRANT SELECT (id, case_id, hospital_id, person_id, ends_at, ended_at) ON emergency_accesses TO consilium_wall;
`;

const OWN_IN_FORCE = `e.person_id = ${idAtOnce('person_id')} AND e.hospital_id = ANY (${idsAtOnce('emergency_hospitals')})
    AND e.ended_at IS NULL AND e.ends_at > ${NOW_AT_ONCE}`;

/**
 * Whether the asker has emergency access now: at all, to this case, to this round, to this patient. It is asked apart from `in_sight`, since
 * that lets in to writing as well and an emergency lets nobody write. Almost nobody has one: policies ask the first question once a statement.
 */
export const QUESTIONS = /* sql */ `
CREATE FUNCTION has_emergency() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e WHERE ${OWN_IN_FORCE});
END $$;
CREATE FUNCTION case_in_emergency(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e WHERE e.case_id = which AND ${OWN_IN_FORCE});
END $$;
CREATE FUNCTION round_in_emergency(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 30
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e JOIN public.discussion_rounds r ON r.case_id = e.case_id WHERE r.id = which AND ${OWN_IN_FORCE});
END $$;
CREATE FUNCTION patient_in_emergency(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 30
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.emergency_accesses e JOIN public.cases c ON c.id = e.case_id WHERE c.patient_id = which AND ${OWN_IN_FORCE});
END $$;
CREATE FUNCTION owns_case(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.cases c WHERE c.id = which AND c.owner_id = ${idAtOnce('person_id')});
END $$;
CREATE FUNCTION case_is_of(which uuid, hospital uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.cases c WHERE c.id = which AND c.hospital_id = hospital);
END $$;
CREATE FUNCTION emergency_case(number text) RETURNS TABLE (case_id uuid, hospital_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT c.id, c.hospital_id FROM public.cases c WHERE c.case_no = number AND c.hospital_id = ANY (public.setting_ids('app.emergency_open_hospitals')) $$;
COMMENT ON FUNCTION emergency_case IS 'The case an emergency is about, by its number and without anything of it, for who may open one.';
REVOKE EXECUTE ON FUNCTION has_emergency, case_in_emergency, round_in_emergency, patient_in_emergency, owns_case, case_is_of, emergency_case FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_emergency, case_in_emergency, round_in_emergency, patient_in_emergency, owns_case, case_is_of, emergency_case TO consilium_app;
`;

/** Auditors and security administrators see no case; this is the number of one that an emergency access was about, and whose case it is. */
export const DOOR = /* sql */ `
CREATE VIEW emergency_names AS
  SELECT e.id AS emergency_access_id, c.case_no, c.owner_id
  FROM emergency_accesses e JOIN cases c ON c.id = e.case_id
  WHERE e.person_id = ${id('person_id')} OR e.hospital_id = ANY ${ids('emergency_watch_hospitals')}
    OR (c.owner_id = ${id('person_id')} AND c.hospital_id = ANY ${ids('emergency_owner_hospitals')});
COMMENT ON VIEW emergency_names IS 'By what number the case of an emergency access is named to who may know of the access, and whose case it is.';
GRANT SELECT ON emergency_names TO consilium_app;
`;
