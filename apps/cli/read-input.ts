import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { buffer } from 'node:stream/consumers'
import { Problem } from '@yundiao/kernel'

const WHY: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取权限',
}

/** The bytes of a file, `-` for standard input. Throws Problem not-found. */
export const readBytes = async (file: string): Promise<Uint8Array> => {
  if (file === '-') return buffer(process.stdin)
  try {
    return await readFile(file)
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw error
    throw new Problem('not-found', `${file}：${why}，请核对路径`, { file })
  }
}

/** The text of a UTF-8 file with nothing stripped, not even a BOM. Throws Problem not-found, input.encoding. */
export const readText = async (file: string): Promise<string> => {
  const bytes = await readBytes(file)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem('input.encoding', `${file}：不是 UTF-8 编码，请另存为 UTF-8 文本后再试`, { file })
  }
}
