import { Controller } from '@nestjs/common';
import { auditEndpoints, type InputOf } from '@consilium/contracts';
import { AuditExportService, AuditReadingService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class AuditController {
  constructor(
    private readonly reading: AuditReadingService,
    private readonly exporting: AuditExportService,
  ) {}

  @Endpoint(auditEndpoints.list)
  list(@Input() { query }: InputOf<typeof auditEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.reading.list(actor, query);
  }

  @Endpoint(auditEndpoints.chain)
  chain(@CurrentActor() actor: Actor) {
    return this.reading.chain(actor);
  }

  @Endpoint(auditEndpoints.verify)
  verify(@CurrentActor() actor: Actor) {
    return this.reading.verify(actor);
  }

  @Endpoint(auditEndpoints.exportLines)
  exportLines(@Input() { body }: InputOf<typeof auditEndpoints.exportLines>, @CurrentActor() actor: Actor) {
    return this.exporting.export(actor, body);
  }

  @Endpoint(auditEndpoints.read)
  read(@Input() { params }: InputOf<typeof auditEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, params.eventId);
  }
}
