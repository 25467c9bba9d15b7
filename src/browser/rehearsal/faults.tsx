import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '#browser/frame/icon.js';
import { useWords } from '#browser/frame/language.js';
import type { FaultButton, Part } from '#browser/wire/rehearsal.js';
import { ask } from './server.js';
import { Severity } from './severity.js';
import { rehearsalWords } from './words.js';
import './faults.css';

/** Breaks what a fault breaks, or mends it; the alert that watches for it is looked at, where it stands below too. */
export const press = async ({ id, alert, isOn }: FaultButton): Promise<void> => {
  if (!isOn && matchMedia('(max-width: 999px)').matches)
    document.getElementById('looked-at')?.scrollIntoView({ behavior: 'smooth' });
  await ask.fault(id, !isOn);
  await ask.look(alert);
};

const Fault = ({ fault }: { readonly fault: FaultButton }): VNode => (
  <button type="button" class="fault-button" aria-pressed={fault.isOn} onClick={() => void press(fault)}>
    <span class="fault-switch" aria-hidden="true" />
    <span class="fault-words">{fault.words}</span>
    <span class="fault-alert">
      {fault.alert} <Severity of={fault.severity} />
    </span>
  </button>
);

const isLike = ({ words, alert, severity }: FaultButton, part: string, sought: string): boolean =>
  [words, alert, severity, part].some((text) => text.toLowerCase().includes(sought));

/** More than so many are searched. */
const many = 8;

/** The parts of the application, each with what may be broken of it. */
export const Faults = ({ parts }: { readonly parts: readonly Part[] }): VNode => {
  const say = useWords(rehearsalWords);
  const [sought, setSought] = useState('');
  const all = parts.flatMap(({ faults }) => faults);
  const on = all.filter(({ isOn }) => isOn);
  const wanted = sought.trim().toLowerCase();
  const shown = parts
    .map(({ name, faults }) => ({ name, faults: faults.filter((fault) => isLike(fault, name, wanted)) }))
    .filter(({ faults }) => faults.length > 0);
  return (
    <section class="box faults-box" aria-labelledby="faults-title">
      <div class="box-head">
        <h2 id="faults-title">
          {say('faults')} <span class="count">{all.length}</span>
        </h2>
        {on.length > 0 && (
          <button type="button" onClick={() => void Promise.all(on.map(({ id }) => ask.fault(id, false)))}>
            <Icon name="check" /> {say('mendAll')}
          </button>
        )}
      </div>
      <p class="faint">{say('faultsHint')}</p>
      {all.length > many && (
        <input
          type="search"
          value={sought}
          placeholder={say('search')}
          aria-label={say('search')}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
      )}
      <div class="fault-parts">
        {shown.map(({ name, faults }, i) => (
          <details key={name} open={wanted !== '' || i === 0 || faults.some(({ isOn }) => isOn)}>
            <summary>
              {name} <span class="count">{faults.length}</span>
            </summary>
            <div class="fault-list">
              {faults.map((fault) => (
                <Fault key={fault.id} fault={fault} />
              ))}
            </div>
          </details>
        ))}
        {shown.length === 0 && all.length > 0 && <p class="faint">{say('none')}</p>}
      </div>
    </section>
  );
};
