import { Controller } from '@nestjs/common';
import { consultRequestEndpoints, type InputOf } from '@consilium/contracts';
import { ConsultAskingService, ConsultAnsweringService, ConsultReadingService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class ConsultRequestsController {
  constructor(
    private readonly asking: ConsultAskingService,
    private readonly answering: ConsultAnsweringService,
    private readonly reading: ConsultReadingService,
  ) {}

  @Endpoint(consultRequestEndpoints.send)
  send(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.send>, @CurrentActor() actor: Actor) {
    return this.asking.send(actor, params.caseNo, body);
  }

  @Endpoint(consultRequestEndpoints.list)
  list(@Input() { query }: InputOf<typeof consultRequestEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.reading.list(actor, query);
  }

  @Endpoint(consultRequestEndpoints.read)
  read(@Input() { params }: InputOf<typeof consultRequestEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, params.id);
  }

  @Endpoint(consultRequestEndpoints.accept)
  accept(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.accept>, @CurrentActor() actor: Actor) {
    return this.answering.accept(actor, params.id, body);
  }

  @Endpoint(consultRequestEndpoints.reassign)
  reassign(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.reassign>, @CurrentActor() actor: Actor) {
    return this.answering.reassign(actor, params.id, body);
  }

  @Endpoint(consultRequestEndpoints.decline)
  decline(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.decline>, @CurrentActor() actor: Actor) {
    return this.answering.decline(actor, params.id, body);
  }

  @Endpoint(consultRequestEndpoints.arrive)
  arrive(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.arrive>, @CurrentActor() actor: Actor) {
    return this.answering.arrive(actor, params.id, body);
  }

  @Endpoint(consultRequestEndpoints.answer)
  answer(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.answer>, @CurrentActor() actor: Actor) {
    return this.answering.answer(actor, params.id, body);
  }

  @Endpoint(consultRequestEndpoints.close)
  close(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.close>, @CurrentActor() actor: Actor) {
    return this.asking.close(actor, params.id, body);
  }

  @Endpoint(consultRequestEndpoints.cancel)
  cancel(@Input() { params, body }: InputOf<typeof consultRequestEndpoints.cancel>, @CurrentActor() actor: Actor) {
    return this.asking.cancel(actor, params.id, body);
  }
}
