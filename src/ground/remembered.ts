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
