import {
  automaticChecks,
  checklistItem,
  fieldProblems,
  itemGroups,
  itemNeeds,
  itemOwners,
  type Bilingual,
  type ChecklistItem,
} from '@consilium/contracts';
import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';

const NEW: ChecklistItem = {
  code: '',
  group: 'IMAGING',
  label: { zh: '', en: '' },
  basis: '',
  mandatory: false,
  needs: 'RECEIVED',
  auto: null,
  validDays: null,
  owner: 'CASE_OWNER',
  departmentCode: null,
};

interface ItemDialogProps {
  /** The item to change; a new one where left out. */
  item: ChecklistItem | undefined;
  /** Codes that the list has already. */
  taken: readonly string[];
  onDone: (item: ChecklistItem) => void;
  onClose: () => void;
}

/** One line of a checklist. It changes the list on the screen; the list is saved as a whole, as the next version. */
export function ItemDialog({ item, taken, onDone, onClose }: ItemDialogProps) {
  const t = useTexts();
  const l = useLabel();
  const [form] = Form.useForm<ChecklistItem>();
  const owner = Form.useWatch('owner', form);
  const { data } = useDirectory();
  const required = { required: true, whitespace: true, message: l(fieldProblems.required) };
  const options = (labels: Readonly<Record<string, Bilingual>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: l(label) }));
  return (
    <Modal
      open
      title={item === undefined ? t('add') : l(item.label)}
      okText={t('confirm')}
      cancelText={t('cancel')}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="checklist-item"
        layout="vertical"
        initialValues={item ?? NEW}
        onFinish={(values) =>
          onDone({
            ...values,
            validDays: values.validDays ?? null,
            auto: values.auto ?? null,
            departmentCode: values.owner === 'DEPARTMENT' ? (values.departmentCode ?? null) : null,
          })
        }
      >
        <Form.Item
          name="code"
          label={t('code')}
          extra={t('codeHint')}
          rules={[
            required,
            {
              validator: (_rule, value: string) => {
                if (value !== item?.code && taken.includes(value))
                  return Promise.reject(new Error(l(fieldProblems.duplicate)));
                return value === '' || checklistItem.shape.code.safeParse(value).success
                  ? Promise.resolve()
                  : Promise.reject(new Error(l(fieldProblems.invalid)));
              },
            },
          ]}
        >
          <Input maxLength={60} disabled={item !== undefined} />
        </Form.Item>
        <Form.Item name={['label', 'zh']} label={t('labelZh')} rules={[required]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={['label', 'en']} label={t('labelEn')} rules={[required]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="basis" label={t('basis')} rules={[required]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="group" label={t('group')}>
          <Select options={options(itemGroups.labels)} />
        </Form.Item>
        <Form.Item name="mandatory" valuePropName="checked">
          <Checkbox>{t('mandatory')}</Checkbox>
        </Form.Item>
        <Form.Item name="needs" label={t('needs')}>
          <Select options={options(itemNeeds.labels)} />
        </Form.Item>
        <Form.Item name="auto" label={t('auto')}>
          <Select allowClear placeholder={t('byHand')} options={options(automaticChecks.labels)} />
        </Form.Item>
        <Form.Item name="validDays" label={t('validDays')}>
          <InputNumber min={1} max={3650} precision={0} />
        </Form.Item>
        <Form.Item name="owner" label={t('owner')}>
          <Select options={options(itemOwners.labels)} />
        </Form.Item>
        {owner === 'DEPARTMENT' && (
          <Form.Item
            name="departmentCode"
            label={t('department')}
            rules={[{ required: true, message: l(fieldProblems['department-missing']) }]}
          >
            <Select
              showSearch
              optionFilterProp="label"
              options={(data?.departments ?? []).map(({ code, name }) => ({ value: code, label: l(name) }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
