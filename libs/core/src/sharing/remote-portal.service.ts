import { Injectable } from '@nestjs/common';
import type { DeidentifiedCase, RemoteSession } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { IdentitySeal } from '../cases/index.js';
import { Database } from '../database/index.js';
import { ageBand } from './deidentify.rules.js';
import { deidentifyText } from './deidentify-text.rules.js';
import { recordDisclosure, recordListed } from './disclosures.js';
import { openShare } from './share-facts.js';
import { sharedCase } from './shared-case.js';
import { heldRecords, type HeldRecord } from './shared-record.js';

/** Sessions stay on the portal this long after their end. */
const SHOWN_AFTER_DAYS = 7;

interface SharedItem {
  id: string;
  px: string;
  consentId: string;
  partnershipId: string;
  opinionDueAt: string;
  opinionGivenAt: string | null;
}

interface SessionRow extends Omit<RemoteSession, 'startsAt' | 'endsAt' | 'cases'> {
  startsAt: Date;
  endsAt: Date;
  shares: SharedItem[];
}

// What a hospital has: sessions its reader is expected at, and those for which a case is shared with it now.
const HOME = `
  SELECT s.id, s.title, s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", json_build_object('zh', h.name_zh, 'en', h.name_en) AS host,
    s.video_url AS "videoUrl",
    coalesce((SELECT json_agg(json_build_object('id', x.id, 'px', x.px_code, 'consentId', x.consent_id, 'partnershipId', x.partnership_id, 'opinionDueAt', x.opinion_due_at,
        'opinionGivenAt', (SELECT o.submitted_at FROM opinions o WHERE o.share_id = x.id)) ORDER BY x.opinion_due_at, x.px_code)
      FROM shares x WHERE x.session_id = s.id AND x.hospital_id = $1 AND x.revoked_at IS NULL AND x.expires_at > $3), '[]') AS shares
  FROM consult_sessions s JOIN hospitals h ON h.id = s.hospital_id
  WHERE s.state <> 'CANCELLED' AND s.ends_at > $4 AND ($5::uuid IS NULL OR s.id = $5)
    AND (EXISTS (SELECT 1 FROM session_members m WHERE m.session_id = s.id AND m.person_id = $2)
      OR EXISTS (SELECT 1 FROM shares x WHERE x.session_id = s.id AND x.hospital_id = $1 AND x.revoked_at IS NULL AND x.expires_at > $3))
  ORDER BY s.starts_at LIMIT 100`;

/** The house as another hospital sees it: its sessions, its shared cases, nothing else. */
@Injectable()
export class RemotePortalService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /** Sessions this person is expected at, or for which cases are shared with their hospital, next first; for a guest the one they joined. */
  async home(actor: Actor): Promise<RemoteSession[]> {
    authorise(actor, 'remote:read', { sharedHospitalIds: [actor.hospitalId], sharedForSessionId: actor.onlySessionId });
    const opening = { action: 'remote-portal.opened', objectKind: 'hospital', objectId: actor.hospitalId } as const;
    return this.database.list(actor, opening, async (tx) => {
      const since = new Date(tx.now.getTime() - SHOWN_AFTER_DAYS * 86_400_000);
      const rows = await tx.query<SessionRow>(HOME, [
        actor.hospitalId,
        personOf(actor),
        tx.now,
        since,
        actor.onlySessionId ?? null,
      ]);
      const held = await heldRecords(
        tx,
        this.seal,
        rows.flatMap(({ shares }) => shares.map(({ id }) => id)),
      );
      const sessions = rows.map((row) => sessionOf(row, held));
      const items = new Map(sessions.flatMap(({ cases }) => cases.map((item) => [item.px, item])));
      await recordListed(
        tx,
        rows.flatMap(({ shares }) =>
          shares.flatMap(({ id, px, consentId, partnershipId }) => {
            const item = items.get(px);
            return item ? [{ id, consentId, partnershipId, item }] : [];
          }),
        ),
      );
      return sessions;
    });
  }

  /** One shared case, de-identified. Every opening is on record. */
  async readCase(actor: Actor, px: string): Promise<DeidentifiedCase> {
    return this.database.read(actor, async (tx) => {
      const share = await openShare(tx, actor, px);
      const shown = await sharedCase(tx, this.seal, share);
      await recordDisclosure(tx, share, shown);
      return shown;
    });
  }
}

function sessionOf(row: SessionRow, held: ReadonlyMap<string, HeldRecord>): RemoteSession {
  const { shares, ...session } = row;
  const records = shares.flatMap(({ id }) => held.get(id) ?? []);
  return {
    ...session,
    title: records.reduce((title, { secrets }) => deidentifyText(title, secrets), session.title),
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    cases: shares.flatMap((share) => {
      const one = held.get(share.id);
      if (!one) return [];
      return [
        {
          px: share.px,
          sex: one.sex,
          ageBand: ageBand(one.record.ageYears),
          diagnosis: deidentifyText(one.record.diagnosis, one.secrets),
          risk: one.risk,
          opinionDueAt: new Date(share.opinionDueAt).toISOString(),
          opinionGivenAt: share.opinionGivenAt && new Date(share.opinionGivenAt).toISOString(),
          sessionId: row.id,
        },
      ];
    }),
  };
}
