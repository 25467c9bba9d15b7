import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { rangeUtil } from '@grafana/data';
import { Icon } from '#browser/frame/icon.js';
import { useWords } from '#browser/frame/language.js';
import { dashboardWords } from '#browser/dashboard/words.js';

const intervals = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h'];

/** Asks all panels anew: at once, or again and again where the data is live. */
export const Refresh = ({
  every,
  isLive,
  onEvery,
  onRefresh,
}: {
  /** `30s`; empty where it is off. */
  readonly every: string;
  readonly isLive: boolean;
  readonly onEvery: (every: string) => void;
  readonly onRefresh: () => void;
}): VNode => {
  const say = useWords(dashboardWords);
  const isOn = isLive && /^\d+(ms|s|m|h|d)$/.test(every);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => {
      // Nobody looks at a page that is hidden.
      if (!document.hidden) onRefresh();
    }, rangeUtil.intervalToMs(every));
    return () => clearInterval(timer);
  }, [every, isOn, onRefresh]);
  return (
    <div class="refresh">
      <button type="button" aria-label={say('refresh')} title={say('refresh')} onClick={onRefresh}>
        <Icon name="refresh" size={14} />
      </button>
      {isLive && (
        <select
          aria-label={say('every')}
          title={say('every')}
          value={isOn ? every : ''}
          onChange={({ currentTarget }) => onEvery(currentTarget.value)}
        >
          <option value="">{say('off')}</option>
          {[...new Set([...intervals, ...(isOn ? [every] : [])])].map((interval) => (
            <option key={interval} value={interval}>
              {interval}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};
