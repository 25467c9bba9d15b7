export interface Token {
  readonly kind: 'string' | 'number' | 'assign' | 'variable' | 'field' | 'dot' | 'mark' | 'word';
  readonly text: string;
  /** Whether it stands apart from the token before: `.Alerts .Status` are two operands, `.Alerts.Status` is one. */
  readonly apart: boolean;
}

/** What stands between `{{` and `}}`. */
export interface Action {
  readonly source: string;
  readonly tokens: readonly Token[];
}

const shapes: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /"(?:[^"\\\n]|\\.)*"|`[^`]*`/uy],
  ['number', /[+-]?\d[\w.]*|'(?:[^'\\]|\\.)+'/uy],
  ['assign', /:?=/uy],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['dot', /\./uy],
  ['mark', /[|(),]/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
];
const space = /\s*/uy;
const comment = /\{\{(?:- )?\/\*[^]*?\*\/(?: -)?\}\}/uy;
const opening = /\{\{(?:-(?=\s))?/uy;
const closing = /(?:(?<=\s)-)?\}\}/uy;

const at = (pattern: RegExp, text: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

const around = (text: string, position: number): string =>
  text.slice(position, position + 40).split('\n', 1)[0] ?? '';

/** The tokens of one action, and where it ends; it begins at `start`. */
const lexAction = (template: string, start: number): readonly [Action, number] => {
  const tokens: Token[] = [];
  let position = start + (at(opening, template, start) ?? '').length;
  for (;;) {
    const blank = at(space, template, position) ?? '';
    position += blank.length;
    const end = at(closing, template, position);
    if (end !== undefined)
      return [{ source: template.slice(start, position + end.length), tokens }, position + end.length];
    if (position >= template.length)
      throw new Error(`'${around(template, start)}' is not closed; write }} behind it`);
    const [kind, text] =
      shapes
        .map(([name, shape]) => [name, at(shape, template, position)] as const)
        .find(([, found]) => found !== undefined) ?? [];
    if (kind === undefined || text === undefined)
      throw new Error(`'${around(template, position)}' is nothing that a template may hold here`);
    tokens.push({ kind, text, apart: blank.length > 0 });
    position += text.length;
  }
};

/**
 * The actions of a Go template, in order; the text between them is left out.
 *
 * @throws Error where an action is not closed, or holds what no action can.
 */
export const lex = (template: string): readonly Action[] => {
  const actions: Action[] = [];
  for (let position = template.indexOf('{{'); position !== -1; position = template.indexOf('{{', position)) {
    const skipped = at(comment, template, position);
    if (skipped !== undefined) {
      position += skipped.length;
      continue;
    }
    const [action, end] = lexAction(template, position);
    actions.push(action);
    position = end;
  }
  return actions;
};
