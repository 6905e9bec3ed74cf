import { endpoints } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleBody } from './sample-body.js';

describe('a sample of a body', () => {
  it('has what must be there and what is known by name, and nothing else', () => {
    const schema = z.object({
      version: z.int().min(1),
      note: z.string().optional(),
      kind: z.enum(['A', 'B']),
      people: z.array(z.object({ personId: z.uuid() })).min(2),
    });
    const personId = '11111111-1111-7111-8111-111111111111';
    expect(sampleBody(schema, { personId, elsewhere: 1 })).toEqual({
      version: 1,
      kind: 'A',
      people: [{ personId }, { personId }],
    });
  });

  it('says where a schema asks for more than can be guessed', () => {
    expect(() => sampleBody(z.object({ code: z.string().refine((code) => code === 'secret') }), {})).toThrow(
      'no sample',
    );
  });

  it('is found for what the contract names', () => {
    expect(Object.keys(endpoints).length).toBeGreaterThan(0);
  });
});
