/** Where to look up what a template may name. */
const reference = 'https://prometheus.io/docs/alerting/latest/notifications/';

/** `template: :2:10: executing "" at <.Alerts.Frist>: can't evaluate …`: the column is there once a template has been parsed. */
const said = /template: [^:\n]*:(\d+):(?:(\d+):)? (?:executing "[^"]*" at <[^]*?>: )?([^]*)$/;

/** Most characters that are shown of a template. */
const most = 80;

/**
 * What amtool has against a template, in a sentence that begins with the offending text: the action, or the line where Go could
 * not tell actions apart.
 *
 * @param stderr what amtool wrote as it failed.
 */
export const complaint = (template: string, stderr: string): string => {
  const [, line, column, reason] = said.exec(stderr.trim()) ?? [];
  if (line === undefined || reason === undefined) return `cannot be rendered: ${stderr.trim()}`;
  const text = template.split('\n')[Number(line) - 1] ?? '';
  const offending = column === undefined ? text.trim() : actionAt(text, Number(column));
  return `line ${line}, ${shortened(offending)}: ${reason}, so nothing would be sent; what a template may name is told at ${reference}`;
};

/** The action of a line that holds a byte of it: Go counts bytes, from 0. */
const actionAt = (line: string, column: number): string => {
  const before = Buffer.from(line).subarray(0, column).toString();
  const start = Math.max(before.lastIndexOf('{{'), 0);
  const end = line.indexOf('}}', before.length);
  return line.slice(start, end === -1 ? undefined : end + 2).trim();
};

const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text);
