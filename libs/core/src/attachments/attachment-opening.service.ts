import { Injectable } from '@nestjs/common';
import { attachmentTypes, previewTypes } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import { caseFacts, emergencyBehind, factsForPolicy } from '../cases/index.js';
import { Database } from '../database/index.js';
import { byteRange, type ServedFile } from '../files/index.js';
import { attachmentHeld, type AttachmentRow } from './attachment-record.js';
import { AttachmentStore } from './attachment-store.js';

/** Looking at a file of a case. */
@Injectable()
export class AttachmentOpeningService {
  constructor(
    private readonly database: Database,
    private readonly store: AttachmentStore,
  ) {}

  /**
   * The file, or the part that `range` asks for, on record. A reader that fetches a long file in parts opens it once: only the part from the
   * beginning is a line of the log. Where it is to be shown, it is only if a browser shows its type by itself.
   */
  async open(
    actor: Actor,
    caseNo: string,
    id: string,
    { range, show }: { range: string | undefined; show: boolean },
  ): Promise<ServedFile> {
    const row = await this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'attachment:read', factsForPolicy(facts));
      const held = await attachmentHeld(tx, facts, id);
      const emergencyAccessId = await emergencyBehind(tx, 'attachment:read', facts);
      if ((byteRange(range, held.bytes)?.from ?? 0) === 0)
        await tx.audit({
          action: 'attachment.opened',
          objectKind: 'attachment',
          objectId: id,
          caseId: facts.id,
          detail: { shown: show, ...(emergencyAccessId !== undefined && { emergencyAccessId }) },
        });
      return held;
    });
    const part = byteRange(range, row.bytes);
    return {
      content: await this.store.open(id, part),
      mediaType: row.mediaType,
      bytes: part ? part.to - part.from + 1 : row.bytes,
      fileName: fileNameOf(row),
      isShown: show && previewTypes.includes(row.mediaType),
      hasRanges: true,
      ...(part && { part: { ...part, of: row.bytes } }),
    };
  }
}

/** The title, with an ending that fits what the file is: a title may promise something else. */
function fileNameOf({ title, mediaType }: AttachmentRow): string {
  const endings: readonly string[] = attachmentTypes[mediaType];
  const fits = endings.some((ending) => title.toLowerCase().endsWith(`.${ending}`));
  return fits ? title : `${title}.${endings[0] ?? 'bin'}`;
}
