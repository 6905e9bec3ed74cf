import { asaClasses, stagePrefixes, stagingSystems, type RecordContents } from '@consilium/contracts';
import type { ExportedCase } from './exported-case.rules.js';
import { concept, LOINC, said, type FhirNames, type FhirResource } from './fhir-resource.rules.js';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
/** LOINC for a stage group, by how it was found; the last is for what says neither. */
const STAGE_GROUP = { clinical: '21908-9', pathological: '21902-2', other: '21914-7' } as const;
/** LOINC 89247-1: ECOG performance status score, as mCODE names it. */
const ECOG = '89247-1';

const category = (code: 'exam' | 'laboratory') => [{ coding: [{ system: CATEGORY, code }] }];

function observation(
  names: FhirNames,
  name: string,
  parts: { code: Record<string, unknown>; effectiveDateTime: string; [element: string]: unknown },
): FhirResource {
  return {
    resourceType: 'Observation',
    id: names.id(name),
    status: 'final',
    subject: names.patient,
    ...said(parts),
  };
}

type Staging = RecordContents['staging']['entries'][number];

function stageObservation(names: FhirNames, staging: Staging, place: number): FhirResource {
  const { system, edition, prefix, components, derivedGroup, override, text, assessedOn, assessor } = staging;
  const group = override?.group ?? derivedGroup ?? text;
  const found = prefix.endsWith('p') ? 'pathological' : prefix.endsWith('c') ? 'clinical' : 'other';
  const spelt = Object.entries(components)
    .map(([, value]) => value)
    .join('');
  return observation(names, `stage-${place + 1}`, {
    code: concept(`分期 ${stagingSystems.labels[system].zh}`, { system: LOINC, code: STAGE_GROUP[found] }),
    effectiveDateTime: assessedOn,
    focus: [names.condition],
    valueCodeableConcept: concept(`${prefix}${spelt}${group === '' ? '' : ` ${group}`}`.trim()),
    method: concept([stagingSystems.labels[system].en, edition, stagePrefixes.labels[prefix].en].join(' ').trim()),
    performer: assessor === '' ? [] : [names.person(assessor)],
    component: Object.entries(components).map(([key, value]) => ({
      code: concept(key),
      valueCodeableConcept: concept(value),
    })),
    note: override === null ? [] : [{ text: override.reason }],
  });
}

function statusObservations(names: FhirNames, { status }: ExportedCase['record']): FhirResource[] {
  if (status === null) return [];
  const { ecog, asa, asaEmergency, nrs2002, heightCm, weightKg, comorbidities } = status.content;
  const on = status.observedOn;
  const measured = (name: string, text: string, code: string, value: number | null, unit: string) =>
    value === null
      ? []
      : [
          observation(names, name, {
            code: concept(text, { system: LOINC, code }),
            category: category('exam'),
            effectiveDateTime: on,
            valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
          }),
        ];
  return [
    observation(names, 'ecog', {
      code: concept('ECOG', { system: LOINC, code: ECOG }),
      category: category('exam'),
      effectiveDateTime: on,
      valueInteger: ecog,
    }),
    ...(asa === null
      ? []
      : [
          observation(names, 'asa', {
            code: concept('ASA'),
            effectiveDateTime: on,
            valueCodeableConcept: concept(`${asaClasses.labels[asa].en}${asaEmergency ? 'E' : ''}`),
          }),
        ]),
    ...(nrs2002 === null
      ? []
      : [
          observation(names, 'nrs2002', {
            code: concept('NRS 2002'),
            effectiveDateTime: on,
            valueInteger: nrs2002,
          }),
        ]),
    ...measured('height', '身高', '8302-2', heightCm, 'cm'),
    ...measured('weight', '体重', '29463-7', weightKg, 'kg'),
    ...comorbidities.map((text, place) => comorbidity(names, text, on, place)),
  ];
}

const comorbidity = (names: FhirNames, text: string, recordedDate: string, place: number): FhirResource => ({
  resourceType: 'Condition',
  id: names.id(`comorbidity-${place + 1}`),
  clinicalStatus: ACTIVE,
  subject: names.patient,
  code: concept(text),
  recordedDate,
});

/** A condition that is there, by the code system of the standard. */
export const ACTIVE = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
};

/**
 * What was measured and assessed. Laboratory analytes keep the name the laboratory gave them: a LOINC code would depend on the unit and the
 * method, which are not recorded.
 */
export function observationResources(names: FhirNames, { record }: ExportedCase): FhirResource[] {
  return [
    ...(record.staging?.content.entries ?? []).map((staging, place) => stageObservation(names, staging, place)),
    ...statusObservations(names, record),
    ...(record.laboratory?.content.entries ?? []).map(({ analyte, value, unit, takenOn }, place) =>
      observation(names, `laboratory-${place + 1}`, {
        code: concept(analyte),
        category: category('laboratory'),
        effectiveDateTime: takenOn,
        valueQuantity: { value, ...(unit !== '' && { unit }) },
      }),
    ),
  ];
}
