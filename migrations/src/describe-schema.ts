import type { Client } from 'pg';

/**
 * The schema as text, from the system catalogues: columns, constraints with their expressions, indexes, policies, triggers, functions.
 * Constraint names alone hide a changed expression, so the text is committed (schema.sql) and compared by a test.
 */
export async function describeSchema(client: Client): Promise<string> {
  const section = async (title: string, sql: string) => {
    const { rows } = await client.query<{ line: string }>(sql);
    return [`-- ${title}`, ...rows.map((row) => row.line)].join('\n');
  };
  const ours = `n.nspname = 'public' AND c.relname <> 'migrations'`;
  const parts = [
    await section(
      'columns',
      `
      SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
        CASE WHEN a.attidentity <> '' THEN ' IDENTITY' WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE ${ours} AND c.relkind = 'r' ORDER BY c.relname, a.attnum`,
    ),
    await section(
      'row-level security',
      `
      SELECT format('%s %s', c.relname, CASE WHEN c.relforcerowsecurity THEN 'forced' ELSE 'enabled' END) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} AND c.relkind = 'r' AND c.relrowsecurity ORDER BY 1`,
    ),
    await section(
      'policies',
      `SELECT format('%s %s %s %s USING %s CHECK %s', tablename, policyname, cmd, roles::text, coalesce(qual, '-'), coalesce(with_check, '-')) AS line FROM pg_policies WHERE schemaname = 'public' ORDER BY 1`,
    ),
    await section(
      'views',
      `SELECT format('%s owned by %s: %s', viewname, viewowner, regexp_replace(definition, '\\s+', ' ', 'g')) AS line FROM pg_views WHERE schemaname = 'public' ORDER BY viewname`,
    ),
    await section(
      'privileges',
      `
      SELECT format('%s may %s %s', r.rolname, string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type), c.relname) AS line
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) x JOIN pg_roles r ON r.oid = x.grantee
      WHERE ${ours} AND c.relkind IN ('r', 'v') AND r.oid <> c.relowner AND r.rolname LIKE 'consilium\\_%'
      GROUP BY r.rolname, c.relname ORDER BY r.rolname, c.relname`,
    ),
    await section(
      'column privileges',
      `
      SELECT format('%s may %s %s: %s', r.rolname, x.privilege_type, c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum)) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(a.attacl) x JOIN pg_roles r ON r.oid = x.grantee
      WHERE ${ours} AND r.rolname LIKE 'consilium\\_%' GROUP BY r.rolname, x.privilege_type, c.relname ORDER BY 1`,
    ),
    await section(
      'constraints',
      `
      SELECT format('%s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS line
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND k.contype <> 'n' ORDER BY c.relname, k.conname`,
    ),
    await section(
      'indexes',
      `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY tablename, indexname`,
    ),
    await section(
      'triggers',
      `
      SELECT pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours} AND NOT t.tgisinternal ORDER BY c.relname, t.tgname`,
    ),
    await section(
      'functions',
      `
      SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e') ORDER BY p.proname`,
    ),
    await section(
      'sequences',
      `SELECT sequencename AS line FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' ORDER BY 1`,
    ),
  ];
  return parts.join('\n\n') + '\n';
}
