import { describe, expect, it } from 'vitest';
import { departmentId, exampleProposals } from '../../../testing/example-house';
import {
  addDepartment,
  choicesOf,
  chosenDepartments,
  giveReason,
  noChanges,
  removeDepartment,
  removedDepartments,
  requireDepartment,
  restoreDepartment,
} from './departments-of-referral';

const idsOf = (chosen: { departmentId: string }[]) => chosen.map((one) => one.departmentId);

describe('the departments of a referral', () => {
  it('are the proposed ones as long as nobody changes them', () => {
    const chosen = chosenDepartments(exampleProposals, noChanges);
    expect(idsOf(chosen)).toEqual(idsOf(exampleProposals));
    expect(chosen.every((one) => !one.isByHand && one.reasons.length > 0)).toBe(true);
  });

  it('keep what the surgeon took off and added when the rules propose anew', () => {
    let changes = removeDepartment(noChanges, departmentId('radiotherapy'));
    changes = addDepartment(changes, departmentId('icu'));
    const again = chosenDepartments([...exampleProposals].reverse(), changes);
    expect(idsOf(again)).not.toContain(departmentId('radiotherapy'));
    expect(idsOf(again)).toContain(departmentId('icu'));
    expect(idsOf(removedDepartments(exampleProposals, changes))).toEqual([departmentId('radiotherapy')]);
  });

  it('come back as proposed when a removal is undone', () => {
    const removed = removeDepartment(noChanges, departmentId('bone'));
    expect(chosenDepartments(exampleProposals, restoreDepartment(removed, departmentId('bone')))).toEqual(
      chosenDepartments(exampleProposals, noChanges),
    );
  });

  it('carry the own reason of who added one or made it required', () => {
    let changes = addDepartment(noChanges, departmentId('icu'));
    changes = giveReason(changes, departmentId('icu'), '术后监护');
    changes = requireDepartment(changes, departmentId('radiotherapy'), 'REQUIRED');
    changes = giveReason(changes, departmentId('radiotherapy'), '拟术中放疗');
    const choices = choicesOf(chosenDepartments(exampleProposals, changes));
    expect(choices).toContainEqual({ departmentId: departmentId('icu'), requirement: 'REQUIRED', reason: '术后监护' });
    expect(choices).toContainEqual({
      departmentId: departmentId('radiotherapy'),
      requirement: 'REQUIRED',
      reason: '拟术中放疗',
    });
  });

  it('lose an added one altogether when it is taken off again', () => {
    const changes = removeDepartment(addDepartment(noChanges, departmentId('icu')), departmentId('icu'));
    expect(idsOf(chosenDepartments(exampleProposals, changes))).not.toContain(departmentId('icu'));
    expect(removedDepartments(exampleProposals, changes)).toEqual([]);
  });
});
