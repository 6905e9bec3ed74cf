import { screen } from '@testing-library/react';
import { Form, Input, type FormInstance } from 'antd';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { problemOf, renderScreen } from '../testing/server';
import { ApiProblem } from './api';
import { applyProblem, fieldName } from './form-problems';

function Example({ error, rename }: { error: unknown; rename?: Parameters<typeof applyProblem>[2] }) {
  const [form] = Form.useForm<unknown>();
  const [rest, setRest] = useState<string>();
  return (
    <Form
      form={form as FormInstance<unknown>}
      initialValues={{ diagnosis: '直肠癌' }}
      onFinish={() => setRest(applyProblem(form, error, rename) ?? '全部归位')}
    >
      <Form.Item name="diagnosis" label="诊断">
        <Input />
      </Form.Item>
      <Form.Item name={['stages', 2, 'minutes']} label="时长">
        <Input />
      </Form.Item>
      <Form.Item name="questions" label="问题">
        <Input />
      </Form.Item>
      <button type="submit">保存</button>
      <output>{rest}</output>
    </Form>
  );
}

const refused = (...errors: { field: string; message: string }[]) =>
  new ApiProblem(
    problemOf('request/invalid', {
      parameters: { count: errors.length },
      errors: errors.map((error) => ({ code: 'required', ...error })),
    }),
  );

async function sendRefused(error: unknown, rename?: Parameters<typeof applyProblem>[2]) {
  const { user } = await renderScreen(<Example error={error} rename={rename} />);
  await user.click(screen.getByRole('button', { name: '保存' }));
}

describe('a refused form', () => {
  it('turns the API’s path into the name of a field', () => {
    expect(fieldName('clinical.structures.0.code')).toEqual(['clinical', 'structures', 0, 'code']);
  });

  it('shows each error at its field and keeps what was typed', async () => {
    await sendRefused(
      refused(
        { field: 'diagnosis', message: '至少 3 个字符。' },
        { field: 'stages.2.minutes', message: '不得小于 5。' },
      ),
    );
    expect(await screen.findByText('至少 3 个字符。')).toBeInTheDocument();
    expect(screen.getByText('不得小于 5。')).toBeInTheDocument();
    expect(screen.getByLabelText('诊断')).toHaveValue('直肠癌');
    expect(screen.getByRole('status')).toHaveTextContent('全部归位');
  });

  it('shows the error of an entry at its list when the entry has no field of its own', async () => {
    await sendRefused(refused({ field: 'questions.1', message: '此项必填。' }));
    expect(await screen.findByText('此项必填。')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('全部归位');
  });

  it('says above the form what has no field on it', async () => {
    await sendRefused(refused({ field: 'consent', message: '没有这一项。' }));
    expect(await screen.findByText('有 1 处内容需要修改。 没有这一项。')).toBeInTheDocument();
  });

  it('follows the form’s own names where they differ', async () => {
    await sendRefused(refused({ field: 'clinical.diagnosis', message: '此项必填。' }), (path) =>
      fieldName(path.replace(/^clinical\./, '')),
    );
    expect(await screen.findByText('此项必填。')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('全部归位');
  });

  it('gives the sentence of a refusal that is not about a field', async () => {
    await sendRefused(new ApiProblem(problemOf('case/no-departments')));
    expect(await screen.findByText('至少需要一个必须参加的科室。')).toBeInTheDocument();
  });
});
