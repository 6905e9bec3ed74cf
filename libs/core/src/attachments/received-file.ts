import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ATTACHMENT_BYTES, attachmentType, type AttachmentType } from '@consilium/contracts';
import { fileTypeFromFile } from 'file-type';
import { v4 as randomId } from 'uuid';
import { Problem } from '../errors/index.js';

/** A file that has arrived whole, not yet kept. */
export interface ReceivedFile {
  path: string;
  bytes: number;
  sha256: string;
  mediaType: AttachmentType;
}

const MEGABYTE = 1_048_576;
/** How much of a text is looked at: what is no text shows early. */
const SAMPLE_BYTES = 65_536;

/**
 * Writes a file to the folder as it arrives, never holding the whole of it, and hands it to `use` once its size, checksum and type are known.
 * Whatever happens nothing of it stays in the folder. Throws `attachment/too-large`, `attachment/empty` and `attachment/type-refused`.
 */
export async function receive<T>(
  incoming: Readable,
  options: { folder: string; title: string },
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const path = join(options.folder, randomId());
  try {
    const { bytes, sha256 } = await written(incoming, path);
    const mediaType = await typeOf(path, options.title);
    return await use({ path, bytes, sha256, mediaType });
  } finally {
    await rm(path, { force: true });
  }
}

async function written(incoming: Readable, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > ATTACHMENT_BYTES) done(new Problem('attachment/too-large', { max: ATTACHMENT_BYTES / MEGABYTE }));
      else done(null, chunk);
    },
  });
  await pipeline(incoming, measured, createWriteStream(path, { mode: 0o600 }));
  if (bytes === 0) throw new Problem('attachment/empty');
  return { bytes, sha256: hash.digest('hex') };
}

/** What the content is, whatever the file is called. Of texts, which carry no mark, the name says whether they are a table. */
async function typeOf(path: string, title: string): Promise<AttachmentType> {
  const found = await fileTypeFromFile(path);
  if (found) {
    const listed = attachmentType.safeParse(found.mime);
    if (!listed.success) throw new Problem('attachment/type-refused');
    return listed.data;
  }
  if (!(await isText(path))) throw new Problem('attachment/type-refused');
  return /\.csv$/i.test(title) ? 'text/csv' : 'text/plain';
}

/** Whether the beginning reads as text in UTF-8 or GB18030, as hospitals' systems write it. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    // The sample may end within a character, so the end is not asked to be whole.
    return ['utf-8', 'gb18030'].some((encoding) => {
      try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
        return (
          !/\p{Cc}/u.test(text.replaceAll(/[\t\n\f\r]/g, '')) && !/^\s*<(?:!doctype|html|svg|script|\?xml)/i.test(text)
        );
      } catch {
        return false;
      }
    });
  } finally {
    await file.close();
  }
}
