import type { Risk, Sex, ShareSection } from '@consilium/contracts';
import type { IdentitySeal } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { namesOfHospital, secretsOf, type IdentifiableRecord, type KnownNames } from './deidentify.rules.js';
import type { TextSecrets } from './deidentify-text.rules.js';

/** A shared case as the host holds it, with all that must be removed from it. It never leaves this feature. */
export interface HeldRecord {
  shareId: string;
  /** What goes with the share. */
  sections: ShareSection[];
  record: IdentifiableRecord;
  sex: Sex;
  province: string;
  risk: Risk;
  known: KnownNames;
  /** Day of the session at the campus, YYYY-MM-DD. */
  sessionDay: string;
  secrets: TextSecrets;
}

interface Row {
  shareId: string;
  patientId: string;
  hostHospitalId: string;
  sections: ShareSection[];
  treatingHospitals: string[];
  record: IdentifiableRecord;
  sex: Sex;
  province: string;
  risk: Risk;
  maskedName: string;
  sealed: Buffer | null;
  keyId: string | null;
  startsAt: Date;
  timeZone: string;
}

const RECORDS = `
  SELECT c.share_id AS "shareId", c.patient_id AS "patientId", c.host_hospital_id AS "hostHospitalId", c.sections, c.treating_hospitals AS "treatingHospitals",
    json_build_object('ageYears', c.age_years, 'tumourType', c.tumour_type, 'diagnosis', c.diagnosis, 'presentation', c.presentation,
      'recurrenceNumber', c.recurrence_number, 'summary', c.summary, 'wishes', c.wishes, 'ecog', c.ecog, 'comorbidities', c.comorbidities,
      'structures', c.structures, 'priorTreatments', c.prior_treatments, 'imaging', c.imaging, 'pathology', c.pathology, 'questions', c.questions) AS record,
    c.sex, c.province, c.risk, c.masked_name AS "maskedName", c.sealed, c.key_id AS "keyId", c.starts_at AS "startsAt",
    hospital_zone(c.host_hospital_id) AS "timeZone"
  FROM shared_records c WHERE c.share_id = ANY ($1::uuid[])`;

/**
 * Loads shared cases with what identifies them. Identities are opened in memory, for their removal from free text only, and live as long as
 * the answer is being made.
 */
export async function heldRecords(
  tx: Transaction,
  seal: IdentitySeal,
  shareIds: readonly string[],
): Promise<Map<string, HeldRecord>> {
  if (shareIds.length === 0) return new Map();
  const rows = await tx.query<Row>(RECORDS, [shareIds]);
  const hospitals = await namesOfHospitals(tx);
  return new Map(
    rows.map((row) => {
      const known: KnownNames = {
        patient: wordsOf(seal, row),
        surname: row.maskedName.replace(/\*+$/, '').trim(),
        host: hospitals.filter(({ id }) => id === row.hostHospitalId).flatMap(({ names }) => names),
        others: hospitals.filter(({ id }) => id !== row.hostHospitalId).map(({ names }) => names),
        treating: row.treatingHospitals,
      };
      const sessionDay = campusDay(row.startsAt, row.timeZone);
      const { shareId, sections, record, sex, province, risk } = row;
      return [
        shareId,
        {
          shareId,
          sections,
          record,
          sex,
          province,
          risk,
          known,
          sessionDay,
          secrets: secretsOf(record, known, sessionDay),
        },
      ];
    }),
  );
}

function wordsOf(seal: IdentitySeal, row: Row): string[] {
  if (row.sealed === null || row.keyId === null) return [row.maskedName];
  const { name, identityNo, phone, recordNo } = seal.open(row.patientId, row.sealed, row.keyId);
  return [name, name.replaceAll(/\s+/g, ''), identityNo, phone, recordNo, row.maskedName].filter((word) => word !== '');
}

async function namesOfHospitals(tx: Transaction): Promise<{ id: string; names: string[] }[]> {
  const rows = await tx.query<{ id: string; zh: string; en: string; shortZh: string; shortEn: string }>(
    `SELECT id, name_zh AS zh, name_en AS en, short_name_zh AS "shortZh", short_name_en AS "shortEn" FROM hospitals ORDER BY code`,
  );
  return rows.map((row) => ({
    id: row.id,
    names: namesOfHospital({ zh: row.zh, en: row.en }, { zh: row.shortZh, en: row.shortEn }),
  }));
}
