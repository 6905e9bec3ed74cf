import type { Department } from '@consilium/contracts';
import { Button, Input, Segmented, Select, type InputRef } from 'antd';
import { CircleAlert, List, Plus, RefreshCw, SquareKanban, TriangleAlert, UserRound, Video, X } from 'lucide-react';
import type { Ref } from 'react';
import { Kbd } from '../../components/kbd';
import { useLabel } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import type { BoardSearch, FilterName } from './board-search';
import { useText } from './locales';
import styles from './toolbar.module.css';

const chips: readonly {
  name: FilterName;
  icon: typeof List;
  text: 'mine' | 'onlyOverdue' | 'highRisk' | 'recurrent' | 'remote';
}[] = [
  { name: 'mine', icon: UserRound, text: 'mine' },
  { name: 'overdue', icon: CircleAlert, text: 'onlyOverdue' },
  { name: 'risk', icon: TriangleAlert, text: 'highRisk' },
  { name: 'rec', icon: RefreshCw, text: 'recurrent' },
  { name: 'remote', icon: Video, text: 'remote' },
];

interface Props {
  departments: readonly Department[];
  department: Department | undefined;
  onDepartment: (code: string) => void;
  search: BoardSearch;
  onSearch: (change: Partial<BoardSearch>) => void;
  words: string;
  onWords: (words: string) => void;
  findRef: Ref<InputRef>;
  /** Undefined until the board is there: a dash, never a zero. */
  counts: Record<FilterName, number> | undefined;
  hiddenOverdue: number;
  filtering: boolean;
  onClear: () => void;
  mayRefer: boolean;
  onRefer: () => void;
}

/** Which department, which view, which cases, in which order; and the way to refer a new one. */
export function Toolbar({ findRef, search, onSearch, counts, ...props }: Props) {
  const t = useText();
  const label = useLabel();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('filters')}>
      <Select
        aria-label={t('department')}
        className={styles.department}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={props.department?.code}
        placeholder={t('department')}
        options={props.departments.map(({ code, name }) => ({ value: code, label: label(name) }))}
        onChange={props.onDepartment}
      />
      <Segmented
        aria-label={t('view')}
        value={search.view ?? 'kanban'}
        options={[
          { value: 'kanban', label: t('kanban'), icon: <SquareKanban size={14} aria-hidden="true" /> },
          { value: 'list', label: t('list'), icon: <List size={14} aria-hidden="true" /> },
        ]}
        onChange={(view) => onSearch({ view: view === 'list' ? 'list' : undefined })}
      />
      <Input
        ref={findRef}
        className={styles.find}
        aria-label={t('findLabel')}
        placeholder={t('find')}
        allowClear
        maxLength={60}
        value={props.words}
        suffix={props.words === '' ? <Kbd>/</Kbd> : undefined}
        onChange={(event) => props.onWords(event.target.value)}
      />
      {chips.map(({ name, icon: Icon, text }) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          aria-pressed={search[name] === '1'}
          onClick={() => onSearch({ [name]: search[name] === '1' ? undefined : '1' })}
        >
          <Icon size={14} aria-hidden="true" />
          {t(text, { count: counts?.[name] ?? '–' })}
        </button>
      ))}
      {props.hiddenOverdue > 0 && (
        <button type="button" className={styles.hidden} title={t('clear')} onClick={props.onClear}>
          <CircleAlert size={14} aria-hidden="true" />
          {t('hiddenOverdue', { count: props.hiddenOverdue })}
          <X size={13} aria-hidden="true" />
        </button>
      )}
      {props.filtering && props.hiddenOverdue === 0 && (
        <button type="button" className={styles.chip} onClick={props.onClear}>
          <X size={14} aria-hidden="true" />
          {t('clear')}
        </button>
      )}
      <div className={styles.right}>
        <Select<NonNullable<BoardSearch['sort']> | 'due'>
          aria-label={t('sort')}
          className={styles.sort}
          popupMatchSelectWidth={false}
          value={search.sort ?? 'due'}
          options={[
            { value: 'due', label: t('sortDue') },
            { value: 'risk', label: t('sortRisk') },
            { value: 'number', label: t('sortNumber') },
          ]}
          onChange={(sort) => onSearch({ sort: sort === 'due' ? undefined : sort })}
        />
        {props.mayRefer && (
          <Button
            type="primary"
            href={paths.refer}
            icon={<Plus size={15} aria-hidden="true" />}
            onClick={(event) => {
              event.preventDefault();
              props.onRefer();
            }}
          >
            {t('refer')}
            <kbd className={styles.referKey} aria-hidden="true">
              C
            </kbd>
          </Button>
        )}
      </div>
    </div>
  );
}
