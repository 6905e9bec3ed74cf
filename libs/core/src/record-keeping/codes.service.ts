import { Injectable } from '@nestjs/common';
import { analytes, icd10, icdo3, stagingSystems } from '@consilium/catalog';
import type { AnswerOf, InputOf, recordEndpoints } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { deriveStage } from '../clinical-record/staging.rules.js';
import { foundCodes } from './codes.rules.js';

const lists = { icd10, icdo3, analytes };

/** The code lists and staging systems that ship with the product. Nothing of a case is in them. */
@Injectable()
export class CodesService {
  codes(
    actor: Actor,
    list: keyof typeof lists,
    { q }: InputOf<typeof recordEndpoints.codes>['query'],
  ): AnswerOf<typeof recordEndpoints.codes> {
    authorise(actor, 'directory:read', { hospitalId: actor.hospitalId });
    return { items: foundCodes<(typeof lists)[typeof list]['items'][number]>(lists[list].items, q) };
  }

  stagings(actor: Actor): AnswerOf<typeof recordEndpoints.stagings> {
    authorise(actor, 'directory:read', { hospitalId: actor.hospitalId });
    return { items: [...stagingSystems] };
  }

  /** Null where the components do not say enough, or where the system has no groups. */
  stageGroup(
    actor: Actor,
    { system, components }: InputOf<typeof recordEndpoints.deriveStage>['body'],
  ): AnswerOf<typeof recordEndpoints.deriveStage> {
    authorise(actor, 'directory:read', { hospitalId: actor.hospitalId });
    const basis = stagingSystems.find((known) => known.system === system)?.source ?? '';
    return { group: deriveStage(system, components), basis };
  }
}
