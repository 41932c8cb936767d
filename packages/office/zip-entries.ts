import { crc32, deflateRawSync } from 'node:zlib'

/** A file to pack. `declaredSize` says another unpacked size than the true one, as hostile archives of tests do. */
export type ZipEntry = { name: string; data: Uint8Array; declaredSize?: number }

const header = (entry: ZipEntry, packed: Uint8Array, offset: number | null): Buffer => {
  const name = Buffer.from(entry.name)
  const head = Buffer.alloc(offset === null ? 30 : 46)
  let at = head.writeUInt32LE(offset === null ? 0x04034b50 : 0x02014b50, 0)
  if (offset !== null) at = head.writeUInt16LE(20, at)
  at = head.writeUInt16LE(20, at)
  at = head.writeUInt16LE(0x800, at)
  at = head.writeUInt16LE(8, at)
  at = head.writeUInt32LE(0x0021_0000, at)
  at = head.writeUInt32LE(crc32(entry.data), at)
  at = head.writeUInt32LE(packed.length, at)
  at = head.writeUInt32LE(entry.declaredSize ?? entry.data.length, at)
  head.writeUInt16LE(name.length, at)
  if (offset !== null) head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name])
}

/** A zip file of the entries, deflated, all stamped alike: the same entries give the same bytes. */
export const zipEntries = (entries: readonly ZipEntry[]): Uint8Array => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data, { level: 9 })
    const local = Buffer.concat([header(entry, packed, null), packed])
    central.push(header(entry, packed, offset))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}
