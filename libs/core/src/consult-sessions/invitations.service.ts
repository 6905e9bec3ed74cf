import { Injectable } from '@nestjs/common';
import type { Invitation as InvitationView, SessionMember } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, refuseFields } from '../errors/index.js';
import { endSignIns, invitationState, newToken, tokenHash } from '../identity/index.js';
import { lockSession, policyFacts, requireSessionState, sessionFacts, type SessionFacts } from './session-facts.js';

/** An invitation works until this long after the session begins, unless said otherwise. */
const HOURS_AFTER_START = 2;
/** Nobody is invited for longer than this. */
const MOST_DAYS = 30;
const HOUR = 3_600_000;

interface InvitationRow extends Omit<InvitationView, 'state' | 'createdAt' | 'expiresAt' | 'usedAt'> {
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** Links with which experts of linked hospitals join one session, once. */
@Injectable()
export class InvitationsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, sessionId: string): Promise<InvitationView[]> {
    const entry = { action: 'invitation.listed', objectKind: 'session', objectId: sessionId } as const;
    return this.database.list(actor, entry, async (tx) => {
      const session = await sessionFacts(tx, actor, sessionId);
      authorise(actor, 'session:invite', policyFacts(session));
      return invitationsOf(tx, sessionId);
    });
  }

  /**
   * Makes a link for an expert on the session's list; an earlier one of theirs that was not used stops working. The one-time word is in the
   * answer and nowhere else. Throws `session/wrong-state` and refusals of `personId` and `expiresAt`.
   */
  async issue(
    actor: Actor,
    sessionId: string,
    wanted: { personId: string; expiresAt?: string | undefined },
  ): Promise<{ invitation: InvitationView; token: string }> {
    return this.database.write(actor, async (tx) => {
      const session = await lockSession(tx, actor, sessionId, 'session:invite');
      requireSessionState('invite', session);
      const expert = await expertOf(tx, session, wanted.personId);
      const expiresAt = expiryOf(tx, session, wanted.expiresAt);
      await revokeUnused(tx, sessionId, wanted.personId);
      const [id, token] = [tx.newId(), newToken()];
      await tx.query(
        `INSERT INTO invitations (id, token_hash, session_id, hospital_id, person_id, created_at, created_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, tokenHash(token), sessionId, expert.hospitalId, wanted.personId, tx.now, personOf(actor), expiresAt],
      );
      await tx.audit({
        action: 'invitation.issued',
        objectKind: 'invitation',
        objectId: id,
        detail: {
          sessionId,
          hospitalId: expert.hospitalId,
          personId: wanted.personId,
          expiresAt: expiresAt.toISOString(),
        },
      });
      await tx.announce('session', sessionId);
      const invitation = (await invitationsOf(tx, sessionId)).find((one) => one.id === id);
      if (!invitation) throw notFound();
      return { invitation, token };
    });
  }

  /** Withdraws an invitation; who joined with it is signed out at once. */
  async revoke(actor: Actor, sessionId: string, invitationId: string): Promise<InvitationView[]> {
    return this.database.write(actor, async (tx) => {
      await lockSession(tx, actor, sessionId, 'session:invite');
      const revoked = await tx.maybeOne<{ id: string }>(
        'UPDATE invitations SET revoked_at = coalesce(revoked_at, $3), revoked_by = coalesce(revoked_by, $4) WHERE id = $1 AND session_id = $2 RETURNING id',
        [invitationId, sessionId, tx.now, personOf(actor)],
      );
      if (!revoked) throw notFound();
      await endSignIns(tx, { invitationId }, 'INVITATION_WITHDRAWN');
      await recordRevocation(tx, invitationId, sessionId);
      await tx.announce('session', sessionId);
      return invitationsOf(tx, sessionId);
    });
  }
}

/** Only experts of linked hospitals who are on the session's list can be invited. */
async function expertOf(
  tx: Transaction,
  session: SessionFacts,
  personId: string,
): Promise<Pick<SessionMember, 'hospitalId'>> {
  const expert = await tx.maybeOne<Pick<SessionMember, 'hospitalId'>>(
    `SELECT m.hospital_id AS "hospitalId" FROM session_members m
     WHERE m.session_id = $1 AND m.person_id = $2 AND m.role = 'EXPERT' AND m.hospital_id = ANY ($3::uuid[])`,
    [session.id, personId, session.linkedHospitalIds],
  );
  if (!expert) throw refuseFields({ field: 'personId', code: 'unknown' });
  return expert;
}

function expiryOf(tx: Transaction, session: SessionFacts, wanted: string | undefined): Date {
  const usual = new Date(session.startsAt.getTime() + HOURS_AFTER_START * HOUR);
  // A session that runs late still needs its experts.
  if (wanted === undefined) return usual > tx.now ? usual : new Date(tx.now.getTime() + HOURS_AFTER_START * HOUR);
  const expiresAt = new Date(wanted);
  if (expiresAt <= tx.now) throw refuseFields({ field: 'expiresAt', code: 'in-the-past' });
  const latest = new Date(Math.max(session.endsAt.getTime(), tx.now.getTime()) + MOST_DAYS * 24 * HOUR);
  if (expiresAt > latest) throw refuseFields({ field: 'expiresAt', code: 'invalid' });
  return expiresAt;
}

async function revokeUnused(tx: Transaction, sessionId: string, personId: string): Promise<void> {
  const replaced = await tx.query<{ id: string }>(
    `UPDATE invitations SET revoked_at = $3, revoked_by = $4
     WHERE session_id = $1 AND person_id = $2 AND used_at IS NULL AND revoked_at IS NULL RETURNING id`,
    [sessionId, personId, tx.now, tx.actor.personId],
  );
  for (const { id } of replaced) await recordRevocation(tx, id, sessionId);
}

const recordRevocation = (tx: Transaction, id: string, sessionId: string): Promise<void> =>
  tx.audit({ action: 'invitation.revoked', objectKind: 'invitation', objectId: id, detail: { sessionId } });

async function invitationsOf(tx: Transaction, sessionId: string): Promise<InvitationView[]> {
  const rows = await tx.query<InvitationRow>(
    `SELECT i.id, i.person_id AS "personId", p.name AS person, json_build_object('zh', h.name_zh, 'en', h.name_en) AS hospital,
       c.name AS "invitedBy", i.created_at AS "createdAt", i.expires_at AS "expiresAt", i.used_at AS "usedAt", i.revoked_at AS "revokedAt"
     FROM invitations i JOIN people p ON p.id = i.person_id JOIN hospitals h ON h.id = i.hospital_id JOIN people c ON c.id = i.created_by
     WHERE i.session_id = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT 200`,
    [sessionId],
  );
  return rows.map(({ revokedAt, createdAt, expiresAt, usedAt, ...shown }) => ({
    ...shown,
    state: invitationState({ expiresAt, usedAt, revokedAt }, tx.now),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}
