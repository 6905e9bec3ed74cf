import { structureByCode } from '@consilium/catalog';
import type { DeidentifiedCase, OpinionView, ShareSection } from '@consilium/contracts';
import { may } from '../access/index.js';
import { opinionsOfRound, type IdentitySeal, type RoundOpinion } from '../cases/index.js';
import type { Transaction } from '../database/index.js';
import { deidentify, type DeidentifiedRecord } from './deidentify.rules.js';
import { deidentifyText } from './deidentify-text.rules.js';
import type { ShareFacts } from './share-facts.js';
import { heldRecords } from './shared-record.js';

/**
 * The shared case as its reader sees it now: de-identified, with their own opinion and, once that is given, the others'. Opinions are free
 * text of people who know the patient, so they pass the same rules.
 */
export async function sharedCase(tx: Transaction, seal: IdentitySeal, share: ShareFacts): Promise<DeidentifiedCase> {
  const held = (await heldRecords(tx, seal, [share.id])).get(share.id);
  if (!held) throw new Error('a share has no case');
  const clean = (text: string) => deidentifyText(text, held.secrets);
  const opinions = await opinionsOfRound(tx, share.roundId, { shareIds: [share.id] });
  const mine = opinions.find(({ shareId }) => shareId === share.id);
  const hasGiven = mine !== undefined && mine.revision > 0;
  const sees = (section: ShareSection) => share.sections.includes(section);
  return {
    px: share.px,
    sections: share.sections,
    sex: held.sex,
    province: held.province,
    risk: held.risk,
    ...structuresNamed(deidentify(held.record, held.known, held.sessionDay)),
    session: {
      id: share.session.id,
      title: clean(share.session.title),
      startsAt: share.session.startsAt.toISOString(),
      state: share.session.state,
    },
    opinionDueAt: share.opinionDueAt.toISOString(),
    accessUntil: share.expiresAt.toISOString(),
    myOpinion: mine ? viewOf(mine, (text) => text) : null,
    otherOpinions: sees('OTHER_OPINIONS')
      ? opinions
          .filter(({ id, state }) => hasGiven && id !== mine.id && state === 'SUBMITTED')
          .map((one) => viewOf(one, clean))
      : null,
    canGiveOpinion:
      !share.roundClosed && may(tx.actor, 'remote:give-opinion', { sharedHospitalIds: [share.hospitalId] }),
  };
}

const structuresNamed = (record: DeidentifiedRecord) => ({
  ...record,
  structures: record.structures.map((one) => ({
    ...one,
    name: structureByCode(one.code)?.name ?? { zh: one.code, en: one.code },
  })),
});

function viewOf(opinion: RoundOpinion, clean: (text: string) => string): OpinionView {
  const { shareId: _share, hospitalId: _hospital, authorId: _author, ...view } = opinion;
  return {
    ...view,
    text: clean(view.text),
    needs: clean(view.needs),
    answers: view.answers.map((answer) => ({ ...answer, text: clean(answer.text) })),
    risks: view.risks.map(clean),
    conditions: view.conditions.map(clean),
    // Of which parts another hospital receives, not who of the host wrote them.
    newEvidence: view.newEvidence.map((entry) => ({ ...entry, by: '' })),
  };
}
