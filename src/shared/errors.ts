/** Closed set of failures an outside caller can meet; the HTTP status of each is in `httpStatusOf`. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid_input'
  | 'invalid_state'
  | 'conflict'
  | 'limit_exceeded'
  | 'rate_limited'
  | 'unavailable';

/** One rejected field: a dotted path into the input and a sentence a person can act on. */
export interface FieldError {
  path: string;
  message: string;
}

export interface ErrorDetails {
  /** The slice's own literal, stable for programs. */
  reason?: string;
  /** A sentence for the person: what happened, what was kept, what to do. */
  message?: string;
  fields?: FieldError[];
  /** For `rate_limited` and requests still in flight. */
  retryAfterSeconds?: number;
  /** Machine-readable extras, such as the choices of an ambiguous import. */
  extra?: Record<string, unknown>;
}

const brand = Symbol.for('rapport.AppError');

/**
 * The only error the domain throws on purpose. Recognised by a symbol brand because the bundler may load
 * this module more than once, which makes `instanceof` fail across the copies.
 */
export class AppError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? details.reason ?? code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export function isAppError(value: unknown): value is AppError {
  return typeof value === 'object' && value !== null && brand in value;
}

const statuses: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 422,
  invalid_state: 409,
  conflict: 409,
  limit_exceeded: 413,
  rate_limited: 429,
  unavailable: 503,
};

/** The HTTP status promised for a code in `docs/architecture.md`. */
export function httpStatusOf(code: ErrorCode): number {
  return statuses[code];
}
