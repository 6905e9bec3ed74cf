import type {
  AgendaItem,
  ClinicalRecord,
  DecisionRecord,
  Direction,
  ProposalRule,
  Quorum,
  SessionMember,
  SessionView,
  Title,
} from '@consilium/contracts';
import { anatomicalBasis, departmentsAskedFor } from '../cases/anatomy.rules.js';
import { rulesInForce } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import type { QuorumDepartment } from './quorum.rules.js';

/** A decision as stored. */
export interface DecisionRow extends Omit<DecisionRecord, 'facts'> {
  facts: DecisionRecord['facts'] | null;
  version: number;
  state: 'DRAFT' | 'PENDING' | 'SIGNED';
  quorum: Quorum | null;
  signedBy: string | null;
  signedAt: string | null;
  contentHash: string | null;
}

export interface MemberRow extends SessionMember {
  title: Title;
  /** Departments the person belongs to, that of the session first. */
  departmentIds: string[];
}

export interface ItemRow extends Omit<AgendaItem, 'quorum' | 'decision' | 'availableActions'> {
  ownerId: string;
  ownerName: string;
  ownerDepartmentIds: string[];
  hasPathology: boolean;
  involvedDepartmentIds: string[];
  requiredDepartments: QuorumDepartment[];
  /** Empty where the reader has no sight of the case. */
  structures: ClinicalRecord['structures'];
  /** Direction recorded so far, on which the quorum depends, and the quorum the discussion was concluded with. */
  direction: Direction | null;
  heldQuorum: Quorum | null;
  /** Null also where the reader has no sight of the case. */
  decision: DecisionRow | null;
}

export interface SessionRow extends Omit<
  SessionView,
  'startsAt' | 'endsAt' | 'members' | 'agenda' | 'plannedMinutes' | 'availableActions'
> {
  hospitalId: string;
  startsAt: Date;
  endsAt: Date;
  members: MemberRow[];
  agenda: ItemRow[];
  /** Departments of the hospital by code, for the rule of the quorum. */
  departmentCodes: { departmentId: string; code: string }[];
}

const name = (alias: string) => `json_build_object('zh', ${alias}.name_zh, 'en', ${alias}.name_en)`;
const inForce = (alias: string) =>
  `${alias}.department_id IS NOT NULL AND ${alias}.valid_from <= $2::date AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= $2::date)`;

const MEMBERS = `
  SELECT json_agg(json_build_object('personId', p.id, 'name', p.name, 'title', p.title, 'role', m.role, 'departmentId', m.department_id,
      'department', CASE WHEN d.id IS NULL THEN NULL ELSE ${name('d')} END, 'hospitalId', h.id, 'hospital', ${name('h')},
      'attendance', CASE WHEN m.arrived_at IS NULL THEN NULL ELSE json_build_object('mode', m.attendance_mode, 'arrivedAt', m.arrived_at) END,
      'departmentIds', coalesce((SELECT json_agg(o.department_id ORDER BY o.department_id = m.department_id DESC, o.department_id)
        FROM (SELECT DISTINCT g.department_id FROM memberships g WHERE g.person_id = p.id AND ${inForce('g')}) o), '[]'))
    ORDER BY array_position(ARRAY['CHAIR', 'RECORDER', 'MEMBER', 'EXPERT'], m.role), h.is_host DESC, p.name_en)
  FROM session_members m JOIN people p ON p.id = m.person_id JOIN hospitals h ON h.id = m.hospital_id LEFT JOIN departments d ON d.id = m.department_id
  WHERE m.session_id = s.id`;

const DECISION = `
  SELECT json_build_object('version', e.version, 'state', e.state, 'direction', e.direction, 'summary', e.summary, 'stances', e.stances,
      'recommendations', e.recommendations, 'patientPreferenceConsidered', e.patient_preference_considered,
      'consensusOverride', e.consensus_override, 'facts', e.facts, 'quorum', e.quorum, 'signedBy', w.name, 'signedAt', e.signed_at, 'contentHash', e.content_hash)
  FROM decisions e LEFT JOIN people w ON w.id = e.signed_by WHERE e.agenda_item_id = i.id`;

// Everybody who may see the session sees the lines of its agenda; the words of a case (r, c, its decision) only who has sight of it.
const AGENDA = `
  SELECT json_agg(json_build_object('id', i.id, 'version', i.version, 'ordinal', i.ordinal, 'minutes', i.minutes, 'state', i.state,
      'caseNo', i.case_no, 'maskedName', i.masked_name, 'sex', i.sex, 'ageYears', i.age_years, 'diagnosis', coalesce(c.diagnosis, ''), 'risk', i.risk,
      'questions', coalesce(r.questions, '{}'), 'ownerId', w.id, 'ownerName', w.name, 'hasPathology', i.has_pathology,
      'ownerDepartmentIds', coalesce((SELECT json_agg(DISTINCT g.department_id) FROM memberships g WHERE g.person_id = w.id AND ${inForce('g')}
          AND (i.owner_department_id IS NULL OR g.department_id = i.owner_department_id)), '[]'),
      'involvedDepartmentIds', coalesce((SELECT json_agg(DISTINCT p.department_id) FROM participations p JOIN discussion_rounds a ON a.id = p.round_id
          WHERE a.case_id = i.case_id), '[]'),
      'opinionsGiven', i.opinions_given, 'opinionsOwed', i.opinions_owed,
      'requiredDepartments', coalesce((SELECT json_agg(json_build_object('departmentId', d.id, 'code', d.code, 'kind', d.kind, 'name', ${name('d')}, 'anatomy', NULL) ORDER BY d.code)
          FROM departments d WHERE d.id = ANY (i.required_departments)), '[]'),
      'sharedWith', coalesce((SELECT json_agg(json_build_object('hospitalId', h.id, 'name', ${name('h')}, 'pxCode', x ->> 'pxCode',
            'opinionGiven', x -> 'opinionGiven') ORDER BY h.name_en)
          FROM jsonb_array_elements(i.shared_with) x JOIN hospitals h ON h.id = (x ->> 'hospitalId')::uuid), '[]'),
      'structures', coalesce(c.structures, '[]'), 'direction', i.direction, 'heldQuorum', i.quorum, 'decision', (${DECISION})) ORDER BY i.ordinal)
  FROM agenda_lines i JOIN people w ON w.id = i.owner_id LEFT JOIN cases c ON c.id = i.case_id LEFT JOIN discussion_rounds r ON r.id = i.round_id
  WHERE i.session_id = s.id`;

const SESSION = `
  SELECT s.id, s.version, s.title, s.kind, s.state, s.hospital_id AS "hospitalId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
    json_build_object('id', r.id, 'name', ${name('r')}, 'campus', ${name('c')}) AS room, s.video_url AS "videoUrl",
    s.cancel_reason AS "cancelReason", s.chair_id AS "chairId", s.recorder_id AS "recorderId",
    coalesce((SELECT json_agg(json_build_object('hospitalId', h.id, 'name', ${name('h')},
        'shortName', json_build_object('zh', h.short_name_zh, 'en', h.short_name_en)) ORDER BY h.name_en)
      FROM session_hospitals l JOIN hospitals h ON h.id = l.hospital_id WHERE l.session_id = s.id), '[]') AS "linkedHospitals",
    coalesce((${MEMBERS}), '[]') AS members,
    coalesce((${AGENDA}), '[]') AS agenda,
    coalesce((SELECT json_agg(json_build_object('departmentId', d.id, 'code', d.code)) FROM departments d WHERE d.hospital_id = s.hospital_id), '[]') AS "departmentCodes"
  FROM consult_sessions s JOIN rooms r ON r.id = s.room_id JOIN campuses c ON c.id = r.campus_id
  WHERE s.id = $1`;

/** A session with its members and agenda, in one statement. */
export async function sessionRow(tx: Transaction, sessionId: string): Promise<SessionRow> {
  const row = await tx.maybeOne<SessionRow>(SESSION, [sessionId, tx.now]);
  if (!row) throw notFound();
  const { rules } = await rulesInForce(tx, row.hospitalId);
  return { ...row, agenda: row.agenda.map((item) => withAnatomy(item, rules)) };
}

/** Each required department with the structures of the case that ask for it. */
function withAnatomy(item: ItemRow, rules: readonly ProposalRule[]): ItemRow {
  const needs = departmentsAskedFor(item.structures, rules);
  return {
    ...item,
    requiredDepartments: item.requiredDepartments.map((department) => {
      const need = needs.find(({ departmentCode }) => departmentCode === department.code);
      return { ...department, anatomy: need ? anatomicalBasis(need.structures, item.structures) : null };
    }),
  };
}
