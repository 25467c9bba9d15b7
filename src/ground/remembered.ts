/**
 * The same function, which works out of each value once for as long as the value is there: for what is asked again and again of values that
 * nobody changes, as expressions are. Nothing is held that nobody else holds.
 */
export const remembered = <Of extends WeakKey, T extends NonNullable<unknown>>(
  work: (of: Of) => T,
): ((of: Of) => T) => {
  const known = new WeakMap<Of, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = work(of);
    known.set(of, made);
    return made;
  };
};

/** Of so many values, or texts, it is remembered what follows of each; then all is forgotten. */
const most = 1000;

/**
 * The same of what is asked for again soon or never, as of the expressions of one application: after so many others it is worked out anew, and
 * is another value then. What many values come and go in for as long as there are applications is slow to write into, and to be collected.
 */
export const rememberedForAWhile = <Of extends WeakKey, T extends NonNullable<unknown>>(
  work: (of: Of) => T,
): ((of: Of) => T) => {
  let known = new WeakMap<Of, T>();
  let count = 0;
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = work(of);
    if (count === most) [known, count] = [new WeakMap(), 0];
    known.set(of, made);
    count += 1;
    return made;
  };
};

/** The same of texts, for what is asked again and again of few of them, as paths and patterns are. */
export const rememberedByText = <T extends NonNullable<unknown>>(
  work: (text: string) => T,
): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = work(text);
    if (known.size === most) known.clear();
    known.set(text, made);
    return made;
  };
};
