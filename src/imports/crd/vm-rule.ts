import { custom } from '#imports/resource.js';
import type { Schema } from './schema.js';

/** What is written of a VMRule. */
interface IVMRule {
  readonly metadata?: {
    readonly name?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly groups: readonly IVMRuleGroup[] };
}

interface IVMRuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly limit?: number;
  /** By how much what is read lies back: `query_offset` of Prometheus. */
  readonly eval_delay?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: readonly {
    readonly record?: string;
    readonly alert?: string;
    readonly expr: string;
    readonly for?: string;
    readonly keep_firing_for?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  }[];
}

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'object', additionalProperties: text };

/** Of its CRD, https://github.com/VictoriaMetrics/operator/blob/v0.74.1/config/crd/overlay/crd.descriptionless.yaml, what is written here. */
export const vmRuleSpec: Schema = {
  type: 'object',
  required: ['groups'],
  properties: {
    groups: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'rules'],
        properties: {
          name: text,
          interval: text,
          limit: { type: 'integer' },
          eval_delay: text,
          labels: texts,
          rules: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                record: text,
                alert: text,
                expr: text,
                for: text,
                keep_firing_for: text,
                labels: texts,
                annotations: texts,
              },
            },
          },
        },
      },
    },
  },
};

/** `operator.victoriametrics.com/v1beta1 VMRule`: groups of alerting and recording rules that vmalert evaluates. */
export class VMRule extends custom<IVMRule>('operator.victoriametrics.com/v1beta1', 'VMRule', vmRuleSpec) {}
