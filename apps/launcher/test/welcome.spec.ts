import { describe, expect, it } from 'vitest';
import { displayWidth, table } from '../src/messages.mjs';
import { welcome } from '../src/welcome.mjs';

const person = (username: string, role: string) => ({
  username,
  name: { zh: '许棠', en: 'Xu Tang' },
  role,
  hospital: { zh: '云岭省肿瘤医院', en: 'Yunling' },
});

describe('what the first screen says', () => {
  const people = [
    ...Array.from({ length: 14 }, (_, index) => person(`urology-${index}`, 'SPECIALIST')),
    person('coordinator', 'CENTRE_COORDINATOR'),
  ];
  const lines = welcome({
    address: 'http://localhost:3000',
    people: { password: 'lantern', people },
    link: '',
    notes: ['A note.'],
  });

  it('names the address, the password and who can sign in, in both languages', () => {
    expect(lines.join('\n')).toContain('http://localhost:3000');
    expect(lines.join('\n')).toContain("everyone's password is  lantern");
    expect(lines.find((line) => line.includes('coordinator'))).toMatch(
      /许棠 Xu Tang\s+centre coordinator\s+云岭省肿瘤医院 Yunling/,
    );
  });

  it('stays short, with every role in it, and says where the rest stands', () => {
    expect(lines.filter((line) => line.includes('许棠'))).toHaveLength(12);
    expect(lines.join('\n')).toContain('… and 3 more, listed in README.md');
  });

  it('lists the one-time code secrets of those who need one, apart from the people', () => {
    const expert = { ...person('beichen-expert', 'REMOTE_EXPERT'), secret: 'ABCDEFGH' };
    const text = welcome({
      address: 'x',
      people: { password: 'lantern', people: [...people, expert] },
      link: '',
      notes: [],
    }).join('\n');
    expect(text).toMatch(/One-time code secrets .*\n {4}beichen-expert {2}ABCDEFGH\n/);
    expect(lines.join('\n')).not.toContain('One-time code');
  });

  it('shows the link for the first administrator when nobody can sign in', () => {
    const withLink = welcome({ address: 'x', people: undefined, link: 'http://localhost:3000/setup#abc', notes: [] });
    expect(withLink.join('\n')).toMatch(
      /works once, makes the first administrator:\n\s+http:\/\/localhost:3000\/setup#abc/,
    );
  });
});

describe('a table', () => {
  it('keeps its columns under each other when Chinese is in them', () => {
    const lines = table([
      ['许棠', 'a'],
      ['lu', 'b'],
    ]);
    expect(lines.map((line) => displayWidth(line.slice(0, -1)))).toEqual([6, 6]);
  });
});
