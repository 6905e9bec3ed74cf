export { byteRange } from './byte-range.rules.js';
export type { ByteRange, ServedFile } from './served-file.js';
