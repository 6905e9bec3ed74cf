import { Client } from 'pg';
import { Figures, isQuick, median, quantile, say, spread, words } from './measure/figures.js';
import { makeCases } from './measure/cases.js';
import { house } from './measure/house.js';

/**
 * How long finding a case takes through the whole product, over a hundred thousand cases, beside a prepared statement that looks up the same over
 * one connection in the same run. `npm run bench -- search [cases]`.
 */
const CASES = Number(words[0] ?? 100_000);
const ROUNDS = isQuick ? 3 : 9;
const PER_ROUND = isQuick ? 60 : 200;
/** Searches at the same time: a busy ward round types faster than one person. */
const CONNECTIONS = 4;
const LIMIT_MS = CASES > 100_000 ? 200 : 100;

interface Lookup {
  q: string;
  /** The same for the bare statement: pieces that must be there, and a text of the diagnosis or number. */
  pieces: string[];
}

const number = (n: number): Lookup => {
  const q = String((n * 7_919) % 90_000)
    .padStart(5, '0')
    .slice(0, 5);
  return {
    q,
    pieces: Array.from(q)
      .slice(1)
      .map((digit, at) => `#${q.charAt(at)}${digit}`),
  };
};
const LOOKUPS: readonly ((n: number) => Lookup)[] = [
  number,
  () => ({ q: '直肠癌', pieces: ['直肠', '肠癌'] }),
  () => ({ q: '骶骨', pieces: ['骶骨'] }),
  () => ({ q: '宫颈癌放疗后残留 输尿管', pieces: ['宫颈', '放疗', '输尿'] }),
  () => ({ q: '王', pieces: ['@王'] }),
  () => ({ q: 'zhang', pieces: ['@张'] }),
  () => ({ q: 'rectal', pieces: ['直肠'] }),
  () => ({ q: '卢 前列腺', pieces: ['@卢', '前列'] }),
  () => ({ q: '没有这个词', pieces: ['没有'] }),
];

const BARE = {
  name: 'bare-search',
  text: `SELECT coalesce(json_agg(x), '[]')::text AS answer FROM (
    SELECT c.case_no, c.state, c.diagnosis, c.risk, t.masked_name, o.name, c.referred_at
    FROM case_search s JOIN cases c ON c.id = s.case_id JOIN patients t ON t.id = c.patient_id JOIN people o ON o.id = c.owner_id
    WHERE s.hospital_id = (SELECT id FROM hospitals WHERE is_host) AND s.pieces @> $1::text[]
    ORDER BY s.referred_at DESC, s.case_id DESC LIMIT 21) x`,
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** So many at once until all are done; how long each took. */
async function together(lookups: readonly Lookup[], one: (lookup: Lookup) => Promise<unknown>): Promise<number[]> {
  const waiting = [...lookups];
  const took: number[] = [];
  const line = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const lookup = next;
      took.push(await timed(() => one(lookup)));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  return took;
}

const figures = new Figures('search');
const place = await house();
try {
  const made = await timed(() => makeCases(place.client, CASES));
  say(`${CASES.toLocaleString('en')} cases made`, `${(made / 1_000).toFixed(1)} s`);
  await place.open();
  const bare = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new Client({
        user: place.client.user ?? '',
        password: place.client.password ?? '',
        host: place.client.host,
        port: place.client.port,
        database: place.client.database ?? '',
      });
      await client.connect();
      return client;
    }),
  );
  const people = { coordinator: await place.signIn('coordinator'), member: await place.signIn('urology-2') };
  const search = (as: keyof typeof people) => (lookup: Lookup) =>
    people[as]('/api/case-searches', { q: lookup.q, limit: 20, filters: { order: 'newest' } });
  let turn = 0;
  const ways: Record<string, (lookup: Lookup) => Promise<unknown>> = {
    limit: ({ pieces }) =>
      bare[turn++ % bare.length]?.query({ ...BARE, values: [pieces] }) ?? Promise.reject(new Error('no connection')),
    coordinator: search('coordinator'),
    member: search('member'),
  };
  const rounds = Object.keys(ways).map((way) => ({ way, took: [] as number[][] }));
  for (let round = -1; round < ROUNDS; round++) {
    const lookups = Array.from(
      { length: PER_ROUND },
      (_, n) => LOOKUPS[n % LOOKUPS.length]?.(n + round * PER_ROUND) ?? number(n),
    );
    for (const { way, took } of rounds) {
      const times = await together(lookups, ways[way] ?? search('coordinator'));
      // The first round only warms up.
      if (round >= 0) took.push(times);
    }
  }
  const limit = rounds[0]?.took.map(median) ?? [];
  figures.add('limit-p50', 'limit: prepared statement, median', {
    value: median(limit),
    unit: 'ms',
    spread: spread(limit),
  });
  for (const { way, took } of rounds.slice(1)) {
    const all = took.flat();
    figures.add(`${way}-p50`, `search as ${way}, median`, {
      value: median(all),
      unit: 'ms',
      spread: spread(took.map(median)),
    });
    figures.add(`${way}-p99`, `search as ${way}, 99th percentile`, {
      value: quantile(all, 0.99),
      unit: 'ms',
      target: { at: 'most', value: LIMIT_MS },
    });
    const ratios = took.map((times, at) => median(times) / (limit[at] ?? NaN));
    figures.add(`${way}-ratio`, `search as ${way}, times the limit`, {
      value: median(ratios),
      unit: '×',
      spread: spread(ratios),
    });
  }
  await Promise.all(bare.map((client) => client.end()));
} finally {
  await place.close();
}
figures.finish();
