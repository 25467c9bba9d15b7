/**
 * Which series are hidden after one was picked in the legend: a click shows it alone, or all again where it was alone;
 * with Ctrl it alone changes.
 */
export const picked = (
  names: readonly string[],
  hidden: ReadonlySet<string>,
  name: string,
  isToggle: boolean,
): ReadonlySet<string> => {
  const others = names.filter((other) => other !== name);
  if (isToggle) {
    const changed = new Set(hidden);
    if (!changed.delete(name)) changed.add(name);
    return changed;
  }
  const isAlone = !hidden.has(name) && others.every((other) => hidden.has(other));
  return new Set(isAlone ? [] : others);
};
