import { Construct } from 'constructs';
import { type PrometheusGroup, prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application, ruleContext } from '#application/application.js';
import { refuse } from '#ground/fault.js';
import { VMRule } from '#imports/crd/vm-rule.js';
import { PrometheusRule } from '#imports/prometheus-rule.js';
import { vmGroup } from './victoriametrics/rule.js';
import { relabel } from './relabel.js';
import { type RulesAs, forPrometheus } from './written-as.js';

/**
 * Bytes of JSON that the groups of one object may have. The operator refuses a rule file of more than 512 KiB, as YAML, whose
 * indentation and escapes can add as much again; and whoever applies the object client-side copies its JSON into
 * annotations, of which there may be 256 KiB.
 */
export const mostBytes = 240 * 1024;

/**
 * An application's groups as the objects by which whoever evaluates them takes them up, PrometheusRules unless told: one, or several when one
 * would be too large. None where they are loaded as files.
 */
export class Rules extends Construct {
  constructor(scope: Construct, id: string, application: Application, rules: RulesAs = forPrometheus.rules) {
    super(scope, id);
    if (rules.as === 'files') return;
    const groups = application.groups.map((group) => prometheusGroup(group, ruleContext(application)));
    const { annotations } = rules;
    split(groups, mostBytes).forEach((held, i) => {
      const name = i === 0 ? application.name : `${application.name}-${i + 1}`;
      const metadata = { name, ...(annotations && { annotations }) };
      const object =
        rules.as === 'VMRule'
          ? new VMRule(this, name, { metadata, spec: { groups: held.map(vmGroup) } })
          : new PrometheusRule(this, name, { metadata, spec: { groups: held } });
      relabel(object, rules.labels);
    });
  }
}

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
