import type { CaseView } from '@consilium/contracts';
import { App, Button } from 'antd';
import { ProblemAlert } from '../../../components';
import { useReconfirm } from '../api';
import { useTexts } from '../locales';

interface ReconfirmProps {
  view: CaseView;
  departmentId: string;
  version: number;
}

/** Says in one click that an opinion still holds after the record has changed. */
export function Reconfirm({ view, departmentId, version }: ReconfirmProps) {
  const t = useTexts();
  const { message } = App.useApp();
  const confirming = useReconfirm(view.caseNo);
  return (
    <>
      <Button
        type="primary"
        size="small"
        loading={confirming.isPending}
        onClick={() =>
          confirming.mutate({ departmentId, version }, { onSuccess: () => void message.success(t('reconfirmed')) })
        }
      >
        {t('reconfirm')}
      </Button>
      <ProblemAlert error={confirming.error} />
    </>
  );
}
