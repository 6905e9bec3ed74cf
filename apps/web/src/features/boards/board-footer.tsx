import { participationStates } from '@consilium/contracts';
import { Kbd } from '../../components/kbd';
import { ModalDialog } from '../../components/modal-dialog';
import { Dot, type DotLook } from '../../components/opinion-dots';
import { StatusBar, type KeyHint } from '../../components/status-bar';
import { useLabel } from '../../lib/i18n';
import styles from './board-footer.module.css';
import { useText } from './locales';

function Legend({ own }: { own: string }) {
  const t = useText();
  const label = useLabel();
  const of = (state: keyof typeof participationStates.labels) => label(participationStates.labels[state]);
  const looks: readonly { look: DotLook; text: string }[] = [
    { look: 'proposed', text: of('PROPOSED') },
    { look: 'given', text: of('GIVEN') },
    { look: 'drafting', text: of('DRAFTING') },
    { look: 'waiting', text: of('OWED') },
    { look: 'stale', text: of('STALE') },
    { look: 'due', text: t('dueToday') },
    { look: 'overdue', text: t('overdue') },
    { look: 'waived', text: of('WAIVED') },
  ];
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {looks.map(({ look, text }) => (
        <li key={look}>
          <Dot look={look} text={own} /> {text}
        </li>
      ))}
      <li>
        <Dot look="given" text={own} ours /> {t('ours')}
      </li>
    </ul>
  );
}

function useKeyHints(mayGiveOpinion: boolean): KeyHint[] {
  const t = useText();
  return [
    { keys: ['H', 'J', 'K', 'L'], text: t('keysMove') },
    { keys: ['Enter'], text: t('keysOpen') },
    ...(mayGiveOpinion ? [{ keys: ['O'], text: t('keysOpinion') }] : []),
    { keys: ['/'], text: t('keysFind') },
    { keys: ['?'], text: t('keysHelp') },
  ];
}

/** Foot of the board: what the dots mean and which keys there are. */
export function BoardFooter({ own, mayGiveOpinion }: { own: string; mayGiveOpinion: boolean }) {
  return <StatusBar legend={<Legend own={own} />} keys={useKeyHints(mayGiveOpinion)} />;
}

/** All keys of the board. */
export function BoardHelp({
  mayGiveOpinion,
  mayRefer,
  onClose,
}: {
  mayGiveOpinion: boolean;
  mayRefer: boolean;
  onClose: () => void;
}) {
  const t = useText();
  const all: KeyHint[] = [
    { keys: ['←', '↓', '↑', '→'], text: t('keysMove') },
    { keys: ['H', 'J', 'K', 'L'], text: t('keysMove') },
    { keys: ['1', '–', '7'], text: t('keysColumn') },
    { keys: ['Enter'], text: t('keysOpen') },
    { keys: ['Space'], text: t('keysPeek') },
    ...(mayGiveOpinion ? [{ keys: ['O'], text: t('keysOpinion') }] : []),
    { keys: ['E'], text: t('keysCollapse') },
    ...(mayRefer ? [{ keys: ['C'], text: t('keysRefer') }] : []),
    { keys: ['/'], text: t('keysFind') },
    { keys: ['Esc'], text: t('keysEscape') },
    { keys: ['?'], text: t('keysHelp') },
  ];
  return (
    <ModalDialog title={t('helpTitle')} onClose={onClose}>
      <p className={styles.hint}>{t('helpHint')}</p>
      <dl className={styles.keys}>
        {all.map(({ keys, text }) => (
          <div key={keys.join('')}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  );
}
