import { Form, Input } from 'antd';
import { memo } from 'react';
import { useTexts } from '../locales';
import { ImagingRows } from '../record/imaging-rows';
import { PathologyRows } from '../record/pathology-rows';
import { Rows } from '../record/rows';
import { REFERRAL } from './form-name';
import { ReferralBlock } from './referral-block';

export const ImagingBlock = memo(function ImagingBlock() {
  const t = useTexts();
  return (
    <ReferralBlock number={4} title={t('blockImaging')}>
      <ImagingRows name={['clinical', 'imaging']} formName={REFERRAL} atLeast={1} />
    </ReferralBlock>
  );
});

export const PathologyBlock = memo(function PathologyBlock() {
  const t = useTexts();
  return (
    <ReferralBlock number={5} title={t('blockPathology')}>
      <PathologyRows name={['clinical', 'pathology']} formName={REFERRAL} empty={t('blockPathologyEmpty')} />
    </ReferralBlock>
  );
});

/** One to three questions: they steer the live screen of the session and the opinions before it. */
export const QuestionsBlock = memo(function QuestionsBlock() {
  const t = useTexts();
  return (
    <ReferralBlock number={6} title={t('blockQuestions')} note={t('blockQuestionsNote')}>
      <Rows
        name={['clinical', 'questions']}
        addId={`${REFERRAL}_clinical_questions`}
        addText={t('questionAdd')}
        label={t('blockQuestions')}
        atLeast={1}
        atMost={3}
        newRow=""
      >
        {(index) => (
          <Form.Item name={index} label={t('question', { number: index + 1 })} required={index === 0}>
            <Input maxLength={300} placeholder={index === 0 ? t('questionHint') : undefined} />
          </Form.Item>
        )}
      </Rows>
    </ReferralBlock>
  );
});
