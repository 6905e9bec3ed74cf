/** What a text is found by: each Han character, and each pair of characters that stand together, in one form for upper case and full width. */
export const PIECES = /* sql */ `
CREATE FUNCTION search_pieces(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT piece), '{}') FROM (
    SELECT substr(words, i, 1) AS piece FROM generate_series(1, char_length(words)) i WHERE ascii(substr(words, i, 1)) >= 11904
    UNION ALL
    SELECT substr(words, i, 2) FROM generate_series(1, char_length(words) - 1) i WHERE strpos(substr(words, i, 2), ' ') = 0
  ) p
$$;
CREATE FUNCTION case_pieces(case_no text, diagnosis text, tumour_type text, icd10_code text, masked_name text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.search_pieces(diagnosis) || ARRAY(SELECT '#' || p FROM unnest(public.search_pieces(lower(case_no))) p)
    || ARRAY['@' || lower(rtrim(masked_name, ' *')), '=' || tumour_type]
    || CASE WHEN icd10_code = '' THEN '{}' ELSE ARRAY['=' || left(icd10_code, 3), '=' || icd10_code] END
$$;
`;

/** Keeps the rows of `case_search` in the transaction that changes their sources. */
export const FOLLOWING = /* sql */ `
CREATE FUNCTION follow_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  folded CONSTANT text := lower(normalize(NEW.diagnosis, NFKC));
  looked_up CONSTANT text[] := (SELECT public.case_pieces(NEW.case_no, folded, NEW.tumour_type, NEW.icd10_code, t.masked_name)
    FROM public.patients t WHERE t.id = NEW.patient_id);
BEGIN
  INSERT INTO public.case_search (case_id, hospital_id, patient_id, owner_id, case_no, state, tumour_type, risk, recurrence_number, referred_at,
      diagnosis, pieces)
    VALUES (NEW.id, NEW.hospital_id, NEW.patient_id, NEW.owner_id, NEW.case_no, NEW.state, NEW.tumour_type, NEW.risk, NEW.recurrence_number,
      NEW.referred_at, folded, looked_up)
    ON CONFLICT (case_id) DO UPDATE SET patient_id = EXCLUDED.patient_id, owner_id = EXCLUDED.owner_id, case_no = EXCLUDED.case_no,
      state = EXCLUDED.state, tumour_type = EXCLUDED.tumour_type, risk = EXCLUDED.risk, recurrence_number = EXCLUDED.recurrence_number,
      referred_at = EXCLUDED.referred_at, diagnosis = EXCLUDED.diagnosis, pieces = EXCLUDED.pieces;
  RETURN NULL;
END $$;
CREATE FUNCTION follow_participations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.case_search s SET department_ids = ARRAY(
      SELECT DISTINCT p.department_id FROM public.discussion_rounds r JOIN public.participations p ON p.round_id = r.id
      WHERE r.case_id = s.case_id ORDER BY p.department_id)
    WHERE s.case_id IN (SELECT r.case_id FROM touched t JOIN public.discussion_rounds r ON r.id = t.round_id);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION follow_case, follow_participations FROM PUBLIC;
`;

/** The cases there are. */
export const FILLING = /* sql */ `
INSERT INTO public.case_search (case_id, hospital_id, patient_id, owner_id, case_no, state, tumour_type, risk, recurrence_number, referred_at,
    diagnosis, pieces, department_ids)
  SELECT c.id, c.hospital_id, c.patient_id, c.owner_id, c.case_no, c.state, c.tumour_type, c.risk, c.recurrence_number, c.referred_at,
    lower(normalize(c.diagnosis, NFKC)),
    case_pieces(c.case_no, lower(normalize(c.diagnosis, NFKC)), c.tumour_type, c.icd10_code, t.masked_name),
    ARRAY(SELECT DISTINCT p.department_id FROM discussion_rounds r JOIN participations p ON p.round_id = r.id WHERE r.case_id = c.id ORDER BY 1)
  FROM cases c JOIN patients t ON t.id = c.patient_id;
`;

export const TRIGGERS = /* sql */ `
CREATE TRIGGER cases_followed AFTER INSERT OR UPDATE OF
    case_no, patient_id, owner_id, state, tumour_type, diagnosis, icd10_code, risk, recurrence_number, referred_at
  ON cases FOR EACH ROW EXECUTE FUNCTION follow_case();
CREATE TRIGGER participations_followed_in AFTER INSERT ON participations
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_participations();
CREATE TRIGGER participations_followed_out AFTER DELETE ON participations
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_participations();
`;
