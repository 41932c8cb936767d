/** Periods of the demonstration's series, oldest first, in the one spelling of cumulative figures. */
export const DEMO_PERIODS = ['2021Q1', '2021Q2', '2021Q3', '2021', '2022Q1'] as const
export type DemoPeriod = (typeof DEMO_PERIODS)[number]

/** Counties in the city's own order: the columns of every table below. */
export const DEMO_COUNTIES = ['510703', '510704', '510705', '510781', '510722', '510723', '510725', '510726', '510727']

type Table = Readonly<Record<DemoPeriod, readonly number[]>>

/**
 * Growth in per cent, all invented. No published figure of any county for these quarters was found but for a few of
 * 江油, 安州 and 北川, which stand in series of their own. 江油 falls in the first quarter of 2022, 规上工业 and
 * 固定资产投资 first, so that the question "江油为什么掉" has an answer to practise on.
 */
export const DEMO_GROWTH: Readonly<Record<'gdp' | 'iva' | 'fai' | 'retail' | 'budget', Table>> = {
  gdp: {
    '2021Q1': [15.2, 14.1, 15.6, 14.4, 13.2, 12.6, 12.9, 14.3, 11.8],
    '2021Q2': [12.4, 11.7, 12.8, 11.9, 11, 10.4, 10.8, 11.8, 9.9],
    '2021Q3': [10, 9.4, 10.3, 9.5, 9, 8.4, 8.8, 9.6, 8],
    '2021': [8.9, 8.4, 9.1, 8.3, 8.2, 7.7, 8, 8.5, 7.4],
    '2022Q1': [6.9, 6.4, 7.1, 2.3, 6.5, 5.8, 6, 6.7, 5.5],
  },
  iva: {
    '2021Q1': [22.1, 19.8, 23.4, 20.6, 18.9, 17.2, 17.9, 21.5, 16.4],
    '2021Q2': [16.8, 15.2, 17.6, 15.4, 14.6, 13.3, 13.9, 16.4, 12.7],
    '2021Q3': [13.1, 12, 13.9, 11.2, 11.8, 10.6, 11.1, 12.8, 9.8],
    '2021': [11, 10.1, 11.7, 9.3, 10, 8.9, 9.4, 10.8, 8.3],
    '2022Q1': [9.4, 8.6, 9.9, -3.2, 8.8, 7.4, 7.9, 9.1, 6.8],
  },
  fai: {
    '2021Q1': [24.6, 21.7, 27.9, 22.4, 19.5, 17.6, 18.8, 25.3, 16.1],
    '2021Q2': [17.4, 15.6, 19.8, 15.1, 14.2, 12.5, 13.3, 18.6, 11.4],
    '2021Q3': [14.1, 12.6, 16.3, 11.7, 11.8, 10.1, 10.9, 15.2, 9.2],
    '2021': [12.3, 11, 14.2, 10.8, 10.2, 8.8, 9.4, 13.3, 8],
    '2022Q1': [11.2, 9.8, 13.5, -6.4, 9.1, 7.7, 8.3, 12.6, 6.9],
  },
  retail: {
    '2021Q1': [33.8, 31.2, 34.9, 32.1, 29.7, 28.4, 29.1, 32.6, 27.2],
    '2021Q2': [25.1, 23.4, 26, 23.9, 22.2, 21, 21.6, 24.2, 20.1],
    '2021Q3': [20.2, 18.8, 21, 18.9, 17.9, 16.8, 17.4, 19.5, 16],
    '2021': [17.2, 16, 17.9, 15.8, 15.2, 14.2, 14.8, 16.6, 13.5],
    '2022Q1': [4.1, 3.6, 4.4, 1.2, 3.2, 2.8, 3.1, 3.7, 2.5],
  },
  budget: {
    '2021Q1': [19.4, 17.8, 20.6, 18.3, 16.2, 14.7, 15.3, 18.9, 13.6],
    '2021Q2': [15.3, 14.1, 16.2, 14, 12.8, 11.5, 12.1, 14.9, 10.7],
    '2021Q3': [12.2, 11.3, 13, 10.4, 10.2, 9.1, 9.6, 11.8, 8.4],
    '2021': [10.4, 9.6, 11.1, 8.2, 8.7, 7.7, 8.1, 10, 7],
    '2022Q1': [8.2, 7.4, 9.1, -2.6, 6.9, 5.3, 5.8, 7.8, 4.4],
  },
}

/** Whole-year levels of 2021 in 亿元, invented; the year's course below makes the other periods of them. */
export const DEMO_LEVELS_2021 = {
  gdp: [1248, 431, 229, 541, 468, 188, 151, 93, 66],
  retail: [612, 187, 96, 214, 229, 88, 66, 34, 23],
  budget: [38.6, 16.4, 9.2, 27.8, 14.1, 6.3, 5.2, 4.8, 3.4],
} as const

/** Share of the year's level done by the end of each period of 2021. */
export const DEMO_COURSE = {
  gdp: { '2021Q1': 0.221, '2021Q2': 0.468, '2021Q3': 0.722, '2021': 1 },
  retail: { '2021Q1': 0.236, '2021Q2': 0.481, '2021Q3': 0.733, '2021': 1 },
  budget: { '2021Q1': 0.244, '2021Q2': 0.517, '2021Q3': 0.758, '2021': 1 },
} as const
