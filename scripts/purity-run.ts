import { forbidImpurity, IMPURE } from './purity-forbid.ts'
import { PURE_PACKAGES } from './purity-samples.ts'

// Run alone by purity.test.ts: a test runner needs a clock, so the net is cast in a process of its own.
const print = process.stdout.write.bind(process.stdout)

const outcome = (run: () => unknown): string => {
  try {
    // What is run twice and differs leans on something it was not given.
    const [first, second] = [JSON.stringify(run()), JSON.stringify(run())]
    return first === second ? 'pure' : 'differs between two runs'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const loadedOrFault = async (load: () => Promise<object>): Promise<object | string> => {
  try {
    return await load()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

forbidImpurity()
const impure = Object.entries(IMPURE).map(([name, run]) => [name, outcome(run)])
const pure: [string, string][] = []
for (const { id, load, samples } of PURE_PACKAGES) {
  const loaded = await loadedOrFault(load)
  pure.push([id, typeof loaded === 'string' ? loaded : 'pure'])
  if (typeof loaded !== 'string')
    for (const [name, run] of Object.entries(samples))
      pure.push([`${id}: ${name}`, outcome(() => run(loaded as never))])
}
print(`${JSON.stringify({ impure, pure })}\n`)
