import { Injectable } from '@nestjs/common';
import {
  auditActionLabels,
  auditOutcomeLabels,
  EXPORT_ROWS,
  roles,
  type AnswerOf,
  type auditEndpoints,
  type AuditLine,
  type Bilingual,
  type InputOf,
  type Locale,
} from '@consilium/contracts';
import { DateTime } from 'luxon';
import { authorise, type Actor } from '../access/index.js';
import { Database } from '../database/index.js';
import { csvOf } from './csv.js';
import { factsOfLog, filtersOnRecord, linesOf } from './audit-lines.js';

const HEAD: readonly Bilingual[] = [
  { zh: '编号', en: 'Line' },
  { zh: '时间', en: 'Time' },
  { zh: '人员', en: 'Actor' },
  { zh: '角色', en: 'Roles' },
  { zh: '操作', en: 'Action' },
  { zh: '操作代码', en: 'Action code' },
  { zh: '结果', en: 'Result' },
  { zh: '对象类别', en: 'Kind of object' },
  { zh: '对象', en: 'Object' },
  { zh: '病例', en: 'Case' },
  { zh: '理由', en: 'Reason' },
  { zh: '来源', en: 'Source' },
];

/** Taking lines of the audit log out of the house. */
@Injectable()
export class AuditExportService {
  constructor(private readonly database: Database) {}

  /** The newest lines that meet the filters, as CSV. The reason and the filters are on record. */
  async export(
    actor: Actor,
    { reason, filters }: InputOf<typeof auditEndpoints.exportLines>['body'],
  ): Promise<AnswerOf<typeof auditEndpoints.exportLines>> {
    authorise(actor, 'audit:read', factsOfLog(actor));
    return this.database.write(actor, async (tx) => {
      const found = await linesOf(tx, filters, { limit: EXPORT_ROWS + 1 });
      const lines = found.slice(0, EXPORT_ROWS);
      const { timeZone } = await tx.one<{ timeZone: string }>(`SELECT hospital_zone($1) AS "timeZone"`, [
        actor.hospitalId,
      ]);
      await tx.audit({
        action: 'audit.exported',
        objectKind: 'audit-log',
        detail: { reason, rows: lines.length, filters: filtersOnRecord(filters) },
      });
      const word = wordIn(actor.locale);
      const stamp = DateTime.fromJSDate(tx.now, { zone: timeZone }).toFormat('yyyyMMdd-HHmm');
      return {
        fileName: `audit-${stamp}.csv`,
        rows: lines.length,
        isComplete: found.length <= EXPORT_ROWS,
        csv: csvOf([HEAD.map(word), ...lines.map((line) => cellsOf(line, timeZone, word))]),
      };
    });
  }
}

const wordIn = (locale: Locale) => (text: Bilingual) => (locale === 'zh-CN' ? text.zh : text.en);

function cellsOf(line: AuditLine, timeZone: string, word: (text: Bilingual) => string): string[] {
  return [
    line.id,
    DateTime.fromISO(line.at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm:ss ZZ'),
    line.actor,
    line.roles.map((role) => labelIn(roles.labels, role, word)).join(' '),
    labelIn(auditActionLabels, line.action, word),
    line.action,
    word(auditOutcomeLabels[line.outcome]),
    line.objectKind,
    line.objectId ?? '',
    line.caseNo ?? '',
    line.reason ?? '',
    line.source ?? '',
  ];
}

function labelIn(labels: Record<string, Bilingual>, code: string, word: (text: Bilingual) => string): string {
  const label = labels[code];
  return label ? word(label) : code;
}
