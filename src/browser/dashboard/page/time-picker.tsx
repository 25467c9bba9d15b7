import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '#browser/frame/icon.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { Popup } from '#browser/frame/popup.js';
import { momentText, quickRanges, rangeOf, rangeText, type RawRange } from '#browser/dashboard/time/range.js';
import { dashboardWords } from '#browser/dashboard/words.js';

interface Choosing {
  readonly raw: RawRange;
  readonly range: readonly [number, number];
  readonly now: number;
  readonly timeZone: string;
  readonly onChoose: (raw: RawRange) => void;
}

const Own = ({ raw, range, now, timeZone, onChoose }: Choosing): VNode => {
  const say = useWords(dashboardWords);
  const written = (text: string, time: number): string =>
    text.startsWith('now') ? text : momentText(time, timeZone);
  const [from, setFrom] = useState(written(raw.from, range[0]));
  const [to, setTo] = useState(written(raw.to, range[1]));
  const own = rangeOf({ from, to }, now, timeZone);
  const fixed = (text: string, time: number): string => (text.startsWith('now') ? text : String(time));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (own) onChoose({ from: fixed(from, own[0]), to: fixed(to, own[1]) });
      }}
    >
      <label>
        {say('from')}
        <input value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
      </label>
      <label>
        {say('to')}
        <input value={to} onInput={({ currentTarget }) => setTo(currentTarget.value)} />
      </label>
      <button type="submit" class="primary" disabled={!own}>
        {say('apply')}
      </button>
      <p role="status">{own ? `${say('zone')}: ${timeZone}` : say('badRange')}</p>
    </form>
  );
};

/** The range of time, to be chosen from quick ones or by its ends. */
export const TimePicker = (choosing: Choosing): VNode => {
  const say = useWords(dashboardWords);
  const language = useLanguage();
  const { raw, range, timeZone, onChoose } = choosing;
  const text = rangeText(raw, range, timeZone, language);
  return (
    <Popup
      kind="time-picker"
      label={`${say('range')}: ${text}`}
      title={`${momentText(range[0], timeZone)} – ${momentText(range[1], timeZone)} (${timeZone})`}
      button={
        <>
          <Icon name="clock" size={14} /> {text} <small class="zone">{timeZone}</small>{' '}
          <Icon name="down" size={14} />
        </>
      }
    >
      {(close) => {
        const choose = (next: RawRange): void => {
          close();
          onChoose(next);
        };
        return (
          <div class="time-ranges">
            <ul>
              {quickRanges.map((length) => {
                const quick = { from: `now-${length}`, to: 'now' };
                const isOn = raw.from === quick.from && raw.to === quick.to;
                return (
                  <li key={length}>
                    <button
                      type="button"
                      class="menu-item"
                      aria-pressed={isOn}
                      {...(isOn && { 'data-first': true })}
                      onClick={() => choose(quick)}
                    >
                      {rangeText(quick, range, timeZone, language)}
                    </button>
                  </li>
                );
              })}
            </ul>
            <Own {...choosing} onChoose={choose} />
          </div>
        );
      }}
    </Popup>
  );
};
