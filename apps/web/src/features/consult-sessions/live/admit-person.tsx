import type { SessionView } from '@consilium/contracts';
import { Button, Popover, Select } from 'antd';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import type { Presence } from '../api';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import styles from './attendance.module.css';

/** Marks somebody as present who was not invited: a colleague of the host, or an expert of a linked hospital. */
export function AdmitPerson({
  session,
  onAdmit,
}: {
  session: SessionView;
  onAdmit: (personId: string, presence: Presence) => void;
}) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const { data, isPending } = useDirectory();
  const [open, setOpen] = useState(false);
  const invited = new Set(session.members.map((member) => member.personId));
  const linked = new Set(session.linkedHospitals.map((hospital) => hospital.hospitalId));
  const departmentOf = (ids: string[]) => data?.departments.find((one) => one.id === ids[0])?.name;
  const options = [
    ...(data?.people ?? []).map((person) => ({ person, from: departmentOf(person.departmentIds), remote: false })),
    ...(data?.partners ?? [])
      .filter((partner) => linked.has(partner.id))
      .flatMap((partner) => partner.experts.map((person) => ({ person, from: partner.shortName, remote: true }))),
  ].filter(({ person }) => !invited.has(person.id));
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={styles.admit}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={isPending}
            aria-label={t('admitWho')}
            placeholder={t('admitWho')}
            value={null}
            options={options.map(({ person, from }) => ({
              value: person.id,
              label: from === undefined ? staff(person.name) : `${staff(person.name)} · ${label(from)}`,
            }))}
            onChange={(personId: string) => {
              const remote = options.find(({ person }) => person.id === personId)?.remote ?? false;
              onAdmit(personId, { present: true, mode: remote ? 'REMOTE' : 'IN_PERSON' });
              setOpen(false);
            }}
          />
          <p>{t('admitHint')}</p>
        </div>
      }
    >
      <Button size="small" type="text" icon={<UserPlus size={13} aria-hidden="true" />}>
        {t('admit')}
      </Button>
    </Popover>
  );
}
