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

/** Of so many texts is remembered what follows of each; then it is forgotten of all. */
const most = 1000;

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
