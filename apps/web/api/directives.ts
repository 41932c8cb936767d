import { write } from './request.ts'
import type { NewDocument } from './types.ts'

export const addDocument = (body: NewDocument) => write<{ id: string }>('POST', '/api/documents', body)
