/** Globals a pure package may not touch: clock, randomness, environment, I/O, timers, console. */
const FORBIDDEN = [
  'Date',
  'performance',
  'process',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'WebSocket',
] as const

/** Answers depend on the machine's language unless a locale is given. */
const INTL = ['Collator', 'DateTimeFormat', 'NumberFormat', 'PluralRules', 'ListFormat', 'Segmenter'] as const

const refuse = (name: string): never => {
  throw new Error(`a pure package touched ${name}`)
}

// An arrow function cannot stand behind `new`.
function nothing(): void {}

const thrower = (name: string): object =>
  new Proxy(nothing, {
    get: () => refuse(name),
    has: () => refuse(name),
    apply: () => refuse(name),
    construct: () => refuse(name),
  })

const replace = (target: object, name: string, value: unknown): void => {
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

const requireLocale = (target: object, name: string, place: number): void => {
  const original = Reflect.get(target, name) as (...args: unknown[]) => unknown
  replace(target, name, function withLocale(this: unknown, ...args: unknown[]) {
    return args[place] === undefined ? refuse(`${name} without a locale`) : original.apply(this, args)
  })
}

/** Reading these starts a file on the disk or a warning, on versions of Node that have them. */
const LEFT_ASLEEP = ['localStorage', 'sessionStorage']

/**
 * Node makes some globals on first use, out of others: `WebSocket`, `Headers` and their kin load its fetch, which asks
 * for `performance`. A library that merely looks whether one is there would then seem to touch the clock, so all of
 * them, not only the forbidden, are made before any is taken away.
 */
const wakeGlobals = (): void => {
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!LEFT_ASLEEP.includes(name)) Reflect.get(globalThis, name)
}

/** From here on, in this process, whatever a pure package may not touch throws and names itself. */
export const forbidImpurity = (): void => {
  wakeGlobals()
  for (const name of FORBIDDEN) replace(globalThis, name, thrower(name))
  replace(Math, 'random', () => refuse('Math.random'))
  requireLocale(String.prototype, 'localeCompare', 1)
  requireLocale(Number.prototype, 'toLocaleString', 0)
  for (const name of INTL)
    replace(
      Intl,
      name,
      new Proxy(Reflect.get(Intl, name) as new (...args: unknown[]) => object, {
        construct: (target, args) =>
          args[0] === undefined ? refuse(`Intl.${name} without a locale`) : new target(...args),
      }),
    )
}

/** One use of each forbidden thing, to show that the net has no hole. */
export const IMPURE: Readonly<Record<string, () => unknown>> = {
  'Date.now': () => Date.now(),
  'new Date': () => new Date(),
  'performance.now': () => performance.now(),
  'process.env': () => process.env.PATH,
  'process.env in': () => 'env' in process,
  'crypto.randomUUID': () => crypto.randomUUID(),
  fetch: () => fetch('http://127.0.0.1'),
  'console.log': () => console.log(''),
  setTimeout: () => setTimeout(() => undefined, 0),
  setInterval: () => setInterval(() => undefined, 0),
  setImmediate: () => setImmediate(() => undefined),
  queueMicrotask: () => queueMicrotask(() => undefined),
  'Math.random': () => Math.random(),
  localeCompare: () => '甲'.localeCompare('乙'),
  toLocaleString: () => (1234).toLocaleString(),
  'Intl.Collator': () => new Intl.Collator(),
  'Intl.Segmenter': () => new Intl.Segmenter(),
}
