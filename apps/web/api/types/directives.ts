export type DocumentKind = 'readout' | 'minutes' | 'instruction' | 'document' | 'report' | 'notes'
export type Disposition = 'pending' | 'item' | 'merged' | 'declined'

export type NewDocument = {
  title?: string
  kind: DocumentKind
  number: string | null
  meeting: string | null
  text: string
}
