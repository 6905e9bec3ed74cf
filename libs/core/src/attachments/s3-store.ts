import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '../config/index.js';
import { Problem } from '../errors/index.js';
import type { ByteRange } from '../files/index.js';
import { AttachmentStore } from './attachment-store.js';

type Settings = Pick<Config, 'ATTACHMENTS_S3_KEY_ID' | 'ATTACHMENTS_S3_SECRET' | 'ATTACHMENTS_S3_REGION'>;

/** Files in a bucket of a store that speaks S3, so that processes on several machines reach the same ones. */
export class S3Store extends AttachmentStore {
  private readonly bucket: string;
  private readonly endpoint: string;
  private opened: Promise<S3Client> | undefined;

  constructor(
    address: string,
    private readonly settings: Settings,
  ) {
    super();
    const { origin, pathname } = new URL(address);
    this.endpoint = origin;
    this.bucket = pathname.replaceAll('/', '');
  }

  async check(): Promise<void> {
    const { HeadBucketCommand } = await library();
    try {
      await (await this.client()).send(new HeadBucketCommand({ Bucket: this.bucket }));
    } catch {
      throw new Error(
        `The file store ${this.endpoint} does not open the bucket ${this.bucket}: check ATTACHMENTS_S3_URL and its key.`,
      );
    }
  }

  async keep(id: string, path: string, bytes: number): Promise<void> {
    const { PutObjectCommand } = await library();
    const put = new PutObjectCommand({
      Bucket: this.bucket,
      Key: id,
      Body: createReadStream(path),
      ContentLength: bytes,
    });
    await this.reached(async (client) => client.send(put));
  }

  async open(id: string, part?: ByteRange): Promise<Readable> {
    const { GetObjectCommand } = await library();
    const get = new GetObjectCommand({
      Bucket: this.bucket,
      Key: id,
      ...(part && { Range: `bytes=${part.from}-${part.to}` }),
    });
    const { Body } = await this.reached(async (client) => client.send(get));
    // On Node the library answers with a stream of Node; its type also names those of browsers.
    if (Body === undefined || !('pipe' in Body)) throw new Problem('attachment/content-missing');
    return Body as Readable;
  }

  async forget(id: string): Promise<void> {
    const { DeleteObjectCommand } = await library();
    await this.reached(async (client) => client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: id })));
  }

  private async reached<T>(ask: (client: S3Client) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.client());
    } catch {
      throw new Problem('attachment/content-missing');
    }
  }

  private client(): Promise<S3Client> {
    this.opened ??= library().then(
      ({ S3Client: Client }) =>
        new Client({
          endpoint: this.endpoint,
          region: this.settings.ATTACHMENTS_S3_REGION,
          // Stores of one's own have no name for each bucket.
          forcePathStyle: true,
          credentials: {
            accessKeyId: this.settings.ATTACHMENTS_S3_KEY_ID,
            secretAccessKey: this.settings.ATTACHMENTS_S3_SECRET,
          },
          // Checksums that only some stores know are left out where they may be.
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        }),
    );
    return this.opened;
  }
}

/** Loaded where such a store is set up, and not elsewhere. */
const library = () => import('@aws-sdk/client-s3');
