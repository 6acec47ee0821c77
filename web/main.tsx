/** Begins the pages. */
import { render } from 'preact';
import { takeReturned } from './api/returned.ts';
import { App } from './app.tsx';
import './style/style.css';

takeReturned();
const root = document.getElementById('app');
if (root) render(<App />, root);
