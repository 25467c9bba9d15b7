import { indented } from '#instrumentation/go/indented.js';

/** The Go of a README, block by block. */
const blocks = (readme: string): readonly string[] =>
  [...readme.matchAll(/^```go\n(.*?)^```/gms)].map(([, text = '']) => text.trimEnd());

/** A program that does what the README of a module says, where it stands before net/http: with what stands around it in an application. */
export const programOf = (readme: string, path: string): string => {
  const [mounted = '', calls = ''] = blocks(readme);
  const [, check = ''] = /`(\w+\.Check\([^`]+\))`/.exec(readme) ?? [];
  const [, logged = ''] = /`(\w+\.Info\([^`]+\))`/.exec(readme) ?? [];
  const labels = [...new Set([...calls.matchAll(/\(([a-z][a-zA-Z, ]*)\)\./g)].flatMap(([, all = '']) => all.split(', ')))];
  return [
    'package main',
    `import (\n\t"context"\n\t"database/sql"\n\t"net/http"\n\t"time"\n\n\t"${path}"\n)`,
    `func main() {\n\tmux, shop := http.NewServeMux(), http.NotFoundHandler()\n${indented(mounted)}\n}`,
    [
      'func calls(ctx context.Context, db *sql.DB, value, amount float64, id int) (err error) {',
      ...labels.map((label) => `\t${label} := "any"`),
      indented([calls, check, logged].join('\n')),
      '\treturn nil',
      '}',
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
};

/** What Fiber's handlers are in the README of a module, as a file that is only read: Debian has no Fiber to compile it with. */
export const readOf = (readme: string): string => {
  const [mounted = ''] = blocks(readme);
  return `package read\n\nfunc mounted(app *fiber.App) {\n${indented(mounted)}\n}\n`;
};
