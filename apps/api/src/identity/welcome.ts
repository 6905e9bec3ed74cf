import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@consilium/contracts';
import { CONFIG, IdentityService, type Config, type SignedIn } from '@consilium/core';
import type { FastifyReply } from 'fastify';
import { SessionCookie } from '../http/index.js';

/** Lets a browser in: gives it the token of a sign-in, and says who it is now. */
@Injectable()
export class Welcome {
  constructor(
    private readonly identity: IdentityService,
    private readonly cookie: SessionCookie,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  letIn(signedIn: SignedIn, reply: FastifyReply): Promise<Me> {
    this.cookie.set(reply, signedIn.token);
    return this.identity.describe(signedIn.presence, this.config.DEMO);
  }

  seeOff(reply: FastifyReply): void {
    this.cookie.clear(reply);
  }
}
