import { Construct } from 'constructs';
import { type Evaluation, type Evaluator, byPrometheus, evaluatorOf } from '#alerts/rule/evaluation.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { type PrometheusGroup, prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { refuse } from '#ground/fault.js';
import { VMRule } from '#imports/crd/vm-rule.js';
import { PrometheusRule } from '#imports/prometheus-rule.js';
import { vmGroup } from './victoriametrics/rule.js';
import { relabel } from './relabel.js';

/**
 * Bytes of JSON that the groups of one object may have. The operator refuses a rule file of more than 512 KiB, as YAML, whose
 * indentation and escapes can add as much again; and whoever applies the object client-side copies its JSON into
 * annotations, of which there may be 256 KiB.
 */
export const mostBytes = 240 * 1024;

/** What an object is called after, beside its application, by who evaluates what is in it. */
const suffixes = { usual: '', prometheus: '-on-prometheus', clusters: '-over-clusters' } as const;

/** What Alloy reads of whose series the rules of an object read, where that is not the tenant's into which it loads them. */
const sourceTenantsAnnotation = 'monitoring.grafana.com/source_tenants';

/**
 * An application's groups as the objects by which whoever evaluates them takes them up, PrometheusRules mostly: one for each that evaluates some, or
 * several when one would be too large. None of those that are loaded as files.
 */
export class Rules extends Construct {
  /** @param evaluation Who evaluates which groups here; what nobody does is not written. */
  constructor(scope: Construct, id: string, application: Application, evaluation: Evaluation = byPrometheus) {
    super(scope, id);
    for (const [on, groups] of byEvaluator(application.groups, evaluation)) {
      const evaluator = evaluation[on] ?? byPrometheus.usual;
      if (evaluator.as === 'files') continue;
      const { within } = evaluator;
      const written = groups.map((group) => prometheusGroup(group, { ...ruleContext(application), within }));
      split(written, mostBytes).forEach((held, i) => {
        const base = `${application.name}${suffixes[on]}`;
        this.object(i === 0 ? base : `${base}-${i + 1}`, held, evaluator);
      });
    }
  }

  private object(name: string, groups: readonly PrometheusGroup[], evaluator: Evaluator): void {
    const { as, labels, without = [], sourceTenants = [] } = evaluator;
    const metadata = {
      name,
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(sourceTenants.length > 0 && {
        annotations: { [sourceTenantsAnnotation]: sourceTenants.join(',') },
      }),
    };
    const object =
      as === 'VMRule'
        ? new VMRule(this, name, { metadata, spec: { groups: groups.map(vmGroup) } })
        : new PrometheusRule(this, name, { metadata, spec: { groups } });
    relabel(object, Object.fromEntries(without.map((label) => [label, undefined])));
  }
}

type On = keyof typeof suffixes;

/** Groups by who evaluates them; where two see the same, they are one. */
const byEvaluator = (
  groups: readonly RuleGroup[],
  evaluation: Evaluation,
): readonly (readonly [On, readonly RuleGroup[]])[] => {
  const own = (on: On): On => (evaluation[on] === evaluation.usual ? 'usual' : on);
  return (['usual', 'prometheus', 'clusters'] as const).flatMap((on) => {
    const held = groups.filter((group) => evaluatorOf(group, evaluation) && own(group.on ?? 'usual') === on);
    return held.length === 0 ? [] : [[on, held] as const];
  });
};

const size = (group: PrometheusGroup): number => Buffer.byteLength(JSON.stringify(group));

/**
 * Groups in order, in as few objects as hold them.
 *
 * @throws Error that names every group which is too large by itself.
 */
export const split = (
  groups: readonly PrometheusGroup[],
  most: number,
): readonly (readonly PrometheusGroup[])[] => {
  const tooLarge = groups.filter((group) => size(group) > most);
  refuse(
    `a PrometheusRule holds ${most} bytes`,
    tooLarge.map((group) => ({
      where: `rule group ${group.name}`,
      what: group.name,
      code: 'too-large',
      why: `it has ${size(group)} bytes`,
      cure: 'make two groups of it',
    })),
  );
  const objects: PrometheusGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    if (size(group) > room) {
      objects.push([]);
      room = most;
    }
    objects.at(-1)?.push(group);
    room -= size(group);
  }
  return objects;
};
