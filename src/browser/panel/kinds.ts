import { by } from './by.js';
import { type PanelKind } from './contract.js';
import { NotDrawn } from './said.js';
import { Stat } from './stat/stat.js';
import { TimeSeries } from './timeseries/timeseries.js';

/** How each type of Grafana's panels is drawn. */
export const kinds: Readonly<Record<string, PanelKind>> = {
  timeseries: by(TimeSeries),
  stat: by(Stat),
};

const notDrawn = by(NotDrawn);

/** How a panel of some type is drawn; one of a type that is not known says so. */
export const kindOf = (type: string): PanelKind =>
  (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? notDrawn;
