import { Controller } from '@nestjs/common';
import { recommendationEndpoints, type InputOf } from '@consilium/contracts';
import { RecommendationsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class RecommendationsController {
  constructor(private readonly recommendations: RecommendationsService) {}

  @Endpoint(recommendationEndpoints.list)
  list(@Input() { query }: InputOf<typeof recommendationEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.recommendations.list(actor, query);
  }

  @Endpoint(recommendationEndpoints.ofCase)
  ofCase(@Input() { params }: InputOf<typeof recommendationEndpoints.ofCase>, @CurrentActor() actor: Actor) {
    return this.recommendations.ofCase(actor, params.caseNo);
  }

  @Endpoint(recommendationEndpoints.report)
  report(@Input() { params, body }: InputOf<typeof recommendationEndpoints.report>, @CurrentActor() actor: Actor) {
    return this.recommendations.report(actor, params.id, body);
  }
}
