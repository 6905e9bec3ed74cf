import type { SessionView, Slot } from '@consilium/contracts';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { isProblem } from '../../../lib/api';
import { applyProblem } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { formatClockRange, formatFormal } from '../../../lib/time';
import { useMoveSession } from '../api';
import { useText } from '../locales';
import { requiredMark } from '../required-mark';
import { ClashPanel } from '../schedule/clash-panel';
import { FreeTimes } from '../schedule/free-times';
import { TimeFields, timeOfSlot, type TimeValues } from '../schedule/time-fields';
import { fromPicker, toPicker } from '../../../lib/wall-time';

/** Moves a session to another time or room; what stands in the way is named, with free times instead. */
export function MoveDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const [form] = Form.useForm<TimeValues>();
  const move = useMoveSession(session.id);
  const [rest, setRest] = useState<string>();
  const values: Partial<TimeValues> = Form.useWatch([], form) ?? {};
  const clash = isProblem(move.error, 'booking/clash') ? move.error.problem : undefined;
  const take = (slot: Slot) => {
    form.setFieldsValue(timeOfSlot(slot));
    form.setFields([{ name: 'startsAt', errors: [] }]);
    move.reset();
  };
  const submit = ({ startsAt, minutes, roomId }: TimeValues) => {
    if (startsAt === null || minutes === null) return;
    setRest(undefined);
    move.mutate(
      { version: session.version, startsAt: fromPicker(startsAt).toISOString(), minutes, roomId },
      { onSuccess: onClose, onError: (error) => setRest(applyProblem(form, error)) },
    );
  };
  const initial: TimeValues = {
    ...timeOfSlot(session),
    startsAt: toPicker(session.startsAt),
    roomId: session.room.id,
  };
  return (
    <Modal
      open
      width={620}
      title={t('move')}
      okText={t('moveAct')}
      cancelText={t('cancel')}
      confirmLoading={move.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>
        {t('nowAt', {
          at: `${formatFormal(session.startsAt).replace(/,? \d{2}:\d{2}$/, '')} ${formatClockRange(session.startsAt, session.endsAt)}`,
          room: label(session.room.name),
        })}
      </p>
      <Form<TimeValues>
        form={form}
        requiredMark={requiredMark}
        layout="vertical"
        initialValues={initial}
        onFinish={submit}
        disabled={move.isPending}
      >
        <TimeFields />
        <FreeTimes
          key={[values.roomId, values.minutes].join()}
          personIds={session.members.map((member) => member.personId)}
          onTake={take}
        />
      </Form>
      {clash !== undefined && <ClashPanel problem={clash} onTake={take} />}
      {clash === undefined && rest !== undefined && <ProblemAlert error={move.error} sentence={rest} />}
      <p>{t('moveConsequence')}</p>
    </Modal>
  );
}
