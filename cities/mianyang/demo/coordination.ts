import { type Matter, matters } from '@yundiao/domains/coordination'
import { parcels } from '@yundiao/domains/land'
import type { LocalDate } from '@yundiao/kernel'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'

type Sketch = {
  region: string
  state: (typeof matters.states)[number]
  raisedOn: LocalDate
  values: Partial<Matter> & { matter: string }
}

/** Raised from a row of the demonstration: its ledger, its id and what people read about it. */
const from = (ledger: string, id: string, words: string): Partial<Matter> => ({
  source: words,
  sourceLedger: ledger,
  sourceEntry: id,
})

const SKETCHES: readonly Sketch[] = [
  {
    region: '510781',
    state: '待答复',
    raisedOn: '2022-03-28',
    values: {
      matter: '请协调演示项目A03二期专线电源点',
      detail: '二期投产需新增用电容量，现有变电站间隔不足（演示）',
      ...from('projects.project', demoId('project', 1003), '重点项目台账：演示项目A03（锂电正极材料）'),
      raisedBy: 'u-510781',
      level: '市级',
      responsible: 'jxj',
    },
  },
  {
    region: '510781',
    state: '已答复',
    raisedOn: '2022-03-25',
    values: {
      matter: '请协调演示项目A08新增建设用地指标',
      ...from('projects.project', demoId('project', 1008), '重点项目台账：演示项目A08（新型包装材料）'),
      raisedBy: 'u-510781',
      level: '市级',
      responsible: 'zrzy',
      answer: '已列入二季度用地计划，请先完成压覆和地灾评估（演示）',
      answeredOn: '2022-04-12',
    },
  },
  {
    region: '510781',
    state: '待答复',
    raisedOn: '2022-04-06',
    values: {
      matter: '请协调演示项目A20与铁路交叉方案审查',
      ...from('projects.project', demoId('project', 1020), '重点项目台账：演示项目A20（涪江大桥引道）'),
      raisedBy: 'u-510781',
      level: '省级',
      responsible: null,
    },
  },
  {
    region: '510703',
    state: '退回补充',
    raisedOn: '2022-04-02',
    values: {
      matter: '请协调演示地块B02规划条件调整',
      detail: '缺少原出让合同和规划条件附件（演示）',
      ...from('land.parcel', demoId('parcel', 2002), `${parcels.title}：涪城区演示地块B02`),
      raisedBy: 'u-510703',
      level: '市级',
      responsible: 'zrzy',
    },
  },
  {
    region: '510704',
    state: '已解决',
    raisedOn: '2022-03-08',
    values: {
      matter: '请协调演示项目C01外部道路接入',
      ...from('projects.project', demoId('project', 3001), '重点项目台账：演示项目C01（磁性材料产业化）'),
      raisedBy: 'u-510704',
      level: '县级',
      responsible: 'u-510704',
      answer: '接入口已施工完成（演示）',
      answeredOn: '2022-03-30',
    },
  },
  {
    region: 'my-jingkai',
    state: '待答复',
    raisedOn: '2022-04-15',
    values: {
      matter: '请协调演示项目F02公共管廊跨区权属（演示）',
      ...from('projects.project', demoId('project', 6002), '重点项目台账：演示项目F02（化工园区公共管廊）'),
      raisedBy: 'u-my-jingkai',
      level: '市级',
      responsible: 'zjw',
    },
  },
]

/** Problems raised, answered, sent back and solved, each from a row of the demonstration. */
export const coordinationEntries: readonly DemoEntry[] = SKETCHES.map((sketch, index) => ({
  ledger: matters.id,
  id: demoId('matter', index + 1),
  region: sketch.region,
  state: sketch.state,
  values: { ...sketch.values, raisedOn: sketch.raisedOn, remark: DEMO_NOTE },
  knownFrom: sketch.values.answeredOn ?? sketch.raisedOn,
  demo: true,
}))
