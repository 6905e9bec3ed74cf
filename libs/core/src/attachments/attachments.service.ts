import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Attachment as AttachmentView, AttachmentList, attachmentEndpoints, InputOf } from '@consilium/contracts';
import { v7 as newId } from 'uuid';
import { authorise, authoriseSight, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { caseFacts, emergencyBehind, factsForPolicy, type CaseFacts } from '../cases/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { Attachment } from './attachment.entity.js';
import { attachmentHeld, attachmentsOf, attachmentView } from './attachment-record.js';
import { AttachmentStore } from './attachment-store.js';
import { receive, type ReceivedFile } from './received-file.js';
import { StudyViewer } from './study-viewer.js';

type Added = InputOf<typeof attachmentEndpoints.add>['body'];

/** Files kept with a case, for its care team. What they are called may name the patient and stands in no log, message or address. */
@Injectable()
export class AttachmentsService {
  private readonly incoming: string;

  constructor(
    private readonly database: Database,
    private readonly store: AttachmentStore,
    private readonly viewer: StudyViewer,
    @Inject(CONFIG) config: Config,
  ) {
    this.incoming = join(config.DATA_DIR, 'attachments', 'incoming');
  }

  async list(actor: Actor, caseNo: string): Promise<AttachmentList> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'attachment:read', factsForPolicy(facts));
      const emergencyAccessId = await emergencyBehind(tx, 'attachment:read', facts);
      await tx.audit({
        action: 'attachment.listed',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        ...(emergencyAccessId !== undefined && { detail: { emergencyAccessId } }),
      });
      return this.seen(tx, facts);
    });
  }

  /**
   * Keeps a file with the case. It is asked first whether the actor may, so that nobody else's bytes are taken in; what arrives is measured and
   * its type told on the way, and if anything fails nothing of it stays.
   */
  async add(actor: Actor, caseNo: string, { kind, title }: Added, file: Readable | undefined): Promise<AttachmentView> {
    await this.database.read(actor, async (tx) =>
      authorise(actor, 'attachment:add', factsForPolicy(await caseFacts(tx, caseNo))),
    );
    if (file === undefined) throw refuseFields({ field: 'file', code: 'required' });
    return receive(file, { folder: this.incoming, title }, async (received) => {
      const id = newId();
      await this.store.keep(id, received.path, received.bytes);
      try {
        return await this.database.write(actor, (tx) => registered(tx, caseNo, { id, kind, title }, received));
      } catch (error) {
        await this.store.forget(id);
        throw error;
      }
    });
  }

  /** Takes a file out of use. Its bytes stay: medical records are never deleted (卫医政发〔2010〕11号, corrections keep the old). */
  async remove(
    actor: Actor,
    caseNo: string,
    id: string,
    { version, reason }: InputOf<typeof attachmentEndpoints.remove>['body'],
  ): Promise<AttachmentList> {
    return this.database.write(actor, (tx) => this.setState(tx, caseNo, id, version, { to: 'REMOVED', reason }));
  }

  async restore(actor: Actor, caseNo: string, id: string, version: number): Promise<AttachmentList> {
    return this.database.write(actor, (tx) => this.setState(tx, caseNo, id, version, { to: 'ACTIVE' }));
  }

  private async setState(
    tx: Transaction,
    caseNo: string,
    id: string,
    version: number,
    change: { to: 'REMOVED'; reason: string } | { to: 'ACTIVE' },
  ): Promise<AttachmentList> {
    const facts = await caseFacts(tx, caseNo);
    authorise(tx.actor, 'attachment:remove', factsForPolicy(facts));
    await attachmentHeld(tx, facts, id);
    await tx.raiseVersion('attachments', id, version);
    const row = await attachmentHeld(tx, facts, id);
    if (row.state === change.to) throw new Problem('attachment/wrong-state');
    const removal = change.to === 'REMOVED' ? [tx.now, personOf(tx.actor), change.reason] : [null, null, null];
    await tx.query(
      'UPDATE attachments SET state = $2, removed_at = $3, removed_by = $4, remove_reason = $5 WHERE id = $1',
      [id, change.to, ...removal],
    );
    await tx.audit({
      action: change.to === 'REMOVED' ? 'attachment.removed' : 'attachment.restored',
      objectKind: 'attachment',
      objectId: id,
      caseId: facts.id,
      // Why may say whose file it was.
      ...(change.to === 'REMOVED' && { detail: { reason: fingerprint(change.reason) } }),
      before: { state: row.state, version },
      after: { state: change.to, version: version + 1 },
    });
    await tx.announce('case', facts.caseNo);
    return this.seen(tx, facts);
  }

  private async seen(tx: Transaction, facts: CaseFacts): Promise<AttachmentList> {
    return attachmentsOf(tx, facts, await this.viewer.studiesOf(tx, facts));
  }
}

async function registered(
  tx: Transaction,
  caseNo: string,
  { id, kind, title }: Added & { id: string },
  { bytes, sha256, mediaType }: ReceivedFile,
): Promise<AttachmentView> {
  const facts = await caseFacts(tx, caseNo);
  // Once more: a long upload may outlast the right to it.
  authorise(tx.actor, 'attachment:add', factsForPolicy(facts));
  const [now, personId] = [tx.now, personOf(tx.actor)];
  await tx.insert(Attachment, {
    id,
    caseId: facts.id,
    roundId: facts.roundId,
    hospitalId: facts.hospitalId,
    kind,
    title,
    mediaType,
    bytes,
    sha256,
    uploadedAt: now,
    uploadedBy: personId,
    updatedAt: now,
    updatedBy: personId,
  });
  await tx.audit({
    action: 'attachment.added',
    objectKind: 'attachment',
    objectId: id,
    caseId: facts.id,
    after: { kind, title: fingerprint(title), mediaType, bytes, sha256, round: facts.roundOrdinal },
  });
  await tx.announce('case', facts.caseNo);
  return attachmentView(tx, facts, await attachmentHeld(tx, facts, id));
}
