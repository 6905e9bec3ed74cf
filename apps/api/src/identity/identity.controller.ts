import { Controller, Inject, Req, Res } from '@nestjs/common';
import { identityEndpoints, roles, type InputOf } from '@consilium/contracts';
import {
  CONFIG,
  DemonstrationPeopleService,
  FirstAdministratorService,
  IdentityService,
  type Actor,
  type Config,
  type SignedIn,
} from '@consilium/core';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Endpoint, Input, SessionCookie, type ApiRequest } from '../http/index.js';

@Controller()
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly firstAdministrator: FirstAdministratorService,
    private readonly demonstrationPeople: DemonstrationPeopleService,
    private readonly cookie: SessionCookie,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(identityEndpoints.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof identityEndpoints.signIn>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.welcome(await this.identity.signIn(body.username, body.password), reply);
  }

  @Endpoint(identityEndpoints.signOut)
  async signOut(
    @CurrentActor() actor: Actor,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (request.signInToken) await this.identity.signOut(actor, request.signInToken);
    this.cookie.clear(reply);
  }

  @Endpoint(identityEndpoints.me)
  me(@CurrentActor() actor: Actor) {
    return this.identity.describe(actor, this.config.DEMO);
  }

  @Endpoint(identityEndpoints.setLocale)
  async setLocale(@Input() { body }: InputOf<typeof identityEndpoints.setLocale>, @CurrentActor() actor: Actor) {
    await this.identity.setLocale(actor, body.locale);
    return this.identity.describe(actor, this.config.DEMO);
  }

  @Endpoint(identityEndpoints.demonstrationPeople)
  async people() {
    if (!this.config.DEMO) return { items: [] };
    const items = await this.demonstrationPeople.list();
    return { items: items.map(({ role, ...person }) => ({ ...person, role: roles.labels[role] })) };
  }

  @Endpoint(identityEndpoints.createFirstAdministrator)
  async createFirstAdministrator(
    @Input() { body }: InputOf<typeof identityEndpoints.createFirstAdministrator>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const personId = await this.firstAdministrator.create(body);
    return this.welcome(await this.identity.signInAs(personId), reply);
  }

  private welcome(signedIn: SignedIn, reply: FastifyReply) {
    this.cookie.set(reply, signedIn.token);
    return this.identity.describe(signedIn.actor, this.config.DEMO);
  }
}
