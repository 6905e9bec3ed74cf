import { Controller } from '@nestjs/common';
import { exportEndpoints, type InputOf, type Locale } from '@consilium/contracts';
import { CaseExportsService, type Actor } from '@consilium/core';
import { AskedLocale, CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class CaseExportsController {
  constructor(private readonly exports: CaseExportsService) {}

  @Endpoint(exportEndpoints.pdf)
  pdf(
    @Input() { params, body }: InputOf<typeof exportEndpoints.pdf>,
    @CurrentActor() actor: Actor,
    @AskedLocale() locale: Locale,
  ) {
    return this.exports.pdf(actor, params.caseNo, body, locale);
  }

  @Endpoint(exportEndpoints.fhir)
  fhir(@Input() { params, body }: InputOf<typeof exportEndpoints.fhir>, @CurrentActor() actor: Actor) {
    return this.exports.fhir(actor, params.caseNo, body);
  }
}
