import type { Role, Sensitivity } from './role.ts'

/** Who acts: one signed-in person. `unit` and `region` narrow the role; null means not narrowed by it. */
export type Actor = {
  id: string
  name: string
  role: Role
  /** Code of the city the person acts in. */
  city: string
  /** Id of the unit (department, county office); null for none. */
  unit: string | null
  /** Code of the county or zone the person is bound to; null for the whole city. */
  region: string | null
  clearance: Sensitivity
}
