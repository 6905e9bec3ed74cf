import { Controller } from '@nestjs/common';
import { partnershipEndpoints, type InputOf } from '@consilium/contracts';
import { PartnershipsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class PartnershipsController {
  constructor(private readonly partnerships: PartnershipsService) {}

  @Endpoint(partnershipEndpoints.list)
  list(@CurrentActor() actor: Actor) {
    return this.partnerships.list(actor);
  }

  @Endpoint(partnershipEndpoints.add)
  add(@Input() { body }: InputOf<typeof partnershipEndpoints.add>, @CurrentActor() actor: Actor) {
    return this.partnerships.add(actor, body);
  }

  @Endpoint(partnershipEndpoints.change)
  change(@Input() { params, body }: InputOf<typeof partnershipEndpoints.change>, @CurrentActor() actor: Actor) {
    return this.partnerships.change(actor, params.id, body);
  }

  @Endpoint(partnershipEndpoints.end)
  end(@Input() { params, body }: InputOf<typeof partnershipEndpoints.end>, @CurrentActor() actor: Actor) {
    return this.partnerships.end(actor, params.id, body);
  }
}
