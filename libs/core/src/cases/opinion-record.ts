import type { OpinionDraft, OpinionView } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { staleProblem, type Transaction } from '../database/index.js';

/** Whose opinion it is: a department's by its participation, or another hospital's by its share. */
export interface OpinionGiver {
  roundId: string;
  participationId?: string;
  shareId?: string;
  /** Hospital the opinion comes from. */
  hospitalId: string;
}

export type OpinionWords = Pick<OpinionDraft, 'stance' | 'text' | 'needs' | 'answers'>;

export interface WrittenOpinion {
  id: string;
  version: number;
  /** Number of the revision just submitted, or of the last one where a draft was kept. */
  revision: number;
}

/** What was written, and what it replaced, as the audit log names them. */
export interface OpinionChange extends WrittenOpinion {
  change: { before?: Record<string, unknown>; after: Record<string, unknown> };
}

const named = ({ stance, text, needs, answers }: OpinionWords, revision: number): Record<string, unknown> => ({
  revision,
  stance,
  text: fingerprint(text),
  needs: fingerprint(needs),
  answers: answers.map(({ question, answer, text: why }) => ({ question, answer, text: fingerprint(why) })),
});

/**
 * Keeps a draft of an opinion or submits it, if the caller saw the present version (0 where there is none yet); otherwise throws
 * `object/stale` naming who wrote it and when. Every submission is a revision that is never edited; a draft kept afterwards leaves the last
 * revision in force until it is submitted in turn.
 */
export async function writeOpinion(
  tx: Transaction,
  giver: OpinionGiver,
  words: OpinionWords,
  version: number,
  submit: boolean,
): Promise<OpinionChange> {
  const before = await tx.maybeOne<OpinionWords & { revision: number }>(
    'SELECT stance, text, needs, answers, revision FROM opinions WHERE participation_id = $1 OR share_id = $2',
    [giver.participationId ?? null, giver.shareId ?? null],
  );
  const written =
    version === 0 ? await begin(tx, giver, words, submit) : await rewrite(tx, giver, words, version, submit);
  if (!written) throw await staleOpinion(tx, giver);
  if (submit) await keepRevision(tx, written.id);
  return {
    ...written,
    change: { ...(before && { before: named(before, before.revision) }), after: named(words, written.revision) },
  };
}

async function begin(
  tx: Transaction,
  giver: OpinionGiver,
  words: OpinionWords,
  submit: boolean,
): Promise<WrittenOpinion | undefined> {
  return tx.maybeOne<WrittenOpinion>(
    `INSERT INTO opinions (id, round_id, participation_id, share_id, hospital_id, author_id, state, stance, text, needs, answers, revision, submitted_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT DO NOTHING RETURNING id, version, revision`,
    [
      tx.newId(),
      giver.roundId,
      giver.participationId ?? null,
      giver.shareId ?? null,
      giver.hospitalId,
      personOf(tx.actor),
      submit ? 'SUBMITTED' : 'DRAFT',
      words.stance,
      words.text,
      words.needs,
      JSON.stringify(words.answers),
      submit ? 1 : 0,
      submit ? tx.now : null,
      tx.now,
    ],
  );
}

async function rewrite(
  tx: Transaction,
  giver: OpinionGiver,
  words: OpinionWords,
  version: number,
  submit: boolean,
): Promise<WrittenOpinion | undefined> {
  return tx.maybeOne<WrittenOpinion>(
    `UPDATE opinions SET author_id = $4, state = CASE WHEN $5 THEN 'SUBMITTED' ELSE 'DRAFT' END, stance = $6, text = $7, needs = $8, answers = $9,
       revision = revision + CASE WHEN $5 THEN 1 ELSE 0 END, submitted_at = CASE WHEN $5 THEN $10 ELSE submitted_at END,
       updated_at = $10, version = version + 1
     WHERE (participation_id = $1 OR share_id = $2) AND version = $3 RETURNING id, version, revision`,
    [
      giver.participationId ?? null,
      giver.shareId ?? null,
      version,
      personOf(tx.actor),
      submit,
      words.stance,
      words.text,
      words.needs,
      JSON.stringify(words.answers),
      tx.now,
    ],
  );
}

async function keepRevision(tx: Transaction, opinionId: string): Promise<void> {
  await tx.query(
    `INSERT INTO opinion_revisions (opinion_id, revision, author_id, stance, text, needs, answers, submitted_at)
     SELECT id, revision, author_id, stance, text, needs, answers, submitted_at FROM opinions WHERE id = $1`,
    [opinionId],
  );
}

async function staleOpinion(tx: Transaction, giver: OpinionGiver): Promise<Error> {
  const present = await tx.maybeOne<{ version: number; at: Date; who: string }>(
    `SELECT o.version, o.updated_at AS at, p.name AS who FROM opinions o JOIN people p ON p.id = o.author_id
     WHERE o.participation_id = $1 OR o.share_id = $2`,
    [giver.participationId ?? null, giver.shareId ?? null],
  );
  return staleProblem(present ?? { version: 0, at: tx.now, who: null });
}

/** An opinion of a round, with whose it is. */
export interface RoundOpinion extends OpinionView {
  shareId: string | null;
  hospitalId: string;
  authorId: string;
}

const OPINIONS = `
  SELECT o.id, p.department_id AS "departmentId", o.share_id AS "shareId", o.hospital_id AS "hospitalId", o.share_id IS NOT NULL AS "isRemote",
    CASE WHEN o.share_id IS NULL THEN json_build_object('zh', d.name_zh, 'en', d.name_en)
      ELSE json_build_object('zh', h.name_zh, 'en', h.name_en) END AS "from",
    w.author_id AS "authorId", a.name AS author, w.state, w.stance, w.text, w.needs, w.answers, w.revision, o.version, w.submitted_at AS "submittedAt"
  FROM opinions o
    JOIN hospitals h ON h.id = o.hospital_id
    LEFT JOIN participations p ON p.id = o.participation_id
    LEFT JOIN departments d ON d.id = p.department_id
    JOIN LATERAL (
      SELECT o.author_id, o.state, o.stance, o.text, o.needs, o.answers, o.revision, o.submitted_at, 1 AS is_draft
        WHERE o.state = 'DRAFT' AND (p.department_id = ANY ($2::uuid[]) OR o.share_id = ANY ($3::uuid[]))
      UNION ALL
      SELECT v.author_id, 'SUBMITTED', v.stance, v.text, v.needs, v.answers, v.revision, v.submitted_at, 0 FROM opinion_revisions v
        WHERE v.opinion_id = o.id
      ORDER BY is_draft DESC, revision DESC LIMIT 1) w ON true
    JOIN people a ON a.id = w.author_id
  WHERE o.round_id = $1 ORDER BY w.submitted_at NULLS LAST, o.id`;

/**
 * The opinions of a round as they stand: of each, the last submitted revision. Of the departments and shares named in `draftsOf` the draft
 * that is being written is returned in its place, where there is one.
 */
export async function opinionsOfRound(
  tx: Transaction,
  roundId: string,
  draftsOf: { departmentIds?: readonly string[]; shareIds?: readonly string[] } = {},
): Promise<RoundOpinion[]> {
  const rows = await tx.query<Omit<RoundOpinion, 'submittedAt'> & { submittedAt: Date | null }>(OPINIONS, [
    roundId,
    draftsOf.departmentIds ?? [],
    draftsOf.shareIds ?? [],
  ]);
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt?.toISOString() ?? null }));
}
