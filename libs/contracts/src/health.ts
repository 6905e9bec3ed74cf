import { z } from 'zod';
import { endpoint } from './endpoint.js';

const part = z.enum(['up', 'down']);
export const healthEndpoints = {
  live: endpoint({
    method: 'GET',
    path: '/api/health/live',
    permission: 'public',
    summary: 'The process answers',
    out: z.object({ status: z.literal('up') }),
  }),
  ready: endpoint({
    method: 'GET',
    path: '/api/health/ready',
    permission: 'public',
    summary: 'The database answers; says also whether Redis does (503 without the database)',
    out: z.object({ status: z.enum(['ready', 'degraded', 'unavailable']), database: part, redis: part }),
  }),
  openapi: endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    permission: 'public',
    summary: 'This document',
    out: z.record(z.string(), z.unknown()),
  }),
};
