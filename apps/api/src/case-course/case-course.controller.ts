import { Controller } from '@nestjs/common';
import { courseEndpoints, type InputOf } from '@consilium/contracts';
import { CaseEndingService, CaseTreatmentService, RoundsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

type Of<Name extends keyof typeof courseEndpoints> = InputOf<(typeof courseEndpoints)[Name]>;

@Controller()
export class CaseCourseController {
  constructor(
    private readonly ending: CaseEndingService,
    private readonly treatment: CaseTreatmentService,
    private readonly rounds: RoundsService,
  ) {}

  @Endpoint(courseEndpoints.reject)
  reject(@Input() { params, body }: Of<'reject'>, @CurrentActor() actor: Actor) {
    return this.ending.reject(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.hold)
  hold(@Input() { params, body }: Of<'hold'>, @CurrentActor() actor: Actor) {
    return this.ending.hold(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.resume)
  resume(@Input() { params, body }: Of<'resume'>, @CurrentActor() actor: Actor) {
    return this.ending.resume(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.withdraw)
  withdraw(@Input() { params, body }: Of<'withdraw'>, @CurrentActor() actor: Actor) {
    return this.ending.withdraw(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.recordDeath)
  recordDeath(@Input() { params, body }: Of<'recordDeath'>, @CurrentActor() actor: Actor) {
    return this.ending.recordDeath(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.fileDeathDiscussion)
  fileDeathDiscussion(@Input() { params, body }: Of<'fileDeathDiscussion'>, @CurrentActor() actor: Actor) {
    return this.ending.fileDeathDiscussion(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.startTreatment)
  startTreatment(@Input() { params, body }: Of<'startTreatment'>, @CurrentActor() actor: Actor) {
    return this.treatment.startTreatment(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.startOperation)
  startOperation(@Input() { params, body }: Of<'startOperation'>, @CurrentActor() actor: Actor) {
    return this.treatment.startOperation(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.enterFollowUp)
  enterFollowUp(@Input() { params, body }: Of<'enterFollowUp'>, @CurrentActor() actor: Actor) {
    return this.treatment.enterFollowUp(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.proposeClosing)
  proposeClosing(@Input() { params, body }: Of<'proposeClosing'>, @CurrentActor() actor: Actor) {
    return this.treatment.proposeClosing(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.close)
  close(@Input() { params, body }: Of<'close'>, @CurrentActor() actor: Actor) {
    return this.treatment.close(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.reopenRound)
  reopenRound(@Input() { params, body }: Of<'reopenRound'>, @CurrentActor() actor: Actor) {
    return this.rounds.reopen(actor, params.caseNo, body);
  }

  @Endpoint(courseEndpoints.round)
  round(@Input() { params }: Of<'round'>, @CurrentActor() actor: Actor) {
    return this.rounds.read(actor, params.caseNo, params.ordinal);
  }
}
