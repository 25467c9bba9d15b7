import { formattedValueToString } from '@grafana/data';
import { named } from '#browser/panel/big/alone.js';
import { Cells } from '#browser/panel/big/cells.js';
import { gridOf } from '#browser/panel/big/grid.js';
import { valuesOf } from '#browser/panel/big/values.js';
import { Box } from '#browser/panel/box.js';
import { type Drawn } from '#browser/panel/contract.js';
import { described } from '#browser/panel/described.js';
import { isFalseAt, isTrueAt, oneOf } from '#browser/frame/read.js';
import { GaugeCell } from './cell.js';
import './gauge.css';

/** Values as parts of rings, in the colours of the limits that they pass. */
export const Gauge = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, theme, language } = drawn;
  const values = valuesOf(drawn, {});
  const titles = values.map((value) => named(value, values.length));
  const arrangement = oneOf(['auto', 'horizontal', 'vertical'], model.options, 'orientation');
  const cells = gridOf(drawn, values.length, arrangement, 8);
  const said = values.map((value, index): [string, string] => [
    titles[index] ?? '',
    formattedValueToString(value.display),
  ]);
  return (
    <Box drawn={drawn} label={described(model.title, said, language)}>
      <Cells>
        {cells.map((cell, index) => {
          const value = values[index];
          return (
            value && (
              <GaugeCell
                key={`${index} ${titles[index]}`}
                {...{ value, cell, theme }}
                title={titles[index] ?? ''}
                hasLimits={!isFalseAt(model.options, 'showThresholdMarkers')}
                hasLabels={isTrueAt(model.options, 'showThresholdLabels')}
              />
            )
          );
        })}
      </Cells>
    </Box>
  );
};
