import { partnershipScopes, type ManagedPartnership, type ManagedPartnerships } from '@consilium/contracts';
import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import styles from './admin.module.css';
import { useAddPartnership, useChangePartnership, useEndPartnership } from './api';
import { FormDialog } from '../../../components/form-dialog';
import { useAdminTexts } from './locales';

/** An ISO date in any year; it can be typed. */
function DayField({ value, onChange, ...field }: { id?: string; value?: string; onChange?: (day: string) => void }) {
  return (
    <DatePicker
      {...field}
      style={{ width: '100%' }}
      format="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange?.(chosen?.isValid() === true ? chosen.format('YYYY-MM-DD') : '')}
      // Enter takes the typed date over; it must not send the form with it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}

export function PartnershipDialog({
  hospitals,
  partnership,
  onClose,
}: {
  hospitals: ManagedPartnerships['hospitals'];
  partnership?: ManagedPartnership | undefined;
  onClose: () => void;
}) {
  const t = useAdminTexts();
  const label = useLabel();
  const add = useAddPartnership();
  const change = useChangePartnership();
  return (
    <FormDialog
      renewed={['organisation']}
      title={t(partnership ? 'changePartnership' : 'addPartnership')}
      name="partnership"
      initialValues={{
        hospitalId: partnership?.hospital.id ?? '',
        agreementNo: partnership?.agreementNo ?? '',
        scopes: partnership?.scopes ?? [],
        scopeNote: partnership?.scopeNote ?? '',
        validFrom: partnership?.validFrom ?? isoDay(serverNow()),
        validTo: partnership?.validTo ?? '',
        liabilityNote: partnership?.liabilityNote ?? '',
      }}
      submit={({ hospitalId, ...terms }) =>
        partnership
          ? change.mutateAsync({ params: { id: partnership.id }, body: { ...terms, version: partnership.version } })
          : add.mutateAsync({ body: { hospitalId, ...terms } })
      }
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item
          name="hospitalId"
          label={t('hospital')}
          getValueProps={(value: string) => ({ value: value || null })}
        >
          <Select
            disabled={partnership !== undefined}
            showSearch={{ optionFilterProp: 'label' }}
            options={hospitals.map(({ id, name }) => ({ value: id, label: label(name) }))}
          />
        </Form.Item>
        <Form.Item name="agreementNo" label={t('agreementNo')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="validFrom" label={t('validFrom')}>
          <DayField />
        </Form.Item>
        <Form.Item name="validTo" label={t('validTo')}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="scopes" label={t('scopes')}>
        <Checkbox.Group
          options={partnershipScopes.schema.options.map((scope) => ({
            value: scope,
            label: label(partnershipScopes.labels[scope]),
          }))}
        />
      </Form.Item>
      <Form.Item name="scopeNote" label={t('scopeNote')}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="liabilityNote" label={t('liability')}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      {partnership !== undefined && partnership.sharesInForce > 0 && (
        <p className={styles.counts}>{t('changeEndsShares', { count: partnership.sharesInForce })}</p>
      )}
    </FormDialog>
  );
}

/** For good, and with everything that is shared under it: told before. */
export function EndPartnershipDialog({
  partnership,
  onClose,
}: {
  partnership: ManagedPartnership;
  onClose: () => void;
}) {
  const t = useAdminTexts();
  const end = useEndPartnership();
  const { id, version, sharesInForce, agreementNo } = partnership;
  return (
    <FormDialog
      renewed={['organisation']}
      title={t('endQuestion', { name: agreementNo })}
      name="end-partnership"
      initialValues={{ reason: '' }}
      okText={t('endPartnership')}
      danger
      submit={({ reason }) => end.mutateAsync({ params: { id }, body: { version, sharesInForce, reason } })}
      onClose={onClose}
    >
      <p className={styles.counts}>{t('endNote', { count: sharesInForce })}</p>
      <Form.Item name="reason" label={t('endReason')} className={styles.after}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  );
}
