import type { RosterPlace } from '@consilium/contracts';

/**
 * The roster with one department moved past its neighbour. Neighbours are those shown: retired departments keep their places between them.
 * Undefined where it stands at that end already.
 */
export function moved(
  roster: readonly RosterPlace[],
  shown: readonly string[],
  departmentId: string,
  by: 1 | -1,
): RosterPlace[] | undefined {
  const neighbour = shown[shown.indexOf(departmentId) + by];
  const place = roster.find((one) => one.departmentId === departmentId);
  if (neighbour === undefined || place === undefined) return undefined;
  const others = roster.filter((one) => one !== place);
  const at = others.findIndex((one) => one.departmentId === neighbour) + (by === 1 ? 1 : 0);
  return [...others.slice(0, at), place, ...others.slice(at)];
}
