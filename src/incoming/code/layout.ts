import type { Code } from './code.js';

/** Lines are broken beyond it. */
const width = 100;

/** Where a piece stands. */
interface Place {
  /** The columns by which its lines are set in. */
  readonly depth: number;
  /** The columns that are taken before it on its first line. */
  readonly used: number;
}

const flat = (code: Code): string => {
  switch (code.is) {
    case 'text':
      return code.text;
    case 'member':
      return `${flat(code.of)}.${code.name}`;
    case 'call':
      return `${flat(code.of)}(${code.args.map(flat).join(', ')})`;
    case 'spread':
      return `...${flat(code.of)}`;
    case 'list':
      return `[${code.items.map(flat).join(', ')}]`;
    case 'arrow':
      return `${code.takes} => ${flatBody(code.gives)}`;
    case 'object':
      return code.fields.length === 0 ? '{}' : `{ ${code.fields.map(flatField).join(', ')} }`;
  }
};

const flatBody = (code: Code): string => (code.is === 'object' ? `(${flat(code)})` : flat(code));

const flatField = ({ name, value }: { readonly name: string; readonly value: Code | undefined }): string =>
  value === undefined ? name : `${name}: ${flat(value)}`;

/** Whether a piece has lines of its own, however short: an open object, a text over several lines. */
const isTall = (code: Code): boolean => {
  switch (code.is) {
    case 'text':
      return code.text.includes('\n');
    case 'member':
    case 'spread':
      return isTall(code.of);
    case 'call':
      return isTall(code.of) || code.args.some(isTall);
    case 'list':
      return code.items.some(isTall);
    case 'arrow':
      return isTall(code.gives);
    case 'object':
      return code.isOpen || code.fields.some(({ value }) => value !== undefined && isTall(value));
  }
};

const fits = (code: Code, { used }: Place): boolean => !isTall(code) && used + flat(code).length <= width;

/** Where a piece stands that a comma follows: it takes a column too. */
const beforeComma = ({ depth, used }: Place): Place => ({ depth, used: used + 1 });

/** Pieces on lines of their own between brackets. */
const broken = (
  open: string,
  pieces: readonly ((place: Place) => string)[],
  close: string,
  depth: number,
) => {
  const inner = depth + 2;
  const lines = pieces.map((piece) => `${' '.repeat(inner)}${piece({ depth: inner, used: inner })},\n`);
  return `${open}\n${lines.join('')}${' '.repeat(depth)}${close}`;
};

/** Brackets that hold all that is in them by themselves: they may open on the line of what they are given to. */
const isHugged = (code: Code): boolean =>
  code.is === 'object' ||
  code.is === 'list' ||
  (code.is === 'text' && code.text.startsWith('`')) ||
  (code.is === 'arrow' && isHugged(code.gives));

const laidCall = (of: Code, args: readonly Code[], place: Place): string => {
  const head = laid(of, place);
  const { depth } = place;
  const used = head.includes('\n') ? head.length - head.lastIndexOf('\n') : place.used + head.length;
  const [last, ...before] = args.toReversed();
  if (last === undefined) return `${head}()`;
  const first = before.toReversed();
  const beside = first.map((each) => `${flat(each)}, `).join('');
  if (isHugged(last) && !first.some((each) => isTall(each) || isHugged(each)) && used + beside.length < width)
    return `${head}(${beside}${laid(last, { depth, used: used + beside.length + 2 })})`;
  return broken(
    `${head}(`,
    args.map((each) => (inside: Place) => laid(each, beforeComma(inside))),
    ')',
    depth,
  );
};

/** A piece over several lines where it does not fit on one. */
const laid = (code: Code, place: Place): string => {
  if (fits(code, place)) return flat(code);
  const { depth, used } = place;
  switch (code.is) {
    case 'text':
      return code.text;
    case 'member':
      return `${laid(code.of, place)}.${code.name}`;
    case 'call':
      return laidCall(code.of, code.args, place);
    case 'spread':
      return `...${laid(code.of, { depth, used: used + 3 })}`;
    case 'list':
      return broken(
        '[',
        code.items.map((each) => (inside) => laid(each, beforeComma(inside))),
        ']',
        depth,
      );
    case 'arrow': {
      // What is no bracket by itself stands on a line of its own.
      if (code.gives.is === 'call') {
        const inner = depth + 2;
        return `${code.takes} =>\n${' '.repeat(inner)}${laid(code.gives, { depth: inner, used: inner })}`;
      }
      const body = laid(code.gives, { depth, used: used + code.takes.length + 4 });
      return `${code.takes} => ${code.gives.is === 'object' ? `(${body})` : body}`;
    }
    case 'object':
      return broken(
        '{',
        code.fields.map(
          ({ name, value }) =>
            (inside) =>
              value === undefined
                ? name
                : `${name}:${laidValue(value, { ...inside, used: inside.used + name.length + 1 })}`,
        ),
        '}',
        depth,
      );
  }
};

/** A name so short that its text would begin hardly further to the left on a line of its own. */
const isShort = (used: number, depth: number): boolean => used - depth - 1 < 5;

/** A text that is too long for the line of its field stands under it. */
const laidValue = (value: Code, { depth, used }: Place): string =>
  value.is === 'text' &&
  !value.text.includes('\n') &&
  !isShort(used, depth) &&
  used + 1 + value.text.length > width - 1
    ? `\n${' '.repeat(depth + 2)}${value.text}`
    : ` ${laid(value, beforeComma({ depth, used: used + 1 }))}`;

/** A declaration as Prettier lays it out: `export const name = …;`. */
export const declaration = (name: string, value: Code): string => {
  const head = `export const ${name} = `;
  return `${head}${laid(value, { depth: 0, used: head.length + 1 })};\n`;
};
