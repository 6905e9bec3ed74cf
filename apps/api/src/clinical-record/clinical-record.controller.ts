import { Controller } from '@nestjs/common';
import { recordEndpoints, type InputOf } from '@consilium/contracts';
import { CodesService, RecordReadingService, RecordWritingService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class ClinicalRecordController {
  constructor(
    private readonly reading: RecordReadingService,
    private readonly writing: RecordWritingService,
    private readonly catalogue: CodesService,
  ) {}

  @Endpoint(recordEndpoints.read)
  read(@Input() { params }: InputOf<typeof recordEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, params.caseNo);
  }

  @Endpoint(recordEndpoints.write)
  write(@Input() { params, body }: InputOf<typeof recordEndpoints.write>, @CurrentActor() actor: Actor) {
    return this.writing.write(actor, params.caseNo, params.section, body);
  }

  @Endpoint(recordEndpoints.history)
  history(@Input() { params }: InputOf<typeof recordEndpoints.history>, @CurrentActor() actor: Actor) {
    return this.reading.history(actor, params.caseNo, params.section);
  }

  @Endpoint(recordEndpoints.stagings)
  stagings(@CurrentActor() actor: Actor) {
    return this.catalogue.stagings(actor);
  }

  @Endpoint(recordEndpoints.deriveStage)
  deriveStage(@Input() { body }: InputOf<typeof recordEndpoints.deriveStage>, @CurrentActor() actor: Actor) {
    return this.catalogue.stageGroup(actor, body);
  }

  @Endpoint(recordEndpoints.codes)
  codes(@Input() { params, query }: InputOf<typeof recordEndpoints.codes>, @CurrentActor() actor: Actor) {
    return this.catalogue.codes(actor, params.list, query);
  }
}
