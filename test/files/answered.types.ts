import { agentService } from '../../files/compose/agent.js';
import { composeFiles } from '../../files/compose/compose.js';
import { elasticsearchDatasource } from '../../files/grafana/datasource.js';
import { grafanaFiles } from '../../files/grafana/grafana.js';
import { host } from '../../files/host.js';
import { shop } from '../estate/shop.js';

const whole = shop();

// @ts-expect-error Nobody asked what of the application a host can hold.
composeFiles(host(whole));

// @ts-expect-error Its logs may go to Loki, of which no host has any.
grafanaFiles(whole);

// @ts-expect-error The same.
elasticsearchDatasource(whole);

// @ts-expect-error An agent that reads what only Kubernetes writes.
if (whole.logs) agentService(whole.logs, 'production');
