import type { Fault } from '../../ground/fault.js';
import {
  type Gives,
  type Shape,
  type ShapeName,
  functions,
  isDefinedByAlertmanager,
  shapes,
} from './data.js';
import { type Node, parse } from './parse.js';
import type { Command, Operand, Pipeline } from './pipeline.js';

/** What names stand for at a place in a template. */
interface Scope {
  readonly dot: ShapeName;
  readonly variables: Readonly<Record<string, ShapeName>>;
}

const shapeOf = (name: ShapeName): Shape => shapes[name];

/** Walks a parsed template as Alertmanager would run it, every branch, and says what it could not. */
const walk = (template: readonly Node[]): readonly string[] => {
  const faults = new Set<string>();
  const complain = (sentence: string): 'unknown' => {
    faults.add(sentence);
    return 'unknown';
  };
  const templates = new Map(
    template.flatMap((node) => (node.kind === 'define' ? [[node.name, node.body] as const] : [])),
  );

  const field = (shape: ShapeName, name: string, source: string): ShapeName => {
    const { name: called, fields, element, open } = shapeOf(shape);
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known !== undefined) return known;
    // The names of a map are labels and annotations, which begin in lower case; a misspelt method would write nothing.
    if (open === true && (shape === 'unknown' || !/^\p{Lu}/u.test(name))) return element ?? 'unknown';
    const names = Object.keys(fields);
    return complain(
      `${source}: ${called} has no ${name}, so nothing would be sent; ${names.length > 0 ? `it has ${names.join(', ')}` : 'it has no fields'}`,
    );
  };

  const start = ({ of }: Operand, scope: Scope, source: string): ShapeName => {
    switch (of.kind) {
      case 'dot':
        return scope.dot;
      case 'string':
        return 'text';
      case 'number':
      case 'bool':
        return 'value';
      case 'nil':
        return 'unknown';
      case 'variable':
        return (
          scope.variables[of.name] ??
          complain(`${source}: ${of.name} is not set here; set it with ${of.name} := …`)
        );
      case 'pipeline':
        return pipeline(of.pipeline, scope);
      case 'function':
        return call(of.name, [], source);
    }
  };

  const operand = (each: Operand, scope: Scope, source: string): ShapeName =>
    each.fields.reduce<ShapeName>((shape, name) => field(shape, name, source), start(each, scope, source));

  const call = (name: string, [first]: readonly ShapeName[], source: string): ShapeName => {
    const gives: Gives | undefined = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (gives === undefined)
      return complain(
        `${source}: Alertmanager 0.25 has no function ${name}; it has ${Object.keys(functions).sort().join(', ')}`,
      );
    if (gives === 'argument') return first ?? 'unknown';
    return gives === 'element' ? (shapeOf(first ?? 'unknown').element ?? 'unknown') : gives;
  };

  const command = (
    [first, ...rest]: Command,
    piped: ShapeName | undefined,
    scope: Scope,
    source: string,
  ): ShapeName => {
    const given = rest.map((each) => operand(each, scope, source));
    if (first === undefined) return 'unknown';
    if (first.of.kind !== 'function') return operand(first, scope, source);
    return call(first.of.name, piped === undefined ? given : [...given, piped], source);
  };

  const pipeline = ({ commands, source }: Pipeline, scope: Scope): ShapeName =>
    commands.reduce<ShapeName | undefined>((piped, each) => command(each, piped, scope, source), undefined) ??
    'unknown';

  const set = (scope: Scope, names: readonly string[], shape: ShapeName): Scope => ({
    ...scope,
    variables: { ...scope.variables, ...Object.fromEntries(names.map((name) => [name, shape])) },
  });

  /** The scope inside an `if`, `with` or `range` whose pipeline gives `shape`. */
  const inside = (
    kind: 'if' | 'with' | 'range',
    { declares, source }: Pipeline,
    shape: ShapeName,
    scope: Scope,
  ): Scope => {
    if (kind === 'if') return set(scope, declares, shape);
    if (kind === 'with') return { ...set(scope, declares, shape), dot: shape };
    const element =
      shapeOf(shape).element ??
      complain(
        `${source}: ${shapeOf(shape).name} is not a list; range over .Alerts.Firing, or over .SortedPairs of labels`,
      );
    const counted = declares.length > 1 ? set(scope, declares.slice(0, 1), 'value') : scope;
    return { ...set(counted, declares.slice(-1), element), dot: element };
  };

  const nodes = (list: readonly Node[], outer: Scope, calls: readonly string[]): void => {
    list.reduce((scope, node) => {
      if (node.kind === 'value') return set(scope, node.pipeline.declares, pipeline(node.pipeline, scope));
      if (node.kind === 'template') {
        const dot = node.argument ? pipeline(node.argument, scope) : 'unknown';
        const body = templates.get(node.name);
        if (body && !calls.includes(node.name))
          nodes(body, { dot, variables: { $: dot } }, [...calls, node.name]);
        if (!body && !isDefinedByAlertmanager(node.name))
          complain(`${node.source}: there is no template ${node.name}; define it in the same text`);
      }
      if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
        nodes(node.then, inside(node.kind, node.pipeline, pipeline(node.pipeline, scope), scope), calls);
        nodes(node.otherwise, scope, calls);
      }
      return scope;
    }, outer);
  };

  nodes(template, { dot: 'data', variables: { $: 'data' } }, []);
  return [...faults];
};

/**
 * What is wrong with a template for a notification: Alertmanager takes such a template, and fails when it should send. Each is a
 * sentence that begins with the offending action.
 */
export const templateFaults = (template: string): readonly string[] => {
  try {
    return walk(parse(template));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

/** The same for every template in a message. */
export const messageFaults = (at: string, message: object): readonly Fault[] =>
  Object.entries(message).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string')
      return templateFaults(value).map((sentence) => ({
        where: `${at}.${name}`,
        what: '',
        why: sentence,
        cure: '',
      }));
    return typeof value === 'object' && value !== null ? messageFaults(`${at}.${name}`, value) : [];
  });
