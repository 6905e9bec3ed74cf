import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Endpoint as ContractEndpoint } from '@consilium/contracts';
import type { FastifyRequest } from 'fastify';
import { parseRequest } from './request-validation.js';

export const ENDPOINT = 'consilium:endpoint';

const METHODS = { GET: Get, POST: Post, PUT: Put, DELETE: Delete } as const;

/** Makes a controller method the implementation of one entry of the contract: its route, status, permission and answer. */
export function Endpoint(entry: ContractEndpoint): MethodDecorator {
  return applyDecorators(METHODS[entry.method](entry.path), HttpCode(entry.status), SetMetadata(ENDPOINT, entry));
}

/** The entry of the contract a handler implements; undefined for a handler that implements none. */
export function endpointOf(context: ExecutionContext): ContractEndpoint | undefined {
  return Reflect.getMetadata(ENDPOINT, context.getHandler()) as ContractEndpoint | undefined;
}

/** The validated request. Refuses with problem `request/invalid`, naming every field. */
export const Input = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const entry = endpointOf(context);
  if (!entry) throw new Error('@Input() needs @Endpoint()');
  return parseRequest(entry, context.switchToHttp().getRequest<FastifyRequest>());
});
