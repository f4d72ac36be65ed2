import type { Headline } from './headline.ts';
import { boxRuleFor } from './promo-boxes.ts';
import { parseDate } from './published-time.ts';
import { foldSpace, lengthOf, linkDensity, textOf } from './text.ts';

const name = String.raw`([^\s:：|｜/，。,;；()（）\[\]【】《》]{2,20}(?:[ 、·&][^\s:：|｜/，。,;；()（）\[\]【】《》]{2,20}){0,3})`;
/** Words that begin the next credit on the same line. */
const nextLabel = /\s*[ 、·&](译者|来源|责任编辑|编辑|主编|责编|审核|审校|排版|运营|监制|视觉|统筹|策划|校对|评论|发布时间|发布|时间|日期|浏览|阅读|摄影|\d).*$/;
const labelled = new RegExp(String.raw`(?:作者|撰文|撰稿|文字|编译|译者|原创|By)\s*[:：|｜丨]\s*@?${name}`, 'i');
const written = new RegExp(String.raw`^[(（【\[]?\s*(?:文|撰文|作者)\s*[/／|｜丨·:：]\s*@?${name}`);
const reporter = new RegExp(String.raw`(?:本报|见习|特约)?记者\s*[:：]?\s*(?!的|就|在|从|问|采访|了解|注意)([^\s:：|｜/，。,;；()（）\[\]、]{2,4}(?:[ 、][^\s:：|｜/，。,;；()（）\[\]、]{2,4}){0,3})`);
const source = new RegExp(String.raw`(?:来源于?|来自|稿源)\s*[:：]\s*${name}`);
const beforeDate = /^(?:由\s*)?([\p{L}·]{2,12})\s*(?:\s|[/|｜•,，])\s*(?:发表于|发布于|于)?\s*(?:19|20)\d\d\s?[-/.年]/u;
/** Particles that stand in small letters within a name. */
const particle = String.raw`(?:\p{Lu}[\p{L}.'’-]*|de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|zu|bin|el|al)`;
const westernLabel = new RegExp(
  String.raw`^(?:(?:Written|Posted|Words|Story|Published|Reported)\s+by|[Bb]y|BY|[Pp]ar|[Pp]or|[Vv]on|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|Yazar|Autor(?:e?s?|in|ka)?|Auteure?|Author|Автор(?: текста)?|(?:Текст|Texte?|Tekst|Texto|Testo)(?=:| von )|Skribent)\s*:?\s+(?:von )?(\p{Lu}[\p{L}.'’-]+(?:\s+${particle}){0,3}\s+\p{Lu}[\p{L}.'’-]+|\p{Lu}[\p{L}.'’-]+(?=\s*[·|,—–]))(?:\s*[·|,—–(/\d].*|\s+(?:-|and|und|et|y|in|on)\s.*)?$`,
  'u',
);
const arabicLabel = /^(?:بقلم|كتب(?:ت)?|إعداد|تحرير)\s*[:：-]?\s*([\u0600-\u06ff]{2,}(?: [\u0600-\u06ff]{2,}){1,3})$/;
const japaneseLabel = /^(?:文|取材・文|執筆|著者|筆者|ライター|글|기자)\s*[:：=＝/／・]\s*([\p{L}・ ]{2,16})$|^([가-힣]{2,4}) 기자$/u;
const personOfOutlet = /^([\u4e00-\u9fa5·]{2,5})\s*[/／]\s*([\u4e00-\u9fa5\w]{2,12})$/;
const authorLike = '[rel~="author"], [itemprop~="author"], [class*="author" i], [id*="author" i], [class*="byline" i], [class*="nickname" i], [class*="writer" i]';
const sourceLike = '[class*="source" i], [id*="source" i], [class*="media-name" i], #js_name, [class*="profile_nickname"]';
const notAName = /^(por|par|von|autor\w*|автор|text|foto|photo|images?|登录|注册|搜索|菜单|设置|下载|客户端|我的|消息|发表于|发布于|更新于|发表|发布|更新|首页|正文|要闻|新闻|资讯|快讯|头条|行业|行业动态|专栏|栏目|分类|标签|深度|观点|评论员|转载|投稿|返回|阅读|浏览|来源|时间|日期|字号|打印|Posted on|Published|Updated|关注|已关注|\+|作者|编辑|收藏|分享|评论|原创|admin|administrator|佚名|未知|匿名|本站|网络|互联网|[\d\s.:/年月日-]+|举报|反馈|编辑于|已于|修改于|最后(?:编辑|修改)于|更多|主页|文章|订阅|私信)$|^[(（]?(?:bild|foto|photo|image|picture|图)\S{0,4}\s?[:：]|^https?:|\d{4}[-年/]|@.*\./i;

/** What a date is labelled with. */
const dateLabel = /^(?:[\u4e00-\u9fa5]{0,4}(?:时间|日期|時間|日時)|[\u4e00-\u9fa5]{2}入力|(?:기사|최종|최초)? ?(?:입력|수정|등록|승인)(?:일|일시|시간)?|(?:last |date )?(?:updated|modified|edited|posted|published)(?: on| at)?):?$/i;
/** What a button or a label beside a person says. */
const control = /^(?:(?:view|full|author|my) )?profile$|^(?:un)?follow(?:ing|ers?| us| me)?$|^become a fan$|^(?:sponsored|promoted|presented|published|posted|written|paid for)(?: by)?$|^advertisement$|^subscribe|^(?:sign|log) ?(?:in|up)$|^(?:share|tweet|e-?mail|print|save|comments?|newsletters?|menu|search|home)$|^(?:view )?(?:all|more) (?:posts|articles|stories|by|from)\b|^about the author|^read more$/i;

/** The byline as the page prints it beside the headline, without its label; empty when there is none. */
export function bylineBeside(headline: Headline): string {
  return (
    firstMatch(headline, westernLabel) ||
    firstMatch(headline, arabicLabel) ||
    firstMatch(headline, japaneseLabel) ||
    firstMatch(headline, labelled) ||
    firstMatch(headline, written) ||
    markedName(headline, authorLike) ||
    linkedName(headline) ||
    firstMatch(headline, personOfOutlet) ||
    nameBesideDate(headline) ||
    firstMatch(headline, beforeDate)
  );
}

/** The reporter named beside the headline; empty when there is none. */
export function reporterBeside(headline: Headline): string {
  return firstMatch(headline, reporter);
}

/** The outlet named as 来源 beside the headline; empty when there is none. */
export function sourceBeside(headline: Headline): string {
  return firstMatch(headline, source) || markedName(headline, sourceLike) || outletBesideDate(headline);
}

/** How the names of outlets end; channels of a site end otherwise. */
const outlet = /^[\p{L}\d·]{1,12}(?:网|报|社|周刊|杂志|电视台|公众号)$/u;

/** `<span>2024-03-18 10:22</span> <a>渔业时报网</a>`: an outlet just behind the date. */
function outletBesideDate(headline: Headline): string {
  for (const { element, text } of headline.surroundings) {
    const behind = lengthOf(text) <= 24 && parseDate(text) ? element.nextElementSibling : null;
    if (behind?.matches('a, span, em, i') && outlet.test(textOf(behind))) return textOf(behind);
  }
  return '';
}

/** `By Ada Quay Tuesday, Aug. 17`: the day behind a name. */
const weekday = / (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** A name and what stands beside it; a longer text is none, and takes long to look through. */
const longestCredit = 400;

/** The name in a text such as `文｜林述` or `作者：林述`, or the text itself where it is a bare name; empty when it can be none. */
export function nameIn(text: string): string {
  const folded = foldSpace(text.slice(0, longestCredit)).replace(/^[\s|｜/·:：-]+/, '').replace(/^(?:(?:by|作者|来源|(?:本报|特约|见习)?记者|撰文|撰稿)\s*[:：|｜丨/]?|文\s*[:：|｜丨/])\s*/i, '').replace(/^@/, '').replace(nextLabel, '').replace(weekday, '').replace(/[\s/|｜·:：,，、-]+$/, '');
  return folded.length > 0 && folded.length <= 40 && ![notAName, dateLabel, control].some((pattern) => pattern.test(folded)) ? folded : '';
}

/** A link to a person's page, beside the headline. */
const personAddress = /\/(?:u|users?|authors?|people|persons?|profiles?|members?|contributors?|writers?|columnists?|staff|journalists?|reporters?|by|autor(?:e|es|en)?|auteurs?|redakteure?)\/[^/?#]/i;

function linkedName(headline: Headline): string {
  for (const { element, text } of headline.surroundings) {
    if (element.tagName !== 'A' || !personAddress.test(element.getAttribute('href') ?? '')) continue;
    if (isPlainName(text) && nameIn(text)) return text;
  }
  return '';
}

function firstMatch(headline: Headline, pattern: RegExp): string {
  let shortest: { name: string; length: number } | undefined;
  for (const { lines } of headline.surroundings) {
    for (const text of lines) {
      const found = pattern.exec(text);
      if (!found) continue;
      const candidate = nameIn(found[1] ?? found[2] ?? '');
      if (candidate && (!shortest || text.length < shortest.length)) shortest = { name: candidate, length: text.length };
    }
  }
  return shortest?.name ?? '';
}

/** `<span>林述</span> <span>2024-03-18 10:22</span>`: a bare name just before the date. */
function nameBesideDate(headline: Headline): string {
  for (const { element, text: date } of headline.surroundings) {
    const before = element.previousElementSibling;
    if (!before || before.contains(headline.element ?? null) || parseDate(date) === '' || lengthOf(date) > 24 || before.querySelector('a') || before.matches('a, h1, h2, h3, ul, ol, nav, img')) continue;
    const text = textOf(before);
    if (/^[\p{L}·. ]{2,16}$/u.test(text) && nameIn(text)) return text;
  }
  return '';
}

/** A name by itself: letters, a few words, nothing else. */
function isPlainName(text: string): boolean {
  return /^[\p{L}·.'’ -]{2,24}$/u.test(text) && text.split(' ').length <= 4;
}

/** The part of an author's box that holds the name. */
function nameLeaf(element: Element): Element {
  const named = element.querySelector('[rel~="author"], [itemprop~="name"], .fn, .name');
  if (named && nameIn(textOf(named))) return named;
  return [...element.querySelectorAll('a, span, p, div, strong, em, b, h2, h3, h4, h5')].find((inner) => inner.childElementCount === 0 && nameIn(textOf(inner)) !== '') ?? element;
}

function markedName(headline: Headline, selector: string): string {
  for (const { element, text } of headline.surroundings) {
    if (!element.matches(selector) || boxRuleFor(element)?.group === 'reward') continue; // support-author
    const whole = nameIn(text);
    const hasControl = [...element.querySelectorAll('a, button, span')].some((inner) => control.test(textOf(inner)));
    const leaf = isPlainName(whole) && text.endsWith(whole) && !hasControl ? element : nameLeaf(element);
    const candidate = nameIn(textOf(leaf));
    if (candidate && lengthOf(candidate) >= 2 && lengthOf(candidate) <= 24 && (linkDensity(element) < 1 || element.querySelectorAll('a').length <= 2)) return candidate;
  }
  return '';
}

const people = String.raw`((?:[\u4e00-\u9fa5·]{2,4})(?:[ 、　][\u4e00-\u9fa5·]{2,4}){0,3}?)(?: ?(?:报道|整合|综合|整理|摄|摄影|文))?`;
const wireCredit = new RegExp(String.raw`[讯电道]\s?[（(](?:[\u4e00-\u9fa5]{0,4})?(?:记者|通讯员)\s?[:：]?\s?${people}\s?[）)]`);
const closingCredit = new RegExp(String.raw`[（(](?:[\u4e00-\u9fa5]{0,4}记者|通讯员|文[/／]图|图[/／]文|图文|作者)\s?[:：/／|]?\s?${people}\s?[）)]$`);
/** Lines at either end of a text in which its own reporter may be named, and characters of the first that are looked at. */
const creditedLines = 3;
const longestDateline = 80;

/** The reporter whom the text itself names, in its dateline or in brackets at its end; empty when it names none. */
export function authorInText(text: string): string {
  const lines = text.split('\n').filter(Boolean);
  const dateline = lines.slice(0, creditedLines).map((line) => wireCredit.exec(line.slice(0, longestDateline))?.[1] ?? '');
  const closing = lines.slice(-creditedLines).map((line) => closingCredit.exec(line.trim())?.[1] ?? '');
  return [...dateline, ...closing].map(nameIn).find(Boolean) ?? '';
}

const credits = [
  /本文(?:由|为|系)?\s*(?:[^@]{0,24})@\s?([^\s，,。][^，,。]{0,23}?)\s?(?:原创|翻译|投稿|授权|编译){1,2}(?:首发|发布|发表)[于在]/,
  /本文(?:由|为|系)?\s*(?:[^@]{0,24})@\s*([^\s，,。]{1,24}?)\s*(?:原创|翻译|投稿|授权|编译|发布)/,
  /作者\s*【([^】]{1,24})】/,
  /^[(（【\[]?\s*(?:作者|文|撰文|撰稿|采写|执笔|文字|原创|原作者)\s*[:：|｜丨/／]\s*@?([^\s，,。；;|｜丨()（）]{2,20}(?:[ 、][^\s，,。；;|｜丨()（）]{2,8}){0,2})/,
  /^(?:作者|撰文|采写)\s+((?:[\u4e00-\u9fa5·]{2,5}\s?){1,3})$/,
  /^([^，,；;。:：]{2,20})[，,；;]\s*(?:微信)?公众号\s*[:：]/,
];

/** The author that a credit line of the body names, such as `本文由 @林述 原创发布于…`; empty when it names none. */
export function authorInCredits(lines: readonly string[]): string {
  for (const pattern of credits) {
    for (const line of lines) {
      const found = nameIn(pattern.exec(line)?.[1] ?? '');
      if (found) return found;
    }
  }
  return '';
}
