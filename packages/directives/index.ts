export {
  LONGEST_READOUT,
  parseReadout,
  type Readout,
  type ReadoutDirective,
  type ReadoutReading,
  type ReadoutRefusal,
  readReadout,
} from './readout.ts'
