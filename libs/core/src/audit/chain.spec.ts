import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { batchLink, GENESIS, rowLink } from './chain.js';
import { fingerprint } from './fingerprint.js';

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

describe('a link of the chain', () => {
  it('is the SHA-256 of the link before it and the text of the row, as anybody can compute it', () => {
    expect(rowLink(GENESIS, '[1, "x"]').toString('hex')).toBe(sha256(Buffer.alloc(32), '[1, "x"]'));
  });

  it('differs with the row, and with everything before it', () => {
    const [one, other] = [rowLink(GENESIS, 'a'), rowLink(GENESIS, 'b')];
    expect(rowLink(one, 'c').equals(rowLink(other, 'c'))).toBe(false);
    expect(rowLink(one, 'c').equals(rowLink(one, 'd'))).toBe(false);
  });

  it('holds when a batch was sealed and how many rows it had', () => {
    const facts = { number: 1, lastSequence: 3, rowCount: 3, sealedAt: new Date('2026-11-18T01:00:00Z') };
    const link = batchLink(GENESIS, facts);
    expect(link.toString('hex')).toBe(sha256(GENESIS, '[1,3,3,"2026-11-18T01:00:00.000Z"]'));
    expect(link.equals(batchLink(GENESIS, { ...facts, sealedAt: new Date('2026-11-18T01:00:01Z') }))).toBe(false);
    expect(link.equals(batchLink(GENESIS, { ...facts, rowCount: 2 }))).toBe(false);
  });
});

describe('a text in the audit log', () => {
  it('is named by its length and fingerprint, never by its words', () => {
    const named = fingerprint('骶前复发，侵犯骶骨');
    expect(named).toEqual({ characters: 9, sha256: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(JSON.stringify(named)).not.toContain('骶');
    expect(fingerprint('骶前复发，侵犯骶骨。').sha256).not.toBe(named.sha256);
  });

  it('that is not there is named as nothing', () => {
    expect(fingerprint(null)).toBeNull();
  });
});
