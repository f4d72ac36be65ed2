/** Benign words on either side of a vector. */
export const before = '工厂把排产的周期从一个月缩短到一周，库存随之降了三成，周转的速度快了将近一倍。';
export const after = '渠道商开始把样品间搬到离客户更近的地方，成交的周期因此短了一半，退货也少了许多。';

const around = '采购的人不再只问价格，他们更想知道这批料能不能在周三之前到货，晚一天要赔多少。行业里的老人说，过去比的是谁的胆子大，如今比的是谁的账算得细。';

/** An article with a vector in the middle. */
export function pageWith(markup: string): string {
  const paragraphs = `<p>${around}</p>`.repeat(4);
  return `<!doctype html><html lang="zh-CN"><head><title>渠道商搬家以后</title><style>.line{font-weight:700}</style></head><body><article><h1>渠道商搬家以后</h1>${paragraphs}<p class="line">一、先看需求</p><p>${before}</p>${markup}<p>${after}</p>${paragraphs}</article></body></html>`;
}
