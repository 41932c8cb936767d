import { useWords } from '../../shell/words.ts'

/** What may be attached, as a file picker has it. */
export const ATTACHABLE = '.pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx'

/** A scan or a delivered document; a stamped scan says that it was signed on paper. */
export const ScanField = ({ stamped = false, name = 'scan' }: { stamped?: boolean; name?: string }) => {
  const words = useWords()
  return (
    <div className="wide">
      <label>
        {stamped ? words.scan : words.evidenceFile}
        <input className="field" type="file" name={name} accept={ATTACHABLE} />
      </label>
      {stamped ? (
        <label className="check">
          <input type="checkbox" name="signedOffline" /> {words.signedOffline}
        </label>
      ) : null}
    </div>
  )
}

/** The file of a form, or null where none was chosen. */
export const fileIn = (form: FormData, name = 'scan'): File | null => {
  const file = form.get(name)
  return file instanceof File && file.size > 0 ? file : null
}
