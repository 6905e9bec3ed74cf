/**
 * The two roles of the wall, neither of which can sign in. Programs act as `consilium_app` in every transaction; `consilium_wall` owns the
 * few views and functions that look behind the wall, each for one stated purpose. Roles belong to the whole server, so several databases of
 * it may meet here at once: who comes second finds the role made.
 *
 * The account that migrates becomes a member of both. It does not inherit from `consilium_wall`: its own queries stay before the wall.
 */
export const ROLES = /* sql */ `
DO $$
DECLARE
  wanted text;
  is_member boolean;
  has_set_option CONSTANT boolean := current_setting('server_version_num')::int >= 160000;
  is_superuser CONSTANT boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
BEGIN
  -- A server may be set to let who makes a role inherit from it.
  IF has_set_option THEN PERFORM set_config('createrole_self_grant', '', true); END IF;
  FOREACH wanted IN ARRAY ARRAY['consilium_app', 'consilium_wall'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', wanted); END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the account % may not make the role %: give it CREATEROLE', current_user, wanted;
    END;
    EXECUTE format('SELECT pg_has_role(current_user, $1, %L)', CASE WHEN has_set_option THEN 'SET' ELSE 'MEMBER' END) INTO is_member USING wanted;
    FOR attempt IN 1..20 LOOP
      EXIT WHEN is_member;
      BEGIN
        EXECUTE format('GRANT %I TO %I %s', wanted, current_user,
          CASE WHEN has_set_option AND wanted = 'consilium_wall' THEN 'WITH INHERIT FALSE, SET TRUE' ELSE '' END);
        is_member := true;
      EXCEPTION
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'the account % may not act as %, which another account made: let an administrator run GRANT % TO % WITH INHERIT FALSE, SET TRUE',
            current_user, wanted, wanted, current_user;
        -- Two databases of one account grant the same membership at the same moment.
        WHEN unique_violation OR internal_error OR serialization_failure THEN PERFORM pg_sleep(0.05);
      END;
    END LOOP;
  END LOOP;
  IF has_set_option AND NOT is_superuser AND pg_has_role(current_user, 'consilium_wall', 'USAGE') THEN
    RAISE EXCEPTION 'the account % inherits from consilium_wall, so that its own queries would see past the wall: let an administrator run GRANT consilium_wall TO % WITH INHERIT FALSE',
      current_user, current_user;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO consilium_app, consilium_wall;
-- Databases that were made before PostgreSQL 15 let everybody make tables and functions here.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
`;

/** What the programs may do with tables at all. Rows are the policies' business; nothing may be emptied whole. */
export const PRIVILEGES = /* sql */ `
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO consilium_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO consilium_app;
REVOKE ALL ON migrations FROM consilium_app;
DO $$
DECLARE kept text;
BEGIN
  FOR kept IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND (tablename LIKE 'audit\\_%' OR tablename IN ('opinion_revisions', 'disclosures')) LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM consilium_app', kept);
    -- The list of what waits for its seal gets shorter with every seal.
    IF kept = 'audit_unsealed' THEN EXECUTE format('GRANT DELETE ON %I TO consilium_app', kept); END IF;
  END LOOP;
END $$;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO consilium_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO consilium_app;
`;
