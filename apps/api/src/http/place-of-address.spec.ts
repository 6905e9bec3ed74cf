import { describe, expect, it } from 'vitest';
import { placeOfAddress } from './rate-limits.js';

describe('the place that a caller counts as', () => {
  it.each([
    ['10.1.1.1', '10.1.1.1'],
    ['::ffff:10.1.1.1', '10.1.1.1'],
    ['2001:db8:1:2::7', '2001:db8:1:2::/64'],
    ['2001:DB8:1:0002:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, place) => expect(placeOfAddress(address)).toBe(place));
});
