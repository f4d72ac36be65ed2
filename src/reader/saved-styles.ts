import { sheetOf } from './layer.ts';
import { readerStyles } from './reader-styles.ts';

// The page's own sheet holds what the first frame needs; the reader's comes with the scripts that are there anyway.
document.adoptedStyleSheets = [sheetOf(readerStyles)];
