import {
  demonstrationCaseByKey,
  demonstrationCentre,
  demonstrationPatient,
  type DemonstrationCase,
  type DemonstrationPatient,
} from '@consilium/catalog';
import type { ClinicalRecord, Locale } from '@consilium/contracts';
import { day } from './words.js';

/** Who plays which part in one journey, and what of the case is particular. */
export interface Parts {
  key: string;
  locale: Locale;
  /** Gives the invented patient a name and numbers nobody else has. */
  ordinal: number;
  /** Refers the case, owns it, and leads the operation. */
  surgeon: string;
  hospital: string;
  expert: string;
  /** Writes the department's opinion in the browser. */
  writer: string;
  writesFor: string;
  /** Looks at the board of another department meanwhile. */
  watcher: string;
  dissents: string;
}

const HOST_NAME = '云岭省肿瘤医院';
const OTHER_NAME = '临川市人民医院';

/** A demonstration case on its way through a journey: what is typed into the forms, and what was found out on the way. */
export class ToldCase {
  readonly of: DemonstrationCase;
  readonly patient: DemonstrationPatient;
  readonly clinical: ClinicalRecord;
  caseNo = '';
  sessionId = '';
  itemId = '';
  px = '';
  planId = '';

  constructor(readonly parts: Parts) {
    this.of = demonstrationCaseByKey(parts.key);
    this.patient = demonstrationPatient(parts.ordinal, this.of, day(0));
    this.clinical = this.clinicalRecord();
  }

  /** What may never be found outside the case page's own view of the identity. */
  get secrets(): string[] {
    return [this.patient.name, this.patient.identityNo, this.patient.phone];
  }

  /** The hospitals that treated the patient before, as the referral names them. */
  get formerHospitals(): { host: string; other: string } {
    return { host: HOST_NAME, other: OTHER_NAME };
  }

  /** What a department writes. */
  opinionOf(departmentCode: string): DemonstrationCase['opinions'][number] {
    return (
      this.of.opinions.find((one) => one.departmentCode === departmentCode) ?? {
        departmentCode,
        stance: 'support',
        text: '已阅资料，同意讨论后确定方案，本科室可配合。',
      }
    );
  }

  private clinicalRecord(): ClinicalRecord {
    const { clinical } = this.of;
    // Nothing that was done or seen is dated later than the referral.
    const on = (offset: number) => day(Math.min(offset, -1));
    const names = [HOST_NAME, OTHER_NAME];
    return {
      tumourType: clinical.tumourType,
      diagnosis: clinical.diagnosis.zh,
      icd10Code: clinical.icd10.code,
      presentation: clinical.presentation,
      recurrenceNumber: clinical.recurrenceNumber,
      // People do write names and numbers where they do not belong.
      summary: `${clinical.summary}病史由${this.patient.name}本人提供，电话${this.patient.phone}，身份证${this.patient.identityNo}。`,
      wishes: clinical.wishes.text,
      ecog: clinical.ecog,
      comorbidities: clinical.comorbidities,
      structures: clinical.structures.items,
      priorTreatments: clinical.priorTreatments.map(({ dayOffset, kind, text, hospitalName }, index) => ({
        kind,
        text,
        hospitalName: names[index] ?? hospitalName,
        happenedOn: on(dayOffset),
      })),
      imaging: clinical.imaging.map(({ dayOffset, ...finding }) => ({ ...finding, examinedOn: on(dayOffset) })),
      pathology: clinical.pathology.map(({ dayOffset, ...finding }) => ({
        ...finding,
        reportedOn: dayOffset === null ? null : on(dayOffset),
      })),
      questions: clinical.questions.map(({ zh }) => zh),
    };
  }
}

/** The first person who leads a department. */
export function speakerOf(departmentCode: string): string {
  const found = demonstrationCentre.people.find(({ memberships }) =>
    memberships.some((held) => held.departmentCode === departmentCode && held.role === 'DEPT_LEAD'),
  );
  if (!found) throw new Error(`nobody speaks for ${departmentCode}`);
  return found.account;
}

/** Somebody's name in both languages. */
export function nameOf(account: string): { zh: string; en: string } {
  const found = demonstrationCentre.people.find((one) => one.account === account);
  if (!found) throw new Error(`the demonstration has no ${account}`);
  return found.name;
}
