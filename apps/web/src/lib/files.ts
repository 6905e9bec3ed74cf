import type { AnswerOf, Endpoint } from '@consilium/contracts';
import { address, ownProblem, refusalOf, send, type LooseRequest } from './api';
import { currentLocale } from './i18n';

/** A file the API gave out, under the name it is to be saved by. */
export interface GivenFile {
  name: string;
  content: Blob;
}

/** The name out of `Content-Disposition`, as RFC 6266 writes names that are not plain. */
function nameIn(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  return encoded === undefined ? 'file' : decodeURIComponent(encoded);
}

/** Asks for a file that is made for this request. Rejects as `call` does. */
export async function askForFile(endpoint: Endpoint, request: LooseRequest): Promise<GivenFile> {
  const response = await send(endpoint, request);
  return { name: nameIn(response.headers.get('content-disposition')), content: await response.blob() };
}

/** Has the browser save a file. */
export function saveFile({ name, content }: GivenFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

interface Sent {
  params?: Record<string, string>;
  /** The body of the endpoint; the API takes fields before the file. */
  fields: Record<string, string>;
  file: File;
  signal?: AbortSignal;
  /** How much has been sent, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Sends a file with the fields of a form, telling how far it is: `fetch` cannot. Rejects as `call` does, and with an AbortError where `signal`
 * ended it.
 */
export function sendFile<E extends Endpoint>(
  endpoint: E,
  { params = {}, fields, file, signal, onProgress }: Sent,
): Promise<AnswerOf<E>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const end = () => request.abort();
    const failed = (error: Error) => {
      signal?.removeEventListener('abort', end);
      reject(error);
    };
    request.open(endpoint.method, address(endpoint, { params }));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', currentLocale());
    request.setRequestHeader('X-Consilium', '1');
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total);
    });
    request.addEventListener('abort', () => failed(new DOMException('ended', 'AbortError')));
    request.addEventListener('error', () => failed(ownProblem('unreachable', 0)));
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status >= 400) return failed(refusalOf(answer, request.status));
      if (answer === null) return failed(ownProblem('unreadable', request.status));
      signal?.removeEventListener('abort', end);
      resolve(answer as AnswerOf<E>);
    });
    if (signal?.aborted === true) return failed(new DOMException('ended', 'AbortError'));
    signal?.addEventListener('abort', end);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const KILOBYTE = 1024;

/** 812 KB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} B`;
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE
    ? `${Math.round(kilobytes)} KB`
    : `${(kilobytes / KILOBYTE).toFixed(kilobytes < 10 * KILOBYTE ? 1 : 0)} MB`;
}
