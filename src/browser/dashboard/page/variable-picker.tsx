import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '#browser/frame/icon.js';
import { useWords } from '#browser/frame/language.js';
import { Popup } from '#browser/frame/popup.js';
import { all } from '#browser/dashboard/variable/chosen.js';
import type { Resolved } from '#browser/dashboard/variable/resolve.js';
import { dashboardWords } from '#browser/dashboard/words.js';

/** The focus moves through a list by the arrows. */
const moveFocus = (event: KeyboardEvent): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
};

/** The values of a variable to choose from: one, or several where it may have several. */
export const VariablePicker = ({
  resolved: { model, options, chosen },
  onChoose,
}: {
  readonly resolved: Resolved;
  readonly onChoose: (values: readonly string[]) => void;
}): VNode => {
  const say = useWords(dashboardWords);
  const [sought, setSought] = useState('');
  const shown = options.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase()));
  const isChosen = (value: string): boolean => !chosen.isAll && chosen.values.includes(value);
  const text = chosen.isAll ? say('all') : chosen.texts.join(' + ') || say('nothing');
  const choose = (value: string, close: () => void): void => {
    if (!model.isMulti || value === all) {
      close();
      onChoose([value]);
      return;
    }
    const others = chosen.isAll ? [] : chosen.values;
    const next = isChosen(value) ? others.filter((other) => other !== value) : [...others, value];
    onChoose(next.length === 0 && model.includesAll ? [all] : next);
  };
  const item = (value: string, label: string, isOn: boolean, close: () => void): VNode => (
    <li key={value}>
      <button type="button" class="menu-item" aria-pressed={isOn} onClick={() => choose(value, close)}>
        <span class="check">{isOn && <Icon name="check" size={14} />}</span>
        {label}
      </button>
    </li>
  );
  return (
    <Popup
      kind="variable-picker"
      label={`${model.label}: ${text}`}
      button={
        <>
          <span class="variable-value">{text}</span>
          <Icon name="down" size={14} />
        </>
      }
    >
      {(close) => (
        <div onKeyDown={moveFocus}>
          <input
            type="search"
            placeholder={say('search')}
            aria-label={say('search')}
            value={sought}
            onInput={({ currentTarget }) => setSought(currentTarget.value)}
          />
          <ul class="options">
            {model.includesAll && item(all, say('all'), chosen.isAll, close)}
            {shown.map(({ value, text: label }) => item(value, label, isChosen(value), close))}
          </ul>
        </div>
      )}
    </Popup>
  );
};
