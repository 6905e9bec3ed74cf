import { fieldProblems, type Slot } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { PageTitle, ProblemAlert } from '../../../components';
import { isProblem } from '../../../lib/api';
import { applyProblem } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { PersonSelect } from '../../organisations';
import { useScheduleSession } from '../api';
import { useText } from '../locales';
import { requiredMark } from '../required-mark';
import { ClashPanel } from '../schedule/clash-panel';
import { FreeTimes } from '../schedule/free-times';
import { LinkedHospitalsField, type LinkedChoice } from '../schedule/linked-hospitals-field';
import styles from '../schedule/schedule.module.css';
import { DEFAULT_MINUTES, TimeFields, timeOfSlot, type TimeValues } from '../schedule/time-fields';
import { fromPicker } from '../../../lib/wall-time';

interface ScheduleValues extends TimeValues {
  title: string;
  chairId: string;
  recorderId: string;
  memberIds: string[];
  linkedHospitals: LinkedChoice[];
  videoUrl: string;
}

const start: Partial<ScheduleValues> = {
  title: '',
  startsAt: null,
  minutes: DEFAULT_MINUTES,
  memberIds: [],
  linkedHospitals: [],
  videoUrl: '',
};

/** Everybody whose time the session would book. */
function peopleOf({ chairId, recorderId, memberIds = [], linkedHospitals = [] }: Partial<ScheduleValues>): string[] {
  const ids = [chairId, recorderId, ...memberIds, ...linkedHospitals.flatMap((choice) => choice.expertIds)];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Schedules a session; what is booked already is named, and free times are one click away. */
export function ScheduleScreen() {
  const t = useText();
  const label = useLabel();
  const navigate = useNavigate();
  const [form] = Form.useForm<ScheduleValues>();
  const values: Partial<ScheduleValues> = Form.useWatch([], form) ?? start;
  const schedule = useScheduleSession();
  const [rest, setRest] = useState<string>();
  const people = peopleOf(values);
  const clash = isProblem(schedule.error, 'booking/clash') ? schedule.error.problem : undefined;
  const required = { required: true, message: label(fieldProblems.required) };

  const take = (slot: Slot) => {
    form.setFieldsValue(timeOfSlot(slot));
    form.setFields([{ name: 'startsAt', errors: [] }]);
    schedule.reset();
  };
  const submit = ({ startsAt, minutes, ...plan }: ScheduleValues) => {
    if (startsAt === null || minutes === null) return;
    setRest(undefined);
    schedule.mutate(
      { ...plan, startsAt: fromPicker(startsAt).toISOString(), minutes },
      {
        onSuccess: ({ id }) => void navigate({ to: paths.session, params: { id } }),
        onError: (error) => setRest(applyProblem(form, error)),
      },
    );
  };

  return (
    <div className={styles.screen}>
      <PageTitle title={t('schedule')} />
      <Form<ScheduleValues>
        form={form}
        layout="vertical"
        initialValues={start}
        disabled={schedule.isPending}
        requiredMark={requiredMark}
        onFinish={submit}
        className={styles.columns}
        aria-label={t('schedule')}
      >
        <section className={styles.panel} aria-labelledby="schedule-when">
          <h2 id="schedule-when">{t('whenAndWhere')}</h2>
          <Form.Item name="title" label={t('title')} rules={[{ ...required, whitespace: true }]}>
            <Input maxLength={120} placeholder={t('titleExample')} />
          </Form.Item>
          <TimeFields />
          {/* Results belong to one set of people, room and length; another set starts anew. */}
          <FreeTimes key={[values.roomId, values.minutes, ...people].join()} personIds={people} onTake={take} />
          {clash !== undefined && <ClashPanel problem={clash} onTake={take} />}
        </section>
        <section className={styles.panel} aria-labelledby="schedule-people">
          <h2 id="schedule-people">{t('people')}</h2>
          <div className={styles.pair}>
            <Form.Item name="chairId" label={t('chair')} rules={[required]}>
              <PersonSelect aria-label={t('chair')} />
            </Form.Item>
            <Form.Item name="recorderId" label={t('recorder')} rules={[required]}>
              <PersonSelect aria-label={t('recorder')} />
            </Form.Item>
          </div>
          <Form.Item name="memberIds" label={t('members')} extra={t('membersHint')}>
            <PersonSelect mode="multiple" aria-label={t('members')} />
          </Form.Item>
        </section>
        <section className={styles.panel} aria-labelledby="schedule-linked">
          <h2 id="schedule-linked">{t('linkedHospitals')}</h2>
          <Form.Item
            name="linkedHospitals"
            rules={[
              {
                validator: (_, choices: LinkedChoice[]) =>
                  choices.some((choice) => choice.expertIds.length === 0)
                    ? Promise.reject(new Error(t('expertsMissing')))
                    : Promise.resolve(),
              },
            ]}
          >
            <LinkedHospitalsField />
          </Form.Item>
          <Form.Item name="videoUrl" label={t('videoUrl')} extra={t('videoHint')}>
            <Input type="url" inputMode="url" placeholder="https://" maxLength={500} />
          </Form.Item>
        </section>
        <div className={styles.foot}>
          {schedule.error !== null && clash === undefined && rest !== undefined && (
            <ProblemAlert error={schedule.error} sentence={rest} />
          )}
          <div className={styles.footActs}>
            <Button onClick={() => void navigate({ to: paths.sessions })}>{t('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={schedule.isPending}>
              {t('scheduleAct')}
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}
