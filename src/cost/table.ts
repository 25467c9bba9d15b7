import type { ApplicationCost } from './application.js';
import { adviceOf, blocksText, memoryText } from './advice.js';
import { assumedUndeclared, assumedValues } from './assumed.js';
import type { PlaceCost } from './place.js';
import { countText, sizeText } from './quantity.js';
import type { ScrapeCost } from './scrape.js';

/** How words are set off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** A row: its name, then its numbers, and what is to be said of them. */
interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly said?: string;
}

const heads = ['targets', 'series', 'used', 'dropped by keep', 'samples/s'];

const share = (part: number, whole: number): string =>
  whole === 0 || part <= 0 ? '-' : `${countText(part)} (${Math.round((100 * part) / whole)} %)`;

const cellsOf = (each: {
  readonly targets: number;
  readonly scraped: number;
  readonly used: number;
  readonly samplesPerSecond: number;
}): readonly string[] => [
  countText(each.targets),
  countText(each.scraped),
  countText(each.used),
  share(each.scraped - each.used, each.scraped),
  each.samplesPerSecond < 10 ? each.samplesPerSecond.toFixed(1) : countText(each.samplesPerSecond),
];

const saidOf = ({ targets, target, unsaid, scraped, stored, everything }: ScrapeCost): string =>
  [
    ...(targets.basis === 'assumed'
      ? [`assumed ${countText(targets.count)} target${targets.count === 1 ? '' : 's'}`]
      : []),
    ...(unsaid.length > 0 ? [`assumed ${assumedValues} of each ${unsaid.join(', ')}`] : []),
    ...(target.undeclared.basis === 'assumed' && stored === scraped
      ? [`assumed ${assumedUndeclared} that no catalogue declares`]
      : []),
    ...(target.like !== undefined ? [`measured of ${target.like}`] : []),
    ...(stored < scraped ? [`keeps ${countText(stored)}`] : []),
    ...(everything.length > 0 ? [`all of it may be read by ${everything.join(', ')}`] : []),
  ].join('; ');

const ofScrape = (scrape: ScrapeCost): Row => ({
  name: `  ${scrape.name}`,
  cells: cellsOf({ ...scrape, targets: scrape.targets.count }),
  said: saidOf(scrape),
});

const ofApplication = (cost: ApplicationCost, isDetailed: boolean): readonly Row[] => [
  { name: cost.name, cells: cellsOf(cost) },
  ...(isDetailed
    ? [
        ...cost.scrapes.map(ofScrape),
        ...(cost.recorded > 0
          ? [{ name: '  recorded', cells: ['', countText(cost.recorded), countText(cost.recorded), '-', ''] }]
          : []),
      ]
    : []),
];

const rowsOf = (cost: PlaceCost, isDetailed: boolean): readonly Row[] => [
  ...cost.applications.flatMap((each) => ofApplication(each, isDetailed)),
  ...(cost.platform ?? []).map(({ name, series, samplesPerSecond, basis }) => ({
    name,
    cells: ['', countText(series), '', '', countText(samplesPerSecond)],
    said: `platform, ${basis}`,
  })),
  { name: 'all', cells: cellsOf(cost.total) },
];

const padded = (rows: readonly Row[], { bold, faint }: Style): readonly string[] => {
  const all: readonly Row[] = [{ name: '', cells: heads }, ...rows];
  const first = Math.max(...all.map(({ name }) => name.length));
  const widths = heads.map((_, i) => Math.max(...all.map(({ cells }) => cells[i]?.length ?? 0)));
  return all.map(({ name, cells, said }, i) => {
    const line = `${name.padEnd(first)}${cells.map((cell, j) => `  ${cell.padStart(widths[j] ?? 0)}`).join('')}`;
    const shown = i === 0 ? faint(line) : name.startsWith('  ') ? line : bold(line);
    return `${shown.trimEnd()}${said === undefined || said === '' ? '' : `  ${faint(said)}`}`;
  });
};

const serverLines = (cost: PlaceCost): readonly string[] => {
  const { shards, replicas } = cost.given;
  const each = shards * replicas > 1 ? `each of ${shards * replicas} servers: ` : '';
  return [
    `memory  ${each}${memoryText(cost.series)}`,
    `disk    ${each}${blocksText(cost)}, and ${sizeText(cost.need.log)} of the write-ahead log`,
  ];
};

/** What a place costs, as lines of a table, with its arithmetic and what may be done. */
export const placeText = (cost: PlaceCost, isDetailed: boolean, style: Style): string =>
  [
    style.bold(`${cost.of} ${cost.name}`),
    ...padded(rowsOf(cost, isDetailed), style),
    '',
    ...serverLines(cost),
    ...adviceOf(cost).map(({ why, cure }) => style.warn(`${why}; ${cure}`)),
    ...(cost.isSaid
      ? []
      : [
          style.faint('its platform is not described, so what it is given is not held against what it needs'),
        ]),
    ...(cost.of === 'cluster' && cost.platform === undefined
      ? [
          style.faint(
            'without what the platform scrapes for itself: say how large the cluster is, size: { nodes: 3, pods: 60 }',
          ),
        ]
      : []),
    ...(cost.platform
      ? [style.faint('without the API server, which brings some ten thousand series more')]
      : []),
  ].join('\n');
