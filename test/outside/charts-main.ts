import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { App } from 'cdk8s';
import { Application, hold, pages } from 'cheomseong/cdk8s';
import { Web } from './charts.js';
import { noTestLicences } from './licence/law.js';
import { licences } from './licences.js';
import { shop } from './shop.js';

const watched = [shop({ services: [] }), licences];

const app = new App();
new Web(app); // your own chart, with the Service that is scraped
for (const each of watched) new Application(app, each);
hold(app, { laws: [noTestLicences] }); // what you want beside our laws
app.synth();

for (const [path, text] of pages(watched)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
