import type { Readable } from 'node:stream';
import { Controller } from '@nestjs/common';
import { attachmentEndpoints, type InputOf } from '@consilium/contracts';
import { AttachmentOpeningService, AttachmentsService, StudyViewer, type Actor } from '@consilium/core';
import { AskedRange, CurrentActor, Endpoint, Input, UploadedFile } from '../http/index.js';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly opening: AttachmentOpeningService,
    private readonly viewer: StudyViewer,
  ) {}

  @Endpoint(attachmentEndpoints.list)
  list(@Input() { params }: InputOf<typeof attachmentEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.attachments.list(actor, params.caseNo);
  }

  @Endpoint(attachmentEndpoints.add)
  add(
    @Input() { params, body }: InputOf<typeof attachmentEndpoints.add>,
    @UploadedFile() file: Readable | undefined,
    @CurrentActor() actor: Actor,
  ) {
    return this.attachments.add(actor, params.caseNo, body, file);
  }

  @Endpoint(attachmentEndpoints.content)
  content(
    @Input() { params, query }: InputOf<typeof attachmentEndpoints.content>,
    @AskedRange() range: string | undefined,
    @CurrentActor() actor: Actor,
  ) {
    return this.opening.open(actor, params.caseNo, params.id, { range, show: query.show === '1' });
  }

  @Endpoint(attachmentEndpoints.remove)
  remove(@Input() { params, body }: InputOf<typeof attachmentEndpoints.remove>, @CurrentActor() actor: Actor) {
    return this.attachments.remove(actor, params.caseNo, params.id, body);
  }

  @Endpoint(attachmentEndpoints.restore)
  restore(@Input() { params, body }: InputOf<typeof attachmentEndpoints.restore>, @CurrentActor() actor: Actor) {
    return this.attachments.restore(actor, params.caseNo, params.id, body.version);
  }

  @Endpoint(attachmentEndpoints.openStudy)
  openStudy(@Input() { params, body }: InputOf<typeof attachmentEndpoints.openStudy>, @CurrentActor() actor: Actor) {
    return this.viewer.open(actor, params.caseNo, body.studyUid);
  }
}
