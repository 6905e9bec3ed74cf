import { Controller } from '@nestjs/common';
import { emergencyEndpoints, type InputOf } from '@consilium/contracts';
import { EmergencyOpeningService, EmergencyWatchService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class EmergencyAccessController {
  constructor(
    private readonly opening: EmergencyOpeningService,
    private readonly watch: EmergencyWatchService,
  ) {}

  @Endpoint(emergencyEndpoints.open)
  open(@Input() { params, body }: InputOf<typeof emergencyEndpoints.open>, @CurrentActor() actor: Actor) {
    return this.opening.open(actor, params.caseNo, body);
  }

  @Endpoint(emergencyEndpoints.list)
  list(@Input() { query }: InputOf<typeof emergencyEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.watch.list(actor, query);
  }

  @Endpoint(emergencyEndpoints.end)
  end(@Input() { params }: InputOf<typeof emergencyEndpoints.end>, @CurrentActor() actor: Actor) {
    return this.watch.end(actor, params.id);
  }

  @Endpoint(emergencyEndpoints.review)
  review(@Input() { params, body }: InputOf<typeof emergencyEndpoints.review>, @CurrentActor() actor: Actor) {
    return this.watch.review(actor, params.id, body);
  }
}
