import { goldenSlugs, readGolden } from '../../article/golden.ts';

/** The title and the paragraphs of an article. */
export interface Text {
  title: string;
  body: string[];
}

/** All articles of the fixtures that are long enough to tell. What several of them say, in other surroundings, counts once. */
export function fixtureTexts(): Text[] {
  const seen = new Set<string>();
  const isNew = ({ body }: Text): boolean => {
    const paragraphs = body.filter((paragraph) => paragraph.length > 40);
    const known = paragraphs.some((paragraph) => seen.has(paragraph));
    for (const paragraph of paragraphs) seen.add(paragraph);
    return !known;
  };
  return goldenSlugs().map(readGolden).filter(({ body }) => body.join('').length > 300).map(({ title, body }) => ({ title, body })).filter(isNew);
}

/** What those who reprint do to a text, by name. */
export const reprintings: Record<string, (text: Text) => Text> = {
  'with lines of their own round it': ({ title, body }) => ({
    title,
    body: ['本文转载自行业观察者专栏，已获作者授权，如需再次转载请先联系原作者。', ...body, '以上内容仅代表作者个人看法，不构成任何建议。欢迎在评论里写下你的经历，我们会选出几条刊在下一期。'],
  }),
  'without a paragraph': ({ title, body }) => ({ title, body: body.filter((_, index) => index !== Math.floor(body.length / 2)) }),
  'with other punctuation and spacing': ({ title, body }) => ({ title, body: body.map((line) => line.replace(/[，。；：]/g, ' ').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))) }),
  'in traditional characters': ({ title, body }) => ({ title, body: body.map((line) => line.replace(/[这们个业产货车库钱时间]/g, (letter) => traditional[letter] ?? letter)) }),
  'under another title': ({ body }) => ({ title: '一篇文章说清楚这门生意的账', body }),
  'cut to the first two thirds': ({ title, body }) => ({ title, body: body.join('\n').slice(0, Math.ceil(body.join('\n').length * (2 / 3))).split('\n') }),
};

const traditional: Record<string, string> = { 这: '這', 们: '們', 个: '個', 业: '業', 产: '產', 货: '貨', 车: '車', 库: '庫', 钱: '錢', 时: '時', 间: '間' };

/** Another article on the subject of the sample, with its terms, and with one of its sentences quoted. */
export const sameSubject: Text = {
  title: '冷链的账本：一盒草莓要花多少电',
  body: [
    '说起冷链，人们先想到冷库和冷藏车。过去十年，冷链行业比的是谁的库多、谁的车新，这句话在展会上听过不止一次。可是真正花钱的地方，往往不在库里，也不在车上，而在电表后面那几根不起眼的线里。',
    '我们在山东找了三座建成不久的冷库，把一整年的电费单子摊开来看。夏天最热的两个月，制冷用掉的电占到全年的四成，而这两个月里库里的货却只有平时的一半。冷库的存量越大，空着的那一半就越费电，因为墙和门的散热并不会跟着货一起减少。',
    '一位做了二十年设备维护的师傅说，他见过最省电的库，温度计装得并不比别人多，只是每天早上六点有人去看一眼门封。门封老化之后，每小时漏掉的冷气抵得上多开半台压缩机，可是换一条门封的钱，还不到一个月多付的电费。',
    '冷藏车的账更难算。同样是六百公里，满载和半载用掉的油几乎一样，摊到每一箱货上却差了一倍。司机们心里都清楚，却没有人愿意为了等货多停两个小时，因为客户按准点付钱，不按温度付钱。',
    '所以我们把问题反过来问：一盒草莓从地里到货架，到底要花多少电。答案是零点四度，其中运输只占三成，剩下的都花在等待上。等装车，等卸货，等上架，等的时候机器一直在转。',
    '把等待缩短，比换一台新机器便宜得多。有一家配送中心只改了一件事，让送货的车提前一小时报到，月台按号开门，三个月下来，单位货量的用电降了一成八，而投入的只是一套排号的软件。',
  ],
};
