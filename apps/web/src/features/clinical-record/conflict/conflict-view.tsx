import { recordSections, type RecordSection } from '@consilium/contracts';
import { Button } from 'antd';
import { GitCompareArrows } from 'lucide-react';
import { useId, useState } from 'react';
import { useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import type { Conflict, PartForm } from '../edit/use-part-form';
import { useTexts } from '../locales';
import { unitWords } from '../words/unit-words';
import { useNames } from '../words/use-names';
import { clashesOf, mergedOf, type Clash, type Content, type Side } from './units';
import styles from './conflict.module.css';

/** Somebody was faster: what was typed and what stands now, side by side, item by item. Nothing is lost whatever is chosen. */
export function ConflictView({
  section,
  conflict,
  writing,
}: {
  section: RecordSection;
  conflict: Conflict;
  writing: PartForm;
}) {
  const t = useTexts();
  const l = useLabel();
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const theirs = conflict.theirs.content as Content;
  const clashes = clashesOf(conflict.base, conflict.mine, theirs);
  const sideOf = (clash: Clash) => chosen[clash.key] ?? clash.settled;
  const open = clashes.filter((clash) => sideOf(clash) === null).length;
  const merged = () => mergedOf(theirs, clashes, (clash) => sideOf(clash) ?? 'mine');
  const at = formatNear(conflict.theirs.recordedAt);
  const { author } = conflict.theirs;
  const part = l(recordSections.labels[section]);
  return (
    <section className={styles.conflict} aria-label={t('conflictTitle')}>
      <h3>
        <GitCompareArrows size={15} aria-hidden="true" /> {t('conflictTitle')}
      </h3>
      <p role="alert">{t('conflictText', { author, at, part })}</p>
      {clashes.length === 0 && <p className={styles.quiet}>{t('conflictSame')}</p>}
      {clashes.map((clash) => (
        <Choice
          key={clash.key}
          section={section}
          clash={clash}
          side={sideOf(clash)}
          theirsTitle={t('conflictTheirs', { author, at })}
          onChoose={(side) => setChosen({ ...chosen, [clash.key]: side })}
        />
      ))}
      <div className={styles.acts}>
        {open > 0 && <output>{t('conflictOpen', { count: open })}</output>}
        {/* What is still open goes into the form as it was typed there. */}
        <Button onClick={() => void writing.goOn(merged(), false)}>{t('conflictBack')}</Button>
        <Button
          type="primary"
          disabled={open > 0}
          loading={writing.isSending}
          onClick={() => void writing.goOn(merged(), true)}
        >
          {t('conflictSave')}
        </Button>
      </div>
    </section>
  );
}

function Choice({
  section,
  clash,
  side,
  theirsTitle,
  onChoose,
}: {
  section: RecordSection;
  clash: Clash;
  side: Side | null;
  theirsTitle: string;
  onChoose: (side: Side) => void;
}) {
  const t = useTexts();
  const names = useNames();
  const id = useId();
  const words = unitWords(section, clash.key, names);
  const option = (which: Side, title: string, value: unknown) => (
    <label className={side === which ? styles.chosen : styles.side}>
      <span>
        <input type="radio" name={id} value={which} checked={side === which} onChange={() => onChoose(which)} /> {title}
      </span>
      <span className={styles.value}>{words.print(value) || t(value === undefined ? 'conflictGone' : 'none')}</span>
    </label>
  );
  return (
    <fieldset className={styles.choice}>
      <legend>
        {words.label} {clash.settled !== null && <small>{t('conflictOnlyOne')}</small>}
      </legend>
      {option('mine', t('conflictMine'), clash.mine)}
      {option('theirs', theirsTitle, clash.theirs)}
    </fieldset>
  );
}
