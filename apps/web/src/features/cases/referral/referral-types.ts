import {
  proposalRequest,
  type caseEndpoints,
  type ParticipationReason,
  type ProposalRequest,
  type ProposedDepartment,
  type RequestOf,
  type Requirement,
} from '@consilium/contracts';

export type { ParticipationReason, ProposedDepartment, Requirement };

type ReferralBody = RequestOf<typeof caseEndpoints.refer>['body'];
export type DepartmentChoice = ReferralBody['departments'][number];

/** What a half-filled form holds: every field may be missing, and antd leaves null where something was cleared. */
type Unfinished<T> = T extends (infer One)[]
  ? Unfinished<One>[]
  : T extends object
    ? { [K in keyof T]?: Unfinished<T[K]> | null }
    : T;

export type ReferralValues = Unfinished<Omit<ReferralBody, 'departments'>>;
/** All of the form but the block that says who the patient is. */
export type ReferralWithoutIdentity = Omit<ReferralValues, 'patient'>;

export const emptyReferral: ReferralValues = {
  patient: {},
  clinical: {
    recurrenceNumber: 0,
    comorbidities: [],
    structures: [],
    priorTreatments: [],
    imaging: [{}],
    pathology: [],
    questions: [''],
  },
  urgency: 'ROUTINE',
};

/** Cleared fields as the contract knows them: left out. */
export function withoutCleared<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one) => withoutCleared<unknown>(one)) as T;
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutCleared<unknown>(one)])) as T;
}

/** What the rules need to propose departments, or null while too little is known. */
export function proposalRequestOf(values: ReferralValues): ProposalRequest | null {
  const { clinical, patient } = values;
  const structures = (clinical?.structures ?? []).filter((one) => one.code && one.involvement);
  const parsed = proposalRequest.safeParse(
    withoutCleared({
      tumourType: clinical?.tumourType,
      presentation: clinical?.presentation,
      recurrenceNumber: clinical?.recurrenceNumber,
      structures,
      comorbidities: clinical?.comorbidities,
      birthDate: patient?.birthDate,
      priorTreatmentKinds: (clinical?.priorTreatments ?? []).flatMap((one) => (one.kind ? [one.kind] : [])),
      // Too long a text is refused when the case is referred; it is no reason to stop proposing meanwhile.
      questions: (clinical?.questions ?? []).filter((one) => one.trim() !== '').map((one) => one.slice(0, 300)),
      summary: (clinical?.summary ?? '').slice(0, 4000),
      diagnosis: (clinical?.diagnosis ?? '').slice(0, 300),
    }),
  );
  return parsed.success ? parsed.data : null;
}
