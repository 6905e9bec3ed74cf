import type { Readable } from 'node:stream';
import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Problem } from '@consilium/core';
import { finalize, type Observable } from 'rxjs';
import { endpointOf } from './endpoint.decorator.js';
import type { ApiRequest } from './request-context.js';

const FILE = 'file';
/** Fields before a file are few and short: what is long is sent as JSON. */
const LIMITS = { fields: 10, fieldSize: 4_096, fieldNameSize: 60, files: 1, parts: 11, headerPairs: 20 };

/**
 * Takes apart a form with a file, where the contract says that one comes: the fields become the body, which is validated as any other, and the
 * file is handed on as it arrives. One byte more than is allowed is let through, so that who reads can tell; the rest is thrown away.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const bytes = endpointOf(context)?.fileBytes ?? 0;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (!request.isMultipart()) return next.handle();
    if (bytes === 0) throw new Problem('request/malformed');
    const { fields, file } = await beginningOf(request, bytes + 1);
    request.body = fields;
    request.upload = file;
    // A file that nobody took must not keep the connection waiting.
    return next.handle().pipe(finalize(() => file?.resume()));
  }
}

/** The fields of the form up to its file, and the file. */
async function beginningOf(
  request: ApiRequest,
  fileSize: number,
): Promise<{ fields: Record<string, string>; file: Readable | undefined }> {
  const fields: Record<string, string> = {};
  const parts = request.parts({ limits: { ...LIMITS, fileSize } });
  for (;;) {
    // By hand: leaving a loop over the parts would end the file that has just begun.
    const { done, value: part } = await parts.next();
    if (done === true) return { fields, file: undefined };
    if (part.type === 'file') {
      if (part.fieldname === FILE) return { fields, file: part.file };
      part.file.resume();
      throw new Problem('request/malformed');
    }
    if (part.valueTruncated || typeof part.value !== 'string') throw new Problem('request/malformed');
    fields[part.fieldname] = part.value;
  }
}

/** The file that came with the request; undefined where none did. It is read once. */
export const UploadedFile = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Readable | undefined =>
    context.switchToHttp().getRequest<ApiRequest>().upload,
);

/** Which part of a file is asked for, as the request says. */
export const AskedRange = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<ApiRequest>().headers.range,
);
