import { remoteEndpoints, shareEndpoints, type InputOf } from '@consilium/contracts';
import {
  RemoteOpinionService,
  RemotePortalService,
  ShareChangeService,
  ShareExportService,
  ShareReadingService,
  type Actor,
} from '@consilium/core';
import { Controller } from '@nestjs/common';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

/** What other hospitals see and say, what is shared with them, and its end. */
@Controller()
export class SharingController {
  constructor(
    private readonly portal: RemotePortalService,
    private readonly opinions: RemoteOpinionService,
    private readonly changes: ShareChangeService,
    private readonly reading: ShareReadingService,
    private readonly exporting: ShareExportService,
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
    return this.changes.revoke(actor, input.params.id, input.body.reason);
  }

  @Endpoint(shareEndpoints.list)
  list(@Input() { query }: InputOf<typeof shareEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.reading.list(actor, query);
  }

  @Endpoint(shareEndpoints.sessions)
  sessions(@CurrentActor() actor: Actor) {
    return this.reading.sessions(actor);
  }

  @Endpoint(shareEndpoints.exportLines)
  exportLines(@Input() { body }: InputOf<typeof shareEndpoints.exportLines>, @CurrentActor() actor: Actor) {
    return this.exporting.export(actor, body);
  }

  @Endpoint(shareEndpoints.change)
  change(@Input() { params, body }: InputOf<typeof shareEndpoints.change>, @CurrentActor() actor: Actor) {
    return this.changes.change(actor, params.id, body);
  }

  @Endpoint(shareEndpoints.disclosures)
  disclosures(@Input() { query }: InputOf<typeof shareEndpoints.disclosures>, @CurrentActor() actor: Actor) {
    return this.reading.disclosures(actor, query);
  }

  @Endpoint(shareEndpoints.disclosed)
  disclosed(@Input() { params }: InputOf<typeof shareEndpoints.disclosed>, @CurrentActor() actor: Actor) {
    return this.reading.disclosed(actor, params.id);
  }
}
