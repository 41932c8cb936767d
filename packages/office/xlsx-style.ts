const thin = { style: 'thin' } as const
export const THIN_BORDER = { top: thin, left: thin, bottom: thin, right: thin }

export const SHEET_FONTS = {
  title: { name: '方正小标宋简体', size: 22 },
  head: { name: '黑体', size: 10 },
  body: { name: '宋体', size: 10 },
  total: { name: '宋体', size: 10, bold: true },
}
