import { type Action, lex } from './lex.js';
import { type Pipeline, pipelineOf } from './pipeline.js';

/** A Go template as far as the check of its names needs it, https://pkg.go.dev/text/template. */
export type Node =
  | { readonly kind: 'value'; readonly pipeline: Pipeline }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly then: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly kind: 'define'; readonly name: string; readonly body: readonly Node[] }
  | {
      readonly kind: 'template';
      readonly source: string;
      readonly name: string;
      readonly argument: Pipeline | undefined;
    };

const nameOf = ({ source, tokens }: Action): string => {
  const name = tokens[1];
  if (name?.kind !== 'string') throw new Error(`${source} needs a name in quotation marks`);
  return name.text.slice(1, -1);
};

/**
 * Parses a Go template.
 *
 * @throws Error that says what Go would not parse.
 */
export const parse = (template: string): readonly Node[] => {
  const actions = lex(template);
  let position = 0;

  /** Nodes up to the `end` or `else` that closes `opened`, which is left for the caller; or up to the end of the template. */
  const list = (opened?: Action): Node[] => {
    const nodes: Node[] = [];
    for (let action = actions[position]; action !== undefined; action = actions[position]) {
      const word = action.tokens[0]?.text;
      if (word === 'end' || word === 'else') {
        if (opened === undefined) throw new Error(`${action.source} closes nothing; leave it out`);
        return nodes;
      }
      position += 1;
      nodes.push(...node(action));
    }
    if (opened !== undefined) throw new Error(`${opened.source} is not closed; write {{ end }} behind it`);
    return nodes;
  };

  const end = (opened: Action): void => {
    const action = actions[position];
    if (action?.tokens[0]?.text !== 'end')
      throw new Error(`${opened.source} is closed by ${action?.source ?? 'nothing'}; write {{ end }}`);
    position += 1;
  };

  const otherwise = (opened: Action): Node[] => {
    const action = actions[position];
    const nodes: Node[] = [];
    if (action?.tokens[0]?.text === 'else') {
      position += 1;
      // The end of an `else if` is the end of the `if` before it.
      if (action.tokens[1]?.text === 'if') return branch('if', action, 2);
      nodes.push(...list(opened));
    }
    end(opened);
    return nodes;
  };

  const branch = (kind: 'if' | 'with' | 'range', action: Action, from: number): Node[] => {
    const pipeline = pipelineOf(action, from);
    const then = list(action);
    return [{ kind, pipeline, then, otherwise: otherwise(action) }];
  };

  const body = (action: Action): Node[] => {
    const nodes = list(action);
    end(action);
    return nodes;
  };

  const node = (action: Action): Node[] => {
    const word = action.tokens[0]?.kind === 'word' ? action.tokens[0].text : undefined;
    switch (word) {
      case 'if':
      case 'with':
      case 'range':
        return branch(word, action, 1);
      case 'break':
      case 'continue':
        return [];
      case 'define':
        return [{ kind: 'define', name: nameOf(action), body: body(action) }];
      case 'template':
      case 'block': {
        const { source } = action;
        const argument = action.tokens.length > 2 ? pipelineOf(action, 2) : undefined;
        const call: Node = { kind: 'template', source, name: nameOf(action), argument };
        return word === 'block'
          ? [{ kind: 'define', name: nameOf(action), body: body(action) }, call]
          : [call];
      }
      default:
        return [{ kind: 'value', pipeline: pipelineOf(action, 0) }];
    }
  };

  return list();
};
