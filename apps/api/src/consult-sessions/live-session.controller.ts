import { sessionEndpoints, type InputOf } from '@consilium/contracts';
import { DecisionRecordService, DecisionSignatureService, SessionRunningService, type Actor } from '@consilium/core';
import { Controller } from '@nestjs/common';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

/** A session while it is held: attendance, discussion, decision. */
@Controller()
export class LiveSessionController {
  constructor(
    private readonly running: SessionRunningService,
    private readonly record: DecisionRecordService,
    private readonly signature: DecisionSignatureService,
  ) {}

  @Endpoint(sessionEndpoints.start)
  start(@Input() input: InputOf<typeof sessionEndpoints.start>, @CurrentActor() actor: Actor) {
    return this.running.start(actor, input.params.id, input.body.version);
  }

  @Endpoint(sessionEndpoints.end)
  end(@Input() input: InputOf<typeof sessionEndpoints.end>, @CurrentActor() actor: Actor) {
    return this.running.end(actor, input.params.id, input.body.version);
  }

  @Endpoint(sessionEndpoints.markAttendance)
  markAttendance(@Input() input: InputOf<typeof sessionEndpoints.markAttendance>, @CurrentActor() actor: Actor) {
    return this.running.markAttendance(actor, input.params.id, input.params.personId, input.body);
  }

  @Endpoint(sessionEndpoints.openItem)
  openItem(@Input() input: InputOf<typeof sessionEndpoints.openItem>, @CurrentActor() actor: Actor) {
    return this.running.openItem(actor, input.params.id, input.params.itemId, input.body.version);
  }

  @Endpoint(sessionEndpoints.record)
  keepRecord(@Input() input: InputOf<typeof sessionEndpoints.record>, @CurrentActor() actor: Actor) {
    return this.record.record(actor, input.params.id, input.params.itemId, input.body);
  }

  @Endpoint(sessionEndpoints.conclude)
  conclude(@Input() input: InputOf<typeof sessionEndpoints.conclude>, @CurrentActor() actor: Actor) {
    return this.record.conclude(actor, input.params.id, input.params.itemId, input.body.version);
  }

  @Endpoint(sessionEndpoints.sign)
  sign(@Input() input: InputOf<typeof sessionEndpoints.sign>, @CurrentActor() actor: Actor) {
    return this.signature.sign(actor, input.params.id, input.params.itemId, input.body);
  }

  @Endpoint(sessionEndpoints.defer)
  defer(@Input() input: InputOf<typeof sessionEndpoints.defer>, @CurrentActor() actor: Actor) {
    return this.running.defer(actor, input.params.id, input.params.itemId, input.body);
  }
}
