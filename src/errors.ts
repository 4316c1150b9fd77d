/** What can go wrong in Beffroi, and what each shell makes of it: an HTTP status, an exit code. */
export const failures = {
  'invalid-request': { status: 400, exit: 2 },
  misuse: { status: 400, exit: 2 },
  unauthorised: { status: 401, exit: 1 },
  'not-found': { status: 404, exit: 1 },
  conflict: { status: 409, exit: 1 },
  gone: { status: 410, exit: 1 },
  stale: { status: 412, exit: 1 },
  'too-large': { status: 413, exit: 1 },
  'other-type': { status: 415, exit: 1 },
  refused: { status: 422, exit: 1 },
  'condition-required': { status: 428, exit: 1 },
  'too-many': { status: 429, exit: 1 },
  damaged: { status: 500, exit: 1 },
  unsupported: { status: 501, exit: 1 },
  busy: { status: 503, exit: 1 },
  'no-space': { status: 507, exit: 1 },
} as const satisfies Record<string, { status: number; exit: number }>

export type FailureCode = keyof typeof failures

/** A failure that its reader can act on: the message is a whole sentence, safe to show, without paths of the machine. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: FailureCode
  /** What a machine can use beside the sentence. */
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(
    code: FailureCode,
    message: string,
    options?: ErrorOptions & Readonly<{ details?: DomainError['details'] }>,
  ) {
    super(message, options)
    this.code = code
    this.details = options?.details
  }
}
