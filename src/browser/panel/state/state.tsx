import { dateTimeFormat } from '@grafana/data';
import { useMemo } from 'preact/hooks';
import { Box } from '#browser/panel/box.js';
import { type Hover } from '#browser/panel/chart/hover.js';
import { wholeMoment } from '#browser/panel/chart/moments.js';
import { Plot } from '#browser/panel/chart/plot.js';
import { Tip, TipRows } from '#browser/panel/chart/tip.js';
import { type Drawn } from '#browser/panel/contract.js';
import { described } from '#browser/panel/described.js';
import { Legend } from '#browser/panel/legend/legend.js';
import { legendOptions } from '#browser/panel/legend/options.js';
import { isFalseAt } from '#browser/frame/read.js';
import { Empty } from '#browser/panel/said.js';
import { statePlan } from './plan.js';
import { rowsOf, type StateRow, stateOf, statesOf } from './rows.js';

interface StateTipProps {
  readonly drawn: Drawn;
  readonly rows: readonly StateRow[];
  readonly hover: Hover;
}

/** What each row was at the crosshair. */
const statesAt = ({ rows, hover }: StateTipProps) => {
  const near = Math.min(rows.length - 1, Math.floor(hover.down * rows.length));
  return rows.flatMap(({ name, field, spans }, index) => {
    const span = spans.find(({ from, to }) => from <= hover.at && hover.at < to);
    if (!span) return [];
    const { text, colour } = stateOf(field, span.value);
    return [{ name, text, colour, isNear: index === near, span }];
  });
};

const momentOf = ({ timeZone }: Drawn, at: number): string =>
  dateTimeFormat(at, { timeZone, format: wholeMoment });

const StateTip = (props: StateTipProps) => {
  const { drawn, hover } = props;
  const states = statesAt(props);
  const own = states.find(({ isNear }) => isNear)?.span;
  const when = own ? `${momentOf(drawn, own.from)} – ${momentOf(drawn, own.to)}` : momentOf(drawn, hover.at);
  return states.length === 0 ? null : (
    <Tip theme={drawn.theme} x={hover.x} y={hover.y}>
      <div class="panel-tip-title">{when}</div>
      <TipRows rows={states} />
    </Tip>
  );
};

const stateSaid = (props: StateTipProps): string =>
  [momentOf(props.drawn, props.hover.at), ...statesAt(props).map(({ name, text }) => `${name} ${text}`)].join(
    ', ',
  );

/** What states series were in over time: of a timeline those of one value are joined, of a history each sample stands alone. */
const States = ({ drawn, isHistory }: { readonly drawn: Drawn; readonly isHistory: boolean }) => {
  const { model, frames, to, from, theme, timeZone, regions, width, language } = drawn;
  const merges = !isHistory && !isFalseAt(model.options, 'mergeValues');
  const rows = useMemo(() => rowsOf(frames, to, merges), [frames, to, merges]);
  const plan = useMemo(
    () => statePlan(drawn, rows, isHistory),
    [rows, from, to, theme, timeZone, regions, width, isHistory],
  );
  if (!rows.some(({ spans }) => spans.length > 0)) return <Empty drawn={drawn} />;
  const legend = legendOptions(model.options);
  const last = rows.map(({ name, field, spans }): [string, string] => [
    name,
    spans.length === 0 ? '' : stateOf(field, spans.at(-1)?.value).text,
  ]);
  return (
    <Box drawn={drawn} class={`chart chart-${legend.placement}`}>
      <Plot
        drawn={drawn}
        {...plan}
        label={described(model.title, last, language)}
        said={(hover) => stateSaid({ drawn, rows, hover })}
        tip={(hover) => <StateTip drawn={drawn} rows={rows} hover={hover} />}
      />
      {legend.isShown && (
        <Legend
          items={statesOf(rows).map(({ text, colour }) => ({
            ...{ name: text, colour, calculated: [] },
            ...{ isHidden: false, isDashed: false, isRight: false },
          }))}
          options={legend}
          language={language}
        />
      )}
    </Box>
  );
};

export const StateTimeline = ({ drawn }: { readonly drawn: Drawn }) => (
  <States drawn={drawn} isHistory={false} />
);
export const StatusHistory = ({ drawn }: { readonly drawn: Drawn }) => <States drawn={drawn} isHistory />;
