import { z } from '@hono/zod-openapi'

/** Body of a call that hands in one file; `lacking` is said where none came. */
export const fileForm = (lacking: string) => ({
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: z.instanceof(File, { error: lacking }).openapi({ type: 'string', format: 'binary' }),
      }),
    },
  },
  required: true,
})

/** What was handed in, as acts take it. */
export const uploadOf = async (file: File): Promise<{ name: string; bytes: Uint8Array }> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})
