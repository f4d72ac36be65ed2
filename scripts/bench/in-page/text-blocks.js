const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(' '),
);
/** Inside of these a line break belongs to the block; anywhere else it ends one. */
const wholeTags = new Set('CAPTION DD DT FIGCAPTION H1 H2 H3 H4 H5 H6 LI P PRE SUMMARY TD TH'.split(' '));
const silentTags = new Set('HEAD NOSCRIPT SCRIPT STYLE TEMPLATE TITLE'.split(' '));

/** The text blocks under an element in document order, each with the tag of the element that it stands in. */
export function textBlocks(root) {
  const blocks = [];
  let run = '';
  const flush = (holder) => {
    if (run.trim() !== '') blocks.push({ text: run.replace(/\s+/g, ' ').trim(), tag: holder.tagName.toLowerCase() });
    run = '';
  };
  const visit = (parent, holder) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) run += node.data;
      else if (node.nodeType === Node.ELEMENT_NODE) enter(node, holder);
    }
  };
  const enter = (element, holder) => {
    if (silentTags.has(element.tagName)) return;
    if (element.tagName === 'BR') return void (wholeTags.has(holder.tagName) ? (run += ' ') : flush(holder));
    if (!blockTags.has(element.tagName)) return visit(element, holder);
    flush(holder);
    visit(element, element);
    flush(element);
  };
  visit(root, root);
  flush(root);
  return blocks;
}

/** Every heading element's level and text, in document order. */
export function headings(root) {
  return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
