import { procedureByCode } from '@consilium/catalog';
import {
  isAdministratorRole,
  type AccountState,
  type PersonAccount,
  type PersonAction,
  type PersonMembership,
  type PersonView,
  type PostingKind,
  type Role,
  type SurgicalPrivilege,
  type Title,
} from '@consilium/contracts';
import { may } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { needsOneTimeCode } from '../identity/index.js';
import { membershipState } from './membership.rules.js';
import { houseOf } from './person-record.js';
import { privilegeState } from './privilege.rules.js';

type Named = { id: string; name: { zh: string; en: string } };

interface PersonRow extends Pick<PersonView, 'id' | 'version' | 'name' | 'nameEn' | 'email' | 'hospital'> {
  title: Title;
  createdAt: Date;
}

interface MembershipRow {
  id: string;
  hospital: Named;
  department: Named | null;
  role: Role;
  validFrom: string;
  validTo: string | null;
  posting: PostingKind | null;
  isLapsed: boolean;
}

interface PrivilegeRow extends Omit<
  SurgicalPrivilege,
  'procedure' | 'state' | 'grantedAt' | 'withdrawnAt' | 'availableActions'
> {
  procedureName: string;
  grantedAt: Date;
  withdrawnAt: Date | null;
}

interface AccountRow {
  username: string;
  state: AccountState;
  lockedUntil: Date | null;
  disabledAt: Date | null;
  oneTimeCode: boolean;
  signedInBrowsers: number;
  lastSignInAt: Date | null;
  linkExpiresAt: Date | null;
}

/** State of the account `a` at `at`, in SQL. */
export const ACCOUNT_STATE = (
  at: string,
): string => `CASE WHEN a.person_id IS NULL THEN 'NONE' WHEN a.disabled_at IS NOT NULL THEN 'DISABLED'
  WHEN a.locked_until > ${at} THEN 'LOCKED' WHEN a.password_hash IS NULL THEN 'NO_PASSWORD' ELSE 'ACTIVE' END`;

/** Whether an agreement lets the posting `m` of a person of hospital `home` act on `day`, in SQL. */
export const POSTING_HOLDS = (home: string, day: string): string => `EXISTS (SELECT FROM partnerships a
  WHERE a.host_hospital_id = m.hospital_id AND a.partner_hospital_id = ${home} AND a.ended_at IS NULL AND 'POSTING' = ANY (a.scopes) AND ${day} BETWEEN a.valid_from AND a.valid_to)`;

const PERSON = `
  SELECT p.id, p.version, p.name, p.name_en AS "nameEn", p.title, p.email, p.created_at AS "createdAt",
    json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en), 'isHost', h.is_host) AS hospital
  FROM people p JOIN hospitals h ON h.id = p.hospital_id WHERE p.id = $1`;

const MEMBERSHIPS = `
  SELECT m.id, json_build_object('id', h.id, 'name', json_build_object('zh', h.name_zh, 'en', h.name_en)) AS hospital,
    CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('id', d.id, 'name', json_build_object('zh', d.name_zh, 'en', d.name_en)) END AS department,
    m.role, m.valid_from::text AS "validFrom", m.valid_to::text AS "validTo", m.posting,
    m.posting IS NOT NULL AND NOT ${POSTING_HOLDS('p.hospital_id', '$2::date')} AS "isLapsed"
  FROM memberships m JOIN people p ON p.id = m.person_id JOIN hospitals h ON h.id = m.hospital_id LEFT JOIN departments d ON d.id = m.department_id
  WHERE m.person_id = $1 ORDER BY (m.valid_to IS NULL OR m.valid_to >= $2::date) DESC, m.valid_from DESC, m.id`;

const PRIVILEGES = `
  SELECT s.id, json_build_object('zh', h.name_zh, 'en', h.name_en) AS hospital, s.procedure_code AS "procedureCode", s.procedure_name AS "procedureName", s.level,
    s.valid_from::text AS "validFrom", s.valid_to::text AS "validTo", g.name AS "grantedBy", s.granted_at AS "grantedAt",
    s.withdrawn_at AS "withdrawnAt", w.name AS "withdrawnBy", s.withdraw_reason AS "withdrawReason"
  FROM surgical_privileges s JOIN hospitals h ON h.id = s.hospital_id JOIN people g ON g.id = s.granted_by LEFT JOIN people w ON w.id = s.withdrawn_by
  WHERE s.person_id = $1 ORDER BY s.withdrawn_at IS NOT NULL, s.valid_to DESC, s.id`;

const ACCOUNT = `
  SELECT a.username, ${ACCOUNT_STATE('$2')} AS state, CASE WHEN a.locked_until > $2 THEN a.locked_until END AS "lockedUntil", a.disabled_at AS "disabledAt",
    EXISTS (SELECT FROM authenticators t WHERE t.person_id = a.person_id AND t.confirmed_at IS NOT NULL) AS "oneTimeCode",
    (SELECT count(*)::int FROM sign_ins s WHERE s.person_id = a.person_id AND s.ended_at IS NULL AND s.expires_at > $2) AS "signedInBrowsers",
    (SELECT max(s.created_at) FROM sign_ins s WHERE s.person_id = a.person_id) AS "lastSignInAt",
    (SELECT l.expires_at FROM password_links l WHERE l.person_id = a.person_id AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > $2) AS "linkExpiresAt"
  FROM accounts a WHERE a.person_id = $1`;

/** A person on the wire, with what this administrator may do with them now. */
export async function personView(tx: Transaction, personId: string): Promise<PersonView> {
  const row = await tx.maybeOne<PersonRow>(PERSON, [personId]);
  if (!row) throw notFound();
  const { today, facts } = await houseOf(tx);
  const held = await tx.query<MembershipRow>(MEMBERSHIPS, [personId, today]);
  const privileges = await tx.query<PrivilegeRow>(PRIVILEGES, [personId]);
  const account = await tx.maybeOne<AccountRow>(ACCOUNT, [personId, tx.now]);
  const manages = may(tx.actor, 'people:manage', facts);
  const guards = may(tx.actor, 'accounts:manage', facts);
  const memberships = held.map(({ isLapsed, ...membership }): PersonMembership => {
    const state = membershipState(membership, today, isLapsed);
    const isOver = state === 'ENDED' || state === 'CANCELLED';
    const mayEnd = isAdministratorRole(membership.role) ? guards : manages;
    return { ...membership, state, availableActions: mayEnd && !isOver ? ['end'] : [] };
  });
  const shownAccount = account && accountView(account, memberships);
  const isOwn = tx.actor.personId === personId;
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    memberships,
    privileges: privileges.map((privilege) => privilegeView(privilege, today, manages)),
    account: shownAccount ?? null,
    availableActions: [
      ...(manages ? peopleActions(isOwn) : []),
      ...(guards && !isOwn ? accountActions(shownAccount, row.hospital.isHost) : []),
    ],
  };
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

function accountView(row: AccountRow, memberships: readonly PersonMembership[]): PersonAccount {
  return {
    ...row,
    lockedUntil: iso(row.lockedUntil),
    disabledAt: iso(row.disabledAt),
    lastSignInAt: iso(row.lastSignInAt),
    linkExpiresAt: iso(row.linkExpiresAt),
    oneTimeCodeRequired: needsOneTimeCode(
      memberships.filter(({ state }) => state === 'IN_FORCE').map(({ role }) => role),
    ),
  };
}

function privilegeView({ procedureName, ...row }: PrivilegeRow, today: string, manages: boolean): SurgicalPrivilege {
  const state = privilegeState({ ...row, isWithdrawn: row.withdrawnAt !== null }, today);
  const named = procedureName === '' ? null : { zh: procedureName, en: procedureName };
  return {
    ...row,
    procedure: row.procedureCode === null ? named : (procedureByCode(row.procedureCode)?.name ?? named),
    state,
    grantedAt: row.grantedAt.toISOString(),
    withdrawnAt: iso(row.withdrawnAt),
    availableActions: manages && state !== 'WITHDRAWN' && state !== 'EXPIRED' ? ['withdraw'] : [],
  };
}

const peopleActions = (isOwn: boolean): PersonAction[] =>
  isOwn ? ['edit'] : ['edit', 'add-membership', 'grant-privilege'];

function accountActions(account: PersonAccount | undefined, isOfHost: boolean): PersonAction[] {
  const roles: PersonAction[] = isOfHost ? ['grant-administrator-role'] : [];
  if (!account) return [...roles, 'create-account'];
  if (account.state === 'DISABLED') return [...roles, 'enable-account'];
  return [
    ...roles,
    'issue-link',
    ...(account.state === 'LOCKED' ? (['unlock-account'] as const) : []),
    ...(account.oneTimeCode ? (['reset-code'] as const) : []),
    ...(account.signedInBrowsers > 0 ? (['end-sessions'] as const) : []),
    'disable-account',
  ];
}
