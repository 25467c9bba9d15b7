import type { Application } from '#application/application.js';
import type { Fault } from '#ground/fault.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import type { Law } from '#laws/law.js';
import { type Stated, ruled, stated } from '#laws/stated.js';
import type { VictoriaMetrics } from '#platform/engine/victoriametrics.js';
import { type Expr, walk } from '#promql/expr/ast.js';
import { isOfHistograms } from '#promql/expr/native.js';
import { print } from '#promql/expr/print.js';
import { otherwise, unknown } from './metricsql-differs.js';
import { inEach } from '#laws/apart.js';

/** What of one part of an expression MetricsQL does not know, as the rest of a sentence. */
const unknownHere = (expr: Expr): string | undefined => {
  if (expr.type === 'selector' && isOfHistograms(expr))
    return `${expr.metric.name}, a native histogram, which VictoriaMetrics keeps as no such thing`;
  const name = expr.type === 'call' ? expr.function : expr.type === 'aggregation' ? expr.operator : undefined;
  return name !== undefined && unknown.has(name) ? `${name}, which MetricsQL does not know` : undefined;
};

const refused = ({ at, reader, expr }: Stated): readonly Caused[] =>
  [...walk(expr)].flatMap((each) => {
    const what = unknownHere(each);
    if (what === undefined) return [];
    const fault: Fault = {
      where: at,
      what: print(expr),
      code: 'unknown-to-metricsql',
      why: `${reader} reads by ${what}`,
      cure: 'say it by what both know, or let Prometheus scrape and evaluate it',
    };
    return [{ fault, cause: what, hit: reader }];
  });

/** Told of an application once for each function: whoever moves there reads it once. */
const doubted = ({ at, reader, expr }: Stated, application: string): readonly Caused[] =>
  [...new Set([...walk(expr)].flatMap((each) => (each.type === 'call' ? [each.function] : [])))].flatMap(
    (name) => {
      const differs = otherwise.get(name);
      if (differs === undefined) return [];
      const fault: Fault = {
        where: at,
        what: print(expr),
        code: 'otherwise-in-metricsql',
        why: `${reader} reads by ${name}, which ${differs}`,
        cure: `try it there, or write ${name}_prometheus in a rule of VictoriaMetrics's own`,
        isHint: true,
      };
      return [{ fault, cause: `${application} ${name}`, hit: reader }];
    },
  );

/** What VictoriaMetrics answers: all, where its agent scrapes; else the rules that vmalert evaluates. */
const answered = (application: Application, engine: VictoriaMetrics): readonly Stated[] =>
  engine.scrapesBy === 'vmagent'
    ? stated(application)
    : ruled({
        ...application,
        groups: engine.rulesBy === 'vmalert' ? application.groups : [],
      });

/** What MetricsQL does not know is refused; what it reads otherwise than Prometheus, by which all is proven, is told of. */
export const everythingIsReadByMetricsQL: Law = inEach(({ applications, cluster }) => {
  const engine = cluster?.platform.engine;
  if (engine?.name !== 'victoriametrics') return [];
  const read = applications.flatMap((application) =>
    answered(application, engine).map((each) => ({ application, each })),
  );
  return [
    ...oncePerCause(read.flatMap(({ each }) => refused(each))),
    ...oncePerCause(read.flatMap(({ application, each }) => doubted(each, application.name))),
  ];
});
