import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '../../../libs/core/src/config/config.js';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  restart?: string;
  depends_on?: Record<string, { condition: string }>;
  image?: string;
}

const text = readFileSync(new URL('../../../docker-compose.yml', import.meta.url), 'utf8');
const { services, configs, volumes } = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  configs: Record<string, { content: string }>;
  volumes: Record<string, null>;
};
const programs = ['api', 'worker', 'mail-catcher', 'migrate', 'demonstration'];

describe('docker-compose.yml', () => {
  it('has every part', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['postgres', 'redis', 'migrate', 'api', 'worker', 'web', 'mail-catcher']),
    );
  });

  it.each(programs)('sets every variable that the programs read, for %s', (name) => {
    expect(Object.keys(services[name]?.environment ?? {})).toEqual(
      expect.arrayContaining(Object.keys(environmentSchema.shape)),
    );
  });

  it.each(['DATABASE_PASSWORD', 'PROGRAMS_DATABASE_PASSWORD', 'REDIS_PASSWORD', 'POSTGRES_PASSWORD', 'DATA_KEY'])(
    'has no value of its own for %s',
    (secret) => {
      const uses = [...text.matchAll(new RegExp(`\\$\\{${secret}(?!_)([^}]*)\\}`, 'g'))].map(([, rest]) => rest);
      expect(uses.length).toBeGreaterThan(0);
      for (const rest of uses) expect(rest).toMatch(/^:\?./);
    },
  );

  it.each(['api', 'worker'])('does not tell %s the account that owns the database', (name) => {
    const { environment = {} } = services[name] ?? {};
    expect(environment['DATABASE_URL']).toBe(services['migrate']?.environment?.['PROGRAMS_DATABASE_URL']);
    expect(JSON.stringify(environment)).not.toContain('{DATABASE_PASSWORD');
  });

  it('gives the programs an environment their own schema accepts', () => {
    const values = Object.fromEntries(
      Object.entries(services['api']?.environment ?? {}).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, variable: string, kind: string, rest: string) =>
          kind === '-' ? rest : sample(variable),
        ),
      ]),
    );
    expect(environmentSchema.parse(values)).toMatchObject({ PORT: 3000, DEMO: false });
  });

  it('checks the health of everything that stays', () => {
    const unchecked = Object.entries(services).filter(
      ([, { restart, healthcheck }]) => restart !== 'no' && !healthcheck,
    );
    expect(unchecked.map(([name]) => name)).toEqual([]);
  });

  it('keeps the queues: no key is dropped, everything is written down', () => {
    const command = services['redis']?.command?.join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--requirepass');
  });

  it('starts programs only on a migrated database', () => {
    for (const name of ['api', 'worker', 'mail-catcher', 'demonstration'])
      expect(services[name]?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
  });

  it('names only volumes and configurations that it defines', () => {
    for (const service of Object.values(services) as (Service & {
      volumes?: string[];
      configs?: { source: string }[];
    })[]) {
      for (const volume of service.volumes ?? []) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
      for (const { source } of service.configs ?? []) expect(Object.keys(configs)).toContain(source);
    }
  });
});

function sample(variable: string): string {
  if (variable === 'DATA_KEY') return Buffer.alloc(32).toString('base64');
  return variable === 'PUBLIC_URL' ? 'https://consilium.example' : 'abc123';
}
