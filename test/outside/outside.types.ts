import {
  type Law,
  type PlaceSpec,
  bytes,
  called,
  count,
  gauge,
  leftOut,
  max,
  narrowed,
  override,
  percent,
  place,
  query,
  record,
  value,
  visualization,
} from 'cheomseong';
import { Application, hold } from 'cheomseong/cdk8s';
import { App } from 'cdk8s';
import { licenceAlerts, taken } from './licence/alerts.js';
import { licenceExporter } from './licence/exporter.js';
import { licenceMetrics } from './licence/metrics.js';
import { licences } from './licences.js';
import { nomad } from './nomad.js';

const metrics = narrowed(licenceMetrics, { namespace: 'licences' });
const pack = licenceAlerts(called('Licences', nomad), metrics, { used: percent(90), days: count(30) });
const description = 'Seats.';
const bubbles = visualization('acme-bubble-panel');
const drawn = visualization('state-timeline', { drawsLimits: true });

// @ts-expect-error a limit of another unit in a pack of one's own
licenceAlerts(called('Licences'), metrics, { used: bytes(90), days: count(30) });
// @ts-expect-error an alert that the pack does not have
override(pack, { seatsGone: leftOut });
const anywhere = { ...metrics, seats: gauge('licence_seats', { help: 'Seats.' }) };
// @ts-expect-error a metric without a label that the pack reads
licenceAlerts(called('Licences'), anywhere, { used: percent(90), days: count(30) });
// @ts-expect-error a name of a record that does not say what it records
record('seats', taken(metrics));
// @ts-expect-error a secret that is a text
licenceExporter({ namespace: 'licences', server: 'licence:8090', token: 'hunter2' });
// @ts-expect-error a legend with a label that the signal does not have
bubbles('Seats', { description, signal: taken(metrics), legend: ({ pod }) => pod });
// @ts-expect-error a unit in which seats are not shown
bubbles('Seats', { description, signal: taken(metrics), unit: 's' });
// @ts-expect-error limits of a kind that draws none
bubbles('Seats', { description, signal: taken(metrics), limits: [] });
// @ts-expect-error the limit of an alert on another unit
drawn('Seats', { description, signal: taken(metrics), limits: [pack.seatsRunOut] });
drawn('Seats', {
  description,
  // @ts-expect-error queries of several units
  queries: [query(taken(metrics)), query(max(value(metrics.expires), { by: ['product'] }))],
});
// @ts-expect-error a format in which Grafana asks nothing
visualization('state-timeline', { format: 'csv' });
// @ts-expect-error a place without words
place('nomad', {});
// @ts-expect-error a word that is said in no language
const mute: PlaceSpec = { ...nomad, copies: {} };
void mute;
// @ts-expect-error a law that finds nothing, not even no faults
const idle: Law = () => undefined;
void idle;
// @ts-expect-error a fault without a cure
const harsh: Law = () => [{ where: 'licences', what: '', why: 'it is wrong' }];
void harsh;
// @ts-expect-error what is no description of an application
new Application(new App(), { name: 'licences' });
hold(new App(), { laws: [() => []] });
// @ts-expect-error an exception that is no chart
hold(new App(), { except: [licences] });
