import type { AgendaItem, CaseView, Directory, OpinionView, SessionView } from '@consilium/contracts';
import { useMemo } from 'react';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { seatKey, type RecordDraft, type StanceEntry } from './record-draft';

export interface SeatPerson {
  id: string;
  name: string;
  present: boolean;
}

/** Who is asked for a stance: a department of the case, or a hospital it is shared with. */
export interface Seat {
  key: string;
  departmentId: string | null;
  hospitalId: string | null;
  name: string;
  /** Who may speak for it; those present first. */
  people: SeatPerson[];
  /** The opinion given before the session. */
  written: OpinionView | undefined;
}

function membersOf(session: SessionView, seat: Pick<Seat, 'departmentId' | 'hospitalId'>): SeatPerson[] {
  return session.members
    .filter((member) =>
      seat.hospitalId === null ? member.departmentId === seat.departmentId : member.hospitalId === seat.hospitalId,
    )
    .map((member) => ({ id: member.personId, name: member.name, present: member.attendance !== null }))
    .sort((a, b) => Number(b.present) - Number(a.present));
}

/** Staff who were not invited can still speak for a department that has nobody else. */
function peopleOf(
  session: SessionView,
  directory: Directory | undefined,
  seat: Pick<Seat, 'departmentId' | 'hospitalId'>,
): SeatPerson[] {
  const members = membersOf(session, seat);
  if (members.length > 0) return members;
  const staff =
    seat.hospitalId === null
      ? directory?.people.filter((person) => person.departmentIds.includes(seat.departmentId ?? ''))
      : directory?.partners.find((partner) => partner.id === seat.hospitalId)?.experts;
  return (staff ?? []).map((person) => ({ id: person.id, name: person.name, present: false }));
}

interface Sources {
  session: SessionView;
  item: AgendaItem;
  /** Null where this person may not read the case, undefined while loading. */
  discussed: CaseView | null | undefined;
  directory: Directory | undefined;
  draft: RecordDraft;
}

function seatsOf({ session, item, discussed, directory, draft }: Sources, label: ReturnType<typeof useLabel>): Seat[] {
  const opinions = discussed?.round.opinions.filter((opinion) => opinion.state === 'SUBMITTED') ?? [];
  // Without the case, the departments at the table are the best guess; while it loads there is none to make.
  const departmentIds =
    discussed === null
      ? session.members.flatMap((member) => member.departmentId ?? [])
      : (discussed?.round.participations ?? []).filter((one) => one.state !== 'WAIVED').map((one) => one.departmentId);
  const recorded = Object.values(draft.stances);
  const wanted = [
    ...departmentIds.map((departmentId) => ({ departmentId, hospitalId: null })),
    ...item.sharedWith.map(({ hospitalId }) => ({ departmentId: null, hospitalId })),
    ...recorded.map(({ departmentId, hospitalId }) => ({ departmentId, hospitalId })),
  ];
  const seats = new Map<string, Seat>();
  for (const { departmentId, hospitalId } of wanted) {
    const key = seatKey({ departmentId, hospitalId });
    if (seats.has(key) || (departmentId === null && hospitalId === null)) continue;
    const department = directory?.departments.find((one) => one.id === departmentId);
    const shared = item.sharedWith.find((one) => one.hospitalId === hospitalId);
    const hospital = session.linkedHospitals.find((one) => one.hospitalId === hospitalId);
    const invited = session.members.find((member) => member.departmentId === departmentId)?.department;
    const written = opinions.find((opinion) =>
      hospitalId === null
        ? !opinion.isRemote && opinion.departmentId === departmentId
        : opinion.isRemote && [shared?.name.zh, hospital?.name.zh, hospital?.shortName.zh].includes(opinion.from.zh),
    );
    const name =
      (hospitalId === null ? (department?.name ?? invited) : (hospital?.shortName ?? shared?.name)) ?? written?.from;
    seats.set(key, {
      key,
      departmentId,
      hospitalId,
      name: name === undefined || name === null ? '–' : label(name),
      people: peopleOf(session, directory, { departmentId, hospitalId }),
      written,
    });
  }
  const place = (seat: Seat) =>
    directory?.departments.find((one) => one.id === seat.departmentId)?.position ?? Number.MAX_SAFE_INTEGER;
  return [...seats.values()].sort((a, b) => place(a) - place(b));
}

/** Everybody who is asked for a stance on this case, in the centre's order, linked hospitals last. */
export function useSeats(
  session: SessionView,
  item: AgendaItem,
  discussed: CaseView | null | undefined,
  draft: RecordDraft,
): Seat[] {
  const { data: directory } = useDirectory();
  const label = useLabel();
  return useMemo(
    () => seatsOf({ session, item, discussed, directory, draft }, label),
    [session, item, discussed, directory, draft, label],
  );
}

/** The entry of a seat, or a blank one spoken by whoever most likely speaks for it. */
export function entryOf(seat: Seat, draft: RecordDraft): StanceEntry {
  const author = seat.people.find((person) => person.name === seat.written?.author);
  const present = seat.people.find((person) => person.present);
  return (
    draft.stances[seat.key] ?? {
      departmentId: seat.departmentId,
      hospitalId: seat.hospitalId,
      personId: (author?.present === true ? author : (present ?? author ?? seat.people[0]))?.id ?? null,
      stance: null,
      note: '',
    }
  );
}
