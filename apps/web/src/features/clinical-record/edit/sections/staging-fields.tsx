import {
  recordSections,
  stagePrefixes,
  stagingSystems,
  type AnswerOf,
  type recordEndpoints,
  type StagingSystem,
} from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { ProblemAlert } from '../../../../components';
import { DateField } from '../../../../components/date-field';
import { useLabel } from '../../../../lib/i18n';
import { stageQuery, stagingsQuery } from '../../api';
import { useTexts } from '../../locales';
import { EntryList } from '../entry-list';
import { GivenSwitch } from '../given-switch';
import { RecordField } from '../record-field';
import { WordSelect } from '../word-select';
import styles from '../edit.module.css';

const ENTRIES = ['content', 'entries'];
type Choice = AnswerOf<typeof recordEndpoints.stagings>['items'][number];

interface Typed {
  system?: StagingSystem;
  edition?: string;
  components?: Record<string, string | null | undefined>;
  override?: object | null;
}

export function StagingFields() {
  const t = useTexts();
  const l = useLabel();
  const form = Form.useFormInstance();
  const stagings = useQuery(stagingsQuery);
  const choices = stagings.data?.items ?? [];
  /** Another system has other components; its catalogued edition is offered. */
  const begin = (index: number, system: string | null) => {
    form.setFieldValue([...ENTRIES, index, 'components'], {});
    form.setFieldValue([...ENTRIES, index, 'edition'], choices.find((one) => one.system === system)?.edition ?? '');
  };
  return (
    <>
      {stagings.isError && (
        <ProblemAlert error={stagings.error} title={t('stagingFailed')} onRetry={() => void stagings.refetch()} />
      )}
      <EntryList
        name={ENTRIES}
        label={l(recordSections.labels.staging)}
        addText={t('addStaging')}
        atMost={20}
        begin={() => ({ components: {}, derivedGroup: null, override: null })}
      >
        {(index) => <Entry index={index} choices={choices} onSystem={(system) => begin(index, system)} />}
      </EntryList>
    </>
  );
}

function Entry({
  index,
  choices,
  onSystem,
}: {
  index: number;
  choices: Choice[];
  onSystem: (system: string | null) => void;
}) {
  const form = Form.useFormInstance();
  const typed = (Form.useWatch([...ENTRIES, index], { form, preserve: true }) ?? {}) as Typed;
  const choice = choices.find((one) => one.system === typed.system);
  return (
    <>
      <RecordField section="staging" name={[index, 'system']} required>
        <SystemSelect onPick={onSystem} />
      </RecordField>
      <RecordField section="staging" name={[index, 'edition']} width="narrow">
        <Input maxLength={120} />
      </RecordField>
      <RecordField section="staging" name={[index, 'prefix']} required width="narrow">
        <WordSelect labels={stagePrefixes.labels} />
      </RecordField>
      <RecordField section="staging" name={[index, 'assessedOn']} required width="narrow">
        <DateField />
      </RecordField>
      <RecordField section="staging" name={[index, 'assessor']} width="narrow">
        <Input maxLength={120} />
      </RecordField>
      {choice !== undefined && <Components index={index} choice={choice} typed={typed} />}
      <RecordField section="staging" name={[index, 'text']} width="full">
        <Input maxLength={300} />
      </RecordField>
      <Override index={index} isGiven={typed.override != null} />
    </>
  );
}

function SystemSelect({
  onPick,
  onChange,
  ...field
}: {
  onPick: (system: string | null) => void;
  onChange?: (system: string | null) => void;
}) {
  return (
    <WordSelect
      {...field}
      labels={stagingSystems.labels}
      onChange={(system) => {
        onChange?.(system);
        onPick(system);
      }}
    />
  );
}

/** The components of the system with the group that follows from them, as they are chosen. */
function Components({ index, choice, typed }: { index: number; choice: Choice; typed: Typed }) {
  const t = useTexts();
  const l = useLabel();
  return (
    <fieldset className={styles.nested} aria-label={t('stagingComponentsOf', { source: choice.source })}>
      <p className={styles.nestedHead}>{t('stagingComponentsOf', { source: choice.source })}</p>
      <div className={styles.fields}>
        {choice.components.map((component) => (
          <Form.Item
            key={component.key}
            name={[index, 'components', component.key]}
            label={l(component.label)}
            className={styles.half}
          >
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={component.choices.map(({ value, label }) => ({ value, label: l(label) }))}
            />
          </Form.Item>
        ))}
      </div>
      {typed.edition === choice.edition ? (
        <DerivedGroup system={choice.system} components={typed.components ?? {}} />
      ) : (
        <p className={styles.hint}>{t('stagingEditionOther', { edition: choice.edition })}</p>
      )}
    </fieldset>
  );
}

function DerivedGroup({ system, components }: { system: StagingSystem; components: NonNullable<Typed['components']> }) {
  const t = useTexts();
  const chosen = Object.fromEntries(
    Object.entries(components).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  ) as Record<string, string>;
  const { data, error } = useQuery(stageQuery(system, chosen));
  if (error !== null) return <ProblemAlert error={error} />;
  return (
    <output className={styles.derived}>
      {data?.group == null ? (
        t('stagingNotDerived')
      ) : (
        <>
          <b>{t('stagingDerived', { group: data.group })}</b> <small>{t('stagingBasis', { basis: data.basis })}</small>
        </>
      )}
    </output>
  );
}

function Override({ index, isGiven }: { index: number; isGiven: boolean }) {
  const t = useTexts();
  return (
    <fieldset className={styles.nested} aria-label={t('stagingOverride')}>
      <Form.Item name={[index, 'override']} noStyle>
        <GivenSwitch text={t('stagingOverride')} />
      </Form.Item>
      {isGiven && (
        <div className={styles.fields}>
          <RecordField section="staging" name={[index, 'override', 'group']} required width="narrow">
            <Input maxLength={40} />
          </RecordField>
          <RecordField section="staging" name={[index, 'override', 'reason']} required>
            <Input maxLength={300} />
          </RecordField>
        </div>
      )}
    </fieldset>
  );
}
