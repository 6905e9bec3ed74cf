/**
 * How a policy reads who is asking. The settings live as long as the transaction; after it they are '' and not NULL. Calls are wrapped in a
 * sub-select, so that a statement reads each setting once and not once for every row.
 */
export const ids = (setting: string): string => `((SELECT setting_ids('app.${setting}'))::uuid[])`;
export const id = (setting: string): string => `(SELECT NULLIF(current_setting('app.${setting}', true), '')::uuid)`;
/** The same within a function, which reads them anew with every call and is quicker without a sub-select. */
export const idsAtOnce = (setting: string): string => `public.setting_ids('app.${setting}')`;
export const idAtOnce = (setting: string): string => `NULLIF(current_setting('app.${setting}', true), '')::uuid`;
export const NOW = `(SELECT NULLIF(current_setting('app.now', true), '')::timestamptz)`;
/** A guest who joined by an invitation is let in to one session alone. */
export const invitedTo = (session: string): string => `coalesce(${session} = ${id('only_session_id')}, true)`;
/** The actor holds some permission that changes something. Who may only look writes nothing. */
export const WRITES = `(SELECT current_setting('app.writes', true)) = 'on'`;
export const isSystem = (name: string): string => `(SELECT current_setting('app.system', true)) = '${name}'`;

export const SETTING_IDS = /* sql */ `
CREATE FUNCTION setting_ids(name text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting(name, true), '')::uuid[] $$;
`;
