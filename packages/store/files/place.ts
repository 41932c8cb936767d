import path from 'node:path'

/** The folder of the files of a home, named by what they hold. */
export const filesFolder = (home: string): string => path.join(home, 'files')

/** Drafts lie in the same file system, so that a finished one moves to its place in one step. */
export const draftsFolder = (home: string): string => path.join(filesFolder(home), 'drafts')

/** `files/aa/bb/<sha256>`. Throws RangeError for what is no SHA-256: a name from outside never becomes a path. */
export const placeOf = (home: string, sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in lower-case hexadecimal')
  return path.join(filesFolder(home), sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}
