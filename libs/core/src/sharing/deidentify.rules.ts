import type { Bilingual, ClinicalRecord, DeidentifiedCase } from '@consilium/contracts';
import { daysBetween } from '../clock/campus-time.rules.js';
import { ageBand } from './age-band.rules.js';
import { SOME_HOSPITAL } from './deidentify-places.rules.js';
import { deidentifyText, type TextSecrets } from './deidentify-text.rules.js';

export { ageBand } from './age-band.rules.js';

/** Clinical content as the host holds it. */
export type IdentifiableRecord = Omit<ClinicalRecord, 'icd10Code' | PartOfScope> & {
  ageYears: number;
} & { [Part in PartOfScope]: ClinicalRecord[Part] | null };

/** Parts that a share may leave out; null then. */
type PartOfScope = 'wishes' | 'ecog' | 'comorbidities' | 'priorTreatments' | 'imaging' | 'pathology';

/** What is known of hospitals and of the patient, for removal only. */
export interface KnownNames {
  /** The patient's names and numbers; opened for this purpose and kept nowhere. */
  patient: readonly string[];
  /** The patient's family name. */
  surname?: string;
  /** Every name of the host. */
  host: readonly string[];
  /** Names of other hospitals that work with the host; of one hospital, all its names together. */
  others: readonly (readonly string[])[];
  /** Hospitals that treated the patient before, in order, also where the treatments are not shared; known by no other name perhaps. */
  treating?: readonly string[];
}

export type DeidentifiedRecord = Pick<
  DeidentifiedCase,
  | 'ageBand'
  | 'tumourType'
  | 'diagnosis'
  | 'presentation'
  | 'recurrenceNumber'
  | 'summary'
  | 'wishes'
  | 'ecog'
  | 'comorbidities'
  | 'priorTreatments'
  | 'imaging'
  | 'pathology'
  | 'questions'
> & { structures: ClinicalRecord['structures'] };

/** What the inviting hospital is called in a shared case. */
export const INVITING_HOSPITAL = '邀请方医院';
/** A, B, … Z, AA, AB, …: letters of hospitals in the order in which they appear. */
export function hospitalLetter(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : hospitalLetter(Math.floor(index / 26) - 1) + letter;
}

/** What is written where nobody knows or says which hospital it was. */
const NO_NAME =
  /^(?:外院|外地医院|当地医院|本地医院|某医院|其他医院|其它医院|上级医院|下级医院|基层医院|不详|未知|无|local hospital|another hospital|unknown)$/i;

/** Every free text of a record, in reading order. */
function textsOf(record: IdentifiableRecord): string[] {
  return [
    record.diagnosis,
    record.summary,
    record.wishes ?? '',
    ...(record.comorbidities ?? []),
    ...(record.priorTreatments ?? []).map(({ text }) => text),
    ...(record.imaging ?? []).flatMap(({ modality, finding }) => [modality, finding]),
    ...(record.pathology ?? []).flatMap(({ text, markers }) => [text, ...markers]),
    ...record.questions,
  ];
}

/**
 * What stands for each hospital's names: the host is the inviting hospital; the others are 外院 A, 外院 B… in the order in which the prior
 * treatments name them, then in the order in which the texts do.
 */
export function hospitalLabels(record: IdentifiableRecord, known: KnownNames): Map<string, string> {
  const labels = new Map<string, string>();
  for (const name of known.host) if (name.trim() !== '') labels.set(name, INVITING_HOSPITAL);
  let next = 0;
  const give = (names: readonly string[]) => {
    const label = `外院 ${hospitalLetter(next)}`;
    next += 1;
    for (const name of names) if (name.trim() !== '') labels.set(name, label);
  };
  const othersOf = (name: string) => known.others.find((names) => names.includes(name));
  const treating = [
    ...(record.priorTreatments ?? []).map(({ hospitalName }) => hospitalName),
    ...(known.treating ?? []),
  ];
  for (const hospitalName of treating) {
    const name = hospitalName.trim();
    if (name !== '' && !NO_NAME.test(name) && !labels.has(name)) give([name, ...(othersOf(name) ?? [])]);
  }
  const texts = textsOf(record);
  const firstAt = (names: readonly string[]) =>
    Math.min(
      ...texts.map((text, index) => {
        const at = Math.min(
          ...names
            .map((name) => (name === '' ? -1 : text.indexOf(name)))
            .map((found) => (found < 0 ? Infinity : found)),
        );
        return index * 100_000 + at;
      }),
    );
  const remaining = known.others
    .filter((names) => !names.some((name) => labels.has(name)))
    .map((names) => ({ names, at: firstAt(names) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  for (const { names } of remaining) give(names);
  return labels;
}

/** The words that remove what identifies from any text that goes with a case. */
export function secretsOf(record: IdentifiableRecord, known: KnownNames, sessionDay: string): TextSecrets {
  return {
    sessionDay,
    patient: known.patient,
    ...(known.surname !== undefined && { surname: known.surname }),
    hospitals: hospitalLabels(record, known),
  };
}

/**
 * A record as another hospital may see it: age in a band of five years, days counted from the session (−5 is five days before), hospitals as
 * letters, free text without names, numbers and dates. Basis: de-identified share between hospitals (GB/T 39725-2020; remote consults need
 * the patient's consent besides). `sessionDay` is the day of the session at the campus, YYYY-MM-DD.
 */
export function deidentify(record: IdentifiableRecord, known: KnownNames, sessionDay: string): DeidentifiedRecord {
  const secrets = secretsOf(record, known, sessionDay);
  const clean = (text: string) => deidentifyText(text, secrets);
  const day = (date: string) => daysBetween(sessionDay, date);
  const hospital = (name: string) => secrets.hospitals.get(name.trim()) ?? SOME_HOSPITAL;
  return {
    ageBand: ageBand(record.ageYears),
    tumourType: record.tumourType,
    diagnosis: clean(record.diagnosis),
    presentation: record.presentation,
    recurrenceNumber: record.recurrenceNumber,
    summary: clean(record.summary),
    wishes: record.wishes === null ? null : clean(record.wishes),
    ecog: record.ecog,
    comorbidities: record.comorbidities?.map(clean) ?? null,
    structures: record.structures,
    priorTreatments:
      record.priorTreatments?.map((one) => ({
        kind: one.kind,
        day: day(one.happenedOn),
        hospital: hospital(one.hospitalName),
        text: clean(one.text),
      })) ?? null,
    imaging:
      record.imaging?.map((one) => ({
        modality: clean(one.modality),
        day: day(one.examinedOn),
        finding: clean(one.finding),
      })) ?? null,
    pathology:
      record.pathology?.map((one) => ({
        day: one.reportedOn === null ? null : day(one.reportedOn),
        text: clean(one.text),
        markers: one.markers.map(clean),
      })) ?? null,
    questions: record.questions.map(clean),
  };
}

/** Names of one hospital as they may be written: full and in both languages; a short name only with the word that makes it a hospital. */
export function namesOfHospital(name: Bilingual, shortName: Bilingual): string[] {
  return [name.zh, name.en, `${shortName.zh}医院`, `${shortName.zh}肿瘤医院`, `${shortName.en} Hospital`].filter(
    (one) => one.trim().length > 1,
  );
}
