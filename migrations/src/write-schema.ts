import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { describeSchema } from './describe-schema.js';

/** Writes migrations/schema.sql from the database at DATABASE_URL, which must be freshly migrated. */
const client = new Client({ connectionString: process.env['DATABASE_URL'] });
await client.connect();
await writeFile(fileURLToPath(new URL('../schema.sql', import.meta.url)), await describeSchema(client));
await client.end();
