import type { Method, Model } from '@yundiao/analysis'

const METHODS: Readonly<Record<Model, string>> = {
  snaive: '季节朴素（照上年同期）',
  ets: '指数平滑（ETS）',
  hw: '霍尔特—温特斯',
  theta: 'Theta法',
  arima: '季节ARIMA',
  combined: '几种方法平均',
}

const isModel = (text: string): text is Model => Object.hasOwn(METHODS, text)

/** A forecasting method, or the mean of several, in words. */
export const methodWords = (model: string): string => (isModel(model) ? METHODS[model] : model)

/** The method a forecast was made by; of a mean the methods in it. */
export const madeByWords = (model: Model, members: readonly Method[]): string =>
  model === 'combined' ? `${members.map(methodWords).join('、')}的平均` : methodWords(model)
