export { ConstraintViolation, notFound, Problem, refuseFields, type FieldRefusal } from './problem.js';
