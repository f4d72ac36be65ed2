// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { argues, callOutsideProse, isLongCall, tellsOfCalls } from '../../src/article/calls.ts';
import { foldForRules } from '../../src/article/text.ts';

const groupOf = (line: string): string | undefined => callOutsideProse(foldForRules(line));

describe('below the prose', () => {
  it.each([
    ['以上就是今天的全部内容，我们下期再见。', 'follow'],
    ['肝文不易，还请各位看官动动手指，点一个在看。', 'follow'],
    ['对冷库感兴趣的朋友可以在后台回复“制冷”，我把清单发给你。', 'follow'],
    ['觉得有收获，就请作者喝杯奶茶吧～', 'reward'],
    ['早鸟价立减两百，名额有限，先到先得。', 'ad'],
    ['由此造成的一切后果由使用者本人承担。', 'copyright'],
    ['戳左下角阅读原文，看更多案例', 'related'],
    ['如果喜歡這篇文章，歡迎訂閱並分享給朋友。', 'follow'],
    ['If you liked this post, follow me on Mastodon.', 'follow'],
    ['Thanks for reading!', 'follow'],
    ['この記事が参考になったら、フォローをお願いします。', 'follow'],
    ['긴 글 읽어주셔서 감사합니다.', 'follow'],
    ['Hat euch der Text geholfen? Teilt ihn gern weiter!', 'follow'],
    ['Si ce texte vous a plu, partagez-le autour de vous.', 'follow'],
    ['Si te ha servido, compártelo y suscríbete.', 'follow'],
    ['Понравился или нет? Что вы думаете, пишите в комментариях!', 'follow'],
    ['我们团队新做了一门冷链课，即可报名。', 'follow'],
    ['感兴趣的话请添加小助手，备注“冷链”。', 'follow'],
    ['喜马拉雅搜索「仓与路」，收听整套播客', 'follow'],
    ['本号会员招募，名额不多', 'follow'],
    ['把这篇转发给你的老板。', 'follow'],
    ['如果觉得文章对你有帮助，欢迎打赏支持作者', 'reward'],
    ['长按二维码赞赏作者', 'follow'],
    ['想转行数据分析？七天体验课仅需0.1元', 'ad'],
    ['喜欢的话记得点赞、在看、转发三连', 'follow'],
    ['欢迎在评论区留言讨论', 'follow'],
    ['点击上方蓝字关注我们', 'follow'],
    ['长按识别二维码', 'follow'],
    ['关注公众号：产业灯塔', 'follow'],
    ['对私域感兴趣的朋友，可以加我微信 cangyulu2024，备注“冷链”，送你一份清单。', 'follow'],
    ['如果您对冷链感兴趣，欢迎与作者交流，微信：lengku-36（添加请备注姓名、职位）', 'follow'],
    ['我是老周，一个在仓库里待了十九年的人，关注我，带你看懂物流。', 'follow'],
    ['如有任何疑问，请联系编辑部', 'follow'],
    ['喜歡這篇文章嗎？歡迎追蹤粉絲專頁，或訂閱電子報。', 'follow'],
    ['▼メールマガジンの登録はこちら。', 'follow'],
  ])('«%s» is a call', (line, group) => expect(groupOf(line)).toBe(group));

  it.each([
    '点赞的人多，付钱的人少。',
    '谢谢你，老周。',
    '下次再见到那台叉车，它已经换了主人。',
    '关注用户，而不是关注对手。',
    '群里的团长，成了小区最忙的人。',
    '引导入群：海报、扫码、邀请链接、欢迎语。',
    '我们想知道，下一个入局的会是谁？',
    '欢迎来到后广告时代。',
    '没有人再去扫那张贴在墙上的二维码。',
    '扫码进群之后，等着他的是三个月的推销。',
    '读者可以关注三个指标：复购、毛利、周转。',
    '请关注现金流的拐点',
    '点赞数与收入之间没有关系',
    '资讯平台的收入来自三处',
    '训练营、实战营、陪跑营，名字每年换一轮，课程却是同一套录播。',
    '社群里每天早上发红包，晚上开直播。',
    '我们把公众号停了，社群也解散了。',
    '优惠券和红包，是平台的两只手。',
    '留言最多的一条写道：我们要的不是补贴。',
    'Die Teile der Maschine wurden verkauft.',
    'Les partis se retrouvent à la table du port.',
    'Thanks to the dockers, the port never closed.',
    'Thanks for reading; if you have thoughts on cranes or on secrecy, write to me.',
    'The channel was dredged twice and nobody subscribed to the loan.',
    '댓글은 하나도 없었다.',
  ])('«%s» is none', (line) => expect(groupOf(line)).toBeUndefined());
});

it('a paragraph that asks for three things is no prose', () => {
  const call = '如果你也在做冷链，欢迎加我微信 lengku2024，备注“城市+公司”，我拉你进交流群，群里每周分享一份行业报告，还会不定期组织线下参观。';
  expect(isLongCall(foldForRules(call))).toBe(true);
});

it.each([
  '他在群里发了一条消息：欢迎各位同行来仓库参观。当天晚上，来的人站满了整个月台，后来的三家客户都在其中。',
  '用户扫码之后先看到的是一张优惠券，领取率三成，核销率不到一成，真正留下来的人是为了那份配送时刻表。',
])('a paragraph that tells of calls is prose: «%s»', (line) => {
  expect(isLongCall(foldForRules(line))).toBe(false);
});

it.each([
  ['未经许可转载的一方，法院判赔两万元。', true],
  ['转载要注明出处，这是行规。', true],
  ['未经授权，禁止转载。', false],
  ['版权归作者所有，转载请注明出处。', false],
])('«%s» speaks of notices: %s', (line, is) => {
  expect(argues(foldForRules(line))).toBe(is);
});

it('tells a text about the trade of calls by its words', () => {
  expect(tellsOfCalls(foldForRules('打开公众号后台，最先看到的是打开率'))).toBe(true);
  expect(tellsOfCalls(foldForRules('公众号后台回复“制冷”'))).toBe(false);
});
