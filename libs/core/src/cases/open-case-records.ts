import type { Transaction } from '../database/index.js';
import { openStates } from './case-transitions.rules.js';
import type { ProposalBasis } from './participants.js';

export interface OpenCaseBasis {
  caseNo: string;
  basis: ProposalBasis;
}

/** What the proposal rules read of every case of the hospital that is not ended, as far as the actor may see it. */
export async function openCaseBases(tx: Transaction, hospitalId: string): Promise<OpenCaseBasis[]> {
  return tx.query<OpenCaseBasis>(
    `SELECT c.case_no AS "caseNo", json_build_object('tumourType', c.tumour_type, 'presentation', c.presentation,
        'recurrenceNumber', c.recurrence_number, 'structures', c.structures, 'comorbidities', c.comorbidities, 'questions', r.questions,
        'summary', c.summary, 'diagnosis', c.diagnosis, 'ageYears', c.age_years,
        'priorTreatmentKinds', coalesce((SELECT jsonb_agg(t -> 'kind') FROM jsonb_array_elements(c.prior_treatments) t), '[]')) AS basis
     FROM cases c JOIN LATERAL (SELECT questions FROM discussion_rounds WHERE case_id = c.id ORDER BY ordinal DESC LIMIT 1) r ON true
     WHERE c.hospital_id = $1 AND c.state = ANY ($2::text[]) ORDER BY c.case_no`,
    [hospitalId, [...openStates]],
  );
}
