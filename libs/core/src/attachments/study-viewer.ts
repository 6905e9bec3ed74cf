import { Inject, Injectable } from '@nestjs/common';
import type { AttachmentList } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import { caseFacts, emergencyBehind, factsForPolicy, type CaseFacts } from '../cases/index.js';
import { recordOf } from '../clinical-record/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';

/** The way from a case to its imaging studies in the hospital's DICOM viewer. Pixels never pass through this house. */
@Injectable()
export class StudyViewer {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Studies the viewer can show, newest first; none where no viewer is set up. */
  async studiesOf(tx: Transaction, facts: CaseFacts): Promise<AttachmentList['studies']> {
    if (this.config.DICOM_VIEWER_URL === undefined) return [];
    const { imaging } = await recordOf(tx, facts.id);
    return (imaging?.content.entries ?? [])
      .filter(({ studyUid }) => studyUid !== '')
      .map(({ studyUid, modality, examinedOn }) => ({ studyUid, modality, examinedOn }))
      .toSorted((a, b) => b.examinedOn.localeCompare(a.examinedOn));
  }

  /** The address of a study of this case in the viewer; that it was opened is on record. */
  async open(actor: Actor, caseNo: string, studyUid: string): Promise<{ url: string }> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'attachment:read', factsForPolicy(facts));
      const known = (await this.studiesOf(tx, facts)).some((study) => study.studyUid === studyUid);
      const template = this.config.DICOM_VIEWER_URL;
      if (template === undefined || !known) throw refuseFields({ field: 'studyUid', code: 'unknown' });
      const emergencyAccessId = await emergencyBehind(tx, 'attachment:read', facts);
      await tx.audit({
        action: 'study.opened',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        detail: { studyUid, ...(emergencyAccessId !== undefined && { emergencyAccessId }) },
      });
      return { url: template.replaceAll('{uid}', encodeURIComponent(studyUid)) };
    });
  }
}
