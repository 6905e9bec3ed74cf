import type { Readable } from 'node:stream';

/** The bytes from `from` to `to`, both included, counted from 0. */
export interface ByteRange {
  from: number;
  to: number;
}

/** A file on its way to a browser. */
export interface ServedFile {
  content: Readable | Buffer;
  mediaType: string;
  /** How many bytes go out: those of the part, where it is one. */
  bytes: number;
  /** Name under which it is saved. */
  fileName: string;
  /** Shown in a frame that runs nothing, and not saved. */
  isShown: boolean;
  /** Whether parts of it may be asked for. */
  hasRanges: boolean;
  /** Which part of how much this is; left out for the whole. */
  part?: ByteRange & { of: number };
}
