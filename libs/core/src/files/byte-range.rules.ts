const RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.1.2), both ends included. Undefined for what is no single range, or lies
 * outside the file: then the whole is answered, as the standard allows.
 */
export function byteRange(header: string | undefined, bytes: number): { from: number; to: number } | undefined {
  const [, first, last] = RANGE.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') return Number(last) === 0 ? undefined : { from: Math.max(bytes - Number(last), 0), to: bytes - 1 };
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from < bytes && from <= to ? { from, to } : undefined;
}
