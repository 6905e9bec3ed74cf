/** A resource of FHIR R4 (4.0.1). What it holds is checked against the definitions of the standard in a test. */
export interface FhirResource {
  resourceType: string;
  id: string;
  [element: string]: unknown;
}

export interface Reference {
  reference: string;
  display?: string;
}

/** What every mapping needs: the case's resources name one another by ids made of the case number, which says nothing of the patient. */
export interface FhirNames {
  /** Where systems of this house are named, with a slash at its end. */
  base: string;
  patient: Reference;
  condition: Reference;
  episode: Reference;
  host: Reference;
  owner: Reference;
  /** Id within this bundle: `P26-0187-ecog`. */
  id: (name: string) => string;
  /** The person as a Practitioner of the bundle. */
  person: (name: string) => Reference;
}

export const referenceTo = ({ resourceType, id }: FhirResource, display?: string): Reference => ({
  reference: `${resourceType}/${id}`,
  ...(display !== undefined && display !== '' && { display }),
});

/** Words, with a code where one is known. */
export const concept = (
  text: string,
  ...coding: readonly { system: string; code: string; display?: string; version?: string }[]
): Record<string, unknown> => ({
  ...(coding.length > 0 && { coding }),
  text,
});

export const LOINC = 'http://loinc.org';

/** Parts of a resource that say something: an empty text or list is not sent. */
export const said = (parts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parts).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
