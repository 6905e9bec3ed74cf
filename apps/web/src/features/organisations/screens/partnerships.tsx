import { partnershipStates, type PartnershipState } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { NativeSelect } from '../../../components/native-select';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import styles from '../admin/admin.module.css';
import { partnershipsQuery } from '../admin/api';
import { useAdminTexts } from '../admin/locales';
import { EndPartnershipDialog, PartnershipDialog } from '../admin/partnership-dialogs';
import { PartnershipsTable, type PartnershipAct } from '../admin/partnerships-table';

/** The state in the address, e.g. `?state=EXPIRING`; anything else shows all. */
function useStateFilter(): [PartnershipState | 'ALL', (state: PartnershipState | 'ALL') => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const known = partnershipStates.schema.safeParse(search['state']);
  return [
    known.success ? known.data : 'ALL',
    (state) =>
      void navigate({ to: paths.adminPartnerships, search: state === 'ALL' ? {} : { state }, replace: true } as never),
  ];
}

/** `/admin/partnerships`: agreements with other hospitals; linking and sharing need one that is valid. */
export function PartnershipsScreen() {
  const t = useAdminTexts();
  const label = useLabel();
  const [act, setAct] = useState<PartnershipAct | { act: 'add' }>();
  const [state, setState] = useStateFilter();
  const { data, isPending, error, refetch } = useQuery(partnershipsQuery);
  const close = () => setAct(undefined);
  const chosen =
    act !== undefined && 'partnershipId' in act ? data?.items.find(({ id }) => id === act.partnershipId) : undefined;
  const shown = data?.items.filter((partnership) => state === 'ALL' || partnership.state === state) ?? [];
  return (
    <>
      <PageTitle title={t('partnershipsTitle')} />
      <div className={styles.page}>
        {isPending && <RowsSkeleton rows={6} rowHeight={44} />}
        {data === undefined && (
          <ProblemAlert error={error} title={t('partnershipsFailed')} onRetry={() => void refetch()} />
        )}
        {data !== undefined && (
          <>
            <div className={styles.bar}>
              <NativeSelect
                label={t('filter')}
                value={state}
                options={[
                  { value: 'ALL' as const, label: t('all') },
                  ...partnershipStates.schema.options.map((value) => ({
                    value,
                    label: label(partnershipStates.labels[value]),
                  })),
                ]}
                onChange={setState}
              />
              {data.mayManage && (
                <Button
                  type="primary"
                  icon={<Plus size={15} aria-hidden="true" />}
                  onClick={() => setAct({ act: 'add' })}
                >
                  {t('addPartnership')}
                </Button>
              )}
            </div>
            {shown.length === 0 ? (
              <EmptyState text={t(data.items.length === 0 ? 'noPartnerships' : 'noneInState')} />
            ) : (
              <PartnershipsTable items={shown} mayManage={data.mayManage} onAct={setAct} />
            )}
            {act?.act === 'add' && <PartnershipDialog hospitals={data.hospitals} onClose={close} />}
            {act?.act === 'change' && chosen && (
              <PartnershipDialog hospitals={data.hospitals} partnership={chosen} onClose={close} />
            )}
            {act?.act === 'end' && chosen && <EndPartnershipDialog partnership={chosen} onClose={close} />}
          </>
        )}
      </div>
    </>
  );
}
