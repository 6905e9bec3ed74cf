import { Injectable } from '@nestjs/common';
import {
  consentForms,
  consentKinds,
  consentStates,
  disclosureKinds,
  SHARE_EXPORT_ROWS,
  shareSections,
  shareStates,
  type AnswerOf,
  type Bilingual,
  type DisclosureLine,
  type InputOf,
  type Locale,
  type shareEndpoints,
  type ShareLine,
} from '@consilium/contracts';
import { DateTime } from 'luxon';
import { authorise, type Actor } from '../access/index.js';
import { csvOf } from '../audit/index.js';
import { Database } from '../database/index.js';
import { campusZone } from '../organisations/index.js';
import { disclosureLines, shareLines } from './share-lines.js';
import { todayOf } from './share-reading.service.js';

interface Words {
  word: (text: Bilingual) => string;
  time: (instant: string | null) => string;
}

type Column<Line> = [head: Bilingual, cell: (line: Line, words: Words) => string];

const sectionsIn = (line: { sections: ShareLine['sections'] }, { word }: Words) =>
  line.sections.map((section) => word(shareSections.labels[section])).join('; ');

const SHARES: readonly Column<ShareLine>[] = [
  [{ zh: '状态', en: 'State' }, (line, { word }) => word(shareStates.labels[line.state])],
  [{ zh: '病例', en: 'Case' }, (line) => line.caseNo],
  [{ zh: '共享编码', en: 'Shared code' }, (line) => line.pxCode],
  [{ zh: '对方医院', en: 'Hospital' }, (line, { word }) => word(line.hospital.name)],
  [{ zh: '会议时间', en: 'Session' }, (line, { time }) => time(line.session.startsAt)],
  [{ zh: '共享范围', en: 'Sections' }, sectionsIn],
  [{ zh: '协议编号', en: 'Agreement' }, (line) => line.agreement.agreementNo],
  [{ zh: '知情同意', en: 'Consent' }, (line, { word }) => word(consentKinds.labels[line.consent.kind])],
  [{ zh: '签署形式', en: 'Form' }, (line, { word }) => word(consentForms.labels[line.consent.form])],
  [{ zh: '签署日期', en: 'Signed on' }, (line) => line.consent.signedOn],
  [{ zh: '同意状态', en: 'Consent state' }, (line, { word }) => word(consentStates.labels[line.consent.state])],
  [{ zh: '共享自', en: 'Shared from' }, (line, { time }) => time(line.createdAt)],
  [{ zh: '共享人', en: 'Shared by' }, (line) => line.createdBy],
  [{ zh: '共享至', en: 'Shared until' }, (line, { time }) => time(line.expiresAt)],
  [{ zh: '撤回时间', en: 'Withdrawn' }, (line, { time }) => time(line.revokedAt)],
  [{ zh: '撤回人', en: 'Withdrawn by' }, (line) => line.revokedBy ?? ''],
  [{ zh: '打开次数', en: 'Times opened' }, (line) => String(line.openings)],
  [{ zh: '最近打开', en: 'Last opened' }, (line, { time }) => time(line.lastOpenedAt)],
];

const DISCLOSURES: readonly Column<DisclosureLine>[] = [
  [{ zh: '时间', en: 'Time' }, (line, { time }) => time(line.at)],
  [{ zh: '接收人', en: 'Received by' }, (line) => line.person],
  [{ zh: '接收医院', en: 'Hospital' }, (line, { word }) => word(line.hospital.name)],
  [{ zh: '方式', en: 'Occasion' }, (line, { word }) => word(disclosureKinds.labels[line.kind])],
  [{ zh: '病例', en: 'Case' }, (line) => line.caseNo],
  [{ zh: '共享编码', en: 'Shared code' }, (line) => line.pxCode],
  [{ zh: '会议时间', en: 'Session' }, (line, { time }) => time(line.session.startsAt)],
  [{ zh: '内容', en: 'Sections' }, sectionsIn],
  [
    { zh: '内容版本', en: 'Content version' },
    (line) => (line.contentVersion === null ? '' : `v${line.contentVersion}`),
  ],
  [{ zh: '内容指纹 SHA-256', en: 'Content SHA-256' }, (line) => line.sha256 ?? ''],
  [{ zh: '知情同意', en: 'Consent' }, (line, { word }) => word(consentKinds.labels[line.consent.kind])],
  [{ zh: '签署日期', en: 'Signed on' }, (line) => line.consent.signedOn],
  [{ zh: '协议编号', en: 'Agreement' }, (line) => line.agreementNo ?? ''],
];

/** Taking the record of what was shared out of the house. */
@Injectable()
export class ShareExportService {
  constructor(private readonly database: Database) {}

  /** The newest lines that meet the filters, as CSV. The reason and the filters are on record. */
  async export(
    actor: Actor,
    { reason, which, filters }: InputOf<typeof shareEndpoints.exportLines>['body'],
  ): Promise<AnswerOf<typeof shareEndpoints.exportLines>> {
    authorise(actor, 'share:list', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      const zone = await campusZone(tx, actor.hospitalId);
      const words = wordsIn(actor.locale, zone);
      const page = { limit: SHARE_EXPORT_ROWS + 1 };
      const table =
        which === 'disclosures'
          ? tableOf(DISCLOSURES, await disclosureLines(tx, filters, page), words)
          : tableOf(SHARES, await shareLines(tx, which, filters, { ...page, today: await todayOf(tx, actor) }), words);
      const rows = Math.min(table.rows.length, SHARE_EXPORT_ROWS);
      await tx.audit({
        action: 'share.exported',
        objectKind: 'share-list',
        detail: { reason, which, rows, filters },
      });
      const stamp = DateTime.fromJSDate(tx.now, { zone }).toFormat('yyyyMMdd-HHmm');
      return {
        fileName: `${which === 'disclosures' ? 'disclosures' : `shares-${which}`}-${stamp}.csv`,
        rows,
        isComplete: table.rows.length <= SHARE_EXPORT_ROWS,
        csv: csvOf([table.head, ...table.rows.slice(0, SHARE_EXPORT_ROWS)]),
      };
    });
  }
}

function tableOf<Line>(columns: readonly Column<Line>[], lines: readonly Line[], words: Words) {
  return {
    head: columns.map(([head]) => words.word(head)),
    rows: lines.map((line) => columns.map(([, cell]) => cell(line, words))),
  };
}

const wordsIn = (locale: Locale, zone: string): Words => ({
  word: (text) => (locale === 'zh-CN' ? text.zh : text.en),
  time: (instant) => (instant === null ? '' : DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm:ss ZZ')),
});
