import { createHash } from 'node:crypto';
import type { DeidentifiedCase, DisclosureKind, RemoteSession, ShareSection } from '@consilium/contracts';
import { personOf } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import type { ShareFacts } from './share-facts.js';

/** Of a share, what its disclosures name. */
interface Grounds {
  id: string;
  consentId: string;
  partnershipId: string;
}

/** What of a shared case is the host's: not the reader's own words, nor what they may do at the moment. */
function receivedOf(shown: DeidentifiedCase): Record<string, unknown> {
  const {
    px: _px,
    session: _session,
    opinionDueAt: _due,
    accessUntil: _until,
    myOpinion: _mine,
    canGiveOpinion: _can,
    ...received
  } = shown;
  return received;
}

/**
 * Puts on record that this person received a shared case, which parts of it and what exactly, on which consent and under which agreement.
 * Basis: records of personal data given to others are kept for at least three years (网络数据安全管理条例).
 */
export async function recordDisclosure(tx: Transaction, share: ShareFacts, shown: DeidentifiedCase): Promise<void> {
  await insertDisclosure(tx, share, 'CASE', share.sections, receivedOf(shown));
  await tx.audit({
    action: 'shared-case.opened',
    objectKind: 'share',
    objectId: share.id,
    caseId: share.caseId,
    detail: { px: share.px },
  });
}

/** Puts on record what the list of cases told this person of each, once for every content. */
export async function recordListed(
  tx: Transaction,
  listed: readonly (Grounds & { item: RemoteSession['cases'][number] })[],
): Promise<void> {
  if (listed.length === 0) return;
  const known = await tx.query<{ contentId: string }>(
    `SELECT DISTINCT content_id AS "contentId" FROM disclosures WHERE person_id = $1 AND kind = 'LIST' AND share_id = ANY ($2::uuid[])`,
    [personOf(tx.actor), listed.map(({ id }) => id)],
  );
  const isKnown = new Set(known.map(({ contentId }) => contentId));
  for (const { item, ...share } of listed) {
    const { sex, ageBand, diagnosis, risk } = item;
    const content = { sex, ageBand, diagnosis, risk };
    if (!isKnown.has(contentOf(share.id, 'LIST', content).id))
      await insertDisclosure(tx, share, 'LIST', ['SUMMARY'], content);
  }
}

/** A content with its hash, and an id made of both and of the share: the same content is kept once. */
function contentOf(shareId: string, kind: DisclosureKind, content: unknown) {
  const text = JSON.stringify(content);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const digits = createHash('sha256').update(`${shareId} ${kind} ${sha256}`).digest('hex');
  // A version 8 UUID (RFC 9562): its bits are ours.
  const id = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
  return { id, sha256, text };
}

async function insertDisclosure(
  tx: Transaction,
  share: Grounds,
  kind: DisclosureKind,
  sections: readonly ShareSection[],
  content: unknown,
): Promise<void> {
  const { id: contentId, sha256, text } = contentOf(share.id, kind, content);
  await tx.query(
    `INSERT INTO disclosed_contents (id, share_id, kind, sha256, content, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [contentId, share.id, kind, sha256, text, tx.now],
  );
  await tx.query(
    `INSERT INTO disclosures (id, share_id, person_id, consent_id, partnership_id, kind, sections, content_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.newId(), share.id, personOf(tx.actor), share.consentId, share.partnershipId, kind, sections, contentId, tx.now],
  );
}
