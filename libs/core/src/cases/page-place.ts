import { refuseFields } from '../errors/index.js';

/** The place after which a page begins: what the list is sorted by, as the database writes it, and the case. */
export interface PagePlace {
  at: string;
  id: string;
}

const PLACE = /^([0-9a-f-]{36}) (infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/;

export const cursorOf = ({ at, id }: PagePlace): string => Buffer.from(`${id} ${at}`).toString('base64url');

/** Refuses a cursor that no page gave. */
export function placeOf(cursor: string): PagePlace {
  const [, id, at] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (id === undefined || at === undefined) throw refuseFields({ field: 'cursor', code: 'invalid' });
  return { id, at };
}
