import { restrictedKinds, type RestrictedContent, type RestrictedFact } from '@consilium/contracts';
import { Button } from 'antd';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { ConfirmButton, ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import { useShownBriefly } from '../use-shown-briefly';
import { useRetireFact } from './api';
import { FactDialog } from './fact-dialog';
import { RevealDialog } from './reveal-dialog';
import styles from './restricted.module.css';

interface Props {
  caseNo: string;
  fact: RestrictedFact;
  number: number;
  mayWrite: boolean;
  departmentIds: readonly string[];
}

/** One fact: that it is there, and for a minute after the deliberate act what it says. */
export function FactRow({ caseNo, fact, number, mayWrite, departmentIds }: Props) {
  const t = useTexts();
  const { content, show, mask } = useShownBriefly<RestrictedContent>(fact.id);
  const [open, setOpen] = useState<'reveal' | 'change' | null>(null);
  const [held, setHeld] = useState<RestrictedContent | null>(null);
  const retire = useRetireFact(caseNo);
  const name = t('restrictedOne', { number });
  const act = (retiring: boolean) => retire.mutateAsync({ id: fact.id, version: fact.version, retire: retiring });
  return (
    <li className={fact.isRetired ? styles.retired : undefined} aria-label={name}>
      <div className={styles.head}>
        <strong>{name}</strong>
        {fact.isRetired && <span className={styles.mark}>{t('restrictedRetired')}</span>}
        <span className={styles.note}>
          {t('restrictedBy', { name: fact.recordedBy, at: formatNear(fact.recordedAt) })}
        </span>
        {fact.departmentIds !== null && <Readers departmentIds={fact.departmentIds} />}
        <span className={styles.acts}>
          {mayWrite && !fact.isRetired && (
            <ConfirmButton
              size="small"
              type="text"
              question={t('restrictedRetireQuestion')}
              detail={t('restrictedRetireDetail')}
              confirmText={t('restrictedRetire')}
              onConfirm={() => act(true)}
            >
              {t('restrictedRetire')}
            </ConfirmButton>
          )}
          {mayWrite && fact.isRetired && (
            <Button size="small" loading={retire.isPending} onClick={() => void act(false).catch(() => undefined)}>
              {t('restrictedRestore')}
            </Button>
          )}
          {content !== null && mayWrite && !fact.isRetired && (
            <Button
              size="small"
              onClick={() => {
                setHeld(content);
                setOpen('change');
              }}
            >
              {t('restrictedChange')}
            </Button>
          )}
          {content === null ? (
            <Button size="small" icon={<Eye size={14} aria-hidden="true" />} onClick={() => setOpen('reveal')}>
              {t('restrictedShow')}
            </Button>
          ) : (
            <Button size="small" icon={<EyeOff size={14} aria-hidden="true" />} onClick={mask}>
              {t('restrictedHide')}
            </Button>
          )}
        </span>
      </div>
      {content === null ? (
        <p className={styles.masked} aria-hidden="true">
          ●●●●●●●●
        </p>
      ) : (
        <Content content={content} />
      )}
      <ProblemAlert error={retire.error} title={t('restrictedActFailed')} />
      {open === 'reveal' && (
        <RevealDialog caseNo={caseNo} factId={fact.id} onShow={show} onClose={() => setOpen(null)} />
      )}
      {open === 'change' && held !== null && (
        <FactDialog
          caseNo={caseNo}
          departmentIds={departmentIds}
          changes={{ fact, content: held }}
          onClose={() => {
            setOpen(null);
            setHeld(null);
            mask();
          }}
        />
      )}
    </li>
  );
}

function Readers({ departmentIds }: { departmentIds: readonly string[] }) {
  const t = useTexts();
  const l = useLabel();
  const { data } = useDirectory();
  const names = data?.departments
    .filter(({ id }) => departmentIds.includes(id))
    .map((department) => l(department.name));
  return (
    <span className={styles.note}>
      {names === undefined || names.length === 0
        ? t('restrictedReadersNone')
        : t('restrictedReaders', { names: names.join(' · ') })}
    </span>
  );
}

function Content({ content }: { content: RestrictedContent }) {
  const t = useTexts();
  const l = useLabel();
  const facts: [string, string][] = [
    [t('restrictedKind'), l(restrictedKinds.labels[content.kind])],
    [t('restrictedResult'), content.result],
    [t('restrictedExaminedOn'), content.examinedOn],
    [t('restrictedSource'), content.source],
  ];
  return (
    <dl className={styles.content}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
