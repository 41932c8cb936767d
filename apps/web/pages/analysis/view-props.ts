/** What every view of 研判 is about: the period of the sheet and the day it is read as known on. */
export type ViewProps = { period: string; periodWords: string; on: string | undefined }
