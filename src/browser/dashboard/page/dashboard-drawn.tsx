import type { VNode } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { useFaults } from '#browser/frame/faults.js';
import { useKey } from '#browser/frame/keys.js';
import { useWords } from '#browser/frame/language.js';
import { type Crumb, Page } from '#browser/frame/page.js';
import { useLoading } from '#browser/frame/ready.js';
import { setQuery, useRoute } from '#browser/frame/route.js';
import type { DashboardModel } from '#browser/dashboard/model/dashboard.js';
import { rangeVariables } from '#browser/dashboard/query/built-in.js';
import { rangeOf, type RawRange } from '#browser/dashboard/time/range.js';
import { plainly } from '#browser/dashboard/variable/chosen.js';
import { askedVariables, withVariable } from '#browser/dashboard/variable/parameters.js';
import { knownOf } from '#browser/dashboard/variable/resolve.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import type { Context } from './context.js';
import { Grid } from './grid.js';
import { Head } from './head.js';
import { addressParts } from './link.js';
import { Toolbar } from './toolbar.js';
import { useRegions } from './use-regions.js';
import { useVariables } from './use-variables.js';

const noRegions: readonly never[] = [];

const changed = (
  query: URLSearchParams,
  values: Readonly<Record<string, string | undefined>>,
): URLSearchParams => {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values))
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  return next;
};

/** A dashboard whose model is there. The address has its range of time, its variables and which panel fills the page. */
export const DashboardDrawn = ({
  model,
  scrapeInterval,
  madeUpTo,
  crumbs,
}: {
  readonly model: DashboardModel;
  readonly scrapeInterval: number;
  /** Up to when data was made, in milliseconds since 1970; nothing where it is live. */
  readonly madeUpTo: number | undefined;
  readonly crumbs: readonly Crumb[];
}): VNode => {
  const say = useWords(dashboardWords);
  const { query } = useRoute();
  const [asOf, setAsOf] = useState(() => Date.now());
  const [before, setBefore] = useState<readonly RawRange[]>([]);
  const now = madeUpTo ?? asOf;
  const raw = { from: query.get('from') ?? model.from, to: query.get('to') ?? model.to };
  const wanted = rangeOf(raw, now, model.timeZone);
  const [from, to] = wanted ?? [now - 6 * 3_600_000, now];
  useFaults(model.title, wanted ? [] : [`${say('badRange')}: ${raw.from} – ${raw.to}`]);

  const asked = askedVariables(query);
  const variables = useVariables(model, [from, to], asked);
  const resolved = variables?.resolved;
  const context = useMemo<Context | undefined>(
    () =>
      resolved && {
        model,
        from,
        to,
        scrapeInterval,
        known: {
          ...rangeVariables(from, to),
          __dashboard: plainly(model.title),
          __timezone: plainly(model.timeZone),
          ...knownOf(resolved),
        },
      },
    // `asOf`: what is refreshed is asked again even where the range is the same.
    [model, resolved, from, to, scrapeInterval, asOf],
  );
  const { regions, faults, isLoading } = useRegions(context);
  useFaults(say('noAnnotation'), faults);
  useLoading(isLoading || variables === undefined || variables.isLoading);

  const toRange = useCallback((next: RawRange) => setQuery(changed(query, { ...next })), [query.toString()]);
  const zoom = useCallback(
    (start: number, end: number): void => {
      setBefore((last) => [...last, raw]);
      toRange({ from: String(Math.round(start)), to: String(Math.round(end)) });
    },
    [toRange, raw.from, raw.to],
  );
  const back = (): void => {
    const last = before.at(-1);
    if (last) toRange(last);
    setBefore(before.slice(0, -1));
  };
  const view = (key: string | undefined): void => setQuery(changed(query, { viewPanel: key }));
  const viewed = query.get('viewPanel') ?? undefined;
  useKey('Escape', () => view(undefined), viewed !== undefined);
  const refresh = useCallback(() => setAsOf(Date.now()), []);
  const address = useMemo(() => addressParts(raw, knownOf(resolved ?? [])), [raw.from, raw.to, resolved]);

  return (
    <Page
      title={model.title}
      crumbs={crumbs}
      tools={
        <Toolbar
          raw={raw}
          range={[from, to]}
          now={now}
          timeZone={model.timeZone}
          before={before.at(-1)}
          every={query.get('refresh') ?? model.refresh}
          isLive={madeUpTo === undefined}
          onRange={toRange}
          onBack={back}
          onEvery={(every) => setQuery(changed(query, { refresh: every }), true)}
          onRefresh={refresh}
        />
      }
    >
      <Head
        model={model}
        resolved={resolved ?? []}
        known={context?.known ?? {}}
        address={address}
        onChoose={(name, values) => setQuery(withVariable(query, name, values))}
      />
      {context && (
        <Grid
          panels={model.panels}
          context={context}
          regions={isLoading ? noRegions : regions}
          address={address}
          onZoom={zoom}
          viewed={viewed}
          onView={view}
        />
      )}
    </Page>
  );
};
