import type { VNode } from 'preact';
import { Icon } from '#browser/frame/icon.js';
import { useWords } from '#browser/frame/language.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import type { RawRange } from '#browser/dashboard/time/range.js';
import { Refresh } from './refresh.js';
import { TimePicker } from './time-picker.js';

/** The range of time with the ways to another one, and how often all is asked anew. */
export const Toolbar = ({
  raw,
  range,
  now,
  timeZone,
  before,
  every,
  isLive,
  onRange,
  onBack,
  onEvery,
  onRefresh,
}: {
  readonly raw: RawRange;
  readonly range: readonly [number, number];
  readonly now: number;
  readonly timeZone: string;
  /** The range before the last zoom. */
  readonly before: RawRange | undefined;
  readonly every: string;
  readonly isLive: boolean;
  readonly onRange: (raw: RawRange) => void;
  readonly onBack: () => void;
  readonly onEvery: (every: string) => void;
  readonly onRefresh: () => void;
}): VNode => {
  const say = useWords(dashboardWords);
  const [from, to] = range;
  const half = Math.round((to - from) / 2);
  const wider = { from: String(Math.round(from - half)), to: String(Math.round(to + half)) };
  return (
    <>
      {before && (
        <button type="button" onClick={onBack} aria-label={say('zoomBack')} title={say('zoomBack')}>
          <Icon name="back" size={14} />
        </button>
      )}
      <TimePicker raw={raw} range={range} now={now} timeZone={timeZone} onChoose={onRange} />
      <button type="button" aria-label={say('zoomOut')} title={say('zoomOut')} onClick={() => onRange(wider)}>
        <Icon name="zoom-out" size={14} />
      </button>
      <Refresh every={every} isLive={isLive} onEvery={onEvery} onRefresh={onRefresh} />
    </>
  );
};
