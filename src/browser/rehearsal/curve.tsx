import type { GrafanaTheme2 } from '@grafana/data';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { useTheme } from '#browser/frame/theme.js';
import type { AlertState, Happened } from '#browser/wire/rehearsal.js';
import { lastRun, ofAlert } from './course.js';
import { type Beside, curveOptions, ink } from './curve-options.js';
import { happenedWords, rehearsalWords } from './words.js';
import { written } from './written.js';
import './curve.css';

const height = 190;
/** Seconds that are shown at least, so that a curve does not begin as a point. */
const least = 30;
/** Seconds that are shown of what was before a fault. */
const before = 12;

/** What a severity is drawn in. */
const colourOf = (severity: string, theme: GrafanaTheme2): string =>
  theme.visualization.getColorByName(severity === 'critical' ? 'red' : 'orange');

/** Moments that are worth a line of their own. */
const marked: readonly Happened['what'][] = ['fault', 'pending', 'firing', 'mended', 'resolved'];

const useWidth = (of: { readonly current: HTMLElement | null }): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!of.current) return undefined;
    const measured = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    measured.observe(of.current);
    return () => measured.disconnect();
  }, [of]);
  return width;
};

/** What is drawn: from a little before the last run, where there was one, else from the first value on. */
const dataOf = ({ curve, name }: AlertState, happened: readonly Happened[]): uPlot.AlignedData => {
  const last = curve.at(-1)?.[0] ?? 0;
  const known = curve.find(([, value]) => value !== null)?.[0] ?? last;
  const run = lastRun(ofAlert(name, happened))[0]?.at ?? known;
  const from = Math.min(Math.max(known, run - before * 1000), last - least * 1000);
  const shown = curve.filter(([at]) => at >= from);
  const points: AlertState['curve'] = shown[0] && shown[0][0] > from ? [[from, null], ...shown] : shown;
  return [points.map(([at]) => at / 1000), points.map(([, value]) => value)];
};

/** The value that an alert watches, against its limit, with the moments at which it came further. */
export const Curve = ({
  alert,
  happened,
}: {
  readonly alert: AlertState;
  readonly happened: readonly Happened[];
}): VNode => {
  const say = useWords(rehearsalWords);
  const what = useWords(happenedWords);
  const language = useLanguage();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const width = useWidth(box);
  const colour = colourOf(alert.severity, theme);
  const colours: Partial<Record<Happened['what'], string>> = {
    pending: theme.visualization.getColorByName('orange'),
    firing: theme.visualization.getColorByName('red'),
    resolved: theme.visualization.getColorByName('green'),
  };
  const beside = useRef<Beside>({ limit: null, comparison: '', colour, marks: [] });
  beside.current = {
    limit: alert.limit,
    comparison: alert.comparison,
    colour,
    marks: lastRun(ofAlert(alert.name, happened))
      .filter((each) => marked.includes(each.what))
      .map((each) => ({
        at: each.at / 1000,
        text: what(each.what),
        colour: colours[each.what] ?? ink(theme),
      })),
  };
  useEffect(() => {
    if (!box.current || width === 0) return undefined;
    const drawn = new uPlot(
      curveOptions(theme, alert.unit, () => beside.current, { width, height }),
      dataOf(alert, happened),
      box.current,
    );
    plot.current = drawn;
    return () => {
      plot.current = undefined;
      drawn.destroy();
    };
    // The values themselves are set below.
  }, [theme, language, alert.name, alert.unit, width]);
  useEffect(() => plot.current?.setData(dataOf(alert, happened)), [alert.curve, happened, language]);
  const value = alert.curve.findLast(([, each]) => each !== null)?.[1] ?? null;
  const now = value === null ? say('noValue') : written(value, alert.unit);
  const limit = alert.limit === null ? '' : `${alert.comparison} ${written(alert.limit, alert.unit)}`;
  return (
    <figure class="curve">
      <figcaption>
        <span>
          {say('value')} <strong class="curve-value">{now}</strong>
        </span>
        {limit !== '' && (
          <span style={{ color: colour }}>
            {say('limit')} <strong>{limit}</strong>
          </span>
        )}
      </figcaption>
      <div
        ref={box}
        class="curve-plot"
        role="img"
        aria-label={`${say('value')} ${now}, ${say('limit')} ${limit}`}
      />
    </figure>
  );
};
