import { caseStates, patientEndpoints, patientMatches, type RequestOf } from '@consilium/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form } from 'antd';
import { Info } from 'lucide-react';
import { useMemo } from 'react';
import { ProblemAlert, StateTag } from '../../../components';
import { call } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { useDebounced } from '../../../lib/use-debounced';
import type { ReferralValues } from './referral-types';
import styles from './referral.module.css';

/** Every question is on record, so it is asked once the typing has come to rest. */
const TYPING_PAUSE_MS = 800;

type Asked = RequestOf<typeof patientEndpoints.match>['body'];

const matchQuery = (asked: Asked | null) =>
  queryOptions({
    queryKey: ['patient-match', asked] as const,
    queryFn: ({ signal }) => (asked === null ? null : call(patientEndpoints.match, { body: asked, signal })),
    enabled: asked !== null,
    staleTime: Infinity,
    // The key is who the patient is; it is not to outlive the form.
    gcTime: 0,
  });

/** What can be asked of the identity typed so far: nothing without a whole name and a day of birth, or half a number. */
function askedOf({ patient }: ReferralValues): Asked | null {
  const { name, birthDate, identityNo } = patient ?? {};
  const whole = patientEndpoints.match.body.safeParse({
    name,
    birthDate,
    identityNo: identityNo === undefined || identityNo === '' ? null : identityNo,
  });
  return whole.success ? whole.data : null;
}

/** Says in time that the patient is known, and which open cases there are: a second case is opened knowingly. */
export function KnownPatient() {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance<ReferralValues>();
  const wanted = Form.useWatch((values: ReferralValues) => JSON.stringify(askedOf(values)), form) ?? 'null';
  const settled = useDebounced(wanted, TYPING_PAUSE_MS);
  const asked = useMemo(() => JSON.parse(settled) as Asked | null, [settled]);
  const { data, error, refetch } = useQuery(matchQuery(asked));
  if (error !== null) return <ProblemAlert error={error} title={t('matchFailed')} onRetry={() => void refetch()} />;
  if (wanted !== settled || !data || data.match === null) return <output />;
  return (
    <output className={styles.known}>
      <Info size={16} aria-hidden="true" />
      <span>
        {data.nameDiffers ? (
          t('matchNameDiffers')
        ) : (
          <>
            {t(data.openCases.length === 0 ? 'matchKnown' : 'matchOpenCases', {
              how: l(patientMatches.labels[data.match]),
            })}
            {data.openCases.map(({ caseNo, state }) => (
              <span key={caseNo}>
                {' '}
                {/* In a tab of its own: what is typed here is kept nowhere. */}
                <Link to="/cases/$caseNo" params={{ caseNo }} target="_blank">
                  {t('matchOpen', { caseNo })}
                </Link>{' '}
                <StateTag labels={caseStates.labels} state={state} />
              </span>
            ))}
            {data.openCases.length > 0 && <span> {t('matchGoOn')}</span>}
          </>
        )}
      </span>
    </output>
  );
}
