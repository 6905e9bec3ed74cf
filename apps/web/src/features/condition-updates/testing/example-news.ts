import type { NewsItem, NewsView } from '@consilium/contracts';

/** Family news that waits to be acknowledged by the owner of the case. */
export const exampleNews = (changes: Partial<NewsItem> = {}): NewsItem => ({
  id: '00000000-0000-7000-8011-000000000001',
  version: 1,
  caseNo: 'P26-0187',
  patient: { maskedName: '张**', sex: 'FEMALE', ageYears: 52 },
  text: '家属来电：昨夜起血尿加重',
  source: 'FAMILY',
  severity: 'RED',
  state: 'TRIAGED',
  author: { id: '00000000-0000-4000-8005-000000000003', name: '季清和' },
  owner: { id: '00000000-0000-4000-8005-000000000002', name: '江听澜' },
  ownerDepartment: { zh: '泌尿外科', en: 'Urology' },
  reportedAt: '2026-11-18T08:00:00+08:00',
  dueAt: '2026-11-18T08:15:00+08:00',
  acknowledgedAt: null,
  availableActions: ['triage', 'acknowledge'],
  ...changes,
});

/** The same with everything that its page shows. */
export const exampleNewsView = (changes: Partial<NewsView> = {}): NewsView => ({
  ...exampleNews(),
  trail: [{ kind: 'WRITTEN', at: '2026-11-18T08:00:00+08:00', by: '季清和', severity: 'RED', note: '' }],
  suggestsConsult: false,
  ...changes,
});
