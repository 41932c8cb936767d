/** Ink of what was published, and of what was worked out. */
export const INK = '#1a222c'
export const CALC = '#0b5d6b'

/** Two densities of hatching, so that the bands are told apart without colour. */
export const Hatches = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}-95`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="9" height="9" fill="#f1f6f7" />
      <path d="M0 0V9" stroke="#9db9be" strokeWidth="1.2" />
    </pattern>
    <pattern id={`${id}-80`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" fill="#d5e4e6" />
      <path d="M0 0V4" stroke="#5f959d" strokeWidth="1.4" />
    </pattern>
  </defs>
)
