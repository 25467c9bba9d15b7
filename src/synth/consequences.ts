/** What the compiler refuses, where. */
interface Told {
  readonly place: string;
  readonly text: string;
}

/** The text of a source file; nothing where it cannot be read. */
export type ReadSource = (file: string) => string | undefined;

/** What is no name that is known, which is a cause whatever it is a part of: TS2551 `Did you mean 'errors'?`. */
const isOfName = ({ text }: Told): boolean => /^TS(2304|2305|2339|2551|2552|2724):/.test(text);
/** A value that does not fit where it is used. */
const isOfUse = ({ text }: Told): boolean => /^TS(2322|2345|2375|2379|2769):/.test(text);
/** Whether it says what to write in a sentence of ours: see `Wanted` and `Refused`. */
const isSpoken = ({ text }: Told): boolean => /\b(Wanted|Refused)</.test(text);

interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
const at = ({ place }: Told): At => {
  const [, file = '', line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
  return { file, line: Number(line), column: Number(column) };
};

const offset = (source: string, { line, column }: At): number =>
  source
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1);

/** Texts, in which brackets mean nothing, and brackets, commas and semicolons. */
const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|[()[\]{},;]/g;

/** Where the expression ends that begins there: at a comma, a semicolon or the bracket of what it stands in. */
const endOf = (source: string, start: number): number => {
  let depth = 0;
  for (const { 0: sign, index } of source.slice(start).matchAll(token)) {
    if (/^[)\]},;]$/.test(sign) && depth === 0) return start + index;
    depth += /^[([{]$/.test(sign) ? 1 : /^[)\]}]$/.test(sign) ? -1 : 0;
  }
  return source.length;
};

/**
 * What the compiler refuses without what follows from the rest: of a name that is not there, and of a value that says what to write in its
 * place, all that they are a part of is refused too, as what does not fit.
 *
 * @param read the source files as they were compiled.
 */
export const withoutConsequences = <T extends Told>(types: readonly T[], read: ReadSource): readonly T[] =>
  types.filter((outer) => {
    if (!isOfUse(outer)) return true;
    const place = at(outer);
    const source = read(place.file);
    if (source === undefined) return true;
    const start = offset(source, place);
    const end = endOf(source, start);
    return !types.some((inner) => {
      const { file } = at(inner);
      const inside = file === place.file ? offset(source, at(inner)) : -1;
      const isCause = isOfName(inner) || (isSpoken(inner) && !isSpoken(outer));
      return isCause && inside > start && inside < end;
    });
  });
