import controls from '../ui/controls.css?inline';
import tokens from '../ui/tokens.css?inline';
import panels from './panels.css?inline';
import prose from './prose.css?inline';
import readerCss from './reader.css?inline';
import tools from './tools/tools.css?inline';

/** The styles of the reader, as text: over a page no style sheet can be linked, and its own page takes the same copy. */
export const readerStyles = [tokens, controls, readerCss, prose, panels, tools].join('\n');
