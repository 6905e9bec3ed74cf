import { Controller } from '@nestjs/common';
import { conditionUpdateEndpoints, type InputOf } from '@consilium/contracts';
import { NewsService, NewsReadingService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class ConditionUpdatesController {
  constructor(
    private readonly news: NewsService,
    private readonly reading: NewsReadingService,
  ) {}

  @Endpoint(conditionUpdateEndpoints.write)
  write(@Input() { params, body }: InputOf<typeof conditionUpdateEndpoints.write>, @CurrentActor() actor: Actor) {
    return this.news.write(actor, params.caseNo, body);
  }

  @Endpoint(conditionUpdateEndpoints.list)
  list(@Input() { query }: InputOf<typeof conditionUpdateEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.reading.list(actor, query);
  }

  @Endpoint(conditionUpdateEndpoints.recentCases)
  recentCases(@CurrentActor() actor: Actor) {
    return this.reading.recentCases(actor);
  }

  @Endpoint(conditionUpdateEndpoints.read)
  read(@Input() { params }: InputOf<typeof conditionUpdateEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, params.id);
  }

  @Endpoint(conditionUpdateEndpoints.triage)
  triage(@Input() { params, body }: InputOf<typeof conditionUpdateEndpoints.triage>, @CurrentActor() actor: Actor) {
    return this.news.triage(actor, params.id, body);
  }

  @Endpoint(conditionUpdateEndpoints.acknowledge)
  acknowledge(
    @Input() { params, body }: InputOf<typeof conditionUpdateEndpoints.acknowledge>,
    @CurrentActor() actor: Actor,
  ) {
    return this.news.acknowledge(actor, params.id, body);
  }

  @Endpoint(conditionUpdateEndpoints.act)
  act(@Input() { params, body }: InputOf<typeof conditionUpdateEndpoints.act>, @CurrentActor() actor: Actor) {
    return this.news.act(actor, params.id, body);
  }

  @Endpoint(conditionUpdateEndpoints.close)
  close(@Input() { params, body }: InputOf<typeof conditionUpdateEndpoints.close>, @CurrentActor() actor: Actor) {
    return this.news.close(actor, params.id, body);
  }
}
