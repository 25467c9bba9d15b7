/** Lines of files that differ, from 1, by path; of what was only taken away the line before. */
export type ChangedLines = ReadonlyMap<string, readonly number[]>;

const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/;

/** What `git diff --unified=0` tells of the newer side; a path below another folder begins with that, `prefix`. */
export const changedLinesIn = (diff: string): ChangedLines => {
  const found = new Map<string, number[]>();
  let path = '';
  for (const line of diff.split('\n')) {
    // Of a file that is gone the newer side is /dev/null: its lines are of no file.
    if (line.startsWith('diff --git ')) path = '';
    const [, file] = /^\+\+\+ b\/([^\t]*)/.exec(line) ?? [];
    if (file !== undefined) path = file;
    const [, first, length = '1'] = hunk.exec(line) ?? [];
    if (first === undefined || path === '') continue;
    const lines = Array.from({ length: Math.max(1, Number(length)) }, (_, i) =>
      Math.max(1, Number(first) + i),
    );
    found.set(path, [...(found.get(path) ?? []), ...lines]);
  }
  return found;
};
