import { indented } from './indented.js';

/** Why the estate is refused, at one place of it. */
export interface Violation {
  /** The construct: `observer/rules`. Its first part is the application. */
  readonly path: string;
  /** The field of the construct's manifest: `spec.groups[0].interval`. */
  readonly field?: string;
  /** The offending text. */
  readonly text: string;
  /** Why it is refused. */
  readonly message: string;
  /** What to write instead. */
  readonly cure: string;
}

const applicationOf = ({ path }: Violation): string => path.split('/')[0] ?? '';

const grouped = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] =>
  [...new Set(items.map(keyOf))].map((key) => [key, items.filter((item) => keyOf(item) === key)]);

const counted = (violations: readonly Violation[]): string =>
  violations.length === 1 ? '1 violation' : `${violations.length} violations`;

const entry = ({ field, text, message, cure }: Violation): readonly string[] => [
  ...indented(field === undefined || field === '' ? message : `${field}: ${message}`, '    '),
  ...indented(text, '      '),
  ...indented(cure === '' ? '' : `→ ${cure}`, '      '),
];

/** All violations as a person reads them in a terminal: by application, then by construct. */
export const violationText = (violations: readonly Violation[]): string =>
  grouped(violations, applicationOf)
    .flatMap(([application, ofApplication]) => [
      `${application}: ${counted(ofApplication)}`,
      ...grouped(ofApplication, ({ path }) => path).flatMap(([path, here]) => [
        `  ${path}`,
        ...here.flatMap(entry),
      ]),
      '',
    ])
    .join('\n');

/** The estate is refused; the message shows every violation. */
export class ViolationError extends Error {
  override readonly name = 'ViolationError';

  constructor(readonly violations: readonly Violation[]) {
    super(violationText(violations));
  }
}
