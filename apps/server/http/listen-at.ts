import { serve } from '@hono/node-server'

export type Listening = { port: number; url: string; close: () => Promise<void> }

type Fetch = (request: Request) => Response | Promise<Response>

/** How long a request that is being answered may still take once the program ends. */
const GRACE_MS = 5000
const SWEEP_MS = 50

/**
 * Answers HTTP at an address, with port 0 at a free one. `close` takes no new request, lets those being answered end
 * within the grace, and leaves no connection.
 */
export const listenAt = async (fetch: Fetch, host: string, wanted: number, graceMs = GRACE_MS): Promise<Listening> => {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const made = serve({ fetch, hostname: host, port: wanted }, () => resolve(made))
    made.once('error', reject)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : wanted
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs)
      // A connection falls idle when its answer is out, and would be kept open for the next request.
      const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), SWEEP_MS)
      server.close(() => {
        clearTimeout(late)
        clearInterval(idle)
        resolve()
      })
    })
  return { port, url: `http://${host}:${port}`, close }
}
