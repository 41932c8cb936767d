/** Why a requirement becomes no item, most common first. They stand in the record as chosen. */
export const DECLINE_REASONS: readonly string[] = [
  '背景或评价表述，不是要求',
  '与其他要求重复',
  '不属本市职责',
  '已在其他事项中办理',
]
