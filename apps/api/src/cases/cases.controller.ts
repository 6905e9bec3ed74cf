import { Controller } from '@nestjs/common';
import { anatomyEndpoints, caseEndpoints, type InputOf } from '@consilium/contracts';
import {
  CaseAnatomyService,
  CaseReadingService,
  CaseRecordService,
  ConsentsService,
  PatientIdentityService,
  ReferCaseService,
  TriageService,
  type Actor,
} from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class CasesController {
  constructor(
    private readonly referCase: ReferCaseService,
    private readonly reading: CaseReadingService,
    private readonly anatomyReading: CaseAnatomyService,
    private readonly triage: TriageService,
    private readonly record: CaseRecordService,
    private readonly consents: ConsentsService,
    private readonly identity: PatientIdentityService,
  ) {}

  @Endpoint(caseEndpoints.propose)
  propose(@Input() { body }: InputOf<typeof caseEndpoints.propose>, @CurrentActor() actor: Actor) {
    return this.referCase.propose(actor, body);
  }

  @Endpoint(caseEndpoints.refer)
  refer(@Input() { body }: InputOf<typeof caseEndpoints.refer>, @CurrentActor() actor: Actor) {
    return this.referCase.refer(actor, body);
  }

  @Endpoint(caseEndpoints.list)
  list(@Input() { query }: InputOf<typeof caseEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.reading.list(actor, query);
  }

  @Endpoint(anatomyEndpoints.read)
  anatomy(@Input() { params }: InputOf<typeof anatomyEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.anatomyReading.read(actor, params.caseNo);
  }

  @Endpoint(caseEndpoints.read)
  read(@Input() { params }: InputOf<typeof caseEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, params.caseNo);
  }

  @Endpoint(caseEndpoints.takeInTriage)
  takeInTriage(@Input() { params, body }: InputOf<typeof caseEndpoints.takeInTriage>, @CurrentActor() actor: Actor) {
    return this.triage.takeInTriage(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.changeDepartments)
  changeDepartments(
    @Input() { params, body }: InputOf<typeof caseEndpoints.changeDepartments>,
    @CurrentActor() actor: Actor,
  ) {
    return this.triage.changeDepartments(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.accept)
  accept(@Input() { params, body }: InputOf<typeof caseEndpoints.accept>, @CurrentActor() actor: Actor) {
    return this.triage.accept(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.requestInformation)
  requestInformation(
    @Input() { params, body }: InputOf<typeof caseEndpoints.requestInformation>,
    @CurrentActor() actor: Actor,
  ) {
    return this.triage.requestInformation(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.provideInformation)
  provideInformation(
    @Input() { params, body }: InputOf<typeof caseEndpoints.provideInformation>,
    @CurrentActor() actor: Actor,
  ) {
    return this.record.provideInformation(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.recordConsent)
  recordConsent(@Input() { params, body }: InputOf<typeof caseEndpoints.recordConsent>, @CurrentActor() actor: Actor) {
    return this.consents.record(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.withdrawConsent)
  withdrawConsent(
    @Input() { params, body }: InputOf<typeof caseEndpoints.withdrawConsent>,
    @CurrentActor() actor: Actor,
  ) {
    return this.consents.withdraw(actor, params.caseNo, body);
  }

  @Endpoint(caseEndpoints.revealIdentity)
  revealIdentity(
    @Input() { params, body }: InputOf<typeof caseEndpoints.revealIdentity>,
    @CurrentActor() actor: Actor,
  ) {
    return this.identity.reveal(actor, params.caseNo, body.reason);
  }
}
