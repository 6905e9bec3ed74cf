import { Injectable } from '@nestjs/common';
import type { RestrictedContent } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import { caseFacts, factsForPolicy, IdentitySeal } from '../cases/index.js';
import { Database } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { factHeld, factsSeen, type RestrictedFacts } from './restricted-record.js';

/** Looking at facts of level 5 (HIV and the like). They stand in no list, board, search, message or shared case; this is the one door to them. */
@Injectable()
export class RestrictedReadingService {
  constructor(
    private readonly database: Database,
    private readonly seal: IdentitySeal,
  ) {}

  /** That there are such facts, and who wrote them when; not what they say, nor of what kind they are. */
  async list(actor: Actor, caseNo: string): Promise<RestrictedFacts> {
    return this.database.read(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const seen = await factsSeen(tx, facts);
      await tx.audit({
        action: 'restricted-fact.listed',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
      });
      return seen;
    });
  }

  /**
   * Shows one fact, on record. As with the full name the owner of the case needs no reason and everybody else states one, which must not
   * repeat what the fact says.
   */
  async reveal(actor: Actor, caseNo: string, id: string, reason: string): Promise<RestrictedContent> {
    return this.database.write(actor, async (tx) => {
      const facts = await caseFacts(tx, caseNo);
      authoriseSight(actor, 'case:read', factsForPolicy(facts));
      const row = await factHeld(tx, facts, id);
      const isOwner = facts.ownerId === actor.personId;
      if (!isOwner && reason === '') throw refuseFields({ field: 'reason', code: 'required' });
      const content = this.seal.openFact(id, row.sealed, row.keyId);
      // A reason is kept in the open, and read by people who may not know the fact.
      if (reason.includes(content.result)) throw refuseFields({ field: 'reason', code: 'invalid' });
      await tx.audit({
        action: 'restricted-fact.revealed',
        objectKind: 'restricted-fact',
        objectId: id,
        caseId: facts.id,
        detail: { as: isOwner ? 'OWNER' : 'DEPARTMENT', reason },
      });
      return content;
    });
  }
}
