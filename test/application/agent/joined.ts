/** Events as Filebeat makes them of lines by `type: while_pattern`: libbeat/reader/multiline/while.go. */
export const joined = (pattern: string, lines: readonly string[]): readonly string[] => {
  const matching = new RegExp(pattern);
  const events: string[] = [];
  let open = false;
  for (const line of lines) {
    const matches = matching.test(line);
    if (open && matches) events.push(`${events.pop()}\n${line}`);
    else events.push(line);
    open = matches;
  }
  return events;
};
