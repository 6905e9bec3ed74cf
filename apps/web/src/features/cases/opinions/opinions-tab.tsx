import type { CaseView } from '@consilium/contracts';
import { Button, Segmented } from 'antd';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { RecordEvidence } from '../../clinical-record';
import { useDirectory } from '../../organisations';
import { QuestionsPanel } from '../case/questions-panel';
import { useParticipants } from '../case/departments-panel';
import { useTexts } from '../locales';
import { Composer } from './composer';
import { OpinionBlock } from './opinion-block';
import { WordsOfOpinion } from './words-of-opinion';
import { wordsOf } from './opinion-words';
import { Reconfirm } from './reconfirm';
import { StaleNotice } from './stale-notice';
import styles from './opinions.module.css';

/** What each department says; whoever owes an opinion writes it beside the record. */
export function OpinionsTab({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const participants = useParticipants(view);
  const remote = view.round.opinions.filter((opinion) => opinion.departmentId === null);
  const mayGive = view.availableActions.includes('give-opinion') && view.opinionDepartmentIds.length > 0;
  const { hiddenOpinions } = view.round;
  const { questions } = view.clinical;
  return (
    <div className={mayGive ? styles.twoColumns : styles.oneColumn}>
      <div className={styles.blocks}>
        {mayGive && (
          <details className={styles.evidence} open>
            <summary>{t('evidence')}</summary>
            <div>
              <RecordEvidence caseNo={view.caseNo} />
            </div>
          </details>
        )}
        {!mayGive && <QuestionsPanel questions={questions} />}
        {hiddenOpinions > 0 && (
          <p className={styles.hidden}>
            <EyeOff size={15} aria-hidden="true" /> {t('opinionsHidden', { count: hiddenOpinions })}
          </p>
        )}
        {participants.length + remote.length === 0 && <EmptyState text={t('opinionsEmpty')} />}
        {participants.map(({ participation, department }) => (
          <OpinionBlock
            key={participation.departmentId}
            caseNo={view.caseNo}
            name={department === undefined ? '–' : l(department.name)}
            opinion={view.round.opinions.find((one) => one.departmentId === participation.departmentId)}
            participation={participation}
            questions={questions}
          />
        ))}
        {remote.map((opinion) => (
          <OpinionBlock
            key={opinion.id}
            caseNo={view.caseNo}
            name={l(opinion.from)}
            opinion={opinion}
            participation={undefined}
            questions={questions}
          />
        ))}
      </div>
      {mayGive && <OwnOpinion view={view} />}
    </div>
  );
}

/** The composer of the department this person answers for; of one of them, where there are several. */
function OwnOpinion({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const { data } = useDirectory();
  const [chosen, setChosen] = useState<string>();
  const [revising, setRevising] = useState<string>();
  const departmentId = view.opinionDepartmentIds.find((id) => id === chosen) ?? view.opinionDepartmentIds[0];
  if (departmentId === undefined) return null;
  const opinion = view.round.opinions.find((one) => one.departmentId === departmentId);
  const isGiven = opinion?.state === 'SUBMITTED' && revising !== departmentId;
  const nameOf = (id: string) => {
    const department = data?.departments.find((one) => one.id === id);
    return department === undefined ? '–' : l(department.name);
  };
  return (
    <aside className={styles.dock}>
      {view.opinionDepartmentIds.length > 1 && (
        <Segmented
          aria-label={t('composerDepartment')}
          block
          value={departmentId}
          options={view.opinionDepartmentIds.map((id) => ({ value: id, label: nameOf(id) }))}
          onChange={setChosen}
        />
      )}
      {isGiven ? (
        <section className={styles.composer} aria-label={t('composerTitle')}>
          <header>
            <h3>
              {t('composerTitle')} · {nameOf(departmentId)}
            </h3>
          </header>
          <StaleNotice evidence={opinion.newEvidence}>
            <Reconfirm view={view} departmentId={departmentId} version={opinion.version} />
          </StaleNotice>
          <WordsOfOpinion
            words={wordsOf(opinion, view.clinical.questions.length)}
            questions={view.clinical.questions}
          />
          <footer>
            <Button block onClick={() => setRevising(departmentId)}>
              {t('composerRevise')}
            </Button>
          </footer>
        </section>
      ) : (
        <Composer
          key={departmentId}
          view={view}
          departmentId={departmentId}
          opinion={opinion}
          onSubmitted={() => setRevising(undefined)}
        />
      )}
    </aside>
  );
}
