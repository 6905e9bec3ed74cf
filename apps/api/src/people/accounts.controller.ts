import { Controller, Req } from '@nestjs/common';
import { peopleEndpoints, type InputOf } from '@consilium/contracts';
import { AccountsService, PasswordLinksService, type Actor } from '@consilium/core';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Endpoint, Input, placeOf, RateLimits } from '../http/index.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly links: PasswordLinksService,
    private readonly limits: RateLimits,
  ) {}

  @Endpoint(peopleEndpoints.createAccount)
  create(@Input() { params, body }: InputOf<typeof peopleEndpoints.createAccount>, @CurrentActor() actor: Actor) {
    return this.accounts.create(actor, params.id, body);
  }

  @Endpoint(peopleEndpoints.disableAccount)
  disable(@Input() { params, body }: InputOf<typeof peopleEndpoints.disableAccount>, @CurrentActor() actor: Actor) {
    return this.accounts.disable(actor, params.id, body.version);
  }

  @Endpoint(peopleEndpoints.enableAccount)
  enable(@Input() { params, body }: InputOf<typeof peopleEndpoints.enableAccount>, @CurrentActor() actor: Actor) {
    return this.accounts.enable(actor, params.id, body.version);
  }

  @Endpoint(peopleEndpoints.unlockAccount)
  unlock(@Input() { params, body }: InputOf<typeof peopleEndpoints.unlockAccount>, @CurrentActor() actor: Actor) {
    return this.accounts.unlock(actor, params.id, body.version);
  }

  @Endpoint(peopleEndpoints.endSessions)
  endSessions(@Input() { params, body }: InputOf<typeof peopleEndpoints.endSessions>, @CurrentActor() actor: Actor) {
    return this.accounts.endSessions(actor, params.id, body.version);
  }

  @Endpoint(peopleEndpoints.resetCode)
  resetCode(@Input() { params, body }: InputOf<typeof peopleEndpoints.resetCode>, @CurrentActor() actor: Actor) {
    return this.accounts.resetCode(actor, params.id, body.version);
  }

  @Endpoint(peopleEndpoints.issueLink)
  async issueLink(@Input() { params, body }: InputOf<typeof peopleEndpoints.issueLink>, @CurrentActor() actor: Actor) {
    const { person, token } = await this.accounts.issueLink(actor, params.id, body);
    // The word stands in the fragment, which browsers do not send and servers do not log.
    return { person, path: `/set-password#${token}` };
  }

  @Endpoint(peopleEndpoints.lookAtLink)
  async look(@Input() { body }: InputOf<typeof peopleEndpoints.lookAtLink>, @Req() request: FastifyRequest) {
    await this.limits.admitSignIn(request.ip);
    return this.links.look(body.token);
  }

  @Endpoint(peopleEndpoints.setPassword)
  async setPassword(@Input() { body }: InputOf<typeof peopleEndpoints.setPassword>, @Req() request: FastifyRequest) {
    await this.limits.admitSignIn(request.ip, body.token);
    await this.links.setPassword(body.token, body.password, placeOf(request));
  }
}
