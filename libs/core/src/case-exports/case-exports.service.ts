import { Inject, Injectable } from '@nestjs/common';
import type { exportEndpoints, InputOf, Locale } from '@consilium/contracts';
import { DateTime } from 'luxon';
import { authorise, authoriseSight, type Actor } from '../access/index.js';
import { caseFacts, factsForPolicy, PatientIdentityService } from '../cases/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import type { ServedFile } from '../files/index.js';
import { caseDocument } from './case-document.js';
import { exportedCase } from './exported-case.js';
import type { ExportedCase } from './exported-case.rules.js';
import { bundleOf } from './fhir-bundle.rules.js';

type Request = InputOf<typeof exportEndpoints.pdf>['body'];

interface Copy {
  exported: ExportedCase;
  at: Date;
  timeZone: string;
}

/** Copies of a case that leave the house: to print, and for other systems. Each is on record, and who the patient is with its reason. */
@Injectable()
export class CaseExportsService {
  constructor(
    private readonly database: Database,
    private readonly identities: PatientIdentityService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The case on A4, in the reader's language; the texts stay in the language they were written in. */
  async pdf(actor: Actor, caseNo: string, request: Request, locale: Locale): Promise<ServedFile> {
    const { exported, at, timeZone } = await this.copy(actor, caseNo, request, 'PDF');
    const content = await caseDocument(exported, { locale, at, timeZone, printedBy: actor.name });
    return fileOf(content, 'application/pdf', nameOf({ exported, at, timeZone }, 'pdf'));
  }

  /** The case as a collection of FHIR R4 resources. */
  async fhir(actor: Actor, caseNo: string, request: Request): Promise<ServedFile> {
    const copy = await this.copy(actor, caseNo, request, 'FHIR');
    const base = `${this.config.PUBLIC_URL ?? `http://127.0.0.1:${this.config.PORT}`}/fhir/`;
    const bundle = bundleOf(copy.exported, { base, at: copy.at.toISOString() });
    const content = Buffer.from(JSON.stringify(bundle, null, 2), 'utf8');
    return fileOf(content, 'application/fhir+json; charset=utf-8', nameOf(copy, 'fhir.json'));
  }

  private async copy(
    actor: Actor,
    caseNo: string,
    { identified, reason }: Request,
    format: 'PDF' | 'FHIR',
  ): Promise<Copy> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      authorise(actor, 'case:export', factsForPolicy(facts));
      const identity = identified
        ? await this.identities.revealForCopy(tx, facts, reason)
        : await this.identities.wordsToHide(tx, facts);
      const exported = await exportedCase(tx, facts, { identity, isIdentified: identified });
      await tx.audit({
        action: 'case.exported',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        detail: { format, identified, round: facts.roundOrdinal },
      });
      return { exported, at: tx.now, timeZone: facts.timeZone };
    });
  }
}

/** By the case number and the time, never by the patient. */
const nameOf = ({ exported, at, timeZone }: Copy, ending: string): string =>
  `${exported.caseNo}-${DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyyMMdd-HHmm')}.${ending}`;

const fileOf = (content: Buffer, mediaType: string, fileName: string): ServedFile => ({
  content,
  mediaType,
  bytes: content.length,
  fileName,
  isShown: false,
  hasRanges: false,
});
