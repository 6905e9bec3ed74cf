import { idAtOnce, idsAtOnce } from '../1764200000000/settings.js';

/**
 * The cases that fit, in order and bounded, out of those the asker may have listed: ids alone, which show nothing of a case to whom the wall
 * keeps from it. It is a function of the role behind the wall because the index of words cannot be used before row-level security, which lets
 * only operators pass that could not tell of rows out of sight; so it asks for sight itself, by the same settings as the wall of `cases`.
 *
 * `wanted` is: terms (all must fit; each has text, zh, exact), hashes of a whole name in hexadecimal (fit instead of the terms), states,
 * tumourTypes, risks, ownerId, departmentId, recurrent, overdueAt, since, until, order, and the place (at, id) after which the page begins.
 * `besides` names cases in sight for a reason that no column tells: an emergency, a session one records.
 * Values are written into the statement as quoted literals, so that the planner knows how common what is looked for is.
 */
export const FOUND = /* sql */ `
CREATE FUNCTION cases_found(hospital uuid, wanted jsonb, besides uuid[], bound int)
  RETURNS TABLE (case_id uuid, place text, by_identity boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  condition text := format('s.hospital_id = %L', hospital);
  fitting text[] := '{}';
  ways text[];
  term jsonb;
  word text;
  patients uuid[] := '{}';
  known uuid[];
  order_column text := CASE wanted->>'order' WHEN 'due' THEN 'coalesce(n.due_at, ''infinity'')' ELSE 's.referred_at' END;
  backwards CONSTANT boolean := wanted->>'order' = 'newest';
BEGIN
  IF NOT coalesce(hospital = ANY (${idsAtOnce('case_hospitals')}), false) THEN
    known := ARRAY(SELECT b FROM unnest(besides) b WHERE public.in_sight(b) OR (public.has_emergency() AND public.case_in_emergency(b)));
    condition := condition || format(' AND (s.department_ids && %L::uuid[] OR s.case_id = ANY (%L::uuid[]) OR s.owner_id = %L::uuid)',
      coalesce(${idsAtOnce('case_departments')}, '{}'), known,
      CASE WHEN hospital = ANY (${idsAtOnce('own_case_hospitals')}) THEN ${idAtOnce('person_id')} END);
  END IF;
  FOR term IN SELECT * FROM jsonb_array_elements(wanted->'terms') LOOP
    ways := ARRAY[format('(s.pieces @> %L::text[] AND strpos(lower(s.case_no), %L) > 0)',
      ARRAY(SELECT '#' || p FROM unnest(public.search_pieces(term->>'text')) p), term->>'text')];
    FOR word IN SELECT term->>'text' UNION SELECT jsonb_array_elements_text(term->'zh') LOOP
      IF cardinality(public.search_pieces(word)) > 0 THEN
        ways := ways || format('(s.pieces @> %L::text[] AND strpos(s.diagnosis, %L) > 0)', public.search_pieces(word), word);
      END IF;
    END LOOP;
    IF jsonb_array_length(term->'exact') > 0 THEN
      ways := ways || format('s.pieces && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(term->'exact')));
    END IF;
    fitting := fitting || format('(%s)', array_to_string(ways, ' OR '));
  END LOOP;
  IF jsonb_array_length(wanted->'hashes') > 0 THEN
    patients := ARRAY(SELECT coalesce(m.kept_id, i.patient_id)
      FROM public.patient_identities i LEFT JOIN public.patient_merges m ON m.merged_id = i.patient_id AND m.undone_at IS NULL
      WHERE i.hospital_id = hospital AND i.name_hashes && ARRAY(SELECT decode(h, 'hex') FROM jsonb_array_elements_text(wanted->'hashes') h) LIMIT 500);
  END IF;
  IF cardinality(fitting) > 0 THEN
    condition := condition || format(' AND ((%s)%s)', array_to_string(fitting, ' AND '),
      CASE WHEN cardinality(patients) > 0 THEN format(' OR s.patient_id = ANY (%L::uuid[])', patients) ELSE '' END);
  END IF;
  condition := condition
    || CASE WHEN jsonb_array_length(wanted->'states') > 0
        THEN format(' AND s.state = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(wanted->'states'))) ELSE '' END
    || CASE WHEN jsonb_array_length(wanted->'tumourTypes') > 0
        THEN format(' AND s.tumour_type = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(wanted->'tumourTypes'))) ELSE '' END
    || CASE WHEN jsonb_array_length(wanted->'risks') > 0
        THEN format(' AND s.risk = ANY (%L::text[])', ARRAY(SELECT jsonb_array_elements_text(wanted->'risks'))) ELSE '' END
    || CASE WHEN wanted->>'ownerId' IS NOT NULL THEN format(' AND s.owner_id = %L', wanted->>'ownerId') ELSE '' END
    || CASE WHEN wanted->>'departmentId' IS NOT NULL THEN format(' AND s.department_ids @> ARRAY[%L::uuid]', wanted->>'departmentId') ELSE '' END
    || CASE WHEN (wanted->>'recurrent')::boolean THEN ' AND s.recurrence_number > 0' ELSE '' END
    || CASE WHEN wanted->>'overdueAt' IS NOT NULL
        THEN format(' AND s.case_id IN (SELECT o.case_id FROM public.obligations o WHERE o.state = ''OPEN'' AND o.due_at < %L)', wanted->>'overdueAt') ELSE '' END
    || CASE WHEN wanted->>'since' IS NOT NULL THEN format(' AND s.referred_at >= %L', wanted->>'since') ELSE '' END
    || CASE WHEN wanted->>'until' IS NOT NULL THEN format(' AND s.referred_at < %L', wanted->>'until') ELSE '' END
    || CASE WHEN wanted->>'at' IS NULL THEN ''
        WHEN wanted->>'order' = 'due' THEN format(' AND (%1$s > %2$L OR (%1$s = %2$L AND s.case_id < %3$L))', order_column, wanted->>'at', wanted->>'id')
        ELSE format(' AND (s.referred_at, s.case_id) %s (%L, %L)', CASE WHEN backwards THEN '<' ELSE '>' END, wanted->>'at', wanted->>'id') END;
  RETURN QUERY EXECUTE format(
    'SELECT s.case_id, (%1$s)::text, s.patient_id = ANY (%2$L::uuid[]) FROM public.case_search s %3$s WHERE %4$s ORDER BY %1$s %5$s, s.case_id %6$s LIMIT %7$s',
    order_column, patients,
    CASE WHEN wanted->>'order' = 'due' THEN
      'LEFT JOIN (SELECT o.case_id, min(o.due_at) AS due_at FROM public.obligations o WHERE o.state = ''OPEN'' AND o.case_id IS NOT NULL GROUP BY o.case_id) n ON n.case_id = s.case_id'
      ELSE '' END,
    condition, CASE WHEN backwards THEN 'DESC' ELSE 'ASC' END, CASE WHEN wanted->>'order' = 'oldest' THEN 'ASC' ELSE 'DESC' END, bound);
END $$;
COMMENT ON FUNCTION cases_found IS 'Cases that fit a search and that the asker may have listed: their ids, in order.';
REVOKE EXECUTE ON FUNCTION cases_found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_found TO consilium_app;
`;
