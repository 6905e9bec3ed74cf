import { attendanceModes, type AttendanceMode, type SessionMember } from '@consilium/contracts';
import type { MenuProps } from 'antd';
import { useLabel } from '../../lib/i18n';
import type { Presence } from './api';
import { useText } from './locales';

const ABSENT = 'ABSENT';
const MODES = attendanceModes.schema.options;

/** An expert of another hospital is there by video, everybody else in the room, unless said otherwise. */
export function likelyMode(member: SessionMember): AttendanceMode {
  return member.role === 'EXPERT' ? 'REMOTE' : 'IN_PERSON';
}

/** The ways in which somebody can be there, the likely one first, and not being there. */
export function useAttendanceMenu(member: SessionMember, onMark: (presence: Presence) => void): MenuProps {
  const t = useText();
  const label = useLabel();
  const likely = likelyMode(member);
  const modes = [likely, ...MODES.filter((mode) => mode !== likely)];
  return {
    items: [
      ...modes.map((mode) => ({ key: mode, label: label(attendanceModes.labels[mode]) })),
      { type: 'divider' as const },
      { key: ABSENT, label: t('absent') },
    ],
    selectedKeys: [member.attendance?.mode ?? ABSENT],
    onClick: ({ key }) => {
      const mode = MODES.find((one) => one === key);
      onMark(mode === undefined ? { present: false } : { present: true, mode });
    },
  };
}

/** Chair first, then recorder, members and experts. */
const RANK: Record<SessionMember['role'], number> = { CHAIR: 0, RECORDER: 1, MEMBER: 2, EXPERT: 3 };
export function inOrder(members: SessionMember[]): SessionMember[] {
  return [...members].sort((a, b) => RANK[a.role] - RANK[b.role] || a.hospitalId.localeCompare(b.hospitalId));
}
