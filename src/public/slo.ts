// Service level objectives: recording rules, burn-rate alerts of the SRE workbook, panels.
export { slo, type SloSpec, type AnySlo, type Slo } from '#alerts/slo/slo.js';
export { type KeptSlo, type SloGroupSettings, sloGroup, sloGroups } from '#alerts/slo/group.js';
export { events, type Counted as CountedEventsOfSlo } from '#alerts/slo/events.js';
export { latency, type Counting } from '#alerts/slo/latency.js';
export { type Sli } from '#alerts/slo/sli.js';
export { type LongWindow } from '#alerts/slo/burn-rate.js';
