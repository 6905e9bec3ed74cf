import { involvements, type Directory, type Structure } from '@consilium/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { Check, Plus, Search, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import { REFERRAL } from './form-name';
import type { ReferralValues } from './referral-types';
import styles from './structures.module.css';

type Region = Structure['region'];
const regionTexts = {
  anterior: 'regionAnterior',
  middle: 'regionMiddle',
  posterior: 'regionPosterior',
  lateral: 'regionLateral',
  perineum: 'regionPerineum',
  abdomen: 'regionAbdomen',
  vessels: 'regionVessels',
  nerves: 'regionNerves',
} as const satisfies Record<Region, string>;

const matches = (structure: Structure, q: string) =>
  [structure.name.zh, structure.name.en, structure.code].some((name) => name.toLowerCase().includes(q));

interface StructurePickerProps {
  /** Places of the rows in the form's list. */
  rows: number[];
  add: (row: { code: string }) => void;
  remove: (row: number) => void;
}

/** Structures by region of the body; each chosen one asks how it is involved. */
export function StructurePicker({ rows, add, remove }: StructurePickerProps) {
  const t = useTexts();
  const { data: directory } = useDirectory();
  const form = Form.useFormInstance<ReferralValues>();
  const [typed, setTyped] = useState('');
  if (directory === undefined) return <RowsSkeleton rows={4} />;

  const chosen = rows.map((row) => ({
    row,
    code: String(form.getFieldValue(['clinical', 'structures', row, 'code']) ?? ''),
  }));
  const q = typed.trim().toLowerCase();
  const shown = directory.structures.filter((structure) => matches(structure, q));
  const toggle = (code: string) => {
    const held = chosen.find((one) => one.code === code);
    if (held === undefined) add({ code });
    else remove(held.row);
  };
  const chooseFirst = (event: KeyboardEvent) => {
    // Enter within an input method only ends the composing.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const first = shown[0];
    if (q === '' || first === undefined || chosen.some((one) => one.code === first.code)) return;
    add({ code: first.code });
    setTyped('');
  };
  return (
    <>
      <ChosenStructures chosen={chosen} structures={directory.structures} remove={remove} />
      <Input
        id={`${REFERRAL}_clinical_structures`}
        className={styles.search}
        aria-label={t('structureSearch')}
        placeholder={t('structureSearch')}
        prefix={<Search size={14} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={chooseFirst}
      />
      <StructureChips structures={shown} chosenCodes={chosen.map((one) => one.code)} toggle={toggle} />
      {shown.length === 0 && <p className={styles.none}>{t('structureNoMatch', { q: typed })}</p>}
    </>
  );
}

function StructureChips({
  structures,
  chosenCodes,
  toggle,
}: {
  structures: Directory['structures'];
  chosenCodes: string[];
  toggle: (code: string) => void;
}) {
  const t = useTexts();
  const l = useLabel();
  const regions = (Object.keys(regionTexts) as Region[])
    .map((region) => ({ region, within: structures.filter((structure) => structure.region === region) }))
    .filter(({ within }) => within.length > 0);
  return (
    <div className={styles.regions}>
      {regions.map(({ region, within }) => (
        <fieldset key={region} className={styles.region} aria-label={t(regionTexts[region])}>
          <span className={styles.regionName} aria-hidden="true">
            {t(regionTexts[region])}
          </span>
          <span className={styles.chips}>
            {within.map((structure) => {
              const isChosen = chosenCodes.includes(structure.code);
              return (
                <button
                  key={structure.code}
                  type="button"
                  className={styles.chip}
                  aria-pressed={isChosen}
                  onClick={() => toggle(structure.code)}
                >
                  {isChosen ? <Check size={12} aria-hidden="true" /> : <Plus size={12} aria-hidden="true" />}
                  {l(structure.name)}
                </button>
              );
            })}
          </span>
        </fieldset>
      ))}
    </div>
  );
}

function ChosenStructures({
  chosen,
  structures,
  remove,
}: {
  chosen: { row: number; code: string }[];
  structures: Directory['structures'];
  remove: (row: number) => void;
}) {
  const t = useTexts();
  const l = useLabel();
  const nameOf = (code: string) => {
    const known = structures.find((structure) => structure.code === code);
    return known === undefined ? code : l(known.name);
  };
  return (
    <div className={styles.chosen}>
      <p className={styles.none}>
        {chosen.length === 0 ? t('structuresNone') : t('structuresChosen', { count: chosen.length })}
      </p>
      {chosen.length > 0 && (
        <ul aria-label={t('structures')}>
          {chosen.map(({ row, code }) => (
            <li key={code} className={styles.chosenRow}>
              <span className={styles.chosenName}>{nameOf(code)}</span>
              <Form.Item name={[row, 'code']} hidden>
                <input type="hidden" />
              </Form.Item>
              <Form.Item name={[row, 'involvement']} className={styles.involvement}>
                <Radio.Group
                  size="small"
                  optionType="button"
                  aria-label={t('structureInvolvement', { name: nameOf(code) })}
                  options={Object.entries(involvements.labels).map(([value, name]) => ({ value, label: l(name) }))}
                />
              </Form.Item>
              <Button
                type="text"
                size="small"
                icon={<X size={14} aria-hidden="true" />}
                aria-label={t('structureRemove', { name: nameOf(code) })}
                onClick={() => remove(row)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
