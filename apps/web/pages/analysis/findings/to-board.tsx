import { Link } from '@tanstack/react-router'
import { useWords } from '../../../shell/words.ts'

/** Where nothing was found in a period: to its figures. */
export const ToBoard = ({ period }: { period: string }) => {
  const words = useWords()
  return (
    <Link to="/figures" className="btn small" search={(old) => ({ on: old.on, period })}>
      {words.boardTitle}
    </Link>
  )
}
