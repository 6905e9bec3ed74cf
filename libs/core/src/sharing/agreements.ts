import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';

export interface Agreement {
  id: string;
  agreementNo: string;
  /** Last day, YYYY-MM-DD. */
  endsOn: string;
}

/**
 * The agreement on linked sessions under which two hospitals may link on a day (YYYY-MM-DD): the one valid longest. Throws `partnership/invalid` naming the
 * hospital. Basis: remote consults need an agreement of the institutions (远程医疗服务管理规范（试行）).
 */
export async function agreementInForce(
  tx: Transaction,
  hostHospitalId: string,
  hospitalId: string,
  day: string,
): Promise<Agreement> {
  const { zh, en, agreement } = await tx.one<{ zh: string; en: string; agreement: Agreement | null }>(
    `SELECT h.name_zh AS zh, h.name_en AS en,
       (SELECT json_build_object('id', a.id, 'agreementNo', a.agreement_no, 'endsOn', a.valid_to)
        FROM partnerships a WHERE a.host_hospital_id = $1 AND a.partner_hospital_id = h.id
          AND a.valid_from <= $3::date AND a.valid_to >= $3::date AND a.ended_at IS NULL AND 'LINKED_MDT' = ANY (a.scopes)
        ORDER BY a.valid_to DESC LIMIT 1) AS agreement
     FROM hospitals h WHERE h.id = $2`,
    [hostHospitalId, hospitalId, day],
  );
  if (agreement === null) throw new Problem('partnership/invalid', { hospital: { zh, en } });
  return agreement;
}

/** The id of {@link agreementInForce}. */
export const agreementOn = async (...asked: Parameters<typeof agreementInForce>): Promise<string> =>
  (await agreementInForce(...asked)).id;
