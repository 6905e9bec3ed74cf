import type { Department } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { CircleAlert, List, Plus, RefreshCw, SquareKanban, TriangleAlert, UserRound, Video, X } from 'lucide-react';
import type { Ref } from 'react';
import { Kbd } from '../../components/kbd';
import { NativeSelect } from '../../components/native-select';
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
  findRef: Ref<HTMLInputElement>;
  /** Undefined until the board is there: a dash, never a zero. */
  counts: Record<FilterName, number> | undefined;
  hiddenOverdue: number;
  filtering: boolean;
  onClear: () => void;
  mayRefer: boolean;
}

/** Columns or one table. */
function Views({ view, onView }: { view: BoardSearch['view']; onView: (view: BoardSearch['view']) => void }) {
  const t = useText();
  const choices = [
    { value: undefined, text: t('kanban'), icon: SquareKanban },
    { value: 'list', text: t('list'), icon: List },
  ] as const;
  return (
    <fieldset className={styles.views} aria-label={t('view')}>
      {choices.map(({ value, text, icon: Icon }) => (
        <label key={text}>
          <input
            type="radio"
            name="board-view"
            className="visually-hidden"
            checked={view === value}
            onChange={() => onView(value)}
          />
          <span>
            <Icon size={14} aria-hidden="true" />
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Which department, which view, which cases, in which order; and the way to refer a new one. */
export function Toolbar({ findRef, search, onSearch, counts, ...props }: Props) {
  const t = useText();
  const label = useLabel();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('filters')}>
      <NativeSelect
        strong
        label={t('department')}
        value={props.department?.code}
        options={props.departments.map(({ code, name }) => ({ value: code, label: label(name) }))}
        onChange={props.onDepartment}
      />
      <Views view={search.view} onView={(view) => onSearch({ view })} />
      <span className={styles.find}>
        <input
          ref={findRef}
          type="search"
          aria-label={t('findLabel')}
          placeholder={t('find')}
          maxLength={60}
          value={props.words}
          onChange={(event) => props.onWords(event.target.value)}
        />
        {props.words === '' && <Kbd>/</Kbd>}
      </span>
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
        <NativeSelect
          label={t('sort')}
          value={search.sort ?? 'due'}
          options={[
            { value: 'due', label: t('sortDue') },
            { value: 'risk', label: t('sortRisk') },
            { value: 'number', label: t('sortNumber') },
          ]}
          onChange={(sort) => onSearch({ sort: sort === 'due' ? undefined : sort })}
        />
        {props.mayRefer && (
          <Link to={paths.refer} className={styles.refer}>
            <Plus size={15} aria-hidden="true" />
            {t('refer')}
            <kbd className={styles.referKey} aria-hidden="true">
              C
            </kbd>
          </Link>
        )}
      </div>
    </div>
  );
}
