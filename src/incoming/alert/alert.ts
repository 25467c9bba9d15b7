import { duration } from '#ground/duration.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, type Fields, called, list, openObject, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { type ProofCode, proofCode, unproven } from '#incoming/proof/proof.js';
import { textsCode } from '#incoming/proof/behaviour.js';
import { limitCode } from '#incoming/typed/limit.js';
import { matchingCode } from '#incoming/typed/operation.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import type { Incoming, Way } from './asked.js';
import { type Beside, type Parted, parted } from './condition.js';
import { type VectorCode, vectorCode } from './vector.js';

/** An alert as code, and how it came to be said. */
export interface AlertCode {
  readonly code: Code;
  readonly isTyped: boolean;
  readonly proof: ProofCode;
}

const conditions: Readonly<Record<ComparisonOperator, string>> = {
  '>': 'above',
  '>=': 'atLeast',
  '<': 'below',
  '<=': 'atMost',
  '==': 'equal',
  '!=': 'notEqual',
};

/** What writes the parts of an expression. */
type Write = (expr: Parted['signal']) => VectorCode;

const conditionCode = ({ signal, compared }: Parted, write: Write): VectorCode => {
  const vector = write(signal);
  if (compared === undefined) return { ...vector, code: called('present', vector.code) };
  const limit = limitCode(compared.limit, vector.unit);
  return limit === undefined
    ? { ...vector, isTyped: false, code: called('present', vector.code) }
    : { ...vector, code: called(conditions[compared.operator], vector.code, limit) };
};

const besideCode = ({ expr, matching }: Beside, write: Write): VectorCode => {
  const vector = write(expr);
  return matching === undefined
    ? vector
    : { ...vector, code: called('matched', vector.code, matchingCode(matching)) };
};

const listed = (all: readonly VectorCode[]): Code | undefined =>
  all.length === 0 ? undefined : list(all.map(({ code }) => code));

/** Whether the limit can be said in the unit that a signal has in typed words. */
const isSaid = ({ signal, compared }: Parted, write: Write): boolean =>
  compared === undefined || limitCode(compared.limit, write(signal).unit) !== undefined;

/** What holds while an alert fires: `when`, `given` and `except`. */
const expressionCode = (
  { expr }: Incoming,
  metrics: Catalogue,
  isWanted: boolean,
): { readonly fields: Fields; readonly isTyped: boolean } => {
  const parts = parted(expr);
  const wanted: Write = (each) => vectorCode(each, metrics, isWanted);
  const plain: Write = (each) => vectorCode(each, metrics, false);
  const when = conditionCode(parts, isSaid(parts, wanted) ? wanted : plain);
  const given = parts.given.map((each) => besideCode(each, wanted));
  const except = parts.except.map((each) => besideCode(each, wanted));
  return {
    fields: { when: when.code, given: listed(given), except: listed(except) },
    isTyped: [when, ...given, ...except].every((each) => each.isTyped),
  };
};

const lengthCode = (seconds: number): Code | undefined =>
  seconds === 0 ? undefined : verbatim(quoted(duration(seconds)));

/** An alert that came in, as code: `imported('DiskFull', { when: …, for: '5m', labels: …, annotations: …, proof: … })`. */
export const alertCode = (incoming: Incoming, metrics: Catalogue, way: Way): AlertCode => {
  const { alert, shared, verdict, key } = incoming;
  const { fields, isTyped } = expressionCode(incoming, metrics, way.expr === 'typed');
  const proof =
    way.proof === 'derived'
      ? proofCode(alert, shared, verdict, metrics, way)
      : unproven(way.why ?? 'nobody has written one');
  return {
    isTyped,
    proof,
    code: called(
      'imported',
      verbatim(quoted(alert.name)),
      openObject({
        ...fields,
        for: lengthCode(alert.for),
        keepFiringFor: lengthCode(alert.keepFiringFor),
        key: key === undefined ? undefined : verbatim(quoted(key)),
        labels: textsCode(alert.labels),
        annotations: textsCode(alert.annotations),
        proof: proof.code,
      }),
    ),
  };
};
