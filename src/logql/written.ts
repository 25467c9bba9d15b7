/**
 * The selectors of streams in LogQL that somebody wrote as text, `namespace="$namespace", app=~"a|b"`, without their braces. Texts between quotes
 * are no part of it, as braces in `line_format "{{.app}}"` are not.
 */
export const selectorsWritten = (logql: string): readonly string[] => {
  const found: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { 0: token, index } of logql.matchAll(/"(?:[^"\\]|\\.)*"?|`[^`]*`?|#[^\n]*|[{}]/g)) {
    if (token === '{') {
      if (depth === 0) begin = index + 1;
      depth += 1;
    } else if (token === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(logql.slice(begin, index));
    }
  }
  return found;
};

/** The labels that a selector compares. */
export const labelsIn = (selector: string): readonly string[] =>
  [
    ...selector.replace(/"(?:[^"\\]|\\.)*"?|`[^`]*`?/g, '""').matchAll(/([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)/g),
  ].flatMap(([, label]) => label ?? []);
