import { createReadStream } from 'node:fs';
import { access, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '../errors/index.js';
import type { ByteRange } from '../files/index.js';

/** Where the bytes of files lie, by the id of the file. It knows neither their names nor whose they are. */
export abstract class AttachmentStore {
  /** Throws one sentence where nothing can be kept; asked when a process starts. */
  abstract check(): Promise<void>;
  /** Takes over a whole file that lies at `path`; what is left there is the caller's to remove. */
  abstract keep(id: string, path: string, bytes: number): Promise<void>;
  /** The bytes, whole or in part. Throws `attachment/content-missing` where they cannot be had. */
  abstract open(id: string, part?: ByteRange): Promise<Readable>;
  /** Forgets a file, also one that it never had. */
  abstract forget(id: string): Promise<void>;
}

/** Files in a folder of this machine, spread over 256 folders by the end of their id: ids begin with the time. */
export class FolderStore extends AttachmentStore {
  constructor(private readonly folder: string) {
    super();
  }

  async check(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await access(this.folder, constants.W_OK);
    } catch {
      throw new Error(`Files cannot be kept in ${this.folder}: set DATA_DIR to a folder that can be written.`);
    }
  }

  async keep(id: string, path: string): Promise<void> {
    await mkdir(join(this.folder, id.slice(-2)), { recursive: true, mode: 0o700 });
    await rename(path, this.pathOf(id));
  }

  async open(id: string, part?: ByteRange): Promise<Readable> {
    const path = this.pathOf(id);
    try {
      await stat(path);
    } catch {
      throw new Problem('attachment/content-missing');
    }
    return createReadStream(path, part && { start: part.from, end: part.to });
  }

  async forget(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}
