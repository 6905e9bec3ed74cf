import { Controller } from '@nestjs/common';
import { decisionEndpoints, type InputOf } from '@consilium/contracts';
import { DecisionBasisService, DecisionReviewsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

/** Decisions after they are made: what they stand on, and looking at one again. */
@Controller()
export class DecisionsController {
  constructor(
    private readonly reviews: DecisionReviewsService,
    private readonly basis: DecisionBasisService,
  ) {}

  @Endpoint(decisionEndpoints.ofCase)
  ofCase(@Input() { params }: InputOf<typeof decisionEndpoints.ofCase>, @CurrentActor() actor: Actor) {
    return this.reviews.ofCase(actor, params.caseNo);
  }

  @Endpoint(decisionEndpoints.facts)
  facts(@Input() { params }: InputOf<typeof decisionEndpoints.facts>, @CurrentActor() actor: Actor) {
    return this.basis.facts(actor, params.id, params.itemId);
  }

  @Endpoint(decisionEndpoints.keep)
  keep(@Input() { params, body }: InputOf<typeof decisionEndpoints.keep>, @CurrentActor() actor: Actor) {
    return this.reviews.keep(actor, params.id, body);
  }
}
