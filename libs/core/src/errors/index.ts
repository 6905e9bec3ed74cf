export { refusedBySchema } from './refused-by-schema.js';
export { ConstraintViolation, notFound, Problem, refuseFields, type FieldRefusal } from './problem.js';
