import { demonstrationCases, type DemonstrationCase } from '@consilium/catalog';
import type { DecisionRecord, SessionView } from '@consilium/contracts';
import {
  AgendaService,
  DecisionRecordService,
  DecisionSignatureService,
  SessionPlanningService,
  SessionReadingService,
  SessionRunningService,
} from '@consilium/core';
import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { ToldCase } from './referrals.js';
import { ZONE, type Stage } from './stage.js';

const HALF_HOUR = 30;
const LATEST_START_HOUR = 21;

interface Held {
  title: string;
  room: string;
  time: string;
}

/** Plays consult sessions: held and signed in the past, scheduled for today and the day after tomorrow. */
export class Sessions {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly stage: Stage,
    private readonly password: string,
  ) {}

  /** A time later today, some minutes from the loading, on the half hour; close to midnight it becomes tomorrow morning. */
  laterToday(minutes: number): Date {
    const wanted = DateTime.fromJSDate(this.stage.today, { zone: ZONE }).plus({ minutes });
    const rounded = wanted
      .set({ minute: wanted.minute < HALF_HOUR ? HALF_HOUR : 0, second: 0, millisecond: 0 })
      .plus({ hours: wanted.minute < HALF_HOUR ? 0 : 1 });
    const isToday =
      rounded.hasSame(DateTime.fromJSDate(this.stage.today, { zone: ZONE }), 'day') &&
      rounded.hour <= LATEST_START_HOUR;
    return isToday ? rounded.toJSDate() : this.stage.instant(1, '08:30');
  }

  /** A session of the past: everyone came, every case was decided and signed. */
  async hold(cases: readonly ToldCase[], day: number, { title, room, time }: Held): Promise<void> {
    const startsAt = this.stage.instant(day, time);
    this.stage.goTo(this.stage.instant(day - 2, '11:00'));
    const coordinator = await this.stage.actor('coordinator');
    const id = await this.schedule(title, startsAt, room, cases, []);
    for (const told of cases) await this.addCase(id, told, []);

    this.stage.goTo(startsAt);
    const running = this.app.get(SessionRunningService);
    let session = await this.read(id);
    session = await running.start(coordinator, id, session.version);
    for (const { personId } of session.members)
      session = await running.markAttendance(coordinator, id, personId, { present: true, mode: 'IN_PERSON' });
    for (const [index, told] of cases.entries()) {
      this.stage.goTo(new Date(startsAt.getTime() + (index * 20 + 5) * 60_000));
      await this.decide(id, told, day);
    }
    session = await this.read(id);
    await running.end(coordinator, id, session.version);
  }

  /** The linked session in two days, with experts of the hospitals its cases need; its agenda is half built. */
  async scheduleLinked(cases: readonly ToldCase[], day: number): Promise<void> {
    this.stage.goTo(this.stage.instant(-2, '16:00'));
    const experts = ['beichen', 'shenshui'] as const;
    const id = await this.schedule(
      '多地联动 MDT · 盆腔疑难肿瘤',
      this.stage.instant(day, '14:00'),
      'MDT 第一会议室',
      cases,
      experts,
      'https://meeting.example/consilium',
    );
    for (const told of cases)
      await this.addCase(
        id,
        told,
        told.of.remoteHospitals.filter((hospital) => (experts as readonly string[]).includes(hospital)),
      );
  }

  /** The regular session later today. */
  async scheduleToday(cases: readonly ToldCase[]): Promise<void> {
    this.stage.goTo(this.stage.instant(-2, '15:00'));
    const id = await this.schedule('院内 MDT · 盆腔肿瘤', this.laterToday(120), 'MDT 第二会议室', cases, []);
    for (const told of cases) await this.addCase(id, told, []);
  }

  private async schedule(
    title: string,
    startsAt: Date,
    room: string,
    cases: readonly ToldCase[],
    experts: readonly string[],
    videoUrl = '',
  ): Promise<string> {
    const accounts = new Set(
      cases.flatMap((told) => [
        told.owner,
        ...told.of.departments
          .filter(({ requirement }) => requirement === 'REQUIRED')
          .map(({ code }) => this.stage.speaker(code)),
      ]),
    );
    accounts.delete('chair');
    const { id } = await this.app.get(SessionPlanningService).schedule(await this.stage.actor('coordinator'), {
      title,
      startsAt: startsAt.toISOString(),
      minutes: Math.max(60, cases.length * 30),
      roomId: await this.stage.roomId(room),
      chairId: await this.stage.personId('chair'),
      recorderId: await this.stage.personId('recorder'),
      memberIds: await Promise.all([...accounts].map((account) => this.stage.personId(account))),
      linkedHospitals: await Promise.all(
        experts.map(async (hospital) => ({
          hospitalId: await this.stage.hospitalId(hospital),
          expertIds: [await this.stage.personId(`${hospital}-expert`)],
        })),
      ),
      videoUrl,
    });
    return id;
  }

  private async addCase(sessionId: string, told: ToldCase, shareWith: readonly string[]): Promise<void> {
    const { version } = await this.read(sessionId);
    await this.app.get(AgendaService).addCase(await this.stage.actor('coordinator'), sessionId, {
      version,
      caseNo: told.caseNo,
      minutes: 20,
      shareWithHospitalIds: await Promise.all(shareWith.map((hospital) => this.stage.hospitalId(hospital))),
    });
  }

  private async decide(sessionId: string, told: ToldCase, day: number): Promise<void> {
    const item = async () => {
      const found = (await this.read(sessionId)).agenda.find(({ caseNo }) => caseNo === told.caseNo);
      if (!found) throw new Error('a case of the story is not on its agenda');
      return found;
    };
    const [chair, recorder] = [await this.stage.actor('chair'), await this.stage.actor('recorder')];
    const opened = await item();
    await this.app.get(SessionRunningService).openItem(chair, sessionId, opened.id, opened.version);
    await this.app
      .get(DecisionRecordService)
      .record(recorder, sessionId, opened.id, { ...(await this.decisionOf(told, day)), decisionVersion: 0 });
    await this.app.get(DecisionRecordService).conclude(recorder, sessionId, opened.id, (await item()).version);
    await this.app
      .get(DecisionSignatureService)
      .sign(chair, sessionId, opened.id, { version: (await item()).version, password: this.password });
  }

  private async decisionOf(told: ToldCase, day: number): Promise<DecisionRecord> {
    const known: DemonstrationCase['decision'] | undefined = demonstrationCases.find(
      ({ key }) => key === told.of.key,
    )?.decision;
    const required = told.of.departments.filter(({ requirement }) => requirement === 'REQUIRED');
    const stances = await Promise.all(
      required.map(async ({ code }) => {
        const dissents = known?.dissent?.departmentCode === code;
        const given = told.of.opinions.find(({ departmentCode }) => departmentCode === code)?.stance ?? 'support';
        return {
          departmentId: await this.stage.departmentId(code),
          hospitalId: null,
          personId: await this.stage.personId(this.stage.speaker(code)),
          stance: dissents
            ? ('oppose' as const)
            : given === 'oppose' || given === 'more-information'
              ? ('conditional' as const)
              : given,
          note: dissents ? (known?.dissent?.text ?? '') : '',
        };
      }),
    );
    return {
      direction: known?.direction ?? 'SURGERY',
      summary: known?.summary.zh ?? '影像、病理与各科意见一致，按讨论方案进行，术前完善评估。',
      stances,
      recommendations: [
        {
          text: '向患者及家属说明方案并记录意愿',
          ownerId: await this.stage.personId(told.owner),
          dueOn: this.stage.day(day + 2),
        },
      ],
      patientPreferenceConsidered: true,
      consensusOverride: null,
    };
  }

  private async read(id: string): Promise<SessionView> {
    return this.app.get(SessionReadingService).read(await this.stage.actor('coordinator'), id);
  }
}
