import { render } from 'preact';
import { Board } from './rehearsal/board.js';
import { listen } from './rehearsal/server.js';

const root = document.getElementById('page');
if (root) {
  listen();
  render(<Board />, root);
}
