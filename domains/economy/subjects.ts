/**
 * Under which heading of the quarter's paper an indicator is told, by code; one not listed goes under 其他指标. The order is
 * the paper's. Usual practice (grade C).
 */
export const SUBJECTS: readonly { title: string; codes: readonly string[] }[] = [
  { title: '经济总量', codes: ['gdp', 'va1', 'va2', 'ind_va', 'con_va', 'va3', 'priv_va'] },
  {
    title: '工业和用电',
    codes: ['iva', 'hightech_va', 'ind_out', 'sales_rate', 'ind_rev', 'ind_profit', 'elec', 'elec_ind', 'ppi', 'ipi'],
  },
  {
    title: '投资、消费和外贸',
    codes: [
      'fai',
      'ind_inv',
      'tech_inv',
      're_inv',
      'fai1',
      'fai2',
      'fai3',
      'priv_inv',
      'house_sales',
      'retail',
      'retail_large',
      'trade',
      'exports',
    ],
  },
  { title: '财政和金融', codes: ['budget', 'tax', 'fiscal_rev', 'deposits', 'loans', 'new_loans'] },
  { title: '居民收入、就业和物价', codes: ['inc', 'inc_u', 'inc_r', 'jobs', 'unemp_survey', 'unemp_reg', 'cpi'] },
]

/** What an indicator that no subject names is told under. */
export const OTHER_SUBJECT = '其他指标'
