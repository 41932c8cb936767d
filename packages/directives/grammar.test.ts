import { describe, expect, it } from 'vitest'
import { parseReadout } from './readout.ts'

/** Outline as lines: two spaces a level, `#` for a heading. */
const outline = (text: string): string[] => {
  const { directives } = parseReadout(text)
  const headings = new Set(directives.map(({ parent }) => parent))
  return directives.map(
    ({ id, level, text_span }) => `${'  '.repeat(level - 1)}${headings.has(id) ? '# ' : ''}${text.slice(...text_span)}`,
  )
}

describe('what asks and what does not', () => {
  it.each([
    ['an assessment', '会议指出，今年以来全市经济稳中向好，成绩来之不易。', []],
    ['an assessment that calls for attention', '会议指出，还存在一些问题，需要高度重视，切实加以解决。', []],
    [
      'a duty inside an assessment',
      '会议指出，项目事关长远，各县区要盯紧进度、压实责任。',
      ['各县区要盯紧进度、压实责任'],
    ],
    ['要 in other words', '会议强调，项目建设是重要抓手，主要指标平稳，要素市场活跃。', []],
    ['要 followed by 紧盯', '会议强调，要紧盯重点企业抓服务。', ['紧盯重点企业抓服务']],
    [
      'a statement before the duty',
      '会议强调，安全生产责任重于泰山，形势严峻，必须压实企业责任。',
      ['必须压实企业责任'],
    ],
    ['no 要 at all', '会议强调，加快灾后重建。', ['加快灾后重建']],
    ['reported acts', '会议听取了汇报，研究了下一步工作。会议还研究了其他事项。', []],
    ['who attended', '会议强调，要抓紧开工。有关部门负责同志参加会议。', ['抓紧开工']],
    ['a prohibition', '会议要求，不得新增违法用地。', ['不得新增违法用地']],
    ['a speaker by name', '市长李明主持会议。李明强调，要稳住工业。', ['稳住工业']],
    [
      'a heading of a section',
      '会议议定：\n一、关于防汛工作\n（一）由市水务局牵头排查隐患。',
      ['由市水务局牵头排查隐患'],
    ],
  ])('%s', (_, text, lines) => expect(outline(text)).toEqual(lines))
})

describe('leaves', () => {
  it.each([
    [
      'parallel objects stay one',
      '会议强调，要抓好道路交通、建筑施工、城镇燃气等领域安全。',
      ['抓好道路交通、建筑施工、城镇燃气等领域安全'],
    ],
    [
      'an adverbial goes with its only action',
      '会议强调，要围绕企业需求，优化审批流程。',
      ['围绕企业需求，优化审批流程'],
    ],
    [
      'an adverbial of two actions goes with neither',
      '会议强调，要围绕融资难问题，深化政银合作，降低信贷门槛。',
      ['深化政银合作', '降低信贷门槛'],
    ],
    [
      'an outcome stays with what brings it',
      '会议强调，要落实值班制度，确保信息畅通。',
      ['落实值班制度，确保信息畅通'],
    ],
    [
      'slogans make no leaf',
      '会议强调，要压实责任链条，攻坚克难、真抓实干，加快推进整改。',
      ['压实责任链条', '加快推进整改'],
    ],
    ['commas inside quotes do not cut', '会议强调，要用好“先建、后验，一次办”机制。', ['用好“先建、后验，一次办”机制']],
    ['ordinals are left out', '会议要求，一要摸清底数；二要依法处置。', ['摸清底数', '依法处置']],
    ['a passed sentence of who is responsible', '会议议定：\n一、完成清淤。责任单位：市水务局', ['完成清淤']],
    [
      'an item of minutes is one',
      '会议议定：\n一、由市水务局牵头，6月底前完成清淤，各街道配合。',
      ['由市水务局牵头，6月底前完成清淤，各街道配合'],
    ],
  ])('%s', (_, text, lines) => expect(outline(text)).toEqual(lines))
})

describe('headings', () => {
  it.each([
    [
      'a sentence of its own',
      '会议强调，要狠抓项目建设。加快前期工作，推动早日开工。',
      ['# 狠抓项目建设', '  加快前期工作', '  推动早日开工'],
    ],
    [
      'a short clause before several',
      '会议强调，要强化用地保障，清理闲置土地，盘活低效用地。',
      ['# 强化用地保障', '  清理闲置土地', '  盘活低效用地'],
    ],
    [
      'one over segments',
      '会议强调，要加强要素保障，强化用地保障，清理闲置土地；强化资金保障，深化银企对接。',
      ['# 加强要素保障', '  # 强化用地保障', '    清理闲置土地', '  # 强化资金保障', '    深化银企对接'],
    ],
    [
      'peers in segments',
      '会议强调，要严把“入口关”，落实查验措施；严把“管控关”，建立管理台账。',
      ['# 严把“入口关”', '  落实查验措施', '# 严把“管控关”', '  建立管理台账'],
    ],
    [
      'ordinals',
      '会议强调：一是强化资金保障。争取专项债券，企业必须专款专用。二是守住安全底线。',
      ['# 强化资金保障', '  争取专项债券', '  企业必须专款专用', '守住安全底线'],
    ],
    ['not where nothing elaborates', '会议强调，要加强值班值守，确保信息畅通。', ['加强值班值守，确保信息畅通']],
  ])('%s', (_, text, lines) => expect(outline(text)).toEqual(lines))
})

describe('what a subject carries', () => {
  it('a named unit acts until another is named', () => {
    const { directives } = parseReadout('会议要求，市发改委要加强调度，每周通报进展；市住建局要提前介入。')
    expect(directives.map(({ responsible }) => responsible)).toEqual([['市发改委'], ['市发改委'], ['市住建局']])
  })

  it.each([
    ['（责任单位：市水务局；完成时限：2022年6月底）', ['市水务局'], '2022-06-30'],
    ['（市水务局负责）', ['市水务局'], null],
    ['牵头单位：市水务局', ['市水务局'], null],
  ])('a label %s speaks for every leaf of its item', (label, units, day) => {
    const { directives } = parseReadout(`任务清单\n1.完成清淤疏浚，加强巡查值守。${label}\n2.完善应急预案。`)
    expect(directives.map(({ responsible, deadline }) => [responsible, deadline])).toEqual([
      [units, day],
      [units, day],
      [[], null],
    ])
  })

  it('由…, in the middle of a request, gives that task to the unit', () => {
    const { directives } = parseReadout('会议强调，要压实责任，对进度滞后的项目，由市政府督查室约谈。')
    expect(directives).toMatchObject([{ responsible: [] }, { responsible: ['市政府督查室'] }])
  })

  it('a label behind the item names its owner without widening its span', () => {
    const { directives } = parseReadout('会议议定：\n一、完成清淤。（责任单位：市水务局）')
    expect(directives).toMatchObject([{ action: '完成清淤', responsible: ['市水务局'] }])
  })
})
