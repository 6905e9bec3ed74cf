import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeidentifiedCase, OpinionContent, OpinionDraft } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { refreshCards } from '../boards/index.js';
import { IdentitySeal, lockCase, refusedAnswers, writeOpinion } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem, refuseFields } from '../errors/index.js';
import { IdentityService } from '../identity/index.js';
import { closeObligation } from '../reminders/index.js';
import { openShare, type ShareFacts } from './share-facts.js';
import { recordDisclosure } from './disclosures.js';
import { sharedCase } from './shared-case.js';

/** The opinion of another hospital on a case shared with it: it advises, the host decides. */
@Injectable()
export class RemoteOpinionService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly seal: IdentitySeal,
  ) {}

  async keepDraft(actor: Actor, px: string, draft: OpinionDraft): Promise<{ version: number; savedAt: string }> {
    return this.database.write(actor, async (tx) => {
      const share = await this.openForOpinion(tx, actor, px);
      const { version, ...words } = draft;
      // Not announced: an open portal would read the case again, and every reading is a disclosure on record.
      const kept = await writeOpinion(tx, giverOf(share), words, version, false);
      await tx.audit({
        action: 'remote-opinion.drafted',
        objectKind: 'share',
        objectId: share.id,
        caseId: share.caseId,
        detail: { px: share.px },
        ...kept.change,
      });
      return { version: kept.version, savedAt: tx.now.toISOString() };
    });
  }

  /**
   * Gives, or revises, the opinion, signed with the password of who gives it; the signed text's SHA-256 goes on record. Throws
   * `signature/wrong-password`, and `opinion/not-owed` once the decision is signed.
   */
  async submit(
    actor: Actor,
    px: string,
    opinion: OpinionContent & { version: number; password: string },
  ): Promise<DeidentifiedCase> {
    const { version, password, ...content } = opinion;
    await this.database.read(actor, (tx) => this.openForOpinion(tx, actor, px));
    await this.identity.confirmPassword(actor, password);
    return this.database.write(actor, async (tx) => {
      const share = await this.openForOpinion(tx, actor, px);
      await tx.asCaseKeeper(share.caseId, () => lockCase(tx, share.caseId));
      refuseUnknownQuestions(share, content);
      const written = await writeOpinion(tx, giverOf(share), content, version, true);
      await tx.audit({
        action: 'remote-opinion.given',
        objectKind: 'share',
        objectId: share.id,
        caseId: share.caseId,
        detail: { px: share.px, contentHash: hashOf(share.px, content) },
        ...written.change,
      });
      await closeObligation(tx, 'REMOTE_OPINION', share.id, 'DONE');
      await tx.asCaseKeeper(share.caseId, () => refreshCards(tx, share.caseId));
      await tx.announce('share', share.px);
      await tx.announce('session', share.session.id);
      const shown = await sharedCase(tx, this.seal, share);
      // Once one's own opinion is given, those of others are received.
      await recordDisclosure(tx, share, shown);
      return shown;
    });
  }

  private async openForOpinion(tx: Transaction, actor: Actor, px: string): Promise<ShareFacts> {
    const share = await openShare(tx, actor, px);
    authorise(actor, 'remote:give-opinion', {
      sharedHospitalIds: [share.hospitalId],
      sharedForSessionId: share.session.id,
    });
    if (share.roundClosed) throw new Problem('opinion/not-owed');
    return share;
  }
}

const giverOf = (share: ShareFacts) => ({ roundId: share.roundId, shareId: share.id, hospitalId: share.hospitalId });

function refuseUnknownQuestions({ questions }: ShareFacts, content: OpinionContent): void {
  const errors = refusedAnswers(content.answers, questions);
  if (errors.length > 0) throw refuseFields(...errors);
}

function hashOf(
  px: string,
  { stance, text, needs, answers, resectability, risks, conditions }: OpinionContent,
): string {
  const signed = { px, stance, text, needs, answers, resectability, risks, conditions };
  return createHash('sha256').update(JSON.stringify(signed)).digest('hex');
}
