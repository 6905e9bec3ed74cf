import type { Completeness, CompletenessItem } from '@consilium/contracts';

let serial = 0;

export function exampleItem(changes: Partial<CompletenessItem> = {}): CompletenessItem {
  serial += 1;
  return {
    id: `00000000-0000-7000-8010-${String(serial).padStart(12, '0')}`,
    version: 1,
    code: 'pelvic-mri',
    group: 'IMAGING',
    label: { zh: '盆腔 MRI，6 周内', en: 'Pelvic MRI within 6 weeks' },
    basis: 'NAPRC',
    mandatory: true,
    needs: 'RECEIVED',
    auto: 'IMAGING_MRI',
    validDays: 42,
    state: 'MISSING',
    done: false,
    expired: false,
    factOn: null,
    validUntil: null,
    owner: 'CASE_OWNER',
    ownerName: { zh: '陆怀舟', en: 'Lu Huaizhou' },
    dueAt: null,
    setBy: null,
    setAt: null,
    reason: '',
    ...changes,
  };
}

/** A case whose MRI is missing; what its pathology is worth is settled, and ASA is optional. */
export function exampleCompleteness(changes: Partial<Completeness> = {}): Completeness {
  return {
    round: 1,
    checklistNumber: 2,
    items: [
      exampleItem(),
      exampleItem({
        code: 'pathology',
        group: 'PATHOLOGY',
        label: { zh: '病理报告', en: 'Pathology report' },
        state: 'RECEIVED',
        done: true,
        factOn: '2026-11-10',
      }),
      exampleItem({
        code: 'asa',
        group: 'STATUS',
        label: { zh: 'ASA 分级', en: 'ASA class' },
        mandatory: false,
        auto: null,
        validDays: null,
      }),
    ],
    mandatory: 2,
    mandatoryDone: 1,
    opinionsMissing: 1,
    complete: false,
    maySet: false,
    chase: [],
    mayChase: false,
    ...changes,
  };
}
