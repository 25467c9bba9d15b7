/** Stands in a signature where the compiler refuses an operation, so that its message says why. */
export interface Refused<out Why extends string> {
  readonly refused: Why;
}

/** Nothing to refuse where there is no fault, else the faults as the compiler's message. */
export type Unless<Fault extends string> = [Fault] extends [never] ? unknown : Refused<Fault>;

/**
 * `T`, with what to write instead: the compiler's message shows the sentence where something else is given. `Other` is what
 * is often given, where the sentence is made of it.
 */
export type Wanted<T, Instead extends string, Other = T> = T | (Other & Refused<Instead>);
