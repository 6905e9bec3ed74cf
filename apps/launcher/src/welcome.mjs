import { table } from './messages.mjs';

/** @typedef {import('./database-programs.mjs').DemonstrationPerson} DemonstrationPerson */

const shownPeople = 12;

/**
 * What a person sees when everything runs: the address and how to sign in.
 * @param {{ address: string, people?: import('./database-programs.mjs').DemonstrationPeople, link: string, notes: string[] }} facts
 * @returns {string[]}
 */
export function welcome({ address, people, link, notes }) {
  const lines = ['', `  Consilium is at  ${address}`, ''];
  if (people) {
    const shown = oneOfEachRoleFirst(people.people).slice(0, shownPeople);
    lines.push(`  Demonstration people; everyone's password is  ${people.password}`);
    lines.push(...table(shown.map(cells)).map((line) => `    ${line}`));
    const rest = people.people.length - shown.length;
    if (rest > 0) lines.push(`    … and ${rest} more, listed in README.md`);
    const withSecret = people.people.filter(({ secret }) => secret);
    if (withSecret.length > 0) {
      lines.push(
        '',
        '  One-time code secrets for an authenticator app; the sign-in page shows the present code as well',
      );
      lines.push(
        ...table(withSecret.map(({ username, secret }) => [username, secret ?? ''])).map((line) => `    ${line}`),
      );
    }
    lines.push('');
  }
  if (link)
    lines.push(
      '  Nobody can sign in yet. This link, which works once, makes the first administrator:',
      `    ${link}`,
      '',
    );
  for (const note of notes) lines.push(`  ${note}`);
  return lines;
}

/** @param {DemonstrationPerson} person */
const cells = ({ username, name, role, hospital }) => [
  username,
  words(name),
  role.toLowerCase().replaceAll('_', ' '),
  words(hospital),
];

/** @param {DemonstrationPerson['name'] | undefined} value */
const words = (value) => (typeof value === 'object' ? `${value.zh} ${value.en}` : (value ?? ''));

/**
 * A short list should show every kind of work before it shows the second person of one.
 * @param {DemonstrationPerson[]} people
 */
function oneOfEachRoleFirst(people) {
  const first = people.filter(({ role }, index) => people.findIndex((other) => other.role === role) === index);
  return [...first, ...people.filter((person) => !first.includes(person))];
}
