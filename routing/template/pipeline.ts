import type { Action, Token } from './lex.js';

/** `$i, $alert := command | command` */
export interface Pipeline {
  /** The action it stands in, for messages. */
  readonly source: string;
  readonly declares: readonly string[];
  readonly commands: readonly Command[];
}
/** A value, or a function and its arguments. */
export type Command = readonly Operand[];
export interface Operand {
  readonly of:
    | { readonly kind: 'dot' | 'string' | 'number' | 'bool' | 'nil' }
    | { readonly kind: 'variable' | 'function'; readonly name: string }
    | { readonly kind: 'pipeline'; readonly pipeline: Pipeline };
  /** The fields taken of it, one of the other: `Labels`, `severity`. */
  readonly fields: readonly string[];
}

const constants: Readonly<Record<string, 'bool' | 'nil'>> = { true: 'bool', false: 'bool', nil: 'nil' };

/** Reads a pipeline from `from` to the end of the action or to the `)` that closes it; tells where it stopped. */
const read = (action: Action, from: number): readonly [Pipeline, number] => {
  const { source, tokens } = action;
  let position = from;
  const is = (text: string, offset = 0): boolean => tokens[position + offset]?.text === text;

  const declarations = (): readonly string[] => {
    const assigned = tokens.findIndex(({ kind }, i) => i >= from && kind === 'assign');
    const before = assigned === -1 ? [] : tokens.slice(from, assigned);
    if (before.length === 0 || !before.every(({ kind, text }) => kind === 'variable' || text === ','))
      return [];
    position = assigned + 1;
    return tokens[assigned]?.text === ':='
      ? before.filter(({ kind }) => kind === 'variable').map(({ text }) => text)
      : [];
  };

  const term = ({ kind, text }: Token): Operand => {
    position += 1;
    const constant = constants[text];
    if (kind === 'string' || kind === 'number' || kind === 'dot') return { of: { kind }, fields: [] };
    if (kind === 'field') return { of: { kind: 'dot' }, fields: [text.slice(1)] };
    if (kind === 'variable') return { of: { kind, name: text }, fields: [] };
    if (kind === 'word')
      return constant
        ? { of: { kind: constant }, fields: [] }
        : { of: { kind: 'function', name: text }, fields: [] };
    if (text !== '(') throw new Error(`${source} has a '${text}' where a value is expected`);
    const [pipeline, end] = read(action, position);
    if (tokens[end]?.text !== ')') throw new Error(`${source} has a ( that is not closed`);
    position = end + 1;
    return { of: { kind: 'pipeline', pipeline }, fields: [] };
  };

  const operand = (first: Token): Operand => {
    const start = term(first);
    const fields = [...start.fields];
    for (let next = tokens[position]; next?.kind === 'field' && !next.apart; next = tokens[position]) {
      fields.push(next.text.slice(1));
      position += 1;
    }
    return { ...start, fields };
  };

  const declares = declarations();
  const commands: Operand[][] = [[]];
  for (let next = tokens[position]; next !== undefined && !is(')'); next = tokens[position]) {
    if (is('|')) {
      position += 1;
      commands.push([]);
    } else commands.at(-1)?.push(operand(next));
  }
  if (commands.some((command) => command.length === 0))
    throw new Error(`${source} has no value where one is expected`);
  return [{ source, declares, commands }, position];
};

/**
 * The pipeline of an action, from its token `from` on.
 *
 * @throws Error that says what cannot stand there.
 */
export const pipelineOf = (action: Action, from: number): Pipeline => {
  const [pipeline, end] = read(action, from);
  if (end < action.tokens.length) throw new Error(`${action.source} has a ) too many`);
  return pipeline;
};
