/** A problem whose message is one sentence that says what to do; it is shown without a stack. */
export class PlainError extends Error {
  /**
   * @param {string} sentence
   * @param {{ cause?: unknown, details?: string[] }} [more] `details` are lines shown under the sentence, such as the end of a log
   */
  constructor(sentence, more = {}) {
    super(sentence, { cause: more.cause });
    this.name = 'PlainError';
    this.details = more.details ?? [];
  }
}

/** Thrown into work that is under way when the person asked to stop; never shown. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

const diskFull = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;

/**
 * The one sentence for any failure, also for those that nobody foresaw.
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof PlainError) return error.message;
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  );
  const place = path ? ` ${path}` : '';
  if (diskFull.test(`${code} ${message}`)) return fullDiskSentence(path);
  if (code === 'EACCES' || code === 'EPERM')
    return `This account may not write or read${place}: give it the right to, start from the account that owns it, or set DATA_DIR to a folder of your own.`;
  if (code === 'ENOTDIR' || (code === 'EEXIST' && path))
    return `${path} is a file where a folder is needed: set DATA_DIR to a folder.`;
  if (code === 'EROFS')
    return `${path ?? 'The folder'} is on a read-only disk: set DATA_DIR to a folder that can be written.`;
  if (code === 'EMFILE' || code === 'ENFILE')
    return 'This machine allows too few open files: raise the limit with `ulimit -n 4096` and start again.';
  if (code === 'EAGAIN' || code === 'ENOMEM')
    return 'This machine has no memory or processes left: close other programs and start again.';
  return `Something unexpected happened: ${message.split('\n')[0]}`;
}

/** @param {string} [where] */
export const fullDiskSentence = (where) =>
  `The disk is full${where ? ` (${where})` : ''}: free about 1 GB, or set DATA_DIR to a folder on another disk, and start again.`;

/**
 * Whether a program's own words say that the disk is full.
 * @param {string} output
 */
export const saysDiskFull = (output) => diskFull.test(output);
