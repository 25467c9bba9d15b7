import { useMemo, useState } from 'preact/hooks';
import { Box } from '#browser/panel/box.js';
import { type TipOptions } from '#browser/panel/chart/rows.js';
import { Plot } from '#browser/panel/chart/plot.js';
import { type Drawn } from '#browser/panel/contract.js';
import { calculated } from '#browser/panel/legend/calculated.js';
import { type LegendItem } from '#browser/panel/legend/item.js';
import { Legend } from '#browser/panel/legend/legend.js';
import { legendOptions } from '#browser/panel/legend/options.js';
import { picked } from '#browser/panel/legend/picked.js';
import { oneOf } from '#browser/frame/read.js';
import { Empty } from '#browser/panel/said.js';
import { described } from '#browser/panel/described.js';
import { type Line, type Lines, linesOf } from './lines.js';
import { planOf } from './plan.js';
import { seriesSaid, SeriesTip } from './tip.js';

const tipOptions = (options: unknown): TipOptions => ({
  mode: oneOf(['single', 'multi', 'none'], options, 'tooltip', 'mode'),
  sort: oneOf(['none', 'asc', 'desc'], options, 'tooltip', 'sort'),
});

const lastOf = ({ field, name }: Line): readonly [string, string] => [
  name,
  calculated(field, ['lastNotNull'])[0]?.text ?? '',
];

const itemOf = (line: Line, calcs: readonly string[], isHidden: boolean, isRight: boolean): LegendItem => ({
  ...{ name: line.name, colour: line.colour, isHidden, isRight },
  isDashed: line.style.dash !== undefined,
  calculated: calculated(line.field, calcs),
});

const Chart = ({ drawn, lines }: { readonly drawn: Drawn; readonly lines: Lines }) => {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const { model, theme, timeZone, from, to, regions, language } = drawn;
  const isHidden = (name: string) => hidden.has(name);
  const plan = useMemo(
    () => planOf(drawn, lines, isHidden),
    [lines, hidden, theme, timeZone, from, to, regions],
  );
  const legend = legendOptions(model.options);
  const listed = plan.lines.filter(({ style }) => !style.isHidden.legend);
  const items = useMemo(
    () => listed.map((line) => itemOf(line, legend.calcs, isHidden(line.name), plan.isRight(line))),
    [plan, hidden],
  );
  const told = { drawn, plan, isHidden, options: tipOptions(model.options) };
  const names = listed.map(({ name }) => name);
  return (
    <Box drawn={drawn} class={`chart chart-${legend.placement}`}>
      <Plot
        drawn={drawn}
        options={plan.options}
        data={plan.data}
        label={described(model.title, plan.lines.map(lastOf), language)}
        tip={(hover) => <SeriesTip {...told} hover={hover} />}
        said={(hover) => seriesSaid({ ...told, hover })}
      />
      {legend.isShown && (
        <Legend
          items={items}
          options={legend}
          language={language}
          onPick={(name, isToggle) => setHidden(picked(names, hidden, name, isToggle))}
        />
      )}
    </Box>
  );
};

/** Series over time. */
export const TimeSeries = ({ drawn }: { readonly drawn: Drawn }) => {
  const { frames, theme } = drawn;
  const lines = useMemo(() => linesOf(frames, theme), [frames, theme]);
  return lines.lines.length === 0 || lines.times.length === 0 ? (
    <Empty drawn={drawn} />
  ) : (
    <Chart drawn={drawn} lines={lines} />
  );
};
