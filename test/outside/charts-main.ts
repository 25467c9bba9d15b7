import { App } from 'cdk8s';
import { Application } from 'cheomseong/cdk8s';
import { Web } from './charts.js';
import { shop } from './shop.js';

// The main.ts of a cdk8s project as there are many, and one line of ours in it.
const app = new App();
new Web(app, 'web', { app: process.env.LABEL ?? 'shop' });
new Application(app, shop({ services: [] }));
app.synth();
