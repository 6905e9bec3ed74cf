import { Controller } from '@nestjs/common';
import { proposalRuleEndpoints, type InputOf } from '@consilium/contracts';
import { ProposalRulesService, ProposalTrialService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class ProposalRulesController {
  constructor(
    private readonly rules: ProposalRulesService,
    private readonly trial: ProposalTrialService,
  ) {}

  @Endpoint(proposalRuleEndpoints.read)
  read(@CurrentActor() actor: Actor) {
    return this.rules.read(actor);
  }

  @Endpoint(proposalRuleEndpoints.save)
  save(@Input() { body }: InputOf<typeof proposalRuleEndpoints.save>, @CurrentActor() actor: Actor) {
    return this.rules.save(actor, body);
  }

  @Endpoint(proposalRuleEndpoints.restore)
  restore(@Input() { body }: InputOf<typeof proposalRuleEndpoints.restore>, @CurrentActor() actor: Actor) {
    return this.rules.restore(actor, body);
  }

  @Endpoint(proposalRuleEndpoints.try)
  try(@Input() { body }: InputOf<typeof proposalRuleEndpoints.try>, @CurrentActor() actor: Actor) {
    return this.trial.try(actor, body);
  }

  @Endpoint(proposalRuleEndpoints.effect)
  effect(@Input() { body }: InputOf<typeof proposalRuleEndpoints.effect>, @CurrentActor() actor: Actor) {
    return this.trial.effect(actor, body);
  }
}
