/** Stands in a signature where the compiler refuses an operation, so that its message says why. */
export interface Refused<out Why extends string> {
  readonly refused: Why;
}

/** Nothing to refuse where there is no fault, else the faults as the compiler's message. */
export type Unless<Fault extends string> = [Fault] extends [never] ? unknown : Refused<Fault>;
