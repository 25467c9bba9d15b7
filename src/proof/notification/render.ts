import { createHash } from 'node:crypto';
import { type Rendering, type Template, byAmtool } from './amtool.js';
import { together } from './together.js';

/**
 * Renders a template over the data of a notification, which is JSON, by the real amtool, as Alertmanager would. What was asked
 * before is not rendered again: the messages of all applications have most of their templates in common.
 *
 * @throws Error where there is no amtool.
 */
export const render = (template: Template, data: string): Promise<Rendering> => {
  const key = JSON.stringify([template.template, template.writes, sumOf(data)]);
  const rendering = renderings.get(key) ?? rendered(template, data);
  renderings.set(key, rendering);
  return rendering;
};

/** The data that was asked about last: that of all templates of a message is the same, and may be a megabyte. */
let last = { data: '', sum: '' };
const sumOf = (data: string): string => {
  if (last.sum === '' || last.data !== data)
    last = { data, sum: createHash('sha256').update(data).digest('hex') };
  return last.sum;
};

const renderings = new Map<string, Promise<Rendering>>();

const rendered = async (template: Template, data: string): Promise<Rendering> => {
  // What has no action is written as it is.
  if (!template.template.includes('{{')) return { text: template.template };
  const text = template.writes === 'text' ? await asked(template.template, data) : undefined;
  return text === undefined ? byAmtool(template, data) : { text };
};

/** Templates that are to be rendered over the same data, and who waits for each. */
type Waiting = Map<string, (text: string | undefined) => void>;
const waiting = new Map<string, Waiting>();

/** The text of a template that is rendered with all others that are asked for at the same time; nothing where it must be rendered alone. */
const asked = (template: string, data: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    if (waiting.size === 0) setImmediate(renderAll);
    const others: Waiting = waiting.get(data) ?? new Map();
    waiting.set(data, others.set(template, resolve));
  });

const renderAll = (): void => {
  const all = [...waiting];
  waiting.clear();
  for (const [data, each] of all)
    together([...each.keys()], data)
      // Each that is rendered alone says itself what is wrong.
      .catch((): ReadonlyMap<string, string> => new Map())
      .then((texts) => each.forEach((tell, template) => tell(texts.get(template))));
};
