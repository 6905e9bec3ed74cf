import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { ModalDialog } from '../../../components/modal-dialog';
import { ProblemAlert } from '../../../components/problem-alert';
import { useAllowed } from '../../../lib/me';
import { isOfInputMethod } from '../../../lib/shortcuts';
import { paletteCasesQuery, useCommands, type Command } from './commands';
import styles from './palette.module.css';
import { usePaletteText } from './texts';

const TYPING_PAUSE_MS = 120;

/** What was typed, once it has stood still for a moment or at once when asked for. */
function useSettled(typed: string): [settled: string, settle: () => void] {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [settled, () => setSettled(typed)];
}

/** Find a case, go to a screen, begin an action: type, choose with the arrow keys, Enter. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = usePaletteText();
  const navigate = useNavigate();
  const mayList = useAllowed('case:list');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  /** Enter was pressed before the answer was there: what comes first is opened as soon as it is. */
  const isAwaited = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // After the dialog has been shown, which puts the focus on what stands first in it.
  useEffect(() => field.current?.focus(), []);
  const wanted = typed.trim();
  const [q, settle] = useSettled(wanted);
  const search = useQuery({ ...paletteCasesQuery(q), enabled: mayList && q !== '' });
  const isSearching = mayList && wanted !== '' && (q !== wanted || search.isPending);
  const commands = useCommands(wanted, isSearching ? [] : (search.data?.items ?? []));
  const place = Math.min(chosen, commands.length - 1);

  const open = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    void navigate({ to: command.to });
  };
  useEffect(() => {
    if (!isAwaited.current || isSearching) return;
    isAwaited.current = false;
    if (!search.isError) open(commands[0]);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isOfInputMethod(event.nativeEvent)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!isSearching) return open(commands[place]);
      isAwaited.current = true;
      settle();
      return;
    }
    const last = commands.length - 1;
    const to = { ArrowDown: place === last ? 0 : place + 1, ArrowUp: place <= 0 ? last : place - 1 }[event.key];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    setChosen(to);
  };

  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={t('input')}
        aria-expanded={commands.length > 0}
        aria-controls={listId}
        aria-activedescendant={commands.length > 0 ? `${listId}-${place}` : undefined}
        aria-autocomplete="list"
        placeholder={t('hint')}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        ref={field}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
          isAwaited.current = false;
        }}
        onKeyDown={onKeyDown}
      />
      {search.isError && (
        <ProblemAlert error={search.error} title={t('failed')} onRetry={() => void search.refetch()} />
      )}
      <div id={listId} role="listbox" aria-label={t('results')} className={styles.list}>
        {commands.map((command, at) => (
          <Option
            key={command.id}
            id={`${listId}-${at}`}
            command={command}
            heading={command.group === commands[at - 1]?.group ? undefined : t(command.group)}
            isChosen={at === place}
            onOpen={() => open(command)}
          />
        ))}
      </div>
      <output className={styles.state}>
        {isSearching ? t('searching') : commands.length === 0 && !search.isError ? t('nothing') : ''}
      </output>
    </ModalDialog>
  );
}

interface OptionProps {
  id: string;
  command: Command;
  /** Of the group that begins with it. */
  heading: string | undefined;
  isChosen: boolean;
  onOpen: () => void;
}

function Option({ id, command, heading, isChosen, onOpen }: OptionProps) {
  useEffect(() => {
    if (isChosen) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [isChosen, id]);
  return (
    <>
      {heading !== undefined && (
        <div role="presentation" className={styles.group}>
          {heading}
        </div>
      )}
      {/* Keys are heard by the field above, which keeps the focus. */}
      <button
        type="button"
        tabIndex={-1}
        id={id}
        role="option"
        aria-selected={isChosen}
        className={styles.option}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onOpen}
      >
        <span>{command.text}</span>
        {command.note !== undefined && <span className={styles.note}>{command.note}</span>}
      </button>
    </>
  );
}
