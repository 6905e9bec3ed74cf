import type { CaseView } from '@consilium/contracts';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { ActDialog } from './act-dialog';
import { courseForms, type CourseForm } from './course-acts';
import styles from './course.module.css';

/** Acts that turn the course of a case. One that must wait says for what; which there are is the server's answer. */
export function MoreActs({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const [chosen, setChosen] = useState<CourseForm>();
  const shown = courseForms.flatMap<{ form: CourseForm; reason: string | undefined }>((form) => {
    const blocked = view.blockedActions.find(({ action }) => action === form.act);
    if (blocked) return [{ form, reason: l(blocked.reason) }];
    return view.availableActions.includes(form.act) ? [{ form, reason: undefined }] : [];
  });
  return (
    <>
      {shown.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: shown.map(({ form, reason }) => ({
              key: form.act,
              danger: form.final,
              disabled: reason !== undefined,
              label:
                reason === undefined ? (
                  t(form.title)
                ) : (
                  <span className={styles.blocked}>
                    {t(form.title)}
                    <small>{t('notYet', { reason })}</small>
                  </span>
                ),
            })),
            onClick: ({ key }) => setChosen(courseForms.find(({ act }) => act === key)),
          }}
        >
          <Button>
            {t('moreActs')} <ChevronDown size={14} aria-hidden="true" />
          </Button>
        </Dropdown>
      )}
      {chosen !== undefined && <ActDialog view={view} form={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
