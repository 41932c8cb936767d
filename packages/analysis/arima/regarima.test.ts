import { describe, expect, it } from 'vitest'
import { FESTIVAL_WINDOWS, type FestivalWindow, festivalRegressor } from '../calendar/spring-festival.ts'
import { leapFactor, tradingDays } from '../calendar/trading-days.ts'
import { at } from '../numeric/vector.ts'
import type { Start } from '../series/time-series.ts'
import { type FixtureSeries, fixture, furthest, X13_SERIES } from '../testing/fixture.ts'
import { airline, arimaAt, fitArima, forecastArima } from './regarima.ts'

type X13 = {
  series: FixtureSeries
  x13: Record<
    string,
    { udg: Record<string, string>; forecast: { mean: number[]; lower95: number[]; upper95: number[] } }
  >
}
type Ts = { airlineLog?: { coef: { ma1: number; sma1: number }; loglik: number } }

const first = (text: string | undefined): number => Number(text?.trim().split(/\s+/)[0])

describe.each(X13_SERIES)('airline model of %s on logarithms', (name) => {
  const { series, x13 } = fixture<X13>(`x13-${name}`)
  const oracle = x13.x11_airline_fc
  const y = Float64Array.from(series.values, Math.log)
  const fit = fitArima(y, [], airline(series.frequency))
  const place = String(series.frequency).padStart(2, '0')

  it('reaches the likelihood of X-13, exactly, and its coefficients within 1e-3', () => {
    expect(fit?.logLik).toBeGreaterThan(first(oracle?.udg.loglikelihood) - 1e-6)
    expect(fit?.logLik).toBeLessThan(first(oracle?.udg.loglikelihood) + 1e-3)
    expect(Math.abs((fit?.coefficients.ma[0] ?? 9) + first(oracle?.udg.MA$Nonseasonal$01$01))).toBeLessThan(1e-3)
    expect(
      Math.abs((fit?.coefficients.seasonalMa[0] ?? 9) + first(oracle?.udg[`MA$Seasonal$${place}$${place}`])),
    ).toBeLessThan(1e-3)
  })
  it('is no worse than R by 0.1', () => {
    const { airlineLog } = fixture<Ts>(`ts-${name}`)
    if (airlineLog) expect(fit?.logLik).toBeGreaterThan(airlineLog.loglik - 0.1)
  })
  it('forecasts as X-13 within 1e-4 in the middle, 2e-4 everywhere', () => {
    const mean = oracle?.forecast.mean ?? []
    const made = fit && forecastArima(y, [], fit, mean.length)
    const off = mean.map((value, h) => Math.abs(Math.exp(at(made?.mean ?? [], h)) / value - 1)).sort((a, b) => a - b)
    expect(off[off.length >> 1]).toBeLessThan(1e-4)
    expect(off.at(-1)).toBeLessThan(2e-4)
  })
})

describe('likelihood', () => {
  // Brute force: the covariance of five values of an ARMA(1,1), its determinant and quadratic form by elimination.
  it('equals the multivariate normal density, term by term', () => {
    const [phi, theta, n] = [0.6, 0.4, 5]
    const gamma0 = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi)
    const gamma = (lag: number): number => (lag === 0 ? gamma0 : (phi * gamma0 + theta) * phi ** (lag - 1))
    const y = [0.3, -1.2, 0.8, 1.1, -0.4]
    const rows = y.map((value, i) => [...y.map((_, j) => gamma(Math.abs(i - j))), value])
    let logDet = 0
    let quadratic = 0
    for (let k = 0; k < n; k += 1) {
      const pivot = rows[k]?.[k] ?? Number.NaN
      logDet += Math.log(pivot)
      quadratic += (rows[k]?.[n] ?? 0) ** 2 / pivot
      for (let i = k + 1; i < n; i += 1) {
        const factor = (rows[i]?.[k] ?? 0) / pivot
        for (let j = k; j <= n; j += 1) (rows[i] ?? [])[j] = (rows[i]?.[j] ?? 0) - factor * (rows[k]?.[j] ?? 0)
      }
    }
    const expected = -0.5 * (n * Math.log((2 * Math.PI * quadratic) / n) + n + logDet)
    const order = { p: 1, d: 0, q: 1, seasonal: { p: 0, d: 0, q: 0 }, period: 1 }
    const fit = arimaAt(y, [], order, { ar: [phi], ma: [theta], seasonalAr: [], seasonalMa: [] })
    expect(fit?.logLik).toBeCloseTo(expected, 12)
  })
  // R: arima(log(AirPassengers with NA there), c(0,1,1), seasonal = c(0,1,1), method = 'ML', reltol 1e-15), predict.
  it('of a series with gaps is that of the values there are, whatever was guessed in the gaps', () => {
    const y = Float64Array.from(fixture<X13>('x13-AirPassengers').series.values, Math.log)
    const missing = [0, 30, 31, 32, 60, 99, 100, 123]
    for (const guess of [5, 50]) {
      const holed = y.map((value, i) => (missing.includes(i) ? guess : value))
      const fit = fitArima(holed, [], airline(12), { missing })
      expect(fit?.coefficients.ma[0]).toBeCloseTo(-0.4131527407, 4)
      expect(fit?.coefficients.seasonalMa[0]).toBeCloseTo(-0.5700246043, 4)
      // R starts from a large finite variance: its likelihood is off by 0.001.
      expect(fit?.logLik).toBeCloseTo(225.175809462, 2)
      expect(fit?.variance).toBeCloseTo(0.001403807992, 7)
      const filled = holed.slice()
      missing.forEach((place, k) => {
        filled[place] = guess + (fit?.holes[k] ?? Number.NaN)
      })
      const made = fit && forecastArima(filled, [], fit, 3)
      expect(furthest(made?.mean ?? [], [6.11027076, 6.05444852, 6.17342567])).toBeLessThan(1e-5)
    }
  })
  it('refuses a regressor that repeats another', () => {
    const y = Array.from({ length: 60 }, (_, t) => Math.sin(t) + t / 10)
    const x = y.map((_, t) => (t % 5 === 0 ? 1 : 0))
    expect(fitArima(y, [x, x], airline(12))).toBeNull()
  })
})

describe('calendar regressors', () => {
  const cny = fixture<{ start: Start; windows: Record<FestivalWindow, { values: number[] }> }>('cny-regressors')
  it.each(Object.keys(FESTIVAL_WINDOWS) as FestivalWindow[])('%s of 1930 to 2030 within 1e-12', (name) => {
    const want = cny.windows[name].values
    const got = festivalRegressor(FESTIVAL_WINDOWS[name], cny.start, want.length)
    expect(want).toHaveLength(1212)
    want.forEach((value, i) => {
      expect(Math.abs(at(got, i) - value)).toBeLessThan(1e-12)
    })
  })
  it('says nothing outside its table', () =>
    expect(Array.from(festivalRegressor(FESTIVAL_WINDOWS.post6, [2030, 12], 2)).map(Number.isNaN)).toEqual([
      false,
      true,
    ]))

  type Oracle = {
    regressors: { td1: number[]; lp: number[] }
    coef: Record<string, number>
    loglik: number
    forecastLogAdj: number[]
  }
  const oracle = fixture<Oracle>('regarima-china-imports')
  const { series, x13 } = fixture<X13>('x13-china-imports')
  const n = series.values.length + 12
  const leap = leapFactor(12, [1993, 1], n)
  it('trading days and leap years are those of R', () => {
    expect(furthest(tradingDays(12, [1993, 1], n), oracle.regressors.td1, 1)).toBeLessThan(1e-12)
    expect(furthest(leap, oracle.regressors.lp)).toBeLessThan(1e-12)
  })
  it('coefficients of the regression within 1e-4', () => {
    const y = series.values.map((value, i) => Math.log(value / at(leap, i)))
    const columns = [tradingDays(12, [1993, 1], n), festivalRegressor(FESTIVAL_WINDOWS.post6, [1993, 1], n)]
    const fit = fitArima(y, columns, airline(12))
    const want = [oracle.coef.td1 ?? 0, oracle.coef.post6 ?? 0]
    expect(furthest(fit?.beta ?? [], want)).toBeLessThan(1e-4)
    expect(fit?.coefficients.ma[0]).toBeCloseTo(oracle.coef.ma1 ?? 0, 4)
    expect(fit?.coefficients.seasonalMa[0]).toBeCloseTo(oracle.coef.sma1 ?? 0, 4)
    expect(fit?.logLik).toBeGreaterThan(oracle.loglik - 1e-3)
    // X-13 prints coefficient and standard error.
    const printed = x13.cny_post6_x11?.udg['User-defined Holiday$cny1']?.trim().split(/\s+/).map(Number) ?? []
    expect(furthest([fit?.beta[1] ?? 0, fit?.se[1] ?? 0], printed.slice(0, 2))).toBeLessThan(1e-4)
    const made = fit && forecastArima(y, columns, fit, 12)
    expect(furthest(made?.mean ?? [], oracle.forecastLogAdj)).toBeLessThan(1e-6)
  })
})
