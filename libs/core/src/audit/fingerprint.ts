import { createHash } from 'node:crypto';

/** A text as the audit log names it: enough to tell that it changed and to recognise it, not to read it. */
export interface Fingerprint {
  characters: number;
  sha256: string;
}

/** Twelve hexadecimal digits tell two texts apart; a whole hash would tell no more here. */
const DIGITS = 12;

export function fingerprint(text: string): Fingerprint;
export function fingerprint(text: string | null): Fingerprint | null;
export function fingerprint(text: string | null): Fingerprint | null {
  if (text === null) return null;
  return {
    characters: Array.from(text).length,
    sha256: createHash('sha256').update(text).digest('hex').slice(0, DIGITS),
  };
}

/** Structured content by its fingerprint; the order of its keys counts. */
export const fingerprintOf = (content: unknown): Fingerprint => fingerprint(JSON.stringify(content));
