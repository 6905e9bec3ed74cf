import type { OpinionDraft, OpinionView } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import { staleProblem, type Transaction } from '../database/index.js';

/** Whose opinion it is: a department's by its participation, or another hospital's by its share. */
export interface OpinionGiver {
  roundId: string;
  participationId?: string;
  shareId?: string;
  /** Hospital the opinion comes from. */
  hospitalId: string;
}

export type OpinionWords = Pick<
  OpinionDraft,
  'stance' | 'text' | 'needs' | 'answers' | 'resectability' | 'risks' | 'conditions'
>;

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

const named = (words: OpinionWords, revision: number): Record<string, unknown> => {
  const { stance, text, needs, answers, resectability, risks, conditions } = words;
  return {
    revision,
    stance,
    resectability: resectability ?? 'NOT_ASSESSED',
    risks: { entries: risks?.length ?? 0, ...fingerprintOf(risks ?? []) },
    conditions: { entries: conditions?.length ?? 0, ...fingerprintOf(conditions ?? []) },
    text: fingerprint(text),
    needs: fingerprint(needs),
    answers: answers.map(({ question, answer, text: why }) => ({ question, answer, text: fingerprint(why) })),
  };
};

/** The words in the order of the columns that hold them. */
const columnsOf = ({ stance, text, needs, answers, resectability, risks, conditions }: OpinionWords): unknown[] => [
  stance,
  text,
  needs,
  JSON.stringify(answers),
  resectability ?? 'NOT_ASSESSED',
  risks ?? [],
  conditions ?? [],
];

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
    'SELECT stance, text, needs, answers, resectability, risks, conditions, revision FROM opinions WHERE participation_id = $1 OR share_id = $2',
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
    `INSERT INTO opinions (id, round_id, participation_id, share_id, hospital_id, author_id, state, revision, submitted_at, updated_at, stance, text, needs, answers,
       resectability, risks, conditions)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT DO NOTHING RETURNING id, version, revision`,
    [
      tx.newId(),
      giver.roundId,
      giver.participationId ?? null,
      giver.shareId ?? null,
      giver.hospitalId,
      personOf(tx.actor),
      submit ? 'SUBMITTED' : 'DRAFT',
      submit ? 1 : 0,
      submit ? tx.now : null,
      tx.now,
      ...columnsOf(words),
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
    `UPDATE opinions SET author_id = $4, state = CASE WHEN $5 THEN 'SUBMITTED' ELSE 'DRAFT' END,
       revision = revision + CASE WHEN $5 THEN 1 ELSE 0 END, submitted_at = CASE WHEN $5 THEN $6 ELSE submitted_at END,
       stance = $7, text = $8, needs = $9, answers = $10, resectability = $11, risks = $12, conditions = $13,
       updated_at = $6, version = version + 1
     WHERE (participation_id = $1 OR share_id = $2) AND version = $3 RETURNING id, version, revision`,
    [
      giver.participationId ?? null,
      giver.shareId ?? null,
      version,
      personOf(tx.actor),
      submit,
      tx.now,
      ...columnsOf(words),
    ],
  );
}

async function keepRevision(tx: Transaction, opinionId: string): Promise<void> {
  await tx.query(
    `INSERT INTO opinion_revisions (opinion_id, revision, author_id, stance, text, needs, answers, resectability, risks, conditions, submitted_at)
     SELECT id, revision, author_id, stance, text, needs, answers, resectability, risks, conditions, submitted_at FROM opinions WHERE id = $1`,
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
    w.author_id AS "authorId", a.name AS author, w.state, w.stance, w.text, w.needs, w.answers, w.resectability, w.risks, w.conditions,
    w.revision, o.version, w.submitted_at AS "submittedAt",
    coalesce((SELECT json_agg(json_build_object('section', e.section, 'at', e.changed_at, 'by', coalesce(n.name, '')) ORDER BY e.changed_at, e.section)
      FROM opinion_evidence e LEFT JOIN people n ON n.id = e.changed_by
      WHERE e.opinion_id = o.id AND e.after_revision = o.revision), '[]') AS "newEvidence"
  FROM opinions o
    JOIN hospitals h ON h.id = o.hospital_id
    LEFT JOIN participations p ON p.id = o.participation_id
    LEFT JOIN departments d ON d.id = p.department_id
    JOIN LATERAL (
      SELECT o.author_id, o.state, o.stance, o.text, o.needs, o.answers, o.resectability, o.risks, o.conditions, o.revision, o.submitted_at, 1 AS is_draft
        WHERE o.state = 'DRAFT' AND (p.department_id = ANY ($2::uuid[]) OR o.share_id = ANY ($3::uuid[]))
      UNION ALL
      SELECT v.author_id, 'SUBMITTED', v.stance, v.text, v.needs, v.answers, v.resectability, v.risks, v.conditions, v.revision, v.submitted_at, 0 FROM opinion_revisions v
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
  return rows.map((row) => ({
    ...row,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    newEvidence: row.newEvidence.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
  }));
}

/** One opinion of a round as it was just submitted. */
export async function givenOpinion(tx: Transaction, roundId: string, opinionId: string): Promise<RoundOpinion> {
  const given = (await opinionsOfRound(tx, roundId)).find(({ id }) => id === opinionId);
  if (!given) throw new Error('an opinion was given and is not found');
  return given;
}

/**
 * Submits the last revision once more as the next one, its words unchanged, if the caller saw the present version; otherwise throws
 * `object/stale`. A draft that is being written stays as it is. Returns the opinion's id and the number of the new revision.
 */
export async function confirmOpinion(
  tx: Transaction,
  giver: OpinionGiver,
  version: number,
): Promise<{ id: string; revision: number }> {
  const confirmed = await tx.maybeOne<{ id: string; revision: number }>(
    `UPDATE opinions SET revision = revision + 1, version = version + 1, author_id = $3, updated_at = $4,
       submitted_at = CASE WHEN state = 'SUBMITTED' THEN $4 ELSE submitted_at END
     WHERE participation_id = $1 AND version = $2 AND revision > 0 RETURNING id, revision`,
    [giver.participationId, version, personOf(tx.actor), tx.now],
  );
  if (!confirmed) throw await staleOpinion(tx, giver);
  await tx.query(
    `INSERT INTO opinion_revisions (opinion_id, revision, author_id, stance, text, needs, answers, resectability, risks, conditions, submitted_at, reconfirms)
     SELECT opinion_id, revision + 1, $3, stance, text, needs, answers, resectability, risks, conditions, $4, true
     FROM opinion_revisions WHERE opinion_id = $1 AND revision = $2`,
    [confirmed.id, confirmed.revision - 1, personOf(tx.actor), tx.now],
  );
  return confirmed;
}
