import type { VNode } from 'preact';
import { useWords } from '#browser/frame/language.js';
import { useFaults } from '#browser/frame/faults.js';
import type { Resolved } from '#browser/dashboard/variable/resolve.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import { VariablePicker } from './variable-picker.js';

type Choose = (name: string, values: readonly string[]) => void;

const Variable = ({
  resolved,
  onChoose,
}: {
  readonly resolved: Resolved;
  readonly onChoose: Choose;
}): VNode | null => {
  const { model, chosen, fault } = resolved;
  const say = useWords(dashboardWords);
  useFaults(`$${model.name}`, fault === undefined ? [] : [`${say('failed')}: ${fault}`]);
  if (model.hide === 2 || model.type === 'constant' || model.type === 'adhoc') return null;
  return (
    <div class="variable" title={model.description}>
      {model.hide !== 1 && <span class="variable-label">{model.label}</span>}
      {model.type === 'textbox' ? (
        <input
          type="text"
          aria-label={model.label}
          value={chosen.values[0] ?? ''}
          onChange={({ currentTarget }) => onChoose(model.name, [currentTarget.value])}
        />
      ) : (
        <VariablePicker resolved={resolved} onChoose={(values) => onChoose(model.name, values)} />
      )}
    </div>
  );
};

/** The variables of a dashboard that may be chosen. */
export const Variables = ({
  resolved,
  onChoose,
}: {
  readonly resolved: readonly Resolved[];
  readonly onChoose: Choose;
}): VNode => (
  <>
    {resolved.map((one) => (
      <Variable key={one.model.name} resolved={one} onChoose={onChoose} />
    ))}
  </>
);
