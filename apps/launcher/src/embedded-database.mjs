/** The account that owns the database, for migrations and commands; it is no superuser, as on a hosted PostgreSQL. */
export const owner = 'consilium';

/**
 * The address with which the API and the worker sign in. Migrating makes the account.
 * @param {string} databaseUrl address with the owner's account @param {string} password
 */
export function programsAddress(databaseUrl, password) {
  const url = new URL(databaseUrl);
  url.username = 'consilium_programs';
  url.password = password;
  return url.href;
}

/**
 * Lets the account act in the roles of the row-level wall (docs/decisions/0010-row-level-wall.md) where another account of the server made
 * them before it could; else the migrations make them. It inherits nothing from the role that looks behind the wall.
 */
const wallRoles = `do $$ declare found text; begin
  for found in select rolname from pg_roles where rolname in ('consilium_app', 'consilium_wall') and not pg_has_role('${owner}', rolname, 'member') loop
    execute format('grant %I to ${owner} with %s', found, case
      when current_setting('server_version_num')::int < 160000 then 'admin option'
      when found = 'consilium_wall' then 'admin true, inherit false, set true'
      else 'admin true' end);
  end loop;
end $$`;

/**
 * Makes the owner's account and the database in a server of ours, if they are not there yet.
 * @param {{ server: string, ownerPassword: string, database: string }} wish `server` is the superuser's address of the maintenance database
 * @returns {Promise<string>} address of the database with its owner's account
 */
export async function prepareDatabase({ server, ownerPassword, database }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [owner]);
    const password = client.escapeLiteral(ownerPassword);
    await client.query(
      roles ? `alter role ${owner} password ${password}` : `create role ${owner} login createrole password ${password}`,
    );
    await client.query(wallRoles);
    const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [database]);
    if (!databases) await client.query(`create database ${client.escapeIdentifier(database)} owner ${owner}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.username = owner;
  url.password = ownerPassword;
  url.pathname = `/${database}`;
  return url.href;
}
