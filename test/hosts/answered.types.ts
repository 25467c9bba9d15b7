import { agentService } from '#hosts/compose/agent.js';
import { composeFiles } from '#hosts/compose/compose.js';
import { elasticsearchDatasource } from '#hosts/grafana/datasource.js';
import { grafanaFiles } from '#hosts/grafana/grafana.js';
import { host } from '#application/host/host.js';
import { shop } from '../synth/estate/shop.js';

const whole = shop();

// @ts-expect-error Nobody asked what of the application a host can hold.
composeFiles(host(whole));

// @ts-expect-error Its logs may go to Loki, of which no host has any.
grafanaFiles(whole);

// @ts-expect-error The same.
elasticsearchDatasource(whole);

// @ts-expect-error An agent that reads what only Kubernetes writes.
if (whole.logs) agentService(whole.logs, 'production');
