import type { ExportedCase } from './exported-case.rules.js';
import { said, type FhirResource } from './fhir-resource.rules.js';

/** Resident identity card of China, by its object identifier. */
const IDENTITY_CARD = 'urn:oid:2.16.156.10011.1.3';
const IDENTIFIER_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203';
const GENDERS = { FEMALE: 'female', MALE: 'male' } as const;

/**
 * The patient: by the case number, sex and province alone, or with name and numbers in an identified copy. The birth date identifies, so the
 * copy without identity has none (GB/T 39725-2020, level 2).
 */
export function patientResource(
  { caseNo, patient, identity }: ExportedCase,
  { base, id }: { base: string; id: string },
): FhirResource {
  const identifiers = [
    { system: `${base}NamingSystem/case-number`, value: caseNo },
    ...(identity === null
      ? []
      : [
          {
            type: { coding: [{ system: IDENTIFIER_TYPE, code: 'NI' }] },
            system: IDENTITY_CARD,
            value: identity.identityNo,
          },
          ...(identity.recordNo === ''
            ? []
            : [
                {
                  type: { coding: [{ system: IDENTIFIER_TYPE, code: 'MR' }] },
                  system: `${base}NamingSystem/record-number`,
                  value: identity.recordNo,
                },
              ]),
        ]),
  ];
  return {
    resourceType: 'Patient',
    id,
    identifier: identifiers,
    ...(identity !== null && {
      name: [{ text: identity.name }],
      telecom: [{ system: 'phone', value: identity.phone }],
      birthDate: identity.birthDate,
    }),
    gender: GENDERS[patient.sex],
    address: [{ state: patient.province, country: 'CN' }],
  };
}

export const hospitalResource = (
  { hospital }: ExportedCase,
  { base, id }: { base: string; id: string },
): FhirResource => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: `${base}NamingSystem/hospital`, value: hospital.code }],
  name: hospital.name.zh,
  ...(hospital.name.en !== '' && { alias: [hospital.name.en] }),
});

export const practitionerResource = (name: string, id: string): FhirResource => ({
  resourceType: 'Practitioner',
  id,
  ...said({ name: [{ text: name }] }),
});
