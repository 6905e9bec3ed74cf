import type { OpinionRevision } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { changedParts, differenceOf } from './version-difference';

const version = (changes: Partial<OpinionRevision> = {}): OpinionRevision => ({
  revision: 1,
  author: '陆怀舟',
  submittedAt: '2026-11-18T01:00:00.000Z',
  reconfirms: false,
  stance: 'support',
  text: '可切除。先放双J管。',
  needs: '',
  answers: [],
  resectability: 'RESECTABLE',
  risks: [],
  conditions: [],
  ...changes,
});

describe('two versions of an opinion', () => {
  it('differ in the parts that say something else, in the order they are read', () => {
    expect(changedParts(version(), version({ revision: 2, risks: ['出血'], stance: 'conditional' }))).toEqual([
      'stance',
      'risks',
    ]);
    expect(changedParts(version(), version({ revision: 2, reconfirms: true }))).toEqual([]);
  });

  it.each([
    ['a sentence replaced', '可切除。先放双J管。', '可切除。先行栓塞。', ['=可切除。', '-先放双J管。', '+先行栓塞。']],
    ['a sentence added', '可切除。', '可切除。需备血。', ['=可切除。', '+需备血。']],
    ['nothing left', '可切除。', '', ['-可切除。']],
    ['nothing changed', '可切除。', '可切除。', ['=可切除。']],
  ])('show %s', (_what, before, now, expected) => {
    const signs = { same: '=', added: '+', gone: '-' };
    expect(differenceOf(before, now).map(({ kind, text }) => `${signs[kind]}${text}`)).toEqual(expected);
  });
});
