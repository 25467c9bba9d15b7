/** A release as three numbers, the last of which may be left out: `3.14`, `3.14.0`. Nothing where the text is no release. */
export const versionOf = (text: string): readonly number[] | undefined => {
  const parts = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(text)?.slice(1);
  return parts?.map((part) => Number(part ?? 0));
};

/** Whether one release is another or came after it; of what is no release nothing is known, so it is not. */
export const isAtLeast = (version: string, least: string): boolean => {
  const [has, needs] = [versionOf(version), versionOf(least)];
  if (has === undefined || needs === undefined) return false;
  const at = has.findIndex((part, i) => part !== needs[i]);
  return at === -1 || (has[at] ?? 0) > (needs[at] ?? 0);
};

/** Whether two texts are one release: `3.14` and `3.14.0`. */
export const isSameVersion = (one: string, other: string): boolean =>
  isAtLeast(one, other) && isAtLeast(other, one);
