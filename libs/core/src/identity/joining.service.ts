import { Injectable } from '@nestjs/common';
import type { AnswerOf, InvitationState, invitationEndpoints, SessionState } from '@consilium/contracts';
import { systemActor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { LocalAccounts, lockedProblem } from './local-accounts.js';
import { OneTimeCodes } from './one-time-codes.js';
import { actorBehind, openSignIn, tokenHash, type SignedIn, type SignInPlace } from './sign-ins.js';

interface HeldInvitation {
  id: string;
  sessionId: string;
  hospitalId: string;
  personId: string;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
  isDisabled: boolean;
}

const gate = systemActor('sign-in', '');
const REFUSALS = { USED: 'invitation/used', EXPIRED: 'invitation/expired', REVOKED: 'invitation/revoked' } as const;

/** What an invitation is good for at an instant. One that was withdrawn says so even after it was used. */
export function invitationState(
  { expiresAt, usedAt, revokedAt }: { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationState {
  if (revokedAt) return 'REVOKED';
  if (usedAt) return 'USED';
  return expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

/** The way in for an expert with an invitation: one link, one person, one hospital, one session, once. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly database: Database,
    private readonly accounts: LocalAccounts,
    private readonly codes: OneTimeCodes,
  ) {}

  /** Whom an invitation is for. Throws `invitation/unknown`, `/used`, `/expired` or `/revoked`. */
  async look(token: string): Promise<AnswerOf<typeof invitationEndpoints.look>> {
    const { invitation, names } = await this.database.read(gate, async (tx) => {
      const found = await openInvitation(tx, token);
      return { invitation: found, names: await namesOf(tx, found) };
    });
    const session = await this.sessionOf(invitation);
    return {
      ...names,
      host: session.host,
      startsAt: session.startsAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
    };
  }

  /**
   * Signs in as a guest of the session: with what the invitation lets them in to and nothing of their own. Where the person has a one-time
   * code it is asked for as well (`sign-in/code-required`, `sign-in/code-wrong`). Throws as `look` does.
   */
  async redeem(token: string, code: string | undefined, place: SignInPlace): Promise<SignedIn> {
    const seen = await this.database.read(gate, (tx) => openInvitation(tx, token));
    await this.sessionOf(seen);
    const result = await this.database.write({ ...gate, source: place.address }, async (tx) => {
      const invitation = await openInvitation(tx, token, 'FOR UPDATE');
      const refusal = await this.checkCode(tx, invitation, code);
      if (refusal) return refusal;
      await tx.query('UPDATE invitations SET used_at = $2 WHERE id = $1', [invitation.id, tx.now]);
      await tx.audit({
        action: 'invitation.redeemed',
        objectKind: 'invitation',
        objectId: invitation.id,
        detail: {
          sessionId: invitation.sessionId,
          hospitalId: invitation.hospitalId,
          personId: invitation.personId,
        },
      });
      return openSignIn(tx, { personId: invitation.personId, method: 'INVITATION', place, invitation });
    });
    if (result instanceof Problem) throw result;
    return result;
  }

  private async checkCode(
    tx: Transaction,
    invitation: HeldInvitation,
    code: string | undefined,
  ): Promise<Problem | undefined> {
    const authenticator = await this.codes.inUse(tx, invitation.personId);
    if (!authenticator) return undefined;
    const account = await this.accounts.hold(tx, invitation.personId);
    if (account?.lockedUntil && account.lockedUntil > tx.now) return lockedProblem(account.lockedUntil);
    if (!code) return new Problem('sign-in/code-required');
    if (await this.codes.take(tx, authenticator, code)) return undefined;
    await tx.audit({
      action: 'invitation.redeemed',
      objectKind: 'invitation',
      objectId: invitation.id,
      outcome: 'REFUSED',
      detail: { sessionId: invitation.sessionId, hospitalId: invitation.hospitalId },
    });
    const until = account && (await this.accounts.countFailure(tx, account));
    return until ? lockedProblem(until) : new Problem('sign-in/code-wrong');
  }

  /** The session as the guest may see it. One that was cancelled or is over lets nobody in. */
  private async sessionOf({ personId, sessionId, hospitalId }: HeldInvitation): Promise<SessionOfInvitation> {
    const guest = await this.database.read(gate, (tx) => actorBehind(tx, personId, { sessionId, hospitalId }));
    // Who is no expert of the invited hospital any more is invited no more.
    if (!guest) throw new Problem('invitation/revoked');
    const session = await this.database.read(guest, (tx) =>
      tx.maybeOne<SessionOfInvitation>(
        `SELECT s.starts_at AS "startsAt", s.state, json_build_object('zh', h.name_zh, 'en', h.name_en) AS host
         FROM consult_sessions s JOIN hospitals h ON h.id = s.hospital_id WHERE s.id = $1`,
        [sessionId],
      ),
    );
    // Who was taken off the session's list does not see it any more.
    if (!session || session.state === 'CANCELLED') throw new Problem('invitation/revoked');
    if (session.state === 'ENDED') throw new Problem('invitation/expired');
    return session;
  }
}

interface SessionOfInvitation {
  startsAt: Date;
  state: SessionState;
  host: { zh: string; en: string };
}

async function openInvitation(tx: Transaction, token: string, lock: 'FOR UPDATE' | '' = ''): Promise<HeldInvitation> {
  const invitation = await tx.maybeOne<HeldInvitation>(
    `SELECT id, session_id AS "sessionId", hospital_id AS "hospitalId", person_id AS "personId", expires_at AS "expiresAt", used_at AS "usedAt",
       revoked_at AS "revokedAt", EXISTS (SELECT FROM accounts a WHERE a.person_id = invitations.person_id AND a.disabled_at IS NOT NULL) AS "isDisabled"
     FROM invitations WHERE token_hash = $1 ${lock}`,
    [tokenHash(token)],
  );
  if (!invitation) throw new Problem('invitation/unknown');
  const state = invitationState(invitation, tx.now);
  if (state !== 'OPEN') throw new Problem(REFUSALS[state]);
  if (invitation.isDisabled) throw new Problem('sign-in/disabled');
  return invitation;
}

const namesOf = (tx: Transaction, { personId, hospitalId }: HeldInvitation) =>
  tx.one<Pick<AnswerOf<typeof invitationEndpoints.look>, 'person' | 'hospital' | 'needsCode'>>(
    `SELECT json_build_object('zh', p.name, 'en', p.name_en) AS person, json_build_object('zh', h.name_zh, 'en', h.name_en) AS hospital,
       EXISTS (SELECT 1 FROM authenticators a WHERE a.person_id = p.id AND a.confirmed_at IS NOT NULL) AS "needsCode"
     FROM people p, hospitals h WHERE p.id = $1 AND h.id = $2`,
    [personId, hospitalId],
  );
