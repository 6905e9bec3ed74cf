import { Controller } from '@nestjs/common';
import { planEndpoints, type InputOf } from '@consilium/contracts';
import { PlanReadingService, PlanWritingService, StageConfirmationService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class SurgicalPlansController {
  constructor(
    private readonly reading: PlanReadingService,
    private readonly writing: PlanWritingService,
    private readonly confirmations: StageConfirmationService,
  ) {}

  @Endpoint(planEndpoints.list)
  list(@CurrentActor() actor: Actor) {
    return this.reading.list(actor);
  }

  @Endpoint(planEndpoints.start)
  start(@Input() { params, body }: InputOf<typeof planEndpoints.start>, @CurrentActor() actor: Actor) {
    return this.writing.start(actor, params.caseNo, body);
  }

  @Endpoint(planEndpoints.read)
  read(@Input() { params }: InputOf<typeof planEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, params.id);
  }

  @Endpoint(planEndpoints.save)
  save(@Input() { params, body }: InputOf<typeof planEndpoints.save>, @CurrentActor() actor: Actor) {
    return this.writing.save(actor, params.id, body);
  }

  @Endpoint(planEndpoints.stage)
  stage(@Input() { params, body }: InputOf<typeof planEndpoints.stage>, @CurrentActor() actor: Actor) {
    return this.writing.stage(actor, params.id, body.version);
  }

  @Endpoint(planEndpoints.confirmStage)
  confirm(@Input() { params, body }: InputOf<typeof planEndpoints.confirmStage>, @CurrentActor() actor: Actor) {
    return this.confirmations.confirm(actor, params.id, params.stageId, body.version);
  }

  @Endpoint(planEndpoints.declineStage)
  decline(@Input() { params, body }: InputOf<typeof planEndpoints.declineStage>, @CurrentActor() actor: Actor) {
    return this.confirmations.decline(actor, params.id, params.stageId, body);
  }
}
