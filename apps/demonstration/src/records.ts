import {
  partsAfterOperation,
  partsBeforeDiscussion,
  type DemonstrationCase,
  type DemonstrationPart,
  type DemonstrationReferral,
  type PartsWanted,
} from '@consilium/catalog';
import { caseFacts, Database, recordOf, RecordWritingService, type KeptRecord } from '@consilium/core';
import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Stage } from './stage.js';

/** Whose record it is. */
export interface RecordTold {
  caseNo: string;
  owner: string;
  /** Nothing in it is dated on this day of the story or later. */
  until: number;
}

const isFull = (of: DemonstrationReferral): of is DemonstrationCase => 'record' in of;

/** Plays how the owner of a case completes its record, through the same service as everybody. */
export class Records {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly stage: Stage,
  ) {}

  /** What is known before the discussion on `discussedOn`; the lighter cases have no more than their referral. */
  async complete(of: DemonstrationReferral, told: RecordTold, discussedOn: number): Promise<void> {
    if (!isFull(of)) return;
    const day = (offset: number) => this.stage.day(Math.min(discussedOn + offset, told.until - 1));
    await this.write(told, (entryId) => partsBeforeDiscussion(of, { day, entryId }));
  }

  /** What became of a patient who was operated on `operationDay`, as far as it has happened by the day of loading. */
  async conclude(of: DemonstrationCase, told: RecordTold, operationDay: number): Promise<void> {
    const day = (offset: number) => this.stage.day(operationDay + offset);
    const departments = new Map<string, string>();
    for (const { ownerDepartment } of of.followUp)
      departments.set(ownerDepartment, await this.stage.departmentId(ownerDepartment));
    const departmentId = (code: string) => departments.get(code) ?? '';
    await this.write(told, (entryId) =>
      partsAfterOperation(of, { day, entryId, departmentId }).map((part) => this.sofar(part)),
    );
  }

  /** A patient who is to be seen after the day of loading was last seen on it. */
  private sofar(part: DemonstrationPart): DemonstrationPart {
    const { lastSeenOn } = part.content;
    const today = this.stage.day(0);
    return typeof lastSeenOn === 'string' && lastSeenOn > today
      ? { ...part, content: { ...part.content, lastSeenOn: today } }
      : part;
  }

  private async write(
    { caseNo, owner }: RecordTold,
    partsOf: (entryId: PartsWanted['entryId']) => DemonstrationPart[],
  ): Promise<void> {
    const actor = await this.stage.actor(owner);
    const kept = await this.app.get(Database).read(actor, async (tx) => recordOf(tx, (await caseFacts(tx, caseNo)).id));
    for (const { section, observedOn, content } of partsOf((of, place) => idOf(kept, of, place)))
      await this.app.get(RecordWritingService).write(actor, caseNo, section, {
        revision: kept[section]?.revision ?? 0,
        observedOn,
        source: 'OWN',
        sourceNote: '',
        reason: '',
        content,
      });
  }
}

function idOf(kept: KeptRecord, section: DemonstrationPart['section'], place: number): string {
  const content = kept[section]?.content;
  const entry = content !== undefined && 'entries' in content ? content.entries[place] : undefined;
  return entry !== undefined && 'id' in entry ? entry.id : randomUUID();
}
