import type { Readable } from 'node:stream';
import { Controller } from '@nestjs/common';
import { importEndpoints, type InputOf, type Locale } from '@consilium/contracts';
import { CaseImportsService, importTemplate, type Actor } from '@consilium/core';
import { AskedLocale, CurrentActor, Endpoint, Input, UploadedFile } from '../http/index.js';

@Controller()
export class CaseImportsController {
  constructor(private readonly imports: CaseImportsService) {}

  @Endpoint(importEndpoints.template)
  template(@Input() { query }: InputOf<typeof importEndpoints.template>) {
    return importTemplate(query.format);
  }

  @Endpoint(importEndpoints.preview)
  preview(@UploadedFile() file: Readable | undefined, @CurrentActor() actor: Actor, @AskedLocale() locale: Locale) {
    return this.imports.preview(actor, file, locale);
  }

  @Endpoint(importEndpoints.run)
  run(
    @Input() { body }: InputOf<typeof importEndpoints.run>,
    @UploadedFile() file: Readable | undefined,
    @CurrentActor() actor: Actor,
  ) {
    return this.imports.run(actor, body.key, file);
  }
}
