import { organInvolvements, vesselInvolvements, type Bilingual, type ImagingEntry } from '@consilium/contracts';
import { Check, Circle, CircleDot, Square, SquareDot } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { fieldWords } from '../texts/field-words';
import { useNames } from '../words/use-names';
import styles from './involvement-table.module.css';

type Degree = ImagingEntry['organs'][number]['involvement'] | ImagingEntry['vessels'][number]['involvement'];

/** A shape for each degree: circles are on track, squares want an act. */
const marks: Record<Degree, { Icon: typeof Check; tone: string }> = {
  FREE: { Icon: Circle, tone: 'free' },
  ABUT: { Icon: CircleDot, tone: 'abut' },
  UNDER_180: { Icon: CircleDot, tone: 'abut' },
  SUSPECT: { Icon: Square, tone: 'suspect' },
  OVER_180: { Icon: Square, tone: 'suspect' },
  INVADE: { Icon: SquareDot, tone: 'invade' },
  THROMBUS: { Icon: SquareDot, tone: 'invade' },
};
const GRAVEST_FIRST: Degree[] = ['INVADE', 'THROMBUS', 'SUSPECT', 'OVER_180', 'ABUT', 'UNDER_180', 'FREE'];
const byGravity = (a: { involvement: Degree }, b: { involvement: Degree }) =>
  GRAVEST_FIRST.indexOf(a.involvement) - GRAVEST_FIRST.indexOf(b.involvement);

const words: Record<Degree, Bilingual> = { ...organInvolvements.labels, ...vesselInvolvements.labels };

/** Organs and vessels with how far each is involved, the gravest first. */
export function InvolvementTable({ entry, label }: { entry: Pick<ImagingEntry, 'organs' | 'vessels'>; label: string }) {
  const t = useTexts();
  const l = useLabel();
  const names = useNames();
  const rows = [...[...entry.organs].sort(byGravity), ...[...entry.vessels].sort(byGravity)];
  if (rows.length === 0) return null;
  return (
    <table className={styles.table} aria-label={label}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('structure')}</th>
          <th scope="col">{l(fieldWords.involvement)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, involvement }) => {
          const { Icon, tone } = marks[involvement];
          return (
            <tr key={code}>
              <th scope="row">{names.structure(code)}</th>
              <td className={styles[tone]}>
                <Icon size={11} aria-hidden="true" /> {l(words[involvement])}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
