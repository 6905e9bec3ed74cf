import { Controller } from '@nestjs/common';
import { patientEndpoints, type InputOf } from '@consilium/contracts';
import { PatientMatchService, PatientMergeService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class PatientsController {
  constructor(
    private readonly matching: PatientMatchService,
    private readonly merging: PatientMergeService,
  ) {}

  @Endpoint(patientEndpoints.match)
  match(@Input() { body }: InputOf<typeof patientEndpoints.match>, @CurrentActor() actor: Actor) {
    return this.matching.match(actor, body);
  }

  @Endpoint(patientEndpoints.compare)
  compare(@Input() { body }: InputOf<typeof patientEndpoints.compare>, @CurrentActor() actor: Actor) {
    return this.merging.compare(actor, body);
  }

  @Endpoint(patientEndpoints.merge)
  merge(@Input() { body }: InputOf<typeof patientEndpoints.merge>, @CurrentActor() actor: Actor) {
    return this.merging.merge(actor, body);
  }

  @Endpoint(patientEndpoints.merges)
  merges(@Input() { query }: InputOf<typeof patientEndpoints.merges>, @CurrentActor() actor: Actor) {
    return this.merging.list(actor, query);
  }

  @Endpoint(patientEndpoints.undoMerge)
  undoMerge(@Input() { params, body }: InputOf<typeof patientEndpoints.undoMerge>, @CurrentActor() actor: Actor) {
    return this.merging.undo(actor, params.id, body);
  }
}
