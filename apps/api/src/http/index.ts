export { AccessGuard } from './access.guard.js';
export { AnswerInterceptor } from './answer.interceptor.js';
export { Endpoint, ENDPOINT, Input } from './endpoint.decorator.js';
export { log } from './log.js';
export { openApiDocument } from './open-api.js';
export { ProblemFilter } from './problem.filter.js';
export { RateLimits } from './rate-limits.js';
export { CurrentActor, CurrentPresence, localeOf, placeOf, type ApiRequest } from './request-context.js';
export { SessionCookie } from './session-cookie.js';
