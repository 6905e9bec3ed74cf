import type { ExportedCase } from './exported-case.rules.js';
import { decisionResources, episodeResource, opinionResources, referralResource } from './fhir-board.rules.js';
import { observationResources } from './fhir-findings.rules.js';
import { conditionResource, reportResources, treatmentResources } from './fhir-history.rules.js';
import { hospitalResource, patientResource, practitionerResource } from './fhir-people.rules.js';
import { referenceTo, type FhirNames, type FhirResource } from './fhir-resource.rules.js';

export interface FhirBundle {
  resourceType: 'Bundle';
  type: 'collection';
  timestamp: string;
  identifier: { system: string; value: string };
  entry: { fullUrl: string; resource: FhirResource }[];
}

/**
 * A case as a collection of FHIR R4 resources, by the table of domain 4.1. Every reference leads to a resource of the bundle, and the ids are
 * made of the case number, so that two copies of a case say the same under the same names.
 */
export function bundleOf(exported: ExportedCase, { base, at }: { base: string; at: string }): FhirBundle {
  const id = (name: string) => `${exported.caseNo}-${name}`;
  const people = new Map<string, FhirResource>();
  const person = (name: string) => {
    const known = people.get(name) ?? practitionerResource(name, id(`person-${people.size + 1}`));
    people.set(name, known);
    return referenceTo(known, name);
  };
  const patient = patientResource(exported, { base, id: id('patient') });
  const host = hospitalResource(exported, { base, id: id('hospital') });
  const names: FhirNames = {
    base,
    id,
    person,
    patient: referenceTo(patient),
    host: referenceTo(host, exported.hospital.name.zh),
    condition: { reference: `Condition/${id('diagnosis')}` },
    episode: { reference: `EpisodeOfCare/${id('episode')}` },
    owner: person(exported.owner.name),
  };
  const clinical = [
    episodeResource(names, exported),
    conditionResource(names, exported),
    referralResource(names, exported),
    ...observationResources(names, exported),
    ...treatmentResources(names, exported),
    ...reportResources(names, exported),
    ...opinionResources(names, exported),
    ...decisionResources(names, exported),
  ];
  const resources = [patient, host, ...people.values(), ...clinical];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: at,
    identifier: { system: `${base}NamingSystem/case-copy`, value: `${exported.caseNo}/${at}` },
    entry: resources.map((resource) => ({
      fullUrl: `${base}${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}
