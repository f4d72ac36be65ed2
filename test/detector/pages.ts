import { JSDOM } from 'jsdom';

const sentences = {
  zh: [
    '冷链仓库的电费占到了运营成本的三成，这是许多新入行的人没有算进去的账。',
    '去年秋天，这家做工业传感器的公司把订单系统搬到了自己的机房。',
    '渠道商更看重回款的快慢，而不是发布会上的那些数字。',
    '一台设备卖出去只是开始，后面五年的维护才决定它赚不赚钱。',
    '我们走访了四个县城，发现小店老板对新工具的态度比想象中开放。',
    '如果把退货率也算进来，毛利就只剩下不到两成。',
    '工程师说，最难的不是算法，而是让产线停下来试一次。',
    '行业里的共识正在松动：规模不再自动带来成本优势。',
    '“先把一个城市做透，再谈复制。”区域负责人这样解释他们的节奏。',
    '政策给了窗口期，但窗口不会一直开着。',
    '供应商开始要求预付款，这在三年前几乎不可想象。',
    '数据看上去很漂亮，可是留存曲线在第六周就掉了下来。',
  ],
  en: [
    'The warehouse pays more for power than it pays for people, which surprised the new owners.',
    'Nobody had counted the returns, so the margin looked better than it was.',
    'A machine sold is only a beginning; five years of service decide whether it earns anything.',
    'We visited four small towns and found shopkeepers more curious than we had expected.',
    'The engineers say the algorithm was never the hard part of the work.',
    'Suppliers now ask to be paid in advance, a thing unheard of three years ago.',
  ],
  ja: [
    '倉庫の電気代は、人件費よりも高くなっていた。',
    '返品を数えていなかったため、利益は実際より良く見えていた。',
    '機械は売った後の五年間の保守で、はじめて利益を生む。',
    '小さな町の店主たちは、思ったよりも新しい道具に関心を持っていた。',
  ],
  ko: [
    '창고의 전기 요금은 인건비보다 더 많이 나왔다.',
    '반품을 계산하지 않았기 때문에 이익은 실제보다 좋아 보였다.',
    '기계는 팔린 뒤 다섯 해의 정비가 수익을 결정한다.',
    '작은 도시의 가게 주인들은 새 도구에 생각보다 열려 있었다.',
  ],
  ar: [
    'تدفع المستودعات للكهرباء أكثر مما تدفع للعمال، وهذا ما فاجأ المالكين الجدد.',
    'لم يحسب أحد المرتجعات، فبدا الربح أفضل مما هو عليه.',
    'بيع الآلة بداية فقط، وخمس سنوات من الصيانة تقرر إن كانت مربحة.',
    'زرنا أربع بلدات صغيرة ووجدنا أصحاب المتاجر أكثر فضولا مما توقعنا.',
  ],
};

export type Language = keyof typeof sentences;

/** `count` sentences, from the `from`-th on. */
export function say(count: number, from = 0, language: Language = 'zh'): string {
  const all = sentences[language];
  return Array.from({ length: count }, (_, index) => all[(from + index) % all.length]).join(language === 'en' || language === 'ar' || language === 'ko' ? ' ' : '');
}

/** The same piece of markup `count` times, told its number. */
export function times(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join('\n');
}

/** `count` paragraphs of `length` sentences each. */
export function paragraphs(count: number, length = 2, language: Language = 'zh'): string {
  return times(count, (index) => `<p>${say(length, index * length, language)}</p>`);
}

const titles = ['县城里的冷链生意还能做多久', '工业软件为什么难卖出第二单', '一家传感器公司的五年账本', '渠道商不再相信发布会了', '便利店的夜班该由谁来算账', '退货率里藏着的增长真相'];

/** A title such as a column would print. */
export function headline(index = 0): string {
  return titles[index % titles.length] ?? '';
}

/** A date label, a day later for each index. */
export function day(index = 0): string {
  return `2024-03-${String(10 + (index % 18)).padStart(2, '0')}`;
}

interface Shell {
  title?: string;
  head?: string;
  url?: string;
}

/** A document with the navigation and the footer that nearly every page has round its content. */
export function page(content: string, { title = `${headline()}_示例站`, head = '', url = 'https://site.example/a/1001.html' }: Shell = {}): Document {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<div class="top"><ul>${times(8, (index) => `<li><a href="/c/${index}">栏目${index}</a></li>`)}</ul></div>
${content}
<div class="bottom"><p>示例站 版权所有 <a href="/about">关于我们</a> <a href="/contact">联系方式</a></p></div></body></html>`;
  return new JSDOM(html, { url }).window.document;
}

/** An article page: heading, a line of author and date, the body, and a column of other titles. */
export function article(body: string, shell: Shell = {}): Document {
  const title = (shell.title ?? headline()).split('_')[0];
  return page(
    `<div class="wrap"><div class="left"><h1>${title}</h1><div class="info"><span>作者：林一</span> <span>${day()}</span></div>${body}</div>
<div class="right"><h3>热门</h3><ul>${times(8, (index) => `<li><a href="/a/${index}.html">${headline(index)}</a></li>`)}</ul></div></div>`,
    shell,
  );
}
