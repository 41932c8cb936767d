import { bindingKey, markText, type Run, runText } from '@yundiao/briefings'
import { BuilderElement, type ParagraphChild, TextRun, type XmlComponent } from 'docx'
import type { BindingTags, RunTags } from './binding-tags.ts'
import { FREE_STYLE } from './docx-style.ts'

const withValue = (name: string, value: string): XmlComponent =>
  new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } })

/**
 * A bound run as a content control: tag is the reference, title the text as first printed. The library has
 * no inline content control, so it is built from its elements.
 */
const contentControl = ({ id, tag, alias }: RunTags, shown: string): XmlComponent =>
  new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [withValue('w:alias', alias), withValue('w:tag', tag), withValue('w:id', String(id))],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [new TextRun(shown)] }),
    ],
  })

const bookmarkEnds = ({ id, bookmark }: RunTags): [XmlComponent, XmlComponent] => {
  const number = { key: 'w:id', value: String(id) }
  return [
    new BuilderElement({ name: 'w:bookmarkStart', attributes: { number, name: { key: 'w:name', value: bookmark } } }),
    new BuilderElement({ name: 'w:bookmarkEnd', attributes: { number } }),
  ]
}

const boundChildren = (key: string, shown: string, tags: BindingTags): ParagraphChild[] => {
  const names = tags.tagFor(key, shown)
  const [start, end] = bookmarkEnds(names)
  return [start, contentControl(names, shown), end] as unknown as ParagraphChild[]
}

const markRuns = (run: Run): ParagraphChild[] => {
  const mark = 'mark' in run ? markText(run.mark) : ''
  if (mark === '') return []
  return [new TextRun(mark)]
}

/** The elements of a paragraph for one run of a paper. A mark stands outside the content control. */
const runChildren = (run: Run, tags: BindingTags): ParagraphChild[] => {
  const key = bindingKey(run)
  if (key !== null) return [...boundChildren(key, runText(run), tags), ...markRuns(run)]
  if ('free' in run) return [new TextRun({ text: run.free, style: FREE_STYLE })]
  return [new TextRun(runText(run))]
}

/** The elements of a paragraph for a list of runs. */
export const runsChildren = (runs: readonly Run[], tags: BindingTags): ParagraphChild[] =>
  runs.flatMap((run) => runChildren(run, tags))
