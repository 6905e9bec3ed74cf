import type { AgendaItem } from '@consilium/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keepSession, sendRecord, sessionKeys } from '../api';
import { RecordKeeper, type KeptRecord } from './record-keeper';

/** The records of one session, kept while the screen is open and sent once more when it closes. */
export function useRecordKeeper(sessionId: string): RecordKeeper {
  const client = useQueryClient();
  const [keeper] = useState(
    () =>
      new RecordKeeper(
        async (itemId, body) => {
          const view = await sendRecord(sessionId, itemId, body);
          keepSession(client, view);
          return view;
        },
        () => void client.invalidateQueries({ queryKey: sessionKeys.one(sessionId) }),
      ),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.hasUnsent()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      keeper.close();
    };
  }, [keeper]);
  return keeper;
}

/** The record of one item as it stands on this screen. */
export function useRecord(keeper: RecordKeeper, item: AgendaItem): KeptRecord {
  const record = useSyncExternalStore(keeper.subscribe, () => keeper.read(item));
  useEffect(() => keeper.meet(item), [keeper, item]);
  return record;
}
