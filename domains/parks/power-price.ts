import { defineRule } from '@yundiao/rules'

/**
 * 宁波 D 类企业差别化电价: what is added to a kilowatt-hour in 元, by the number of years running a firm was in D; counted
 * July to June. Where several differential prices meet, only the highest. Shown beside other places' measures: it is no
 * rule of this city, and a surcharge here would need a legal basis of its own. A firm's statistical return may not be the
 * ground of it.
 */
export const powerPrice = defineRule({
  id: 'parks.power-price',
  title: '外地做法：D类企业差别化电价加价（宁波）',
  inWords: ({ surchargeByYear, from, to }) =>
    `连续评为 D 类的，每千瓦时加价依次为 ${surchargeByYear.map((price, i) => `第${i + 1}年 ${price} 元`).join('、')}；年度自 ${from} 起至次年 ${to} 止；几种差别化电价重合的，只按最高的一种`,
  versions: [
    {
      from: '2018-01-01',
      jurisdiction: '330200',
      value: { surchargeByYear: [0.1, 0.3, 0.5], from: '07-01', to: '06-30', overlapping: 'highest-only' },
      cite: {
        document: '宁波市工业企业差别化电价做法（转载件，未见原文和文号）',
        url: 'https://www.renrendoc.com/paper/218376885.html',
      },
      grade: 'B',
    },
  ],
})
