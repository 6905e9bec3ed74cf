import {
  recordSections,
  stagingSystems,
  type Bilingual,
  type RecordContents,
  type RecordSection,
} from '@consilium/contracts';

/** One part of a record as it stands. */
export interface KeptPart<Section extends RecordSection = RecordSection> {
  content: RecordContents[Section];
  /** Day on which it was so, YYYY-MM-DD. */
  observedOn: string;
  revision: number;
  recordedAt: Date;
}

/** A whole record, part by part; null where nothing was written. */
export type KeptRecord = { [Section in RecordSection]: KeptPart<Section> | null };

export const imagingKinds = ['MRI', 'CT', 'PET', 'OTHER'] as const;
export type ImagingKind = (typeof imagingKinds)[number];

/** What a fact of a record is called, so that a decision can name what it stands on. */
export type FactKey =
  | 'ecog'
  | 'asa'
  | 'nrs2002'
  | 'comorbidities'
  | 'wishes'
  | 'structures'
  | 'pathology'
  | 'presentation'
  | `stage:${string}`
  | `imaging:${ImagingKind}`
  | `laboratory:${string}`;

export interface RecordFact {
  /** Two facts of one key say the same where these are equal, however they were typed. */
  value: string;
  label: Bilingual;
  observedOn: string;
}

const imagingLabels: Record<ImagingKind, Bilingual> = {
  MRI: { zh: 'MRI', en: 'MRI' },
  CT: { zh: 'CT', en: 'CT' },
  PET: { zh: 'PET', en: 'PET' },
  OTHER: { zh: '其他影像', en: 'Other imaging' },
};

/** The kind an examination counts to, from the words it is named with: 盆腔增强 MRI, 胸部 CT, PET-CT, 核磁. */
export function imagingKindOf(modality: string): ImagingKind {
  const words = modality.normalize('NFKC').toUpperCase();
  // PET-CT and PET/MR are read for their tracer.
  if (words.includes('PET')) return 'PET';
  if (/(?<![A-Z])MR(?![A-Z])|MRI|MRA|MRU|MRCP|DWI|磁共振|核磁/.test(words)) return 'MRI';
  if (/(?<![A-Z])CT|断层/.test(words)) return 'CT';
  return 'OTHER';
}

/** Laboratories write `Cea` and ` CEA `; a trend is one whatever the spelling. */
export const analyteOf = (analyte: string): string => analyte.normalize('NFKC').trim().toUpperCase();

/** Words without what only typing changes: kind of width, runs of spaces, line ends. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** One spelling for one content: words plain, names of fields in order, nothing of what is empty. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(plain(value));
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const said = Object.entries(value).filter(([, one]) => !isEmpty(one));
  return `{${said
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${name}:${canonical(one)}`)
    .join(',')}}`;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && plain(value) === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A list whose order says nothing. */
const asSet = (entries: readonly unknown[]): string => [...new Set(entries.map(canonical))].toSorted().join(';');

/** The entry of the latest day of each group; of one day, the one that stands last. */
function latestOfEach<Group extends string, Entry>(
  entries: readonly Entry[],
  groupOf: (entry: Entry) => Group,
  dayOf: (entry: Entry) => string,
): Map<Group, Entry> {
  const found = new Map<Group, Entry>();
  for (const entry of entries) {
    const before = found.get(groupOf(entry));
    if (before === undefined || dayOf(entry) >= dayOf(before)) found.set(groupOf(entry), entry);
  }
  return found;
}

/** A re-reading that agrees changes nothing of what is known. */
const changedBy = (rereading: RecordContents['imaging']['entries'][number]['rereading']) =>
  rereading === null || rereading.discrepancy === 'NONE'
    ? null
    : { discrepancy: rereading.discrepancy, changed: rereading.changed };

function* statusFacts({ content, observedOn }: KeptPart<'status'>): Generator<[FactKey, RecordFact]> {
  const { ecog, asa, asaEmergency, nrs2002, comorbidities } = content;
  yield ['ecog', { value: String(ecog), label: { zh: 'ECOG', en: 'ECOG' }, observedOn }];
  if (asa !== null)
    yield [
      'asa',
      { value: `${asa}${asaEmergency ? 'E' : ''}`, label: { zh: 'ASA 分级', en: 'ASA class' }, observedOn },
    ];
  if (nrs2002 !== null)
    yield ['nrs2002', { value: String(nrs2002), label: { zh: 'NRS2002', en: 'NRS2002' }, observedOn }];
  yield ['comorbidities', { value: asSet(comorbidities), label: { zh: '合并症', en: 'Comorbidities' }, observedOn }];
}

function* stageFacts({ content }: KeptPart<'staging'>): Generator<[FactKey, RecordFact]> {
  const stages = latestOfEach(
    content.entries,
    ({ system }) => system,
    ({ assessedOn }) => assessedOn,
  );
  for (const [system, { edition, prefix, components, derivedGroup, override, text, assessedOn }] of stages)
    yield [
      `stage:${system}`,
      {
        value: canonical({ edition, prefix, components, group: override?.group ?? derivedGroup, text }),
        label: stagingSystems.labels[system],
        observedOn: assessedOn,
      },
    ];
}

function* imagingFacts({ content }: KeptPart<'imaging'>): Generator<[FactKey, RecordFact]> {
  const examinations = latestOfEach(
    content.entries,
    ({ modality }) => imagingKindOf(modality),
    ({ examinedOn }) => examinedOn,
  );
  for (const [kind, entry] of examinations) {
    const { finding, sizeMm, crmMm, emvi, organs, vessels, sacralLevel, resectability, rereading, examinedOn } = entry;
    yield [
      `imaging:${kind}`,
      {
        value: canonical({
          finding,
          sizeMm: sizeMm.toSorted((a, b) => b - a),
          crmMm,
          emvi,
          organs: asSet(organs),
          vessels: asSet(vessels),
          sacralLevel,
          resectability,
          rereading: changedBy(rereading),
        }),
        label: imagingLabels[kind],
        observedOn: examinedOn,
      },
    ];
  }
}

function* pathologyFacts({ content, observedOn }: KeptPart<'pathology'>): Generator<[FactKey, RecordFact]> {
  const report = latestOfEach(
    content.entries,
    () => 'all',
    ({ reportedOn }) => reportedOn ?? '',
  ).get('all');
  if (report === undefined) return;
  const { text, markers, specimen, molecular, molecularMarkers, marginMm, rereading, reportedOn } = report;
  yield [
    'pathology',
    {
      value: canonical({
        text,
        markers: asSet(markers),
        specimen,
        molecular,
        molecularMarkers: asSet(molecularMarkers),
        marginMm,
        rereading: changedBy(rereading),
      }),
      label: { zh: '病理', en: 'Pathology' },
      observedOn: reportedOn ?? observedOn,
    },
  ];
}

function* laboratoryFacts({ content }: KeptPart<'laboratory'>): Generator<[FactKey, RecordFact]> {
  const results = latestOfEach(
    content.entries,
    ({ analyte }) => analyteOf(analyte),
    ({ takenOn }) => takenOn,
  );
  for (const [analyte, { value, unit, takenOn }] of results)
    yield [
      `laboratory:${analyte}`,
      { value: plain(`${value} ${unit}`), label: { zh: analyte, en: analyte }, observedOn: takenOn },
    ];
}

/**
 * The facts a decision may stand on, as the record has them now: of examinations, results and stages the latest of their kind. The day is no part of
 * a value: the same finding on a later day is the same fact seen again. Nor is who examined or read, or the number of a report.
 */
export function factsOf(record: KeptRecord): Map<FactKey, RecordFact> {
  const { presentation, wishes, status, structures, staging, imaging, pathology, laboratory } = record;
  const facts = new Map<FactKey, RecordFact>();
  const add = (found: Iterable<[FactKey, RecordFact]>) => {
    for (const [key, fact] of found) facts.set(key, fact);
  };
  if (presentation !== null) {
    const { content, observedOn } = presentation;
    facts.set('presentation', {
      value: `${content.presentation} ${content.recurrenceNumber}`,
      label: recordSections.labels.presentation,
      observedOn,
    });
  }
  if (wishes !== null)
    facts.set('wishes', {
      value: plain(wishes.content.text),
      label: recordSections.labels.wishes,
      observedOn: wishes.observedOn,
    });
  if (status !== null) add(statusFacts(status));
  if (structures !== null)
    facts.set('structures', {
      value: asSet(structures.content.entries),
      label: recordSections.labels.structures,
      observedOn: structures.observedOn,
    });
  if (staging !== null) add(stageFacts(staging));
  if (imaging !== null) add(imagingFacts(imaging));
  if (pathology !== null) add(pathologyFacts(pathology));
  if (laboratory !== null) add(laboratoryFacts(laboratory));
  return facts;
}

/** A record in which nothing is written. */
export const emptyRecord = (): KeptRecord =>
  Object.fromEntries(recordSections.schema.options.map((section) => [section, null])) as KeptRecord;
