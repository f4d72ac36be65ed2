import { render } from 'preact';
import css from '../reader/reader.css?inline';
const host = document.createElement('div');
document.documentElement.append(host);
render(<p>hello {css}</p>, host.attachShadow({ mode: 'open' }));
