import {
  choice,
  day,
  defineLedger,
  duty,
  type EntryOf,
  longText,
  maybe,
  money,
  person,
  phone,
  text,
  unit,
  yes,
} from '@yundiao/ledgers'

/** 立项, 用地 …: done, under way, or lacking. */
const procedure = (label: string) => maybe(choice(label, ['√', '办理中', '缺'], { under: ['手续要素'] }))

/**
 * 重点项目台账: one row per project, columns of the sheet offices keep for the monthly dispatch (users.md T5).
 * Three series are kept apart: what dispatch reports (完成投资), what was paid (支付资金), and the visible state of the
 * works in words. The statistical amount is the bureau's aggregate and has no column here.
 * States: the stage machine of domain-rules §2.2, whose gates are local practice. 待明确 comes first: a published name
 * without a stage has none, and being on a list (市重点, 骏马项目) is a fact about a project and not a stage.
 */
export const projects = defineLedger({
  id: 'projects.project',
  title: '重点项目台账',
  owner: duty('development'),
  key: 'name',
  fields: {
    name: text('项目名称', { searchable: true, sensitivity: 'public', synonyms: ['项目'] }),
    projectCode: maybe(text('项目代码', { unique: true, check: 'project-code', maxLength: 40 })),
    level: maybe(choice('级别', ['省级', '市级', '县级'], { sensitivity: 'public' })),
    nature: maybe(choice('性质', ['续建', '新开工', '竣工', '前期'])),
    category: maybe(
      choice('类别', ['产业', '基础设施', '民生工程及社会事业', '生态环保'], {
        sensitivity: 'public',
        synonyms: ['项目类别', '分类'],
      }),
    ),
    owner: maybe(text('业主', { searchable: true, synonyms: ['项目业主', '业主单位', '建设单位'] })),
    site: maybe(text('建设地点', { synonyms: ['地点'] })),
    scope: maybe(longText('建设规模及主要内容', { searchable: true, synonyms: ['建设内容', '建设内容及规模'] })),
    years: maybe(text('起止年限', { maxLength: 40, synonyms: ['建设年限', '建设起止年限'] })),
    totalInvestment: maybe(money('总投资', { sensitivity: 'public', min: 0, synonyms: ['计划总投资'] })),
    doneBeforeYear: maybe(money('截至上年底累计完成', { min: 0, synonyms: ['截至上年底累计完成投资'] })),
    planYear: maybe(money('投资', { under: ['年度计划'], sensitivity: 'public', min: 0, synonyms: ['年度计划投资'] })),
    planWorks: maybe(longText('形象进度目标', { under: ['年度计划'], maxLength: 500 })),
    planStartMonth: maybe(text('开工月', { under: ['年度计划'], maxLength: 20 })),
    planFinishMonth: maybe(text('竣工月', { under: ['年度计划'], maxLength: 20 })),
    doneThisMonth: maybe(money('本月', { under: ['完成投资'], synonyms: ['本月完成投资'] })),
    doneThisYear: maybe(money('累计', { under: ['完成投资'], synonyms: ['累计完成投资', '本年累计完成投资'] })),
    paidThisMonth: maybe(money('本月', { under: ['支付资金'], synonyms: ['本月支付资金'] })),
    paidThisYear: maybe(money('累计', { under: ['支付资金'], synonyms: ['累计支付资金'] })),
    progressText: maybe(
      longText('截至目前形象进度', { sensitivity: 'public', synonyms: ['形象进度', '进展情况', '目前形象进度'] }),
    ),
    startedOn: maybe(day('实际开工', { sensitivity: 'public', synonyms: ['实际开工日期', '开工日期', '开工时间'] })),
    inStatistics: maybe(yes('是否', { under: ['入统'], synonyms: ['是否入统', '是否入库'] })),
    inStatisticsOn: maybe(day('时间', { under: ['入统'], synonyms: ['入统时间', '入库时间'] })),
    approval: procedure('立项'),
    landUse: procedure('用地'),
    environment: procedure('环评'),
    permit: procedure('施工许可'),
    funding: procedure('资金'),
    problems: maybe(longText('存在问题', { synonyms: ['存在的问题', '存在困难和问题'] })),
    coordination: maybe(longText('内容', { under: ['需协调事项'], synonyms: ['需协调事项', '需协调解决的事项'] })),
    coordinationLevel: maybe(choice('层级', ['省级', '市级', '县级'], { under: ['需协调事项'] })),
    coordinationUnit: maybe(unit('责任单位', { under: ['需协调事项'] })),
    nextPlan: maybe(longText('下月计划', { synonyms: ['下步计划', '下一步计划'] })),
    leader: maybe(person('包联市领导', { sensitivity: 'internal', synonyms: ['联系市领导', '包联领导'] })),
    contact: maybe(person('联系人')),
    contactPhone: maybe(phone('联系电话', { synonyms: ['联系人电话', '电话'] })),
    lists: maybe(longText('列入名单', { sensitivity: 'public', maxLength: 500 })),
    facts: maybe(longText('公开信息', { sensitivity: 'public' })),
    asOf: maybe(text('信息截至', { sensitivity: 'public', maxLength: 40 })),
    source: maybe(longText('出处', { sensitivity: 'public', synonyms: ['来源'] })),
    sourceDate: maybe(text('出处日期', { sensitivity: 'public', maxLength: 20, synonyms: ['来源日期'] })),
    remark: maybe(longText('备注')),
  },
  states: [
    '待明确',
    '谋划',
    '储备',
    '招商在谈',
    '签约',
    '落地',
    '前期',
    '开工',
    '在建',
    '竣工',
    '投产',
    '达产',
    '停工',
    '缓建',
    '终止',
    '退库',
  ],
  monthly: [
    'doneThisMonth',
    'doneThisYear',
    'progressText',
    'problems',
    'coordination',
    'coordinationLevel',
    'nextPlan',
  ],
  filters: [
    { label: '有需协调事项', when: [{ field: 'coordination', op: 'missing', missing: false }] },
    {
      label: '开工未入统',
      when: [
        { field: 'state', op: 'in', values: ['开工', '在建'] },
        { field: 'inStatistics', op: 'is', value: false },
      ],
    },
  ],
  source: '阶段口径为本地约定（未经国家或省级文件统一），列依各地重点项目推进表通行样式',
})

/** The values of one project: amounts in 元. */
export type Project = EntryOf<typeof projects>
