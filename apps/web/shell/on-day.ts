import { useNavigate, useSearch } from '@tanstack/react-router'

/** The day chosen under 截至, or undefined for the business day. Lives in the URL and follows every link. */
export const useOn = (): string | undefined => useSearch({ strict: false, select: (search) => search.on })

export const useSetOn = (): ((day: string | null) => void) => {
  const navigate = useNavigate()
  return (day) => {
    void navigate({ to: '.', search: (old) => ({ ...old, on: day ?? undefined }) })
  }
}
