import { dateTimeFormat } from '@grafana/data';
import { useMemo } from 'preact/hooks';
import { Box } from '#browser/panel/box.js';
import { type Hover } from '#browser/panel/chart/hover.js';
import { wholeMoment } from '#browser/panel/chart/moments.js';
import { Plot } from '#browser/panel/chart/plot.js';
import { Tip, TipRows } from '#browser/panel/chart/tip.js';
import { type Drawn } from '#browser/panel/contract.js';
import { described } from '#browser/panel/described.js';
import { isFalseAt, textAt } from '#browser/frame/read.js';
import { Empty } from '#browser/panel/said.js';
import './heatmap.css';
import { countText, type HeatPlan, heatPlan, histogramOf } from './plan.js';

interface HeatTipProps {
  readonly drawn: Drawn;
  readonly plan: HeatPlan;
  readonly hover: Hover;
}

/** What is in the cell at the crosshair: when, between which bounds, how many. */
const cellAt = ({ drawn: { model, timeZone }, plan, hover }: HeatTipProps) => {
  const { histogram, length, boundText, isReversed } = plan;
  const { times, rows } = histogram;
  const up = isReversed ? hover.down : 1 - hover.down;
  const row = Math.min(rows.length - 1, Math.max(0, Math.floor(up * rows.length)));
  // A cell ends at its time.
  const index = hover.isByKey ? hover.index : times.findIndex((at) => at >= hover.at);
  const at = times[index];
  const value = rows[row]?.values[index];
  if (at === undefined || at - length > hover.at + length) return undefined;
  return {
    at: dateTimeFormat(at, { timeZone, format: wholeMoment }),
    name: row === 0 ? `≤ ${boundText(0)}` : `${boundText(row - 1)} – ${boundText(row)}`,
    text: typeof value === 'number' ? countText(value, model.options) : '–',
  };
};

const HeatTip = (props: HeatTipProps) => {
  const { drawn, hover } = props;
  const cell = cellAt(props);
  return cell ? (
    <Tip theme={drawn.theme} x={hover.x} y={hover.y}>
      <div class="panel-tip-title">{cell.at}</div>
      <TipRows rows={[cell]} />
    </Tip>
  ) : null;
};

const heatSaid = (props: HeatTipProps): string => {
  const cell = cellAt(props);
  return cell ? `${cell.at}, ${cell.name}: ${cell.text}` : '';
};

/** The colours from least to most, with what these are. */
const Scale = ({ drawn, plan: { extent, palette } }: { readonly drawn: Drawn; readonly plan: HeatPlan }) => (
  <div class="heat-scale" aria-hidden="true">
    <span>{countText(extent[0], drawn.model.options)}</span>
    <div style={{ background: `linear-gradient(90deg, ${palette.join(', ')})` }} />
    <span>{countText(extent[1], drawn.model.options)}</span>
  </div>
);

const busiest = (
  { histogram, boundText }: HeatPlan,
  options: unknown,
): readonly (readonly [string, string])[] =>
  histogram.rows.flatMap(({ values }, row): (readonly [string, string])[] => {
    const last = values.findLast((value) => typeof value === 'number');
    return typeof last === 'number' && last > 0 ? [[`≤ ${boundText(row)}`, countText(last, options)]] : [];
  });

/** How many there were in each bucket over time, by colours. */
export const Heatmap = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, frames, theme, timeZone, from, to, regions, language } = drawn;
  const plan = useMemo(
    () => heatPlan(drawn, histogramOf(drawn)),
    [frames, theme, timeZone, from, to, regions, model.options],
  );
  if (plan.histogram.rows.length === 0 || plan.histogram.times.length === 0) return <Empty drawn={drawn} />;
  return (
    <Box drawn={drawn}>
      <Plot
        drawn={drawn}
        options={plan.options}
        data={plan.data}
        label={described(model.title, busiest(plan, model.options), language)}
        said={(hover) => heatSaid({ drawn, plan, hover })}
        tip={(hover) =>
          textAt(model.options, 'tooltip', 'mode') === 'none' ? null : <HeatTip {...{ drawn, plan, hover }} />
        }
      />
      {!isFalseAt(model.options, 'legend', 'show') && <Scale drawn={drawn} plan={plan} />}
    </Box>
  );
};
