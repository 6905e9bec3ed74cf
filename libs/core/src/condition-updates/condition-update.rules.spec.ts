import { newsAction } from '@consilium/contracts';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { acknowledgeBy, newsTransitions } from './condition-update.rules.js';

const SHANGHAI = 'Asia/Shanghai';
const at = (time: string) => DateTime.fromFormat(`2026-${time}`, 'yyyy-MM-dd HH:mm', { zone: SHANGHAI }).toJSDate();

describe('news of a patient', () => {
  it.each([
    ['RED', '11-20 23:50', '11-21 00:05'],
    ['AMBER', '11-20 23:50', '11-21 01:50'],
    // Friday to Monday.
    ['GREEN', '11-20 16:00', '11-23 16:00'],
    [null, '11-20 16:00', '11-20 18:00'],
  ] as const)('of grade %s, written %s, is acknowledged by %s', (severity, from, by) => {
    expect(acknowledgeBy(at(from), severity, SHANGHAI)).toEqual(at(by));
  });

  it('goes from being graded over being acknowledged and acted on to its end, and only that way', () => {
    const ways = newsAction.options.flatMap((action) =>
      newsTransitions[action].from.map((from) => `${from} → ${newsTransitions[action].to}`),
    );
    expect(ways).toEqual([
      'NEW → TRIAGED',
      'TRIAGED → TRIAGED',
      'TRIAGED → ACKNOWLEDGED',
      'ACKNOWLEDGED → ACTIONED',
      'ACTIONED → ACTIONED',
      'ACTIONED → CLOSED',
    ]);
  });
});
