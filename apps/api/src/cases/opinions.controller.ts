import { Controller } from '@nestjs/common';
import { opinionEndpoints, type InputOf } from '@consilium/contracts';
import { OpinionsService, OpinionVersionsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class OpinionsController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly versions: OpinionVersionsService,
  ) {}

  @Endpoint(opinionEndpoints.keepDraft)
  keepDraft(@Input() { params, body }: InputOf<typeof opinionEndpoints.keepDraft>, @CurrentActor() actor: Actor) {
    return this.opinions.keepDraft(actor, params.caseNo, params.departmentId, body);
  }

  @Endpoint(opinionEndpoints.submit)
  submit(@Input() { params, body }: InputOf<typeof opinionEndpoints.submit>, @CurrentActor() actor: Actor) {
    return this.opinions.submit(actor, params.caseNo, params.departmentId, body);
  }

  @Endpoint(opinionEndpoints.reconfirm)
  reconfirm(@Input() { params, body }: InputOf<typeof opinionEndpoints.reconfirm>, @CurrentActor() actor: Actor) {
    return this.versions.reconfirm(actor, params.caseNo, params.departmentId, body);
  }

  @Endpoint(opinionEndpoints.revisions)
  revisions(@Input() { params }: InputOf<typeof opinionEndpoints.revisions>, @CurrentActor() actor: Actor) {
    return this.versions.revisions(actor, params.caseNo, params.departmentId);
  }

  @Endpoint(opinionEndpoints.waive)
  waive(@Input() { params, body }: InputOf<typeof opinionEndpoints.waive>, @CurrentActor() actor: Actor) {
    return this.opinions.waive(actor, params.caseNo, params.departmentId, body);
  }
}
