import type { Fault } from '#ground/fault.js';
import { languages } from '#ground/language.js';
import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import type { PlaceCommands } from './place.js';
import { isObject } from '#ground/field.js';
import { type Shape, aFunction, fields, listOf, named } from '#ground/shape.js';

/** Said in one language at least. */
const said: Shape = (where, value): readonly Fault[] => {
  const malformed = fields({}, { ko: named, en: named })(where, value);
  return malformed.length > 0 || (isObject(value) && languages.some((language) => language in value))
    ? malformed
    : [
        {
          where,
          what: '',
          code: 'nothing-said',
          why: 'it is said in no language',
          cure: `write ${languages.join(' or ')}`,
        },
      ];
};

const wordsShape = fields({
  ...{ podOrContainer: said, copies: said, ending: said, storage: said, credentials: said },
  scraping: fields({ unreachable: said, pointer: said, noTarget: said, moved: said }),
  machine: fields({
    ...{ name: said, reached: said, logs: named, unused: said, prune: named, kept: said },
  }),
});

/** A line for a shell. */
const line: Shape = (where, value): readonly Fault[] => {
  const malformed = named(where, value);
  return malformed.length > 0 || !String(value).includes('\n')
    ? malformed
    : [
        {
          where,
          what: String(value),
          code: 'bad-name',
          why: 'a runbook shows each line by itself, and this is several',
          cure: 'write a list of lines, or join them with &&',
        },
      ];
};
const lines = listOf(line);
const running = fields({ find: lines, name: named });

const functions = fields({
  ...{ chosen: aFunction, exporting: aFunction, logs: aFunction, exec: aFunction, exporterLogs: aFunction },
  ...{ inExporter: aFunction, agentLogs: aFunction, state: aFunction, page: aFunction, deployed: aFunction },
  ...{ usage: aFunction, amtool: aFunction, watcher: aFunction, scraped: aFunction },
});

const ofPlatform = fields({ platform: named });

/** A place as far as it can be seen without asking it. */
export const placeShape: Shape = (where, value) => [
  ...ofPlatform(where, value),
  ...wordsShape(where, value),
  ...functions(where, value),
];

/** Whether a value has all that a place has. */
export const isPlace = (value: unknown): boolean => placeShape('', value).length === 0;

/** A metric of which all commands can be asked. */
export const { example } = catalog({
  example: gauge('example', { help: 'An example.', labels: ['service'] }),
});

/** The commands of a place, whatever they say of a page. */
type Asked = { readonly [K in keyof PlaceCommands]: (...asked: Parameters<PlaceCommands[K]>) => unknown };

/** What is wrong with what the commands of a place make of an example. */
export const commandFaults = (of: Asked): readonly Fault[] => [
  ...running('chosen', of.chosen(example)),
  ...running('exporting', of.exporting(example)),
  ...line('logs', of.logs(example, 'web', '--tail=100')),
  ...line('exec', of.exec(example, 'web', 'true')),
  ...lines('exporterLogs', of.exporterLogs(example)),
  ...lines('inExporter', of.inExporter(example, 'true')),
  ...lines('agentLogs', of.agentLogs(example, 'filebeat', '--tail=100')),
  ...lines('state', of.state(example)),
  ...fields({ command: line, address: said })('page', of.page(example, 'web', 8080)),
  ...line('deployed', of.deployed(example)),
  ...line('usage', of.usage(example)),
  ...line('amtool', of.amtool('alert')),
  ...fields({ state: line, logs: aFunction, exec: aFunction, configuration: line })(
    'watcher',
    of.watcher('prometheus'),
  ),
  ...lines('scraped', of.scraped(example)),
];
