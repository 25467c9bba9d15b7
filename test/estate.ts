import main from '../main.js';

/** What this repository monitors: its applications, and those of its hosts. */
export const { applications: estate, hosts } = main;
