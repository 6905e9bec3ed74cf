import { resectionMargins, treatmentKinds, type RecordContents, type TreatmentKind } from '@consilium/contracts';
import type { ExportedCase } from './exported-case.rules.js';
import { ACTIVE } from './fhir-findings.rules.js';
import { concept, LOINC, said, type FhirNames, type FhirResource } from './fhir-resource.rules.js';

const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
const ICD_O_3_MORPHOLOGY = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
const CONDITION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
const SERVICE_SECTION = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const MORPHOLOGY = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior';

/** Treatments with a drug; the others are procedures. */
const DRUGS: ReadonlySet<TreatmentKind> = new Set(['CHEMOTHERAPY', 'TARGETED', 'IMMUNOTHERAPY']);

/** The clinical edition of China adds digits after an x, which the code system of the WHO does not have. */
const diagnosisCoding = (base: string, code: string, edition: string) =>
  code === ''
    ? []
    : code.includes('x')
      ? [{ system: `${base}CodeSystem/icd-10-cn-clinical`, code, ...(edition !== '' && { version: edition }) }]
      : [{ system: ICD_10, code }];

/** The tumour, as mCODE's primary cancer condition lays it out, with its morphology beside it. */
export function conditionResource(names: FhirNames, { record, questions: _, ...shown }: ExportedCase): FhirResource {
  const diagnosis = record.diagnosis?.content;
  const morphology = diagnosis?.morphologyCode ?? '';
  return {
    resourceType: 'Condition',
    id: names.id('diagnosis'),
    clinicalStatus:
      (record.presentation?.content.recurrenceNumber ?? 0) > 0
        ? { coding: [{ ...ACTIVE.coding[0], code: 'recurrence' }] }
        : ACTIVE,
    category: [{ coding: [{ system: CONDITION_CATEGORY, code: 'encounter-diagnosis' }] }],
    subject: names.patient,
    recordedDate: record.diagnosis?.observedOn ?? shown.referredAt.slice(0, 10),
    asserter: names.owner,
    ...said({
      code: concept(
        diagnosis?.text ?? '',
        ...diagnosisCoding(names.base, diagnosis?.icd10Code ?? '', diagnosis?.icd10Edition ?? ''),
      ),
      bodySite: diagnosis === undefined || diagnosis.site === '' ? [] : [concept(diagnosis.site)],
      extension:
        morphology === ''
          ? []
          : [
              {
                url: MORPHOLOGY,
                valueCodeableConcept: concept(diagnosis?.morphologyText || morphology, {
                  system: ICD_O_3_MORPHOLOGY,
                  code: morphology,
                }),
              },
            ],
    }),
  };
}

type Treatment = RecordContents['treatments']['entries'][number];

const periodOf = ({ happenedOn, endedOn }: Treatment) => ({
  start: happenedOn,
  ...(endedOn !== null && endedOn >= happenedOn && { end: endedOn }),
});

/** What the treatment's own text does not say. */
const notesOf = ({ hospitalName, organsRemoved, margin, complications, doseGy, note }: Treatment) =>
  [
    hospitalName,
    organsRemoved,
    margin === null ? '' : resectionMargins.labels[margin].zh,
    complications,
    doseGy === null ? '' : `${doseGy} Gy`,
    note,
  ]
    .filter((text) => text !== '')
    .map((text) => ({ text }));

/** Prior treatments: drugs as medication statements, everything else as procedures. */
export function treatmentResources(names: FhirNames, { record }: ExportedCase): FhirResource[] {
  return (record.treatments?.content.entries ?? []).map((treatment, place): FhirResource => {
    const id = names.id(`treatment-${place + 1}`);
    const kind = treatmentKinds.labels[treatment.kind].zh;
    const shared = { status: 'completed', subject: names.patient, ...said({ note: notesOf(treatment) }) };
    if (DRUGS.has(treatment.kind))
      return {
        resourceType: 'MedicationStatement',
        id,
        ...shared,
        category: concept(kind),
        medicationCodeableConcept: concept(treatment.text),
        effectivePeriod: periodOf(treatment),
        reasonReference: [names.condition],
      };
    return {
      resourceType: 'Procedure',
      id,
      ...shared,
      category: concept(kind),
      code: concept(
        treatment.text,
        ...(treatment.procedureCode === ''
          ? []
          : [{ system: `${names.base}CodeSystem/icd-9-cm-3-cn-clinical`, code: treatment.procedureCode }]),
      ),
      performedPeriod: periodOf(treatment),
      reasonReference: [names.condition],
    };
  });
}

const report = (
  names: FhirNames,
  name: string,
  parts: { section: 'RAD' | 'PAT'; loinc: string; text: string; on: string | null; conclusion: string },
): FhirResource => ({
  resourceType: 'DiagnosticReport',
  id: names.id(name),
  status: 'final',
  category: [{ coding: [{ system: SERVICE_SECTION, code: parts.section }] }],
  code: concept(parts.text, { system: LOINC, code: parts.loinc }),
  subject: names.patient,
  ...said({ effectiveDateTime: parts.on, conclusion: parts.conclusion }),
});

/** Imaging (LOINC 18748-4) and pathology (LOINC 11526-1) as reports; a study that the hospital's archive holds also by its DICOM UID. */
export function reportResources(names: FhirNames, { record }: ExportedCase): FhirResource[] {
  const imaging = (record.imaging?.content.entries ?? []).flatMap((entry, place): FhirResource[] => {
    const study: FhirResource[] =
      entry.studyUid === ''
        ? []
        : [
            {
              resourceType: 'ImagingStudy',
              id: names.id(`study-${place + 1}`),
              identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${entry.studyUid}` }],
              status: 'available',
              subject: names.patient,
              started: entry.examinedOn,
              description: entry.modality,
            },
          ];
    const told = report(names, `imaging-${place + 1}`, {
      section: 'RAD',
      loinc: '18748-4',
      text: entry.modality,
      on: entry.examinedOn,
      conclusion: entry.finding,
    });
    return [
      ...study,
      study.length === 0
        ? told
        : { ...told, imagingStudy: study.map(({ id }) => ({ reference: `ImagingStudy/${id}` })) },
    ];
  });
  const pathology = (record.pathology?.content.entries ?? []).map((entry, place) =>
    report(names, `pathology-${place + 1}`, {
      section: 'PAT',
      loinc: '11526-1',
      text: entry.specimen === '' ? '病理' : entry.specimen,
      on: entry.reportedOn,
      conclusion: [entry.text, ...entry.markers, entry.molecular, ...entry.molecularMarkers]
        .filter((text) => text !== '')
        .join('\n'),
    }),
  );
  return [...imaging, ...pathology];
}
