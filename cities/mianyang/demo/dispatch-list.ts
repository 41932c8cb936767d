import type { Dispatch } from '@yundiao/domains/enterprises'

/** Power that a yuan of output takes, by how heavy the industry is. */
const LIGHT = 0.03
const HEAVY = 0.16

type Industry = NonNullable<Dispatch['industry']>
/** Output of last year's first quarter in 亿元 of each enterprise, and its growth in per cent. */
export type Group = readonly [
  industry: Industry,
  power: number,
  firms: readonly (readonly [before: number, growth: number])[],
]
export type Place = { region: string; letter: string; groups: readonly Group[] }

const ELECTRONICS: Industry = '计算机、通信和其他电子设备制造业'

/** Invented enterprises by place: some industries of a county have one or two. */
export const DISPATCH_PLACES: readonly Place[] = [
  {
    region: '510703',
    letter: 'A',
    groups: [
      [
        ELECTRONICS,
        LIGHT,
        [
          [18.2, 11.4],
          [9.6, 7.2],
          [6.1, 14.8],
          [3.4, 3.1],
        ],
      ],
      [
        '通用设备制造业',
        LIGHT,
        [
          [2.8, 5.2],
          [1.9, 8.4],
          [1.2, -2.5],
        ],
      ],
      [
        '食品制造业',
        LIGHT,
        [
          [1.6, 4.4],
          [0.9, 6.8],
        ],
      ],
    ],
  },
  {
    region: '510704',
    letter: 'B',
    groups: [
      [
        ELECTRONICS,
        LIGHT,
        [
          [5.2, 9.8],
          [3.3, 6.4],
          [2.4, 12.1],
        ],
      ],
      [
        '金属制品业',
        LIGHT,
        [
          [1.8, 3.3],
          [1.1, 5.9],
          [0.8, -1.4],
        ],
      ],
      ['医药制造业', LIGHT, [[1.4, 8.2]]],
    ],
  },
  {
    region: '510705',
    letter: 'C',
    groups: [
      [
        '汽车制造业',
        LIGHT,
        [
          [4.6, 9.1],
          [3.2, 13.7],
          [1.5, 2.2],
        ],
      ],
      [
        '食品制造业',
        LIGHT,
        [
          [2.2, 7.4],
          [1.3, 4.9],
          [0.7, 3.8],
        ],
      ],
      [
        '化学原料和化学制品制造业',
        HEAVY,
        [
          [2.1, 8.8],
          [1.4, 6.1],
        ],
      ],
    ],
  },
  {
    region: '510781',
    letter: 'D',
    groups: [
      [
        '黑色金属冶炼和压延加工业',
        HEAVY,
        [
          [14.6, -18.3],
          [6.2, -11.5],
          [2.4, -6.8],
          [1.1, 1.9],
        ],
      ],
      [
        '非金属矿物制品业',
        HEAVY,
        [
          [5.3, -14.2],
          [3.1, -9.6],
          [1.8, -4.1],
          [0.9, 2.7],
        ],
      ],
      [
        '专用设备制造业',
        LIGHT,
        [
          [3.4, 6.6],
          [2.2, 8.1],
          [1.6, 4.7],
        ],
      ],
      [
        '化学原料和化学制品制造业',
        HEAVY,
        [
          [2.6, 3.4],
          [1.2, -5.5],
          [0.8, 2.1],
        ],
      ],
      ['电力、热力生产和供应业', HEAVY, [[4.8, -7.9]]],
    ],
  },
  {
    region: '510722',
    letter: 'E',
    groups: [
      [
        '农副食品加工业',
        LIGHT,
        [
          [2.9, 8.3],
          [1.8, 5.6],
          [1.1, 9.7],
        ],
      ],
      [
        '纺织业',
        LIGHT,
        [
          [1.2, 4.1],
          [0.8, -3.2],
          [0.6, 2.6],
        ],
      ],
    ],
  },
  {
    region: '510723',
    letter: 'F',
    groups: [
      [
        '纺织业',
        LIGHT,
        [
          [0.9, 6.2],
          [0.5, 3.7],
          [0.4, 5.1],
        ],
      ],
    ],
  },
  {
    region: '510725',
    letter: 'G',
    groups: [
      [
        '农副食品加工业',
        LIGHT,
        [
          [0.8, 5.3],
          [0.6, 7.5],
        ],
      ],
    ],
  },
  {
    region: '510726',
    letter: 'H',
    groups: [
      [
        '非金属矿物制品业',
        HEAVY,
        [
          [1.1, 6.4],
          [0.7, 4.8],
          [0.5, 8.1],
        ],
      ],
    ],
  },
  {
    region: '510727',
    letter: 'J',
    groups: [['有色金属冶炼和压延加工业', HEAVY, [[0.9, 5.1]]]],
  },
  {
    region: 'my-gaoxin',
    letter: 'K',
    groups: [
      [
        ELECTRONICS,
        LIGHT,
        [
          [22.4, 10.2],
          [8.3, 5.8],
          [4.1, 15.6],
        ],
      ],
      [
        '仪器仪表制造业',
        LIGHT,
        [
          [1.6, 9.4],
          [1, 6.7],
        ],
      ],
    ],
  },
  {
    region: 'my-jingkai',
    letter: 'L',
    groups: [
      [
        '化学原料和化学制品制造业',
        HEAVY,
        [
          [3.6, 6.9],
          [2.1, 4.4],
          [1.3, 8.8],
        ],
      ],
      [
        '通用设备制造业',
        LIGHT,
        [
          [1.9, 7.7],
          [1.4, 3.5],
        ],
      ],
    ],
  },
]
