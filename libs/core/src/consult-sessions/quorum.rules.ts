import type { AttendanceMode, Bilingual, Direction, Quorum, Title } from '@consilium/contracts';

/** Someone who is there, in the room, by video, or in another's place. */
export interface Attendee {
  personId: string;
  name: string;
  title: Title;
  hospitalId: string;
  departmentIds: readonly string[];
  mode: AttendanceMode;
}

export interface QuorumDepartment {
  departmentId: string;
  code: string;
  /** Kind in the catalogue of departments. */
  kind: string;
  name: Bilingual;
  /** Why anatomy asks for it: the structures of the case; null where no structure does or the reader may not know. */
  anatomy: Bilingual | null;
}

/** What the rule needs to know of one case and of who is there. */
export interface QuorumCase {
  chairId: string;
  hostHospitalId: string;
  owner: { personId: string; name: string; departmentIds: readonly string[] };
  /** Whether the record holds a pathology report or tissue was examined. */
  hasPathology: boolean;
  requiredDepartments: readonly QuorumDepartment[];
  /** Departments of the host hospital that are imaging, pathology and anaesthesia. */
  imagingIds: readonly string[];
  pathologyIds: readonly string[];
  anaesthesiaIds: readonly string[];
  /** The direction in the record so far; null where nothing is recorded. */
  direction: Direction | null;
  sharedWith: readonly { hospitalId: string; name: Bilingual }[];
}

/** At least this many disciplines take part in a discussion. */
export const DISCIPLINES = 3;
/** At least this many doctors of attending grade or above. */
export const ATTENDINGS = 2;

const SENIOR: readonly Title[] = ['CHIEF', 'ASSOCIATE_CHIEF'];
const ATTENDING: readonly Title[] = [...SENIOR, 'ATTENDING'];

/** Departments by what they do at the table, by their code in the catalogue. */
export const imagingCodes = ['diagnostic-radiology'] as const;
export const pathologyCodes = ['pathology'] as const;
export const anaesthesiaCodes = ['anesthesiology'] as const;
/** Departments that operate although the catalogue counts them to another kind. */
export const operativeCodes: readonly string[] = [
  'gynecology',
  'gynecologic-oncology',
  'obstetrics-gynecology',
  'bone-soft-tissue-oncology',
];

/** Whether a department may own a stage of an operation. */
export const isOperative = (department: Pick<QuorumDepartment, 'code' | 'kind'>): boolean =>
  department.kind === 'surgical' || operativeCodes.includes(department.code);

const DEFAULT: Bilingual = { zh: '默认：诊治中心会议规则', en: 'Default: rules of the centre' };
const FLOOR: Bilingual = {
  zh: '法规：多学科诊疗须由主治医师以上人员参加',
  en: 'Rule: consults are held by attending physicians or above',
};
const TELEMEDICINE: Bilingual = {
  zh: '法规：《远程医疗服务管理规范（试行）》，受邀方至少一名医师',
  en: 'Rule: telemedicine service standard (2018), at least one doctor of the invited hospital',
};

/** Someone in another's place counts only from attending grade on. */
const counts = (attendee: Attendee) => attendee.mode !== 'PROXY' || ATTENDING.includes(attendee.title);
const namesOf = (people: readonly Attendee[]) =>
  people.length === 0 ? null : people.map(({ name }) => name).join('、');

/**
 * Who of those the rule asks for is there. Basis: the centre's default of who makes a discussion of a complex tumour valid — chair, the
 * presenter of the case, imaging, pathology where tissue exists, each required department that may operate (with the structures of the case that ask for it), anaesthesia for a surgical
 * question, three disciplines, two attendings — and, for shared cases, an expert of each hospital (telemedicine service standard).
 */
export function quorumOf(facts: QuorumCase, present: readonly Attendee[]): Quorum {
  const here = present.filter(counts);
  const hosts = here.filter(({ hospitalId }) => hospitalId === facts.hostHospitalId);
  const of = (departmentIds: readonly string[]) =>
    hosts.filter((attendee) => attendee.departmentIds.some((id) => departmentIds.includes(id)));
  const line = (key: string, label: Bilingual, people: readonly Attendee[], basis: Bilingual = DEFAULT) => ({
    key,
    label,
    met: people.length > 0,
    by: namesOf(people),
    basis,
  });

  const operative = facts.requiredDepartments.filter(isOperative);
  const isSurgical = operative.length > 0 || facts.direction === 'SURGERY' || facts.direction === 'NEOADJUVANT';
  const chair = hosts.filter(({ personId, mode }) => personId === facts.chairId && mode !== 'PROXY');
  const owner = hosts.filter(({ personId }) => personId === facts.owner.personId);
  const presenter = owner.length > 0 ? owner : of(facts.owner.departmentIds);
  const disciplines = new Set(hosts.flatMap(({ departmentIds }) => departmentIds.slice(0, 1)));
  const attendings = here.filter(({ title }) => ATTENDING.includes(title));

  const lines = [
    line('chair', { zh: '主持人', en: 'Chair' }, chair),
    line('presenter', { zh: '病例汇报人', en: 'Case presenter' }, presenter),
    line('imaging', { zh: '影像', en: 'Imaging' }, of(facts.imagingIds)),
    ...(facts.hasPathology ? [line('pathology', { zh: '病理', en: 'Pathology' }, of(facts.pathologyIds))] : []),
    ...operative.map((department) =>
      line(
        `department:${department.departmentId}`,
        department.name,
        of([department.departmentId]),
        department.anatomy ?? DEFAULT,
      ),
    ),
    ...(isSurgical ? [line('anaesthesia', { zh: '麻醉', en: 'Anaesthesia' }, of(facts.anaesthesiaIds))] : []),
    {
      key: 'disciplines',
      label: { zh: `${DISCIPLINES} 个以上学科`, en: `${DISCIPLINES} disciplines` },
      met: disciplines.size >= DISCIPLINES,
      by: `${disciplines.size}/${DISCIPLINES}`,
      basis: DEFAULT,
    },
    {
      key: 'attendings',
      label: { zh: `${ATTENDINGS} 名以上主治及以上医师`, en: `${ATTENDINGS} attending physicians` },
      met: attendings.length >= ATTENDINGS,
      by: `${Math.min(attendings.length, ATTENDINGS)}/${ATTENDINGS}`,
      basis: FLOOR,
    },
    ...facts.sharedWith.map(({ hospitalId, name }) =>
      line(
        `hospital:${hospitalId}`,
        name,
        here.filter((attendee) => attendee.hospitalId === hospitalId && ATTENDING.includes(attendee.title)),
        TELEMEDICINE,
      ),
    ),
  ];
  return { met: lines.every(({ met }) => met), lines };
}

/** The same quorum for who sees that a case is discussed, not what of: without the structures that ask for a department. */
export const withoutAnatomy = (quorum: Quorum): Quorum => ({
  ...quorum,
  lines: quorum.lines.map((line) => (line.key.startsWith('department:') ? { ...line, basis: DEFAULT } : line)),
});

/** Labels of what is missing, in both languages, for the refusal. */
export function missingOf(quorum: Quorum): Bilingual {
  const missing = quorum.lines.filter(({ met }) => !met);
  return {
    zh: missing.map(({ label }) => label.zh).join('、'),
    en: missing.map(({ label }) => label.en).join(', '),
  };
}

/** Chairing needs associate chief grade or above (domain: chair, 副高以上). */
export const mayChair = (title: Title): boolean => SENIOR.includes(title);
