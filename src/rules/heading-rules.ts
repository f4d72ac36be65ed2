/** A way in which authors number their section headings. */
export interface HeadingRule {
  id: string;
  /** The outer form has the smaller rank: 第一章 before 一、 before （一） before 1. before （1）. */
  rank: number;
  /** Tested against the line with white space folded to single spaces; the first group is the ordinal, if any. */
  pattern: RegExp;
  /** A line in this form is a heading only when it is bold: in plain prose these words begin sentences. */
  onlyBold?: true;
  /** The form is a mark without an ordinal, which needs no counting up. */
  unnumbered?: true;
  /** May end like a sentence and still be a heading. */
  mayEndSentence?: true;
  matches: readonly string[];
  spares: readonly string[];
  why: string;
}

const chinese = '[一二三四五六七八九十百壹贰叁肆伍陆柒捌玖]';
/** 第 and a number before one of the units, which ends the word. */
const ordinalUnit = (units: string): RegExp => new RegExp(`^第\\s*(${chinese}+|\\d{1,2})\\s*(?:${units})(?=$|[\\s：:、，,.。—\\-|｜·])`);

/** Forms of numbering, the outer ones first; the first that matches a line decides. */
export const headingRules: readonly HeadingRule[] = [
  {
    id: 'chapter',
    rank: 1,
    pattern: ordinalUnit('章|部分|篇|编|讲|回|幕|课|集|季|期'),
    mayEndSentence: true,
    matches: ['第一章 供给', '第二部分：需求侧'],
    spares: ['第一章里写到的那家工厂后来怎样了', '第三方仓的账'],
    why: 'Chapters and parts.',
  },
  {
    id: 'section',
    rank: 1.5,
    pattern: ordinalUnit('节|步|个?阶段|类|层'),
    mayEndSentence: true,
    matches: ['第3节 毛利', '第一步：盘点库存'],
    spares: ['第一步走错了的那家工厂'],
    why: 'Sections of a chapter, also steps.',
  },
  {
    id: 'clause',
    rank: 2,
    pattern: ordinalUnit('条|点'),
    mayEndSentence: true,
    matches: ['第一条 记录', '第三点，看周转'],
    spares: ['第三点五个百分点'],
    why: 'Clauses have no titles in a statute, where chapters and sections have; in an essay they may head its parts.',
  },
  {
    id: 'part',
    rank: 1,
    pattern: /^(?:part|chapter|section|step|tips?)[\s.·:：]*(\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)(?=$|[\s.：:、，,—\-|｜·\u3400-\u9fff])|^no[\s.·:：]*(\d{1,2})(?=$|[\s.：:、，,—\-|｜·\u3400-\u9fff])|^([Ⅰ-Ⅻ])(?=$|[\s.：:、．])/i,
    matches: ['Ⅲ', 'Part 1 供给', 'PART.02', 'NO.1——案例', 'Step 2：访谈', 'Chapter III'],
    spares: ['Partner 的账', 'No one else', 'Stepper 电机'],
    why: 'Latin parts, usual in WeChat layouts.',
  },
  {
    id: 'chinese-numeral',
    rank: 2,
    pattern: new RegExp(`^(${chinese}{1,3})\\s*(?:[、．.，,：:]|$)`),
    matches: ['一、钱去了哪里', '二．交付方式', '十二、尾声', '三，再看渠道', '四', '贰'],
    spares: ['一家工厂的账', '三个变化', '一是想要发展自己的业务'],
    why: '一、二、三、: the usual first level.',
  },
  {
    id: 'two-digits',
    rank: 2,
    pattern: /^(0\d)(?=$|[\s.、/／|｜·:：—\-\u3400-\u9fff“《「])/,
    matches: ['01 从许可到订阅', '02', '03／房租', '03｜尾声'],
    spares: ['007 的工作制', '0.6 的折扣'],
    why: '01 02 03 in styled layouts.',
  },
  {
    id: 'first-second',
    rank: 3,
    pattern: new RegExp(`^第(${chinese}{1,3}|\\d{1,2})\\s*[，,、：:；;．.]`),
    onlyBold: true,
    mayEndSentence: true,
    matches: ['第一，从单点工具到数据底座。', '第二：商户进件。', '第3，看复购'],
    spares: ['第一次见到他', '第二增长曲线'],
    why: '第一，…。第二，…。 as whole bold paragraphs head sections and end in a full stop.',
  },
  {
    id: 'first-then',
    rank: 3,
    pattern: /^(?:我们|咱们|让我们|下面我们|那么)?(首先|其次|再次|再者|然后|最后|接着|接下来|接下去|此外|另外|先(?=说|看|聊|谈|讲|来)|再说|再看|再聊|再谈|最后说|最后看)(?=[，,、：:\s\u3400-\u9fff])/,
    onlyBold: true,
    mayEndSentence: true,
    matches: ['首先，存量客户的预算正在换手。', '我们先聊聊注册的环节。', '其次，交付从项目走向订阅。', '最后，谈谈组织。', '先说免费流量：'],
    spares: ['首选是冷库', '其实没有人知道'],
    why: '首先/其次/再次 as whole bold paragraphs; in plain prose they begin sentences.',
  },
  {
    id: 'one-of-them',
    rank: 3,
    pattern: new RegExp(`^其(${chinese})(?=$|[，,、：:])`),
    onlyBold: true,
    mayEndSentence: true,
    matches: ['其一，价格。', '其二：渠道', '其三'],
    spares: ['其一生都在工厂'],
    why: '其一/其二 as whole bold paragraphs.',
  },
  {
    id: 'number-of-kind',
    rank: 3,
    pattern: new RegExp(`^(?:[\\u3400-\\u9fff]{1,6}[之其]|案例|误区|误解|方法|原因|步骤|策略|技巧|问题|建议|要点|难点|趋势|方向|阶段|场景|维度|类型|模式|路径|结论|观点|特点|优势|挑战|机会|变化|要素|法则|原则|陷阱|方案|关键词|关键点)(${chinese}|\\d{1,2})\\s*[：:｜|]`),
    matches: ['高手之一：做减法', '误区二：堆功能', '案例1：一家冷库'],
    spares: ['一家：两家', '比例是三：七'],
    why: '案例一： 误区二： name the kind before the ordinal.',
  },
  {
    id: 'chinese-in-brackets',
    rank: 4,
    pattern: new RegExp(`^[（(【\\[]\\s*(${chinese}{1,3})\\s*[）)】\\]]`),
    matches: ['（一）供给', '(二) 需求'],
    spares: ['（一九八零年代的事）', '（三家公司）'],
    why: '（一）（二）: the usual second level.',
  },
  {
    id: 'decimal',
    rank: 6,
    pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})(?=$|[\s.、：:\u3400-\u9fff])(?!\s*(?:万|亿|元|%|倍|个|米|公里|版|英寸|吨|g|G|折|分|小时|年|月|天|日|岁|人|家|次))/,
    matches: ['2.1', '1.1 供给侧', '2.3.1 毛利', '3.2、渠道'],
    spares: ['3.5 亿元的缺口', '1.2 倍', '6.3个百分点'],
    why: 'Decimal numbering.',
  },
  {
    id: 'arabic',
    rank: 5,
    pattern: /^(\d{1,2})\s*[.．、](?!\d)|^(\d{1,2})\s*[：:](?!\d)|^(\d{1,2})\s*[,，｜|](?=[^\d])|^[—–\-·•~\s]{0,4}(\d{1,2})[—–\-·•~\s]{0,4}$/,
    matches: ['1. 获客', '2、留存', '3．转化', '4：复购', '— 5 —', '6'],
    spares: ['3.5 亿元', '10:30 开会', '2023 年'],
    why: '1. 2. 3.',
  },
  {
    id: 'arabic-in-brackets',
    rank: 7,
    pattern: /^[（(【\[]\s*(\d{1,2})\s*[）)】\]]|^(\d{1,2})\s*[）)]|^([①-⑳])/,
    matches: ['1）合格的产品', '（2）现金流', '③ 渠道'],
    spares: ['1万）', '(2023)', '（12 月）'],
    why: '1） （1） ①: the usual innermost level.',
  },
  {
    id: 'question',
    rank: 5,
    pattern: /^(?:Q|问|问题)\s?(\d{0,2})\s?[：:.、｜|]/i,
    mayEndSentence: true,
    onlyBold: true,
    matches: ['Q1：为什么是现在？', 'Q：怎么收费？', '问：毛利多少'],
    spares: ['QQ 群', '问题出在哪'],
    why: 'Interviews.',
  },
  {
    id: 'mark',
    rank: 3,
    pattern: /^(?:\/\/|▌|▍|▎|█|■|◆|●|▶|►|◎|★|✦|#{1,3}\s?(?=\S)|\|\|?\s|丨|｜)\s*(?=\S)/,
    unnumbered: true,
    matches: ['//以退为进', '▌交付方式', '■ 渠道', '# 尾声'],
    spares: ['/ 斜线', '#', '|'],
    why: 'A mark before the title stands for the bar that the layout draws.',
  },
  {
    id: 'lenticular',
    rank: 3,
    pattern: /^【[^】]{2,16}】\s*[：:]?$|^「[^」]{2,16}」\s*[：:]?$/,
    unnumbered: true,
    matches: ['【目标完成度】：', '【团队协作】', '「尾声」'],
    spares: ['【快讯】某公司发布年报', '【】'],
    why: '【…】 alone on its line labels a section.',
  },
];

/** Titles that head a section by themselves, numbered or not. */
export const closingTitles = /^(?:总结|小结|结语|结论|结尾|写在最后|写在后面|写在前面|最后|尾声|后记|前言|引言|导言|背景|参考资料|参考文献|参考来源|附录|注释|写在结尾|写在文末|总结一下|一点思考|几点思考|思考与总结|总结与展望|展望|Conclusion|Summary|References)[：:]?$/i;
