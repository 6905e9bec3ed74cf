import { demonstrationCentre, type DemonstrationReferral } from '@consilium/catalog';
import { Database, loadActor, SettableClock, systemActor, type Actor } from '@consilium/core';
import { DateTime } from 'luxon';

export const ZONE = 'Asia/Shanghai';

/** The people, ids and time of the demonstration while it is being played. */
export class Stage {
  private readonly actors = new Map<string, Actor>();
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly database: Database,
    readonly clock: SettableClock,
    /** The instant of loading: the story leads up to it. */
    readonly today: Date,
  ) {}

  /** An instant of the story: days from the day of loading, and a time of day in Shanghai. */
  instant(day: number, time: string): Date {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return DateTime.fromJSDate(this.today, { zone: ZONE })
      .plus({ days: day })
      .set({ hour, minute, second: 0, millisecond: 0 })
      .toJSDate();
  }

  /** A calendar day of the story, as YYYY-MM-DD. */
  day(offset: number): string {
    return DateTime.fromJSDate(this.today, { zone: ZONE }).plus({ days: offset }).toISODate() ?? '';
  }

  /** Moves the story to an instant; what lies after the loading happens at the loading. */
  goTo(instant: Date): void {
    this.clock.set(instant < this.today ? instant : this.today);
  }

  async actor(account: string): Promise<Actor> {
    const known = this.actors.get(account);
    if (known) return known;
    const actor = await this.database.read(director, async (tx) => {
      const { id } = await tx.one<{ id: string }>('SELECT person_id AS id FROM accounts WHERE username = $1', [
        account,
      ]);
      return loadActor(tx, id);
    });
    if (!actor) throw new Error(`the demonstration has no ${account}`);
    this.actors.set(account, actor);
    return actor;
  }

  async departmentId(code: string): Promise<string> {
    return this.idOf(
      `department ${code}`,
      'SELECT d.id FROM departments d JOIN hospitals h ON h.id = d.hospital_id AND h.is_host WHERE d.code = $1',
      code,
    );
  }

  async hospitalId(code: string): Promise<string> {
    return this.idOf(`hospital ${code}`, 'SELECT id FROM hospitals WHERE code = $1', code);
  }

  async roomId(name: string): Promise<string> {
    return this.idOf(`room ${name}`, 'SELECT id FROM rooms WHERE name_zh = $1', name);
  }

  async personId(account: string): Promise<string> {
    return this.idOf(`person ${account}`, 'SELECT person_id AS id FROM accounts WHERE username = $1', account);
  }

  /** The account that speaks for a department: its first lead or member. */
  speaker(departmentCode: string): string {
    const person = demonstrationCentre.people.find(({ memberships }) =>
      memberships.some((held) => held.departmentCode === departmentCode && held.role === 'DEPT_LEAD'),
    );
    if (!person) throw new Error(`nobody speaks for ${departmentCode}`);
    return person.account;
  }

  /** The surgeon who refers and owns a case: of the first required department whose people own cases. */
  owner(of: DemonstrationReferral): string {
    for (const { code } of of.departments) {
      const surgeon = demonstrationCentre.people.find(({ memberships }) =>
        memberships.some((held) => held.departmentCode === code && held.role === 'CASE_OWNER'),
      );
      if (surgeon) return surgeon.account;
    }
    return 'chair';
  }

  /** Runs a statement in the name of the demonstration, which reaches reminders and notifications and nothing of a patient. */
  async play(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    await this.database.write(director, (tx) => tx.query(sql, parameters));
  }

  /** Version of a case as the coordinator sees it, without that being an opening of the case. */
  async versionOf(caseNo: string): Promise<number> {
    const { version } = await this.database.read(await this.actor('coordinator'), (tx) =>
      tx.one<{ version: number }>('SELECT version FROM cases WHERE case_no = $1', [caseNo]),
    );
    return version;
  }

  private async idOf(name: string, sql: string, key: string): Promise<string> {
    const known = this.ids.get(name);
    if (known) return known;
    const { id } = await this.database.read(director, (tx) => tx.one<{ id: string }>(sql, [key]));
    this.ids.set(name, id);
    return id;
  }
}

export const director = systemActor('demonstration', '');
