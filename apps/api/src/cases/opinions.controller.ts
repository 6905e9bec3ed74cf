import { Controller } from '@nestjs/common';
import { opinionEndpoints, type InputOf } from '@consilium/contracts';
import { OpinionsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class OpinionsController {
  constructor(private readonly opinions: OpinionsService) {}

  @Endpoint(opinionEndpoints.keepDraft)
  keepDraft(@Input() { params, body }: InputOf<typeof opinionEndpoints.keepDraft>, @CurrentActor() actor: Actor) {
    return this.opinions.keepDraft(actor, params.caseNo, params.departmentId, body);
  }

  @Endpoint(opinionEndpoints.submit)
  submit(@Input() { params, body }: InputOf<typeof opinionEndpoints.submit>, @CurrentActor() actor: Actor) {
    return this.opinions.submit(actor, params.caseNo, params.departmentId, body);
  }

  @Endpoint(opinionEndpoints.waive)
  waive(@Input() { params, body }: InputOf<typeof opinionEndpoints.waive>, @CurrentActor() actor: Actor) {
    return this.opinions.waive(actor, params.caseNo, params.departmentId, body);
  }
}
