import { writtenCases } from '@consilium/catalog';
import { proposalRules } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { SHIPPED_RULES } from '../cases/department-proposal.rules.js';
import furtherCases from './fixtures/further-cases.json' with { type: 'json' };
import givenCases from './fixtures/given-cases.json' with { type: 'json' };
import { measureProposal, totalOf } from './proposal-measure.rules.js';
import { everyDepartment } from './proposal-report.rules.js';

/** `further`: written before the rules were first tried on them, with the departments their writer would require. */
describe.each([
  ['given', givenCases, 80],
  ['further', furtherCases, 150],
])('the departments proposed for the %s cases, read from their texts alone', (_, file, atLeast) => {
  const measured = writtenCases.parse(file).cases.map((one) => measureProposal(one, everyDepartment, SHIPPED_RULES));

  it('leave out none that the board required', () => {
    expect(measured.flatMap(({ id, missed }) => missed.map((code) => `${id} ${code}`))).toEqual([]);
    expect(totalOf(measured).required).toBeGreaterThan(atLeast);
  });

  it('are asked for, required or as needed, in at least seven of ten proposals', () => {
    expect(totalOf(measured).precision).toBeGreaterThanOrEqual(0.7);
    expect(measured.filter(({ precision }) => precision < 0.6).map(({ id }) => id)).toEqual([]);
  });
});

describe('what is measured', () => {
  it('falls when a rule is taken out, so that a forgotten department shows', () => {
    const { cases } = writtenCases.parse(givenCases);
    const without = proposalRules.parse(SHIPPED_RULES.filter(({ departmentCode }) => departmentCode !== 'urology'));
    const measured = cases.map((one) => measureProposal(one, everyDepartment, without));
    expect(totalOf(measured).missed).toBeGreaterThan(5);
    expect(totalOf(measured).recall).toBeLessThan(1);
  });
});
