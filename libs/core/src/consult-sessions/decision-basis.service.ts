import { Injectable } from '@nestjs/common';
import type { AnswerOf, decisionEndpoints, KnownFact, ProposedFact } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { authorise } from '../access/index.js';
import { Database } from '../database/index.js';
import { factsByDirection, factsByKind, presentFacts, shownValue } from '../decision-facts/index.js';
import { notFound } from '../errors/index.js';
import { policyFacts, sessionFacts } from './session-facts.js';

/** What a decision under discussion may stand on. */
@Injectable()
export class DecisionBasisService {
  constructor(private readonly database: Database) {}

  /** Facts of the case as they are now, and those the rules propose, as far as the case has them, for each direction and kind of recommendation. */
  async facts(actor: Actor, sessionId: string, itemId: string): Promise<AnswerOf<typeof decisionEndpoints.facts>> {
    const entry = { action: 'decision-facts.listed', objectKind: 'agenda-item', objectId: itemId } as const;
    return this.database.list(actor, entry, async (tx) => {
      authorise(actor, 'decision:record', policyFacts(await sessionFacts(tx, actor, sessionId)));
      const item = await tx.maybeOne<{ caseId: string }>(
        'SELECT case_id AS "caseId" FROM agenda_items WHERE id = $1 AND session_id = $2',
        [itemId, sessionId],
      );
      if (!item) throw notFound();
      const present = await presentFacts(tx, item.caseId);
      const known = [...present].map(([key, { label, value, observedOn }]): KnownFact => ({
        key,
        label,
        shown: shownValue(key, value),
        observedOn,
      }));
      const asFarAsKnown = <Name extends string>(proposals: Readonly<Record<Name, readonly ProposedFact[]>>) =>
        Object.fromEntries(
          Object.entries<readonly ProposedFact[]>(proposals).map(([name, facts]) => [
            name,
            facts.filter(({ key }) => present.has(key)),
          ]),
        ) as Record<Name, ProposedFact[]>;
      return { known, byDirection: asFarAsKnown(factsByDirection), byKind: asFarAsKnown(factsByKind) };
    });
  }
}
