import type { Discrepancy, FieldProblemCode, RecordContents, RecordSection, StagingSystem } from '@consilium/contracts';

/** What the content of a part is checked against. Days are YYYY-MM-DD in the zone of the hospital. */
export interface ContentBounds {
  today: string;
  structureCodes: ReadonlySet<string>;
  vesselCodes: ReadonlySet<string>;
  departmentIds: ReadonlySet<string>;
  /** Components of each staging system with their choices, by their keys. */
  components: ReadonlyMap<StagingSystem, ReadonlyMap<string, ReadonlySet<string>>>;
}

export interface RefusedContent {
  field: string;
  code: FieldProblemCode;
}

const refused = (field: string, code: FieldProblemCode): RefusedContent => ({ field: `content.${field}`, code });

/** A day that has not come yet. */
const future = (field: string, day: string | null, { today }: ContentBounds): RefusedContent[] =>
  day !== null && day > today ? [refused(field, 'in-the-future')] : [];

/** Entries whose key stood earlier in the list already. */
const repeated = (keys: readonly string[], fieldAt: (place: number) => string): RefusedContent[] =>
  keys.flatMap((key, place) => (keys.indexOf(key) < place ? [refused(fieldAt(place), 'duplicate')] : []));

const codes = (entries: readonly { code: string }[], known: ReadonlySet<string>, path: string): RefusedContent[] => [
  ...entries.flatMap(({ code }, place) => (known.has(code) ? [] : [refused(`${path}.${place}.code`, 'unknown')])),
  ...repeated(
    entries.map(({ code }) => code),
    (place) => `${path}.${place}.code`,
  ),
];

/** Checks of each entry of a list, with ids that are each its own. */
function each<Entry extends { id: string }>(
  entries: readonly Entry[],
  check: (entry: Entry, path: string) => RefusedContent[],
): RefusedContent[] {
  return [
    ...repeated(
      entries.map(({ id }) => id),
      (place) => `entries.${place}.id`,
    ),
    ...entries.flatMap((entry, place) => check(entry, `entries.${place}`)),
  ];
}

function reread(
  rereading: { readOn: string; discrepancy: Discrepancy; changed: string } | null,
  path: string,
  bounds: ContentBounds,
): RefusedContent[] {
  if (rereading === null) return [];
  return [
    ...future(`${path}.rereading.readOn`, rereading.readOn, bounds),
    // What differs is of use only with what it changes.
    ...(rereading.discrepancy !== 'NONE' && rereading.changed === ''
      ? [refused(`${path}.rereading.changed`, 'required')]
      : []),
  ];
}

function staged(
  { system, components, assessedOn, text }: RecordContents['staging']['entries'][number],
  path: string,
  bounds: ContentBounds,
): RefusedContent[] {
  const known = bounds.components.get(system);
  return [
    ...future(`${path}.assessedOn`, assessedOn, bounds),
    ...Object.entries(components).flatMap(([key, value]) =>
      known?.get(key)?.has(value) ? [] : [refused(`${path}.components.${key}`, 'unknown')],
    ),
    ...(Object.keys(components).length === 0 && text === '' ? [refused(`${path}.text`, 'required')] : []),
  ];
}

type Checks = {
  [Section in RecordSection]: (content: RecordContents[Section], bounds: ContentBounds) => RefusedContent[];
};

const nothing = (): RefusedContent[] => [];

const checks: Checks = {
  diagnosis: nothing,
  presentation: nothing,
  summary: nothing,
  wishes: nothing,
  status: nothing,
  treatments: ({ entries }, bounds) =>
    each(entries, ({ happenedOn, endedOn }, path) => [
      ...future(`${path}.happenedOn`, happenedOn, bounds),
      ...future(`${path}.endedOn`, endedOn, bounds),
      ...(endedOn !== null && endedOn < happenedOn ? [refused(`${path}.endedOn`, 'before-start')] : []),
    ]),
  staging: ({ entries }, bounds) => each(entries, (entry, path) => staged(entry, path, bounds)),
  structures: ({ entries }, { structureCodes }) => codes(entries, structureCodes, 'entries'),
  imaging: ({ entries }, bounds) =>
    each(entries, ({ examinedOn, organs, vessels, rereading }, path) => [
      ...future(`${path}.examinedOn`, examinedOn, bounds),
      ...codes(organs, bounds.structureCodes, `${path}.organs`),
      ...codes(vessels, bounds.vesselCodes, `${path}.vessels`),
      ...reread(rereading, path, bounds),
    ]),
  pathology: ({ entries }, bounds) =>
    each(entries, ({ reportedOn, rereading }, path) => [
      ...future(`${path}.reportedOn`, reportedOn, bounds),
      ...reread(rereading, path, bounds),
    ]),
  laboratory: ({ entries }, bounds) => each(entries, ({ takenOn }, path) => future(`${path}.takenOn`, takenOn, bounds)),
  outcome: ({ operatedOn, dischargedOn, lastSeenOn }, bounds) => [
    ...future('operatedOn', operatedOn, bounds),
    ...future('dischargedOn', dischargedOn, bounds),
    ...future('lastSeenOn', lastSeenOn, bounds),
    ...(operatedOn !== null && dischargedOn !== null && dischargedOn < operatedOn
      ? [refused('dischargedOn', 'before-start')]
      : []),
  ],
  'follow-up': ({ entries }, { departmentIds }) =>
    each(entries, ({ departmentId }, path) =>
      departmentId === null || departmentIds.has(departmentId) ? [] : [refused(`${path}.departmentId`, 'unknown')],
    ),
};

/** What the schema of a part cannot know: the day it is, the catalogue, the hospital's departments, and that entries are each their own. */
export function refusedOfContent<Section extends RecordSection>(
  section: Section,
  content: RecordContents[Section],
  bounds: ContentBounds,
): RefusedContent[] {
  return checks[section](content, bounds);
}
