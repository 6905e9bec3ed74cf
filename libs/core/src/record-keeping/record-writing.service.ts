import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { stagingSystems as systems, structures } from '@consilium/catalog';
import {
  recordContents,
  type FullRecord,
  type InputOf,
  type RecordContents,
  type recordEndpoints,
  type RecordSection,
} from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { fingerprintOf } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import {
  caseFacts,
  factsForPolicy,
  lockCase,
  markOpinionsStale,
  settleReadiness,
  wrongState,
  type CaseFacts,
} from '../cases/index.js';
import { assessRisk } from '../cases/risk.rules.js';
import {
  addRevisions,
  keepReadingForm,
  latestParts,
  readingFormOfParts,
  recordOf,
  writableParts,
  type PartRow,
  type PartToWrite,
} from '../clinical-record/index.js';
import { deriveStage } from '../clinical-record/staging.rules.js';
import { campusDay } from '../clock/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { factChanged } from '../decision-facts/index.js';
import { refusedBySchema, refuseFields, type FieldRefusal } from '../errors/index.js';
import { refusedOfContent, type ContentBounds } from './content.rules.js';
import { recordSeen } from './record-seen.js';

type Change = InputOf<typeof recordEndpoints.write>['body'];

const CATALOGUE: Omit<ContentBounds, 'today' | 'departmentIds'> = {
  structureCodes: new Set(structures.map(({ code }) => code)),
  vesselCodes: new Set(structures.filter(({ region }) => region === 'vessels').map(({ code }) => code)),
  components: new Map(
    systems.map(({ system, components }) => [
      system,
      new Map(components.map(({ key, choices }) => [key, new Set(choices.map(({ value }) => value))])),
    ]),
  ),
};

/** Completing and correcting a clinical record, one part at a time. */
@Injectable()
export class RecordWritingService {
  constructor(private readonly database: Database) {}

  /**
   * Writes the next revision of one part. Whoever writes a part that somebody else wrote meanwhile is refused with `object/stale`, who and when,
   * and nothing is overwritten; two people who write two parts do not meet. Opinions and decisions that rest on what changed are asked for a second look.
   */
  async write(actor: Actor, caseNo: string, section: RecordSection, change: Change): Promise<FullRecord> {
    return this.database.write(actor, async (tx) => {
      const seen = await caseFacts(tx, caseNo);
      authorise(actor, 'record:write', factsForPolicy(seen));
      const state = await lockCase(tx, seen.id);
      if (!writableParts(state).includes(section)) throw wrongState(state);
      const present = (await latestParts(tx, seen.id)).find((part) => part.section === section);
      if ((present?.revision ?? 0) !== change.revision) throw stale(tx, present);

      const part = { ...(await checkedPart(tx, seen, section, change)), revision: change.revision + 1 };
      await addRevisions(tx, seen.id, [part], change);
      await keepReadingForm(tx, seen.id, readingFormOfParts([part]));
      const risk = section === 'structures' || section === 'imaging' ? await settleRisk(tx, seen.id) : undefined;
      await tx.audit({
        action: 'record.written',
        objectKind: 'case',
        objectId: seen.id,
        caseId: seen.id,
        detail: { section, revision: part.revision, source: change.source },
        before: { content: present === undefined ? null : fingerprintOf(present.content), risk: risk?.before },
        after: { content: fingerprintOf(part.content), risk: risk?.after },
      });
      if (!isDeepStrictEqual(present?.content, part.content)) await markOpinionsStale(tx, seen.id, section);
      await factChanged(tx, seen.id);
      // What a new fact satisfies, or no longer does, decides whether the case is ready.
      await settleReadiness(tx, seen.id);
      await refreshCards(tx, seen.id);
      return recordSeen(tx, { ...seen, state });
    });
  }
}

/** A part nobody wrote yet is nobody's: it can only be stale for who saw more than there is. */
const stale = (tx: Transaction, present: PartRow | undefined) =>
  staleProblem({
    version: present?.revision ?? 0,
    at: present?.recordedAt ?? tx.now,
    who: present?.author ?? null,
  });

/** The content as it will be kept. Refuses what its schema, its day and the catalogue do not allow, by paths in the request. */
async function checkedPart(
  tx: Transaction,
  facts: CaseFacts,
  section: RecordSection,
  change: Change,
): Promise<PartToWrite> {
  const parsed = recordContents[section].safeParse(change.content, { reportInput: true });
  if (!parsed.success) throw refusedBySchema(parsed.error, 'content.');
  const part = { section, content: parsed.data, observedOn: change.observedOn } as PartToWrite;
  const today = campusDay(tx.now, facts.timeZone);
  const departments = await tx.query<{ id: string }>('SELECT id FROM departments WHERE hospital_id = $1', [
    facts.hospitalId,
  ]);
  const bounds = { ...CATALOGUE, today, departmentIds: new Set(departments.map(({ id }) => id)) };
  const wrong: FieldRefusal[] = refusedOfContent(section, part.content as RecordContents[typeof section], bounds);
  if (change.observedOn > today) wrong.push({ field: 'observedOn', code: 'in-the-future' });
  if (wrong.length > 0) throw refuseFields(...wrong);
  return part.section === 'staging' ? { ...part, content: derived(part.content) } : part;
}

/** The group of a stage is the server's to say, by the rules of the edition it was assessed by. */
const derived = ({ entries }: RecordContents['staging']): RecordContents['staging'] => ({
  entries: entries.map((entry) => ({
    ...entry,
    derivedGroup: followsRulesOf(entry) ? deriveStage(entry.system, entry.components) : null,
  })),
});

const followsRulesOf = ({ system, edition }: RecordContents['staging']['entries'][number]): boolean =>
  systems.some((known) => known.system === system && known.edition === edition);

/** Judges the risk anew from what the record says now. */
async function settleRisk(tx: Transaction, caseId: string): Promise<{ before: string; after: string }> {
  const record = await recordOf(tx, caseId);
  const { risk, reasons } = assessRisk(
    {
      structures: record.structures?.content.entries ?? [],
      imaging: record.imaging?.content.entries ?? [],
    },
    structures,
  );
  const { risk: before } = await tx.one<{ risk: string }>('SELECT risk FROM cases WHERE id = $1', [caseId]);
  await tx.query('UPDATE cases SET risk = $2, risk_reasons = $3 WHERE id = $1', [
    caseId,
    risk,
    JSON.stringify(reasons),
  ]);
  return { before, after: risk };
}
