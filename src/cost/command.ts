import type { Host } from '#application/host/host.js';
import type { Cluster } from '#cluster/cluster.js';
import { instead } from '#ground/nearest.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { adviceOf } from './advice.js';
import { placeJson } from './json.js';
import { type PlaceCost, clusterCost, hostCost } from './place.js';
import { type Style, placeText } from './table.js';

export const costHelp = `Reckons what the monitoring of an estate costs: series, samples, memory and disk of each Prometheus, and what a keep-list would drop.

  cheomseong cost

Options
      --application NAME  that application alone, with each of its scrapes
      --cluster NAME      that cluster, or that host, alone
      --json              the same for programs
  -h, --help              this text

Series are targets × series for each target: of catalogues and of the values that labels are declared with, of what a scrape says under expects,
of recorded answers of exporters; else they are assumed, and told of as such.

Exit codes
  0  all is well      1  a Prometheus is given less than it needs      2  it could not be run

Example
  npx cheomseong cost --application shop
`;

const options = {
  application: { type: 'string' },
  cluster: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const coloured: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  warn: (text) => `\u001b[33m${text}\u001b[39m`,
};
const plain: Style = { bold: (text) => text, faint: (text) => text, warn: (text) => text };

const costOf = (place: Cluster | Host): PlaceCost =>
  place.of === 'cluster' ? clusterCost(place) : hostCost(place);

/** A name that nothing has. */
const unknown = (what: string, name: string, known: readonly string[]): UsageError =>
  new UsageError([`There is no ${what} ${name}: ${instead(name, [...new Set(known)])}`]);

const chosen = (
  costs: readonly PlaceCost[],
  application: string | undefined,
  place: string | undefined,
): readonly PlaceCost[] => {
  const places = costs.filter(({ name }) => place === undefined || name === place);
  if (places.length === 0 && place !== undefined)
    throw unknown(
      'cluster',
      place,
      costs.map(({ name }) => name),
    );
  if (application === undefined) return places;
  const found = places.filter(({ applications }) => applications.some(({ name }) => name === application));
  if (found.length === 0)
    throw unknown(
      'application',
      application,
      places.flatMap(({ applications }) => applications.map(({ name }) => name)),
    );
  return found;
};

/** One application of a place; the sum stays that of all. */
const withOnly = (cost: PlaceCost, application: string | undefined): PlaceCost =>
  application === undefined
    ? cost
    : { ...cost, applications: cost.applications.filter(({ name }) => name === application) };

/**
 * `cheomseong cost`.
 *
 * @throws UsageError on options, clusters and applications that there are not.
 */
export const costCommand = (
  args: readonly string[],
  { out, colour }: Surface,
  places: readonly (Cluster | Host)[],
): ExitCode => {
  const { text, isGiven } = readWords(args, options, 0);
  const application = text('application');
  const costs = chosen(places.map(costOf), application, text('cluster')).map((cost) =>
    withOnly(cost, application),
  );
  const style = colour ? coloured : plain;
  out.write(
    isGiven('json')
      ? `${JSON.stringify({ places: costs.map(placeJson) }, undefined, 2)}\n`
      : `${costs.map((cost) => placeText(cost, application !== undefined, style)).join('\n\n')}\n`,
  );
  return costs.some((cost) => adviceOf(cost).length > 0) ? exitCodes.faults : exitCodes.well;
};
