import { Form, Input, Select } from 'antd';
import styles from './admin.module.css';
import { useAdminTexts } from './locales';

/** A name in both languages, side by side where there is room. */
export function NameFields({ name = 'name', label }: { name?: string; label: string }) {
  const t = useAdminTexts();
  return (
    <div className={styles.pair}>
      <Form.Item name={[name, 'zh']} label={`${label}${t('inChinese')}`}>
        <Input maxLength={120} autoComplete="off" lang="zh" />
      </Form.Item>
      <Form.Item name={[name, 'en']} label={`${label}${t('inEnglish')}`}>
        <Input maxLength={120} autoComplete="off" lang="en" />
      </Form.Item>
    </div>
  );
}

/** How far a zone is from UTC today, e.g. `UTC+8`. */
function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}

let zones: { value: string; label: string }[] | undefined;
/** Every zone the browser knows, once: working out four hundred offsets takes a moment. */
function zoneOptions(present: string): { value: string; label: string }[] {
  zones ??= Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: `${zone} · ${offsetOf(zone)}` }));
  // A zone under a name of another browser's list stays as it is.
  return zones.some(({ value }) => value === present) ? zones : [{ value: present, label: present }, ...zones];
}

/** Works inside a `Form.Item`. */
export function TimeZoneSelect({
  value = 'Asia/Shanghai',
  ...field
}: {
  id?: string;
  value?: string;
  onChange?: (zone: string) => void;
}) {
  return <Select {...field} value={value} options={zoneOptions(value)} showSearch={{ optionFilterProp: 'label' }} />;
}
