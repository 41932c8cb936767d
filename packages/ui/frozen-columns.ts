/** Left offset in pixels of each column that is frozen: the widths of the frozen ones before it. Others get 0. */
export const frozenOffsets = (columns: readonly { frozen?: unknown; width?: number | undefined }[]): number[] => {
  let left = 0
  return columns.map((column) => {
    if (!column.frozen) return 0
    const offset = left
    left += column.width ?? 0
    return offset
  })
}
