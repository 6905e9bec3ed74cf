import { remoteEndpoints, type InputOf } from '@consilium/contracts';
import { RemoteOpinionService, RemotePortalService, ShareRevocationService, type Actor } from '@consilium/core';
import { Controller } from '@nestjs/common';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

/** What other hospitals see and say, and its withdrawal. */
@Controller()
export class SharingController {
  constructor(
    private readonly portal: RemotePortalService,
    private readonly opinions: RemoteOpinionService,
    private readonly revocation: ShareRevocationService,
  ) {}

  @Endpoint(remoteEndpoints.home)
  async home(@CurrentActor() actor: Actor) {
    return { sessions: await this.portal.home(actor) };
  }

  @Endpoint(remoteEndpoints.readCase)
  readCase(@Input() input: InputOf<typeof remoteEndpoints.readCase>, @CurrentActor() actor: Actor) {
    return this.portal.readCase(actor, input.params.px);
  }

  @Endpoint(remoteEndpoints.keepDraft)
  keepDraft(@Input() input: InputOf<typeof remoteEndpoints.keepDraft>, @CurrentActor() actor: Actor) {
    return this.opinions.keepDraft(actor, input.params.px, input.body);
  }

  @Endpoint(remoteEndpoints.submit)
  submit(@Input() input: InputOf<typeof remoteEndpoints.submit>, @CurrentActor() actor: Actor) {
    return this.opinions.submit(actor, input.params.px, input.body);
  }

  @Endpoint(remoteEndpoints.revoke)
  revoke(@Input() input: InputOf<typeof remoteEndpoints.revoke>, @CurrentActor() actor: Actor) {
    return this.revocation.revoke(actor, input.params.id, input.body.reason);
  }
}
