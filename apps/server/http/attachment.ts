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
