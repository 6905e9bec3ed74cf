import { clinicalRecord, type ClinicalRecord, type FieldProblemCode } from '@consilium/contracts';

export type RecordPart = Pick<ClinicalRecord, 'summary' | 'imaging' | 'pathology'>;
export type Supplement = Pick<ClinicalRecord, 'imaging' | 'pathology'> & { note: string };

interface RefusedAddition {
  field: string;
  code: FieldProblemCode;
  parameters: { max: number };
}

/**
 * The record with what was added to it: findings are appended, the note stands below the summary under its day, and nothing written before
 * is changed. Refuses what would make the record longer than a record may be, naming how much still fits.
 */
export function supplemented(
  before: RecordPart,
  added: Supplement,
  today: string,
): { record: RecordPart; refused: RefusedAddition[] } {
  const record: RecordPart = {
    summary: `${before.summary}\n\n补充资料（${today}）：${added.note}`,
    imaging: [...before.imaging, ...added.imaging],
    pathology: [...before.pathology, ...added.pathology],
  };
  const { shape } = clinicalRecord;
  return {
    record,
    refused: [
      ...tooMuch(
        'note',
        'too-long',
        shape.summary.safeParse(record.summary),
        record.summary.length - added.note.length,
      ),
      ...tooMuch('imaging', 'too-many', shape.imaging.safeParse(record.imaging), before.imaging.length),
      ...tooMuch('pathology', 'too-many', shape.pathology.safeParse(record.pathology), before.pathology.length),
    ],
  };
}

interface Parsed {
  error?: { issues: readonly { code: string; maximum?: number | bigint }[] } | undefined;
}

function tooMuch(field: string, code: FieldProblemCode, { error }: Parsed, taken: number): RefusedAddition[] {
  const over = error?.issues.find((issue) => issue.code === 'too_big');
  return over?.maximum === undefined
    ? []
    : [{ field, code, parameters: { max: Math.max(0, Number(over.maximum) - taken) } }];
}
