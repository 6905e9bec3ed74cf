import { Controller, Req, Res } from '@nestjs/common';
import { ownSecurityEndpoints, type InputOf } from '@consilium/contracts';
import { EnrolmentService, OwnSecurityService, type Presence } from '@consilium/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPresence, Endpoint, Input, placeOf } from '../http/index.js';
import { Welcome } from './welcome.js';

@Controller()
export class OwnSecurityController {
  constructor(
    private readonly security: OwnSecurityService,
    private readonly enrolment: EnrolmentService,
    private readonly welcome: Welcome,
  ) {}

  @Endpoint(ownSecurityEndpoints.read)
  read(@CurrentPresence() presence: Presence) {
    return this.security.read(presence);
  }

  @Endpoint(ownSecurityEndpoints.changePassword)
  changePassword(
    @Input() { body }: InputOf<typeof ownSecurityEndpoints.changePassword>,
    @CurrentPresence() presence: Presence,
  ) {
    return this.security.changePassword(presence, body.oldPassword, body.newPassword);
  }

  @Endpoint(ownSecurityEndpoints.beginCode)
  beginCode(@Input() { body }: InputOf<typeof ownSecurityEndpoints.beginCode>, @CurrentPresence() presence: Presence) {
    return this.enrolment.begin(presence, body.password);
  }

  @Endpoint(ownSecurityEndpoints.confirmCode)
  async confirmCode(
    @Input() { body }: InputOf<typeof ownSecurityEndpoints.confirmCode>,
    @CurrentPresence() presence: Presence,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { recoveryCodes, signedIn } = await this.enrolment.confirm(presence, body.code, placeOf(request));
    await this.welcome.letIn(signedIn, reply);
    return { recoveryCodes };
  }

  @Endpoint(ownSecurityEndpoints.removeCode)
  removeCode(
    @Input() { body }: InputOf<typeof ownSecurityEndpoints.removeCode>,
    @CurrentPresence() presence: Presence,
  ) {
    return this.enrolment.remove(presence, body.password);
  }

  @Endpoint(ownSecurityEndpoints.renewRecoveryCodes)
  async renewRecoveryCodes(
    @Input() { body }: InputOf<typeof ownSecurityEndpoints.renewRecoveryCodes>,
    @CurrentPresence() presence: Presence,
  ) {
    return { recoveryCodes: await this.enrolment.renewRecoveryCodes(presence, body.password) };
  }

  @Endpoint(ownSecurityEndpoints.endBrowser)
  endBrowser(
    @Input() { params }: InputOf<typeof ownSecurityEndpoints.endBrowser>,
    @CurrentPresence() presence: Presence,
  ) {
    return this.security.endBrowser(presence, params.id);
  }

  @Endpoint(ownSecurityEndpoints.endOtherBrowsers)
  endOtherBrowsers(@CurrentPresence() presence: Presence) {
    return this.security.endOtherBrowsers(presence);
  }
}
