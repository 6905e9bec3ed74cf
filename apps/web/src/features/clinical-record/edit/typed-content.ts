import { recordContents, type RecordSection } from '@consilium/contracts';
import { newId } from './new-id';
import type { Content } from '../conflict/units';

/** Parts that hold at least one entry begin with an empty one to fill. */
const BEGINS_WITH_ENTRY: readonly RecordSection[] = [
  'imaging',
  'treatments',
  'staging',
  'pathology',
  'laboratory',
  'follow-up',
];

/** What the form of a part that was never written begins with. */
export function emptyContent(section: RecordSection, today: string): Content {
  if (section === 'structures') return { entries: [] };
  if (!BEGINS_WITH_ENTRY.includes(section)) return {};
  return { entries: [{ id: newId(), ...(section === 'laboratory' ? { takenOn: today } : {}) }] };
}

const isText = (value: unknown) => typeof value === 'string';

/** What was typed without the lines and axes left empty, and with nothing said where a choice was taken back. */
function tidied(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((member) => member !== null && member !== undefined);
    return kept.every(isText) ? kept.filter((line) => line.trim() !== '') : kept.map(tidied);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, name === 'components' ? chosenOf(member) : tidied(member)]),
  );
}

const chosenOf = (components: unknown) =>
  Object.fromEntries(Object.entries(components ?? {}).filter(([, value]) => isText(value) && value !== ''));

/**
 * What was typed as the API takes it: tidied, and with the contract's own defaults where it is whole. What is not whole goes as it
 * is, and the API says at each field what is wrong.
 */
export function typedContent(section: RecordSection, typed: Content): Content {
  const content = tidied(typed) as Content;
  const parsed = recordContents[section].safeParse(content);
  return parsed.success ? parsed.data : content;
}
