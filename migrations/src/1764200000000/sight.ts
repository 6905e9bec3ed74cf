import { idAtOnce, idsAtOnce } from './settings.js';

/**
 * Questions that policies ask of other tables, with every row. They are functions of the role that looks behind the wall: as sub-selects they
 * would call the policies of those tables in turn, and be planned anew in every statement for every table it reads; PL/pgSQL keeps their
 * plans for the connection. `in_sight` says of one case what the policy of `cases` says of a row, the commonest reason first.
 *
 * Who calls them chooses no schema in which their names are looked up: what they read is named in full, and their path is their own.
 */
export const SIGHT = /* sql */ `
CREATE FUNCTION in_sight(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hospital uuid;
  owner uuid;
BEGIN
  SELECT c.hospital_id, c.owner_id INTO hospital, owner FROM public.cases c WHERE c.id = which;
  IF hospital = ANY (${idsAtOnce('case_hospitals')}) THEN RETURN true; END IF;
  IF owner = ${idAtOnce('person_id')} AND hospital = ANY (${idsAtOnce('own_case_hospitals')}) THEN RETURN true; END IF;
  IF which = ANY (${idsAtOnce('case_ids')}) AND current_setting('app.system', true) = 'case-keeper' THEN RETURN true; END IF;
  -- wall_cases knows this reason too, among all others: asked by itself it is found several times as fast.
  IF EXISTS (SELECT FROM public.discussion_rounds r JOIN public.participations p ON p.round_id = r.id
    WHERE r.case_id = which AND p.department_id = ANY (${idsAtOnce('case_departments')})) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT FROM public.wall_cases w WHERE w.case_id = which);
END $$;
CREATE FUNCTION round_in_sight(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 30
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  discussed uuid;
BEGIN
  SELECT r.case_id INTO discussed FROM public.discussion_rounds r WHERE r.id = which;
  RETURN public.in_sight(discussed);
END $$;
CREATE FUNCTION patient_in_sight(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 30
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.cases c WHERE c.patient_id = which AND public.in_sight(c.id));
END $$;
CREATE FUNCTION hosts_session(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  host uuid;
BEGIN
  SELECT s.hospital_id INTO host FROM public.consult_sessions s WHERE s.id = which;
  RETURN coalesce(host = ANY (${idsAtOnce('session_hospitals')}), false);
END $$;
REVOKE EXECUTE ON FUNCTION in_sight, round_in_sight, patient_in_sight, hosts_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION in_sight, round_in_sight, patient_in_sight, hosts_session TO consilium_app;
`;
