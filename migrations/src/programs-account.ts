import { Client } from 'pg';

/**
 * Makes the account with which the API and the worker sign in, and lets it act as `consilium_app` and as nobody else. It owns nothing and
 * inherits nothing: between transactions it can read no table, and whoever speaks through it cannot become the owner of the tables or the role
 * that looks behind the wall. Its password is the one in the address, also where the account was there already.
 *
 * @param databaseUrl address with the account that owns the database and may make accounts
 * @param programsUrl address with the account that is to be made
 */
export async function prepareProgramsAccount(databaseUrl: string, programsUrl: string): Promise<void> {
  const address = new URL(programsUrl);
  const [name, password] = [decodeURIComponent(address.username), decodeURIComponent(address.password)];
  if (!name || !password) throw new Error('PROGRAMS_DATABASE_URL names no account with a password');
  const client = new Client({ connectionString: databaseUrl, application_name: 'consilium-migrations' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await makeAccount(client, name, password);
    await letActAsPrograms(client, name);
    await refuseMore(client, name);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function makeAccount(client: Client, name: string, password: string): Promise<void> {
  const { rowCount: isOwner } = await client.query('SELECT WHERE current_user = $1', [name]);
  if (isOwner) throw new Error('PROGRAMS_DATABASE_URL names the account that owns the database: name another one');
  const { rowCount: isMade } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const how = `LOGIN NOINHERIT PASSWORD ${client.escapeLiteral(password)}`;
  await client.query(`${isMade ? 'ALTER' : 'CREATE'} ROLE ${client.escapeIdentifier(name)} ${how}`);
}

async function letActAsPrograms(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ knows: boolean; is: boolean }>(
    `SELECT current_setting('server_version_num')::int >= 160000 AS knows, pg_has_role($1, 'consilium_app', 'MEMBER') AS is`,
    [name],
  );
  if (rows[0]?.is) return;
  const options = rows[0]?.knows ? 'WITH INHERIT FALSE, SET TRUE' : '';
  await client.query(`GRANT consilium_app TO ${client.escapeIdentifier(name)} ${options}`);
}

/** An account that somebody else made, or gave more to, is no protection. */
async function refuseMore(client: Client, name: string): Promise<void> {
  const { rowCount: hasMore } = await client.query(
    `SELECT FROM pg_roles r WHERE r.rolname = $1 AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication
       OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid AND m.roleid <> 'consilium_app'::regrole)
       OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid AND m.admin_option))`,
    [name],
  );
  if (hasMore)
    throw new Error(
      `the account ${name} in PROGRAMS_DATABASE_URL may do more than the programs need: name another one`,
    );
}
