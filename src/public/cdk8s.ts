// For a cdk8s App that there is already: applications as charts beside its own, laws over both.
export { Application } from '#synth/app/application.js';
export { hold, type Holding } from '#synth/app/hold.js';
export { pages, type PageFolders } from '#synth/app/pages.js';
