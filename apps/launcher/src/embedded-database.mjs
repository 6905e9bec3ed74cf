/** The account the programs use: it owns its database and is no superuser, as on a hosted PostgreSQL. */
export const owner = 'consilium';

/**
 * Makes the programs' account and their database in a server of ours, if they are not there yet.
 * @param {{ server: string, ownerPassword: string, database: string }} wish `server` is the superuser's address of the maintenance database
 * @returns {Promise<string>} address of the database for the programs
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
