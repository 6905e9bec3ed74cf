import { createHash, randomBytes } from 'node:crypto';
import type { Role, SignInMethod } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { loadActor } from './people.js';
import { idleMinutes, lacksCode, lacksSecondFactor, mustEnrol, SIGN_IN_HOURS } from './sign-in.rules.js';

/** Where a request comes from, as the person later recognises it in the list of their browsers. */
export interface SignInPlace {
  address: string;
  /** The browser's own description of itself. */
  browser: string;
}
export const NOWHERE: SignInPlace = { address: '', browser: '' };
const BROWSER_LENGTH = 200;

/** Somebody signed in, as one request finds them. */
export interface Presence {
  signInId: string;
  actor: Actor;
  method: SignInMethod;
  /** Must set up a one-time code before anything else. */
  mustEnrol: boolean;
  /** Only the password opens this browser again. */
  locked: boolean;
}

export interface SignedIn {
  /** Opaque token for the cookie; only its hash is stored. */
  token: string;
  expiresAt: Date;
  presence: Presence;
}

export interface NewSignIn {
  personId: string;
  method: SignInMethod;
  place: SignInPlace;
  /** The one-time code, or another second factor, was shown on the way in. */
  codeShown?: boolean;
  /** The session and hospital that a guest is let in to, and until when. */
  invitation?: { id: string; sessionId: string; hospitalId: string; expiresAt: Date };
}

interface PresenceRow {
  id: string;
  personId: string;
  method: SignInMethod;
  lastSeenAt: Date;
  lockedAt: Date | null;
  enrolled: boolean;
  codeShown: boolean;
  invitation: { sessionId: string; hospitalId: string } | null;
}

const MINUTE = 60_000;
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');
export const rolesOf = (actor: Actor): Role[] => actor.memberships.map(({ role }) => role);

const PRESENCE = `
  SELECT s.id, s.person_id AS "personId", s.method, s.last_seen_at AS "lastSeenAt", s.locked_at AS "lockedAt",
    EXISTS (SELECT 1 FROM authenticators a WHERE a.person_id = s.person_id AND a.confirmed_at IS NOT NULL) AS enrolled, s.code_shown_at IS NOT NULL AS "codeShown",
    CASE WHEN i.id IS NULL THEN NULL ELSE json_build_object('sessionId', i.session_id, 'hospitalId', i.hospital_id) END AS invitation
  FROM sign_ins s LEFT JOIN invitations i ON i.id = s.invitation_id
  WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND i.revoked_at IS NULL
    AND NOT EXISTS (SELECT FROM accounts a WHERE a.person_id = s.person_id AND a.disabled_at IS NOT NULL)`;

/** Who is behind a token; undefined where it is unknown, ended, expired or idle for too long. Being asked is not yet use of it. */
export async function presenceOf(tx: Transaction, token: string): Promise<Presence | undefined> {
  const row = await presentRow(tx, token);
  return row && presence(tx, row);
}

/** As `presenceOf`, and counts as use where the browser is not locked. */
export async function usedPresence(tx: Transaction, token: string): Promise<Presence | undefined> {
  const row = await presentRow(tx, token);
  const found = row && (await presence(tx, row));
  if (!row || !found) return undefined;
  // Once a minute is exact enough for an idle lock, and keeps reading a board free of writes.
  if (row.lockedAt === null && tx.now.getTime() - row.lastSeenAt.getTime() > MINUTE)
    await tx.query('UPDATE sign_ins SET last_seen_at = $2 WHERE id = $1', [row.id, tx.now]);
  return found;
}

const presentRow = async (tx: Transaction, token: string): Promise<PresenceRow | undefined> => {
  const row = await tx.maybeOne<PresenceRow>(PRESENCE, [tokenHash(token), tx.now]);
  return row && !lacksCode(row) ? row : undefined;
};

async function presence(tx: Transaction, row: PresenceRow): Promise<Presence | undefined> {
  const actor = await actorBehind(tx, row.personId, row.invitation ?? undefined);
  if (!actor || lacksSecondFactor(row, rolesOf(actor))) return undefined;
  const most = idleMinutes(row.method, actor.isHost);
  if (tx.now.getTime() - row.lastSeenAt.getTime() > most * MINUTE) return undefined;
  return {
    signInId: row.id,
    actor,
    method: row.method,
    mustEnrol: mustEnrol(row.method, rolesOf(actor), row.enrolled),
    locked: row.lockedAt !== null,
  };
}

/**
 * A person with their own memberships, or, as a guest, with nothing but what the invitation lets them in to; undefined for a guest who is no
 * longer an expert of the invited hospital.
 */
export async function actorBehind(
  tx: Transaction,
  personId: string,
  invitation?: { sessionId: string; hospitalId: string },
): Promise<Actor | undefined> {
  const actor = await loadActor(tx, personId);
  if (!actor || !invitation) return actor;
  const { sessionId, hospitalId } = invitation;
  const isExpertThere = actor.memberships.some(
    (membership) => membership.role === 'REMOTE_EXPERT' && membership.hospitalId === hospitalId,
  );
  if (!isExpertThere) return undefined;
  return {
    ...actor,
    hospitalId,
    isHost: false,
    memberships: [{ role: 'REMOTE_EXPERT', departmentId: null, hospitalId }],
    onlySessionId: sessionId,
  };
}

/** Opens a sign-in, on record. The caller has proven who it is. */
export async function openSignIn(tx: Transaction, wanted: NewSignIn): Promise<SignedIn> {
  const { personId, method, place, invitation, codeShown = false } = wanted;
  const token = newToken();
  const most = new Date(tx.now.getTime() + SIGN_IN_HOURS * 60 * MINUTE);
  const expiresAt = invitation && invitation.expiresAt < most ? invitation.expiresAt : most;
  await tx.query(
    `INSERT INTO sign_ins (id, person_id, token_hash, created_at, last_seen_at, expires_at, method, invitation_id, browser, address, code_shown_at)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.newId(),
      personId,
      tokenHash(token),
      tx.now,
      expiresAt,
      method,
      invitation?.id ?? null,
      place.browser.slice(0, BROWSER_LENGTH),
      place.address,
      codeShown ? tx.now : null,
    ],
  );
  const presence = await presenceOf(tx, token);
  if (!presence) throw new Problem('sign-in/wrong');
  await tx.audit({
    action: 'sign-in.made',
    objectKind: 'person',
    objectId: personId,
    detail: { method, signInId: presence.signInId },
  });
  return { token, expiresAt, presence };
}

/** Why a sign-in ended. */
export type SignInEnd =
  | 'SIGNED_OUT'
  | 'REVOKED'
  | 'PASSWORD_CHANGED'
  | 'REPLACED'
  | 'INVITATION_WITHDRAWN'
  | 'ACCOUNT_DISABLED'
  | 'CODE_RESET';

/** Which sign-ins of a person: one, all, or all but one; or those that an invitation opened. */
export type WhichSignIns =
  | { personId: string }
  | { personId: string; id: string }
  | { personId: string; exceptId: string }
  | { invitationId: string };

/** Ends sign-ins at once, on record; their open screens are told to close. Returns how many. */
export async function endSignIns(tx: Transaction, which: WhichSignIns, how: SignInEnd): Promise<number> {
  const ended = await tx.query<{ id: string; personId: string }>(
    `UPDATE sign_ins SET ended_at = $1 WHERE ended_at IS NULL AND ($2::uuid IS NULL OR person_id = $2) AND ($3::uuid IS NULL OR id = $3)
       AND ($4::uuid IS NULL OR id <> $4) AND ($5::uuid IS NULL OR invitation_id = $5) RETURNING id, person_id AS "personId"`,
    [
      tx.now,
      'personId' in which ? which.personId : null,
      'id' in which ? which.id : null,
      'exceptId' in which ? which.exceptId : null,
      'invitationId' in which ? which.invitationId : null,
    ],
  );
  for (const { id, personId } of ended)
    await tx.audit({
      action: 'sign-in.ended',
      objectKind: 'person',
      objectId: personId,
      detail: { signInId: id, how },
    });
  await tx.announce('sign-in', ...ended.map(({ id }) => id));
  return ended.length;
}

/** Lets the open screens of a person connect anew, so that what they may hear of follows a change of their roles. They stay signed in. */
export async function reopenScreens(tx: Transaction, personId: string): Promise<void> {
  const open = await tx.query<{ id: string }>(
    'SELECT id FROM sign_ins WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2',
    [personId, tx.now],
  );
  await tx.announce('sign-in', ...open.map(({ id }) => id));
}
