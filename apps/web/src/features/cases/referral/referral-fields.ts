import type { useTexts } from '../locales';
import type { FieldProblem } from '../field-problems';

type Text = Parameters<ReturnType<typeof useTexts>>[0];

/** The fields of the referral in the order of the screen; paths without the places in lists. */
const fields: [path: string, text: Text][] = [
  ['patient.name', 'name'],
  ['patient.identityNo', 'identityNo'],
  ['patient.phone', 'phone'],
  ['patient.sex', 'sex'],
  ['patient.birthDate', 'birthDate'],
  ['patient.province', 'province'],
  ['patient.recordNo', 'recordNo'],
  ['patient', 'blockIdentity'],
  ['clinical.diagnosis', 'diagnosis'],
  ['clinical.tumourType', 'tumourType'],
  ['clinical.presentation', 'presentation'],
  ['clinical.recurrenceNumber', 'recurrenceNumber'],
  ['clinical.icd10Code', 'icd10Code'],
  ['clinical.summary', 'summary'],
  ['clinical.ecog', 'ecog'],
  ['clinical.comorbidities', 'comorbidities'],
  ['clinical.priorTreatments.kind', 'treatmentKind'],
  ['clinical.priorTreatments.happenedOn', 'treatmentDate'],
  ['clinical.priorTreatments.hospitalName', 'treatmentHospital'],
  ['clinical.priorTreatments.text', 'treatmentText'],
  ['clinical.priorTreatments', 'blockTreatments'],
  ['clinical.imaging.modality', 'imagingModality'],
  ['clinical.imaging.examinedOn', 'imagingDate'],
  ['clinical.imaging.finding', 'imagingFinding'],
  ['clinical.imaging', 'blockImaging'],
  ['clinical.pathology.text', 'pathologyText'],
  ['clinical.pathology.markers', 'pathologyMarkers'],
  ['clinical.pathology.reportedOn', 'pathologyDate'],
  ['clinical.pathology', 'blockPathology'],
  ['clinical.questions', 'questions'],
  ['clinical.structures', 'structures'],
  ['clinical.wishes', 'wishes'],
  ['urgency', 'urgency'],
  ['departments', 'departments'],
];

function placeOf(path: FieldProblem['path']): number {
  const words = path.filter((part) => typeof part !== 'number').map(String);
  for (let length = words.length; length > 0; length -= 1) {
    const place = fields.findIndex(([known]) => known === words.slice(0, length).join('.'));
    if (place >= 0) return place;
  }
  return fields.length;
}

/** The name of a field, e.g. 检查日期 2 for the second examination. */
export function nameOfField(path: FieldProblem['path'], t: ReturnType<typeof useTexts>): string {
  const text = fields[placeOf(path)]?.[1];
  const row = path.find((part) => typeof part === 'number');
  const label = text === undefined ? path.join('.') : t(text);
  return typeof row === 'number' ? t('position', { label, number: row + 1 }) : label;
}

/** As the eye meets them, so that the first problem is the topmost field. */
export function inScreenOrder(problems: FieldProblem[]): FieldProblem[] {
  const row = (problem: FieldProblem) => problem.path.find((part) => typeof part === 'number') ?? 0;
  const list = (problem: FieldProblem) => problem.path.slice(0, 2).join('.');
  return [...problems].sort((a, b) =>
    list(a) === list(b) ? row(a) - row(b) || placeOf(a.path) - placeOf(b.path) : placeOf(a.path) - placeOf(b.path),
  );
}
