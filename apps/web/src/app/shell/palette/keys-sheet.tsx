import { Kbd } from '../../../components/kbd';
import { ModalDialog } from '../../../components/modal-dialog';
import { useShellText } from '../../locales';
import { useEntries } from '../rail';
import { useGoLetters } from './go-keys';
import styles from './palette.module.css';
import { usePaletteText } from './texts';

type Line = [keys: readonly string[], text: string];

/** All keys, by where they work. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const t = usePaletteText();
  const shell = useShellText();
  const entries = useEntries();
  const goes = Object.entries(useGoLetters()).map(([code, to]): Line => {
    const entry = entries.find((one) => one.to === to);
    const screen = entry ? shell(entry.text) : t(code === 'KeyI' ? 'inbox' : 'overdue');
    return [['G', code.slice('Key'.length)], t('goThen', { screen })];
  });
  const groups: [string, Line[]][] = [
    [t('everywhere'), [[['Ctrl / ⌘', 'K'], t('palette')], [['?'], t('keys')], [['Esc'], t('closeLayer')], ...goes]],
    [
      t('lists'),
      [
        [['↑', '↓'], t('move')],
        [['Enter'], t('open')],
        [['/'], t('find')],
        [['C'], t('referKey')],
      ],
    ],
    [
      t('boardKeys'),
      [
        [['O'], t('opinion')],
        [['Space'], t('peek')],
        [['E'], t('fold')],
        [['1', '…', '7'], t('column')],
      ],
    ],
    [
      t('sessionsKeys'),
      [
        [['W'], t('week')],
        [['D'], t('listView')],
        [['T'], t('today')],
        [['N'], t('add')],
        [['[', ']'], t('neighbours')],
      ],
    ],
    [t('auditKeys'), [[['J', 'K'], t('rows')]]],
  ];
  return (
    <ModalDialog title={t('keysTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        {groups.map(([name, lines]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {lines.map(([keys, text]) => (
                <div key={text}>
                  <dt>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalDialog>
  );
}
