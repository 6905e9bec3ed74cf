import { Controller } from '@nestjs/common';
import { restrictedEndpoints, type InputOf } from '@consilium/contracts';
import { RestrictedReadingService, RestrictedWritingService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class RestrictedFactsController {
  constructor(
    private readonly reading: RestrictedReadingService,
    private readonly writing: RestrictedWritingService,
  ) {}

  @Endpoint(restrictedEndpoints.list)
  list(@Input() { params }: InputOf<typeof restrictedEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.reading.list(actor, params.caseNo);
  }

  @Endpoint(restrictedEndpoints.record)
  record(@Input() { params, body }: InputOf<typeof restrictedEndpoints.record>, @CurrentActor() actor: Actor) {
    return this.writing.record(actor, params.caseNo, body);
  }

  @Endpoint(restrictedEndpoints.reveal)
  reveal(@Input() { params, body }: InputOf<typeof restrictedEndpoints.reveal>, @CurrentActor() actor: Actor) {
    return this.reading.reveal(actor, params.caseNo, params.id, body.reason);
  }

  @Endpoint(restrictedEndpoints.change)
  change(@Input() { params, body }: InputOf<typeof restrictedEndpoints.change>, @CurrentActor() actor: Actor) {
    return this.writing.change(actor, params.caseNo, params.id, body);
  }

  @Endpoint(restrictedEndpoints.retire)
  retire(@Input() { params, body }: InputOf<typeof restrictedEndpoints.retire>, @CurrentActor() actor: Actor) {
    return this.writing.retire(actor, params.caseNo, params.id, body.version);
  }

  @Endpoint(restrictedEndpoints.restore)
  restore(@Input() { params, body }: InputOf<typeof restrictedEndpoints.restore>, @CurrentActor() actor: Actor) {
    return this.writing.restore(actor, params.caseNo, params.id, body.version);
  }
}
