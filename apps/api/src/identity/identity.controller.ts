import { Controller, Inject, Req, Res } from '@nestjs/common';
import { identityEndpoints, roles, type InputOf } from '@consilium/contracts';
import {
  CONFIG,
  DemonstrationPeopleService,
  FirstAdministratorService,
  IdentityService,
  notFound,
  SignInService,
  type Actor,
  type Config,
  type Presence,
} from '@consilium/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, CurrentPresence, Endpoint, Input, placeOf, RateLimits, type ApiRequest } from '../http/index.js';
import { Welcome } from './welcome.js';

@Controller()
export class IdentityController {
  constructor(
    private readonly signIns: SignInService,
    private readonly identity: IdentityService,
    private readonly firstAdministrator: FirstAdministratorService,
    private readonly demonstrationPeople: DemonstrationPeopleService,
    private readonly welcome: Welcome,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(identityEndpoints.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof identityEndpoints.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.admitSignIn(request.ip, body.username);
    return this.welcome.letIn(await this.signIns.signIn(body, placeOf(request)), reply);
  }

  @Endpoint(identityEndpoints.signOut)
  async signOut(@CurrentPresence() presence: Presence, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIns.signOut(presence);
    this.welcome.seeOff(reply);
  }

  @Endpoint(identityEndpoints.me)
  me(@CurrentPresence() presence: Presence) {
    return this.identity.describe(presence, this.config.DEMO);
  }

  @Endpoint(identityEndpoints.setLocale)
  async setLocale(
    @Input() { body }: InputOf<typeof identityEndpoints.setLocale>,
    @CurrentActor() actor: Actor,
    @CurrentPresence() presence: Presence,
  ) {
    await this.identity.setLocale(actor, body.locale);
    return this.identity.describe(presence, this.config.DEMO);
  }

  @Endpoint(identityEndpoints.lock)
  async lock(@CurrentPresence() presence: Presence) {
    return { endsAt: await this.signIns.lock(presence) };
  }

  @Endpoint(identityEndpoints.unlock)
  async unlock(
    @Input() { body }: InputOf<typeof identityEndpoints.unlock>,
    @CurrentPresence() presence: Presence,
    @Req() request: ApiRequest,
  ) {
    await this.limits.admitSignIn(request.ip, presence.signInId);
    await this.signIns.unlock(presence, body.password);
  }

  @Endpoint(identityEndpoints.demonstrationPeople)
  async people() {
    if (!this.config.DEMO) return { items: [] };
    const items = await this.demonstrationPeople.list();
    return { items: items.map(({ role, ...person }) => ({ ...person, role: roles.labels[role] })) };
  }

  /** Outside the demonstration there is nothing at this address. */
  @Endpoint(identityEndpoints.demonstrationCode)
  async demonstrationCode(@Input() { body }: InputOf<typeof identityEndpoints.demonstrationCode>) {
    const shown = this.config.DEMO ? await this.demonstrationPeople.codeOf(body) : undefined;
    if (!shown) throw notFound();
    return shown;
  }

  @Endpoint(identityEndpoints.createFirstAdministrator)
  async createFirstAdministrator(
    @Input() { body }: InputOf<typeof identityEndpoints.createFirstAdministrator>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.admitSignIn(request.ip);
    const personId = await this.firstAdministrator.create(body);
    return this.welcome.letIn(await this.signIns.signInAs(personId, placeOf(request)), reply);
  }
}
