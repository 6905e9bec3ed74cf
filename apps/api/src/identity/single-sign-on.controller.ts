import { Controller, Req, Res } from '@nestjs/common';
import { identityEndpoints, type InputOf } from '@consilium/contracts';
import { SignInService } from '@consilium/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint, Input, placeOf, RateLimits, SessionCookie } from '../http/index.js';
import { SIGN_ON_SECONDS, SingleSignOn } from './single-sign-on.js';
import { Welcome } from './welcome.js';

@Controller()
export class SingleSignOnController {
  constructor(
    private readonly signOn: SingleSignOn,
    private readonly signIns: SignInService,
    private readonly cookie: SessionCookie,
    private readonly limits: RateLimits,
    private readonly welcome: Welcome,
  ) {}

  @Endpoint(identityEndpoints.methods)
  methods() {
    return { singleSignOn: this.signOn.name === null ? null : { name: this.signOn.name } };
  }

  @Endpoint(identityEndpoints.beginSingleSignOn)
  async begin(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.limits.admitSignIn(request.ip);
    const { url, kept } = await this.signOn.begin();
    this.cookie.setSignOn(reply, kept, SIGN_ON_SECONDS);
    return { url };
  }

  @Endpoint(identityEndpoints.completeSingleSignOn)
  async complete(
    @Input() { body }: InputOf<typeof identityEndpoints.completeSingleSignOn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.admitSignIn(request.ip);
    const kept = this.cookie.readSignOn(request);
    // What was kept is good for one attempt.
    this.cookie.clearSignOn(reply);
    const { account, secondFactor } = await this.signOn.complete(body.query, kept);
    return this.welcome.letIn(await this.signIns.signInByAccount(account, secondFactor, placeOf(request)), reply);
  }
}
