import type { Vector } from './vector.ts';
import { ofKind } from './vector.ts';

const nested = (name: string, levels: number, inside: string): string => `<${name}>`.repeat(levels) + inside + `</${name}>`.repeat(levels);

/** Names that stand in front of properties which a cleaner of DOM trees reads. */
export const clobbering = ofKind('clobbering', [
  ...['attributes', 'childNodes', 'parentNode', 'nextSibling', 'firstChild', 'nodeName', 'nodeType', 'tagName', 'ownerDocument', 'namespaceURI', 'textContent', 'removeAttribute', 'removeChild', 'setAttribute', 'getAttribute', 'hasChildNodes', 'insertBefore', 'appendChild', 'remove', 'cloneNode', 'content', 'shadowRoot', 'querySelectorAll', 'innerHTML'].map(
    (name): readonly [string, Vector['make']] => [`input name=${name}`, ({ js }) => `<form onclick=${js} onmouseover=${js}><input name=${name}><img src=x: onerror=${js}></form>`],
  ),
  ...['body', 'cookie', 'createElement', 'documentElement', 'defaultView', 'implementation', 'getElementById', 'currentScript', 'location', 'head', 'createNodeIterator', 'importNode', 'adoptedStyleSheets'].map(
    (name): readonly [string, Vector['make']] => [`img name=${name}`, ({ js }) => `<img name=${name} src=x: onerror=${js}><p onclick=${js}>x</p>`],
  ),
  ({ js }) => `<a id=config></a><a id=config name=url href="javascript:${js}">x</a>`,
  ({ js }) => `<form id=x><output id=y>${js}</output></form><form id=x></form>`,
  () => '<iframe name=chrome srcdoc="<a id=runtime></a>"></iframe>',
  () => '<a id=browser></a><a id=chrome></a><p id=jd-section-1>x</p><p id=jd-section-1>y</p>',
  () => '<p id=__proto__>x</p><p id=constructor>x</p><p id=prototype>x</p>',
  () => '<img id=trustedTypes name=trustedTypes alt=x>',
]);

/** Text that is read as markup by those who decode once too often, or in another encoding. */
export const encodings = ofKind('encoding', [
  ({ js }) => `&lt;img src=x: onerror=${js}&gt;`,
  ({ js }) => `&#60;script&#62;${js}&#60;/script&#62;`,
  ({ js }) => `&#x3c;svg onload=${js}&#x3e;`,
  ({ js }) => `&LT;img src=x: onerror=${js}&GT;`,
  ({ js }) => `&amp;lt;script&amp;gt;${js}`,
  ({ js }) => `%3Cscript%3E${js}%3C/script%3E`,
  ({ js }) => `\\u003cscript\\u003e${js}\\u003c/script\\u003e`,
  ({ js }) => `\\x3cimg src=x: onerror=${js}\\x3e`,
  ({ js }) => `+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  ({ js }) => `＜script＞${js}＜/script＞`,
  ({ js }) => `‹img src=x: onerror=${js}›`,
  ({ js }) => `\u001b(J<img src=x: onerror=${js}>`,
  ({ js }) => `\ufeff<img src=x: onerror=${js}>`,
  ({ js }) => `<\ufeffimg src=x: onerror=${js}>`,
  ({ js }) => `<img\u2028src=x:\u2029onerror=${js}>`,
  ({ js }) => `\u202e<img src=x: onerror=${js}>\u202c`,
  ({ js }) => `<img src=x:\u3000onerror=${js}>`,
  ({ js }) => `<ımg src=x: onerror=${js}>`,
  ({ js }) => `<ſcript>${js}</ſcript>`,
  ({ js }) => `<scrİpt>${js}</scrİpt>`,
  ({ js }) => `\ud800<img src=x: onerror=${js}>\udfff`,
  ({ js }) => `<img src=x: onerror=${js}\u0000>`,
  ({ js }) => `<p>\u0000<\u0000s\u0000c\u0000r\u0000i\u0000p\u0000t\u0000>${js}</p>`,
  ({ js }) => `&NotEqualTilde;&#0;&#xd800;&#x110000;<img src=x: onerror=${js}>`,
  ({ js }) => `{{constructor.constructor('${js.replaceAll("'", '')}')()}}\${${js}}<%= ${js} %>[[${js}]]`,
]);

/** Trees so deep that a parser moves things, or a cleaner gives up. */
export const depths = ofKind('depth', [
  ['600 boxes', ({ js }) => nested('div', 600, `<img src=x: onerror=${js}>`)],
  ['520 boxes round a script', ({ js }) => nested('div', 520, `<script>${js}</script>`)],
  ['600 bold', ({ js }) => nested('b', 600, `<img src=x: onerror=${js}>`)],
  ['400 links', ({ js }) => nested('a', 400, `<img src=x: onerror=${js}>`)],
  ['300 tables', ({ js }) => nested('table', 300, `<img src=x: onerror=${js}>`)],
  ['600 svg', ({ js }) => nested('svg', 600, `<image href=x: onerror=${js} />`)],
  ['600 math', ({ js }) => nested('mtext', 300, `<math><mtext><img src=x: onerror=${js}></mtext></math>`)],
  ['foreign objects in turn', ({ js }) => '<svg><foreignObject>'.repeat(200) + `<img src=x: onerror=${js}>`],
  ['boxes round a style in foreign content', ({ js }) => nested('div', 506, `<svg><style><a id="</style><img src=x: onerror=${js}>"></style></svg>`)],
  ['forms in forms', ({ js }) => '<form><div>'.repeat(300) + `<input name=parentNode><img src=x: onerror=${js}>`],
  ['templates in templates', ({ js }) => nested('template', 200, `<img src=x: onerror=${js}>`)],
  ['open formatting elements', ({ js }) => '<b><i><u><s>'.repeat(60) + `<p><img src=x: onerror=${js}></p>`],
  ['400 quotes', ({ js }) => nested('blockquote', 400, `<a href="javascript:${js}">x</a>`)],
  ['400 lists', ({ js }) => nested('ul', 400, `<li onclick=${js}>x`)],
  ['5,000 attributes', ({ js }) => `<p ${Array.from({ length: 5000 }, (_, index) => `a${index}=1`).join(' ')} onclick=${js}>x</p>`],
  ['an attribute of a megabyte', ({ js }) => `<p title="${'x'.repeat(1_000_000)}" onclick=${js}>x</p>`],
]);

/** The attributes and classes by which the extraction itself finds pictures, players and marks. */
export const ownAttributes = ofKind('own attribute', [
  ({ js }) => `<img src="https://example.com/a.png" data-src="javascript:${js}">`,
  ({ js }) => `<img data-original="data:text/html,<script>${js}</script>">`,
  ({ js }) => `<img data-src="data:image/svg+xml,<svg onload=${js}>">`,
  ({ js }) => `<img file="javascript:${js}" zoomfile="vbscript:${js}" original="x.png&quot; onerror=&quot;${js}">`,
  ({ js }) => `<img data-srcset="javascript:${js} 1x, https://example.com/a.png 2x">`,
  ({ js }) => `<img srcset="https://example.com/a.png 1x,javascript:${js} 2x">`,
  ({ url }) => `<figure><img src="data:image/png;base64,AA" srcset="data:image/png;base64,AA 1x,\n${url.replace('http:', 'ftp:')} 2x"></figure>`,
  ({ js }) => `<noscript>&lt;img src=x: onerror=${js}&gt;</noscript>`,
  ({ js }) => `<img><noscript><img src="javascript:${js}" onerror="${js}"></noscript>`,
  ({ js }) => `<img data-src=""><noscript>&lt;img src="https://example.com/a.png" alt="&amp;quot;&gt;&lt;img src=x: onerror=${js}&gt;"&gt;</noscript>`,
  ({ js }) => `<div class="figure image" style="background-image:url(javascript:${js})" title="x"></div>`,
  ({ js }) => `<div class="figure image" style="background-image:url('https://example.com/a.png&quot; onerror=${js} x=')" aria-label="<img src=x: onerror=${js}>"></div>`,
  ({ js }) => `<amp-img src="javascript:${js}" onerror="${js}" width=100 height=100></amp-img>`,
  ({ js }) => `<amp-iframe src="javascript:${js}"></amp-iframe>`,
  ({ js }) => `<iframe data-src="javascript:${js}//player.bilibili.com/embed/"></iframe>`,
  ({ js }) => `<iframe src="//player.bilibili.com/player.html&quot; onload=&quot;${js}"></iframe>`,
  ({ js }) => `<video data-src="https://v.qq.com/x.mp4" onerror="${js}"><source src="javascript:${js}"></video>`,
  ({ js }) => `<figure data-video="javascript:${js}"><img src=x: onerror=${js}></figure>`,
  ({ js }) => `<figure data-video="https://example.com/v' onclick='${js}">x</figure>`,
  ({ js }) => `<div data-removal="0"><img src=x: onerror=${js}></div>`,
  ({ js }) => `<div data-removal="0&quot;] , x[y=&quot;">${js}</div><div data-removal="-1"></div>`,
  ({ js }) => `<blockquote data-standfirst="x" onclick="${js}"><p>假的导语</p></blockquote>`,
  ({ js }) => `<h2 data-level="9&quot; onclick=&quot;${js}">一、标题</h2>`,
  ({ js }) => `<p data-bold data-align="center&quot; onclick=&quot;${js}">居中的一行</p>`,
  ({ js }) => `<span data-number="<img src=x: onerror=${js}>">01</span>`,
  ({ js }) => `<span data-tex="\\href{javascript:${js}}{x}">x</span>`,
  ({ js }) => `<script type="math/tex">\\href{javascript:${js}}{x}</script>`,
  ({ js }) => `<code class="language-x&quot; onclick=&quot;${js}" data-language="js"><img src=x: onerror=${js}></code>`,
  ({ js }) => `<sup><a href="#jd-note-1" id="jd-note-1" onclick="${js}">1</a></sup>`,
  ({ js }) => `<a href="#x%27);${js}//">x</a>`,
  ({ js }) => `<section class="reward" onclick="${js}"><img src=x: onerror=${js}>给作者打赏</section>`,
  ({ js }) => `<div class="related-posts"><a href="javascript:${js}">相关阅读：另一篇</a><img src=x: onerror=${js}></div>`,
  ({ js }) => `<p>作者：<img src=x: onerror=${js}>林述</p>`,
  ({ js }) => `<figure><img src="https://example.com/a.png"><figcaption><img src=x: onerror=${js}>图一<script>${js}</script></figcaption></figure>`,
]);
