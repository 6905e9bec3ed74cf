import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { ServedFile } from '@consilium/core';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Nothing in it is run, loaded or sent, and no page frames it. */
const SHUT = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
/** Browsers show a PDF by a reader of their own, which stands apart from our pages and does not start in a sandbox. */
const policyFor = ({ mediaType }: ServedFile): string =>
  mediaType === 'application/pdf' ? `${SHUT}; object-src 'self'` : `sandbox; ${SHUT}`;

/**
 * Sends a file. It is to be saved and not shown, unless the service says that a browser may show it by itself; what it is has been told from its
 * content, and browsers are kept from guessing otherwise.
 */
export function serve(reply: FastifyReply, file: ServedFile): StreamableFile {
  const isText = file.mediaType.startsWith('text/') && !file.mediaType.includes('charset');
  void reply
    .header('content-type', isText ? 'application/octet-stream' : file.mediaType)
    .header('content-length', file.bytes)
    .header('content-disposition', disposition(file))
    .header('content-security-policy', policyFor(file))
    .header('x-content-type-options', 'nosniff');
  if (file.hasRanges) void reply.header('accept-ranges', 'bytes');
  if (file.part) void reply.header('content-range', `bytes ${file.part.from}-${file.part.to}/${file.part.of}`);
  return new StreamableFile(Buffer.isBuffer(file.content) ? Readable.from([file.content]) : file.content);
}

/** The name in the form of RFC 6266: Chinese by percent-encoding, and something plain for who does not read that. */
function disposition({ fileName, isShown }: ServedFile): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0] ?? '';
  const encoded = encodeURIComponent(fileName.replaceAll(/[\p{Cc}/\\]/gu, '_')).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isShown ? 'inline' : 'attachment'}; filename="file${ending}"; filename*=UTF-8''${encoded}`;
}

/** A part of a file is answered as such (RFC 9110, 15.3.7); the status of the route is that of a whole one. */
export function sendParts(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.hasHeader('content-range')) void reply.code(206);
    done(null, payload);
  });
}
