import { demonstrationPatient, type DemonstrationReferral } from '@consilium/catalog';
import type { CaseView, Referral } from '@consilium/contracts';
import { ConsentsService, OpinionsService, ReferCaseService, TriageService } from '@consilium/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Records } from './records.js';
import type { Stage } from './stage.js';

/** A case of the story that has been referred. */
export interface ToldCase {
  of: DemonstrationReferral;
  caseNo: string;
  /** Account of its owner. */
  owner: string;
  /** Day of the story from which its findings are counted. */
  discussedOn: number;
  /** Day of its referral. */
  referredOn: number;
}

/** Plays the way of a case from referral to its departments' opinions, through the same services as everybody. */
export class Referrals {
  private ordinal = 0;
  private readonly records: Records;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly stage: Stage,
  ) {
    this.records = new Records(app, stage);
  }

  /** Refers a case. `discussedOn` is the day its findings are counted from; nothing is dated later than the referral. */
  async refer(of: DemonstrationReferral, at: Date, discussedOn: number): Promise<ToldCase> {
    this.stage.goTo(at);
    const owner = this.stage.owner(of);
    const { caseNo } = await this.app
      .get(ReferCaseService)
      .refer(await this.stage.actor(owner), await this.referral(of, at, discussedOn));
    return { of, caseNo, owner, discussedOn, referredOn: this.dayOf(at) };
  }

  /** The coordinator takes the case in and accepts it, and its owner completes the record; from then on opinions are owed until `dueAt`. */
  async accept(told: ToldCase, at: Date, dueAt: Date, blind = false): Promise<void> {
    this.stage.goTo(at);
    const coordinator = await this.stage.actor('coordinator');
    const triage = this.app.get(TriageService);
    const taken = await triage.takeInTriage(coordinator, told.caseNo, { version: 1 });
    await triage.accept(coordinator, told.caseNo, { version: taken.version, opinionDueAt: dueAt.toISOString(), blind });
    await this.records.complete(told.of, { ...told, until: told.referredOn }, told.discussedOn);
  }

  async takeIn(told: ToldCase, at: Date): Promise<CaseView> {
    this.stage.goTo(at);
    return this.app.get(TriageService).takeInTriage(await this.stage.actor('coordinator'), told.caseNo, { version: 1 });
  }

  /** The departments named give their opinions, one after the other from `from` on; all of them where none are named. */
  async giveOpinions(
    told: ToldCase,
    from: Date,
    only?: (departmentCode: string, index: number) => boolean,
  ): Promise<void> {
    const codes = told.of.departments.map(({ code }) => code).filter((code, index) => only?.(code, index) ?? true);
    for (const [index, code] of codes.entries()) {
      this.stage.goTo(new Date(from.getTime() + index * 47 * 60_000));
      const written = told.of.opinions.find(({ departmentCode }) => departmentCode === code);
      await this.app
        .get(OpinionsService)
        .submit(await this.stage.actor(this.stage.speaker(code)), told.caseNo, await this.stage.departmentId(code), {
          stance: written?.stance ?? 'support',
          text: written?.text ?? '已阅资料，同意多学科讨论后确定方案，本科室可配合。',
          needs: '',
          answers: [],
          version: 0,
        });
    }
  }

  /** Records the patient's consent to a remote consult; the day of signing is the day of the story. */
  async recordConsent(told: ToldCase, at: Date, day: number): Promise<void> {
    this.stage.goTo(at);
    const coordinator = await this.stage.actor('coordinator');
    const version = await this.versionOf(told);
    await this.app.get(ConsentsService).record(coordinator, told.caseNo, {
      version,
      kind: 'TELEMEDICINE',
      form: 'PAPER',
      signedBy: 'PATIENT',
      relation: '',
      reason: '',
      signedOn: this.stage.day(day),
      endsOn: null,
    });
  }

  async versionOf(told: ToldCase): Promise<number> {
    return this.stage.versionOf(told.caseNo);
  }

  private dayOf(at: Date): number {
    return Math.floor((at.getTime() - this.stage.today.getTime()) / 86_400_000);
  }

  private async referral(of: DemonstrationReferral, at: Date, discussedOn: number): Promise<Referral> {
    const { clinical } = of;
    const referredOn = this.dayOf(at);
    const day = (offset: number) => this.stage.day(Math.min(discussedOn + offset, referredOn - 1));
    this.ordinal += 1;
    return {
      patient: demonstrationPatient(this.ordinal, of, this.stage.day(referredOn)),
      urgency: of.urgency,
      clinical: {
        tumourType: clinical.tumourType,
        diagnosis: clinical.diagnosis.zh,
        icd10Code: clinical.icd10.code,
        presentation: clinical.presentation,
        recurrenceNumber: clinical.recurrenceNumber,
        summary: clinical.summary,
        wishes: clinical.wishes.text,
        ecog: clinical.ecog,
        comorbidities: clinical.comorbidities,
        structures: clinical.structures.items,
        priorTreatments: clinical.priorTreatments.map(({ dayOffset, ...treatment }) => ({
          ...treatment,
          happenedOn: day(dayOffset),
        })),
        imaging: clinical.imaging.map(({ dayOffset, ...finding }) => ({ ...finding, examinedOn: day(dayOffset) })),
        pathology: clinical.pathology.map(({ dayOffset, ...finding }) => ({
          ...finding,
          reportedOn: dayOffset === null ? null : day(dayOffset),
        })),
        questions: clinical.questions.map(({ zh }) => zh),
      },
      departments: await Promise.all(
        of.departments.map(async ({ code, requirement, reason }) => ({
          departmentId: await this.stage.departmentId(code),
          requirement,
          reason,
        })),
      ),
    };
  }
}
