import { Controller, Req, Res } from '@nestjs/common';
import { invitationEndpoints, type InputOf } from '@consilium/contracts';
import { InvitationsService, JoiningService, type Actor } from '@consilium/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Endpoint, Input, placeOf, RateLimits } from '../http/index.js';
import { Welcome } from './welcome.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly joining: JoiningService,
    private readonly limits: RateLimits,
    private readonly welcome: Welcome,
  ) {}

  @Endpoint(invitationEndpoints.list)
  async list(@Input() { params }: InputOf<typeof invitationEndpoints.list>, @CurrentActor() actor: Actor) {
    return { items: await this.invitations.list(actor, params.id) };
  }

  @Endpoint(invitationEndpoints.issue)
  async issue(@Input() { params, body }: InputOf<typeof invitationEndpoints.issue>, @CurrentActor() actor: Actor) {
    const { invitation, token } = await this.invitations.issue(actor, params.id, body);
    // The word stands in the fragment, which browsers do not send and servers do not log.
    return { invitation, path: `/join#${token}` };
  }

  @Endpoint(invitationEndpoints.revoke)
  async revoke(@Input() { params }: InputOf<typeof invitationEndpoints.revoke>, @CurrentActor() actor: Actor) {
    return { items: await this.invitations.revoke(actor, params.id, params.invitationId) };
  }

  @Endpoint(invitationEndpoints.look)
  async look(@Input() { body }: InputOf<typeof invitationEndpoints.look>, @Req() request: FastifyRequest) {
    await this.limits.admitSignIn(request.ip);
    return this.joining.look(body.token);
  }

  @Endpoint(invitationEndpoints.redeem)
  async redeem(
    @Input() { body }: InputOf<typeof invitationEndpoints.redeem>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.admitSignIn(request.ip, body.token);
    return this.welcome.letIn(await this.joining.redeem(body.token, body.code, placeOf(request)), reply);
  }
}
