import { Problem } from '@yundiao/kernel'

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b]
const PDF = [0x25, 0x50, 0x44, 0x46]

/** What an office file is called to people, and how to save it right. */
export type OfficeKind = { name: string; extension: string }

export const WORD: OfficeKind = { name: 'Word 文档', extension: '.docx' }
export const EXCEL: OfficeKind = { name: 'Excel 工作簿', extension: '.xlsx' }

const saveAs = (kind: OfficeKind): string => `请用 WPS 或 Excel、Word 打开后另存为 ${kind.extension} 再导入。`

const refuseCompound = (bytes: Uint8Array, kind: OfficeKind): never => {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  )
  if (isEncrypted) throw new Problem('input.encrypted', '文件设了打开密码，读不出内容。请取消密码后另存，再导入。')
  throw new Problem('input.format', `文件是旧格式（.xls 或 .doc）。${saveAs(kind)}`, { expected: kind.extension })
}

const looksLikeText = (bytes: Uint8Array): boolean => bytes.subarray(0, 512).every((byte) => byte >= 9 && byte !== 0x7f)

/** Refuses by its first bytes what is no zip container, naming what it is instead. */
export const refuseForeign = (bytes: Uint8Array, kind: OfficeKind): void => {
  if (startsWith(bytes, ZIP)) return
  if (bytes.length === 0) throw new Problem('input.format', '文件是空的（0 字节）。请重新导出或重新上传。')
  if (startsWith(bytes, COMPOUND_FILE)) refuseCompound(bytes, kind)
  if (startsWith(bytes, PDF))
    throw new Problem('input.format', `文件是 PDF，不是 ${kind.name}。请提供 ${kind.extension} 原件。`)
  const found = looksLikeText(bytes) ? '文本或网页' : '其他格式'
  throw new Problem('input.format', `文件内容是${found}，不是 ${kind.name}。${saveAs(kind)}`, {
    expected: kind.extension,
  })
}
