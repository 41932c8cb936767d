import { Readable } from 'node:stream'
import type { Context } from 'hono'

/** RFC 6266: a plain name for old readers, the Chinese one for the rest. */
export const attachment = (name: string): { 'content-disposition': string; 'cache-control': string } => {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const plain = `file.${
    name
      .split('.')
      .at(-1)
      ?.replace(/[^a-z0-9]/giu, '') ?? 'bin'
  }`
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'private, no-store',
  }
}

type Sent = { file: { name: string; media: string | null; bytes: number | null }; content: Readable }

/** A kept file as its bytes, under its own name. */
export const sendFile = (context: Context, { file, content }: Sent): Response =>
  context.body(Readable.toWeb(content) as ReadableStream, 200, {
    'content-type': file.media ?? 'application/octet-stream',
    'content-length': String(file.bytes ?? 0),
    ...attachment(file.name),
  })
