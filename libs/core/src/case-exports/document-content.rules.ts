import {
  asaClasses,
  caseStates,
  clavienDindoGrades,
  consensusTypes,
  directions,
  discrepancies,
  followUpModes,
  involvements,
  presentations,
  recordSections,
  resectionMargins,
  sexes,
  stagePrefixes,
  stagingSystems,
  stances,
  treatmentKinds,
  tumourTypes,
  urgencies,
  type Bilingual,
  type Locale,
  type RecordContents,
  type RecordSection,
} from '@consilium/contracts';
import { DateTime } from 'luxon';
import type { KeptRecord } from '../clinical-record/record-facts.rules.js';
import { documentTexts } from './document-texts.rules.js';
import type { ExportedCase, ExportedDecision } from './exported-case.rules.js';

/** One part of the document: lines with a word before them, and paragraphs. */
export interface DocumentSection {
  title: string;
  /** Where and when it is known, below the title. */
  stamp?: string;
  lines: { label?: string; text: string }[];
}

type Content<Section extends RecordSection> = RecordContents[Section];

/** What a document says, in one language and one zone. */
export function documentSections(
  exported: ExportedCase,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): DocumentSection[] {
  const word = (text: Bilingual): string => (locale === 'zh-CN' ? text.zh : text.en);
  const texts = (name: keyof typeof documentTexts): string => word(documentTexts[name]);
  const time = (instant: string): string => DateTime.fromISO(instant, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
  const joined = (...parts: (string | null | undefined)[]): string =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
  const { record, patient, identity } = exported;

  const facts: DocumentSection = {
    title: texts('patient'),
    lines: [
      { label: texts('name'), text: identity?.name ?? patient.maskedName },
      { label: texts('sex'), text: word(sexes.labels[patient.sex]) },
      { label: texts('age'), text: `${patient.ageYears} ${texts('years')}` },
      { label: texts('province'), text: patient.province },
      ...(identity === null
        ? []
        : [
            { label: texts('birthDate'), text: identity.birthDate },
            { label: texts('identityNo'), text: identity.identityNo },
            { label: texts('phone'), text: identity.phone },
            { label: texts('recordNo'), text: identity.recordNo },
          ]),
      { label: texts('tumourType'), text: word(tumourTypes.labels[exported.tumourType]) },
      { label: texts('state'), text: word(caseStates.labels[exported.state]) },
      { label: texts('urgency'), text: word(urgencies.labels[exported.urgency]) },
      {
        label: texts('owner'),
        text: joined(exported.owner.name, exported.owner.department && word(exported.owner.department)),
      },
      { label: texts('referredAt'), text: time(exported.referredAt) },
      { label: texts('round'), text: String(exported.round) },
    ],
  };
  const questions: DocumentSection = {
    title: texts('questions'),
    lines: exported.questions.map((text, place) => ({ text: `${place + 1}. ${text}` })),
  };

  const written: { [Section in RecordSection]: (content: Content<Section>) => DocumentSection['lines'] } = {
    diagnosis: ({ text, icd10Code, icd10Edition, additional, site, morphologyCode, morphologyText }) => [
      { text: joined(text, icd10Code && `ICD-10 ${icd10Code}`, icd10Edition) },
      ...additional.map((one) => ({ text: joined(one.text, one.code, one.edition) })),
      { text: joined(site, morphologyText, morphologyCode && `ICD-O-3 ${morphologyCode}`) },
    ],
    presentation: ({ presentation, recurrenceNumber, pattern, symptoms }) => [
      { text: joined(word(presentations.labels[presentation]), String(recurrenceNumber), pattern) },
      { text: symptoms.join('；') },
    ],
    summary: ({ text }) => [{ text }],
    wishes: ({ text }) => [{ text }],
    treatments: ({ entries }) =>
      entries
        .toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn))
        .map((entry) => ({
          label: joined(entry.happenedOn, entry.endedOn),
          text: joined(
            word(treatmentKinds.labels[entry.kind]),
            entry.hospitalName,
            entry.text,
            entry.organsRemoved,
            entry.margin && word(resectionMargins.labels[entry.margin]),
            entry.doseGy === null ? '' : `${entry.doseGy} Gy`,
            entry.complications,
            entry.note,
          ),
        })),
    staging: ({ entries }) =>
      entries.map((entry) => ({
        label: entry.assessedOn,
        text: joined(
          word(stagingSystems.labels[entry.system]),
          entry.edition && `${texts('edition')} ${entry.edition}`,
          word(stagePrefixes.labels[entry.prefix]),
          Object.values(entry.components).join(''),
          entry.override?.group ?? entry.derivedGroup,
          entry.override?.reason,
          entry.text,
          entry.assessor,
        ),
      })),
    status: ({ ecog, asa, asaEmergency, nrs2002, heightCm, weightKg, comorbidities }) => [
      {
        text: joined(
          `ECOG ${ecog}`,
          asa && `${word(asaClasses.labels[asa])}${asaEmergency ? 'E' : ''}`,
          nrs2002 === null ? '' : `NRS2002 ${nrs2002}`,
          heightCm === null ? '' : `${heightCm} cm`,
          weightKg === null ? '' : `${weightKg} kg`,
        ),
      },
      { text: comorbidities.join('；') },
    ],
    structures: ({ entries }) => [
      {
        text: entries
          .map(({ code, involvement }) => {
            const name = exported.structureNames.get(code);
            return `${name ? word(name) : code}（${word(involvements.labels[involvement])}）`;
          })
          .join('、'),
      },
    ],
    imaging: ({ entries }) =>
      entries
        .toSorted((a, b) => b.examinedOn.localeCompare(a.examinedOn))
        .map((entry) => ({
          label: entry.examinedOn,
          text: joined(entry.modality, entry.hospitalName, entry.finding, reread(entry.rereading)),
        })),
    pathology: ({ entries }) =>
      entries.map((entry) => ({
        ...(entry.reportedOn !== null && { label: entry.reportedOn }),
        text: joined(
          entry.specimen,
          entry.hospitalName,
          entry.text,
          entry.markers.join('；'),
          entry.molecular,
          entry.molecularMarkers.join('；'),
          reread(entry.rereading),
        ),
      })),
    laboratory: ({ entries }) =>
      entries.map(({ takenOn, analyte, value, unit }) => ({ label: takenOn, text: `${analyte} ${value} ${unit}` })),
    outcome: (outcome) => [
      {
        text: joined(
          outcome.operatedOn,
          outcome.margin,
          outcome.marginClass && word(resectionMargins.labels[outcome.marginClass]),
          ...outcome.complications.map(({ grade, text }) => `${word(clavienDindoGrades.labels[grade])} ${text}`),
          outcome.summary,
          outcome.lastSeenOn,
          outcome.lastSeenStatus,
        ),
      },
    ],
    'follow-up': ({ entries }) =>
      entries.map(({ dueOn, mode, items }) => ({
        label: dueOn,
        text: joined(word(followUpModes.labels[mode]), items.join('；')),
      })),
  };
  function reread(rereading: Content<'imaging'>['entries'][number]['rereading']): string {
    if (rereading === null) return '';
    const { readOn, reader, discrepancy, changed } = rereading;
    return `${texts('reread')} ${readOn} ${reader} ${word(discrepancies.labels[discrepancy])} ${changed}`.trim();
  }
  const sectionOf = <Section extends RecordSection>(section: Section, part: KeptRecord[Section]): DocumentSection[] => {
    if (part === null) return [];
    const lines = written[section](part.content).filter(({ text }) => text !== '');
    return lines.length === 0 ? [] : [{ title: word(recordSections.labels[section]), stamp: part.observedOn, lines }];
  };

  const opinions: DocumentSection = {
    title: texts('opinions'),
    lines: exported.opinions.flatMap(({ from, author, stance, text, needs, submittedAt }) => [
      {
        label: word(from),
        text: joined(stance && word(stances.labels[stance]), author, submittedAt && time(submittedAt)),
      },
      { text },
      ...(needs === '' ? [] : [{ label: texts('needs'), text: needs }]),
    ]),
  };
  const decisionOf = (decision: ExportedDecision): DocumentSection => ({
    title: texts('decision'),
    stamp: time(decision.signedAt),
    lines: [
      {
        text: joined(
          word(directions.labels[decision.direction]),
          decision.consensus && word(consensusTypes.labels[decision.consensus]),
        ),
      },
      { text: decision.summary },
      ...decision.recommendations.map(({ text, owner, dueOn }) => ({
        label: texts('recommendations'),
        text: joined(text, owner, `${texts('due')} ${dueOn}`),
      })),
      { label: texts('signedBy'), text: joined(decision.signedBy, time(decision.signedAt)) },
    ],
  });
  const shown = recordSections.schema.options.flatMap((section) => sectionOf(section, record[section]));
  return [
    facts,
    questions,
    ...shown,
    ...(opinions.lines.length > 0 ? [opinions] : []),
    ...exported.decisions.map(decisionOf),
  ];
}
