import type { Call } from '#promql/expr/ast.js';
import { expanded, re2Fault } from '#promql/metric/re2.js';
import { interned, remembered } from './labels.js';
import { Unsupported } from './unsupported.js';
import type { LabelSet } from './world.js';

/** How `label_replace` and `label_join` change labels; their texts are the arguments after the series. */
export const relabelled = (call: Call): ((labels: LabelSet) => LabelSet) => {
  const texts = call.args.slice(1).map((arg) => {
    if (arg.type !== 'string') throw new Unsupported(arg, 'is no text');
    return arg.value;
  });
  const [to = '', ...others] = texts;
  if (call.function === 'label_join') {
    const [separator = '', ...from] = others;
    return remembered((labels) =>
      interned({ ...labels, [to]: from.map((label) => labels[label] ?? '').join(separator) }),
    );
  }
  const [replacement = '', from = '', pattern = ''] = others;
  const fault = re2Fault(pattern);
  if (fault !== undefined) throw new Unsupported(call, `has a pattern that is not known here: ${fault}`);
  return remembered((labels) => {
    const made = expanded(pattern, labels[from] ?? '', replacement);
    return made === undefined ? labels : interned({ ...labels, [to]: made });
  });
};
