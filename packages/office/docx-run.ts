import { bindingKey, markText, type Run, runText } from '@yundiao/briefings'
import { BuilderElement, type ParagraphChild, TextRun, type XmlComponent } from 'docx'
import type { BindingTags } from './binding-tags.ts'
import { FREE_STYLE } from './docx-style.ts'

const withValue = (name: string, value: string): XmlComponent =>
  new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } })

/**
 * A bound run as a content control: tag is the reference, title the text as first printed. The library has
 * no inline content control, so it is built from its elements.
 */
const contentControl = (key: string, shown: string, tags: BindingTags): ParagraphChild => {
  const { tag, alias, id } = tags.tagFor(key, shown)
  const properties = [withValue('w:alias', alias), withValue('w:tag', tag), withValue('w:id', String(id))]
  return new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({ name: 'w:sdtPr', children: properties }),
      new BuilderElement({ name: 'w:sdtContent', children: [new TextRun(shown)] }),
    ],
  }) as unknown as ParagraphChild
}

const markRuns = (run: Run): ParagraphChild[] => {
  const mark = 'mark' in run ? markText(run.mark) : ''
  if (mark === '') return []
  return [new TextRun(mark)]
}

/** The elements of a paragraph for one run of a paper. A mark stands outside the content control. */
export const runChildren = (run: Run, tags: BindingTags): ParagraphChild[] => {
  const key = bindingKey(run)
  if (key !== null) return [contentControl(key, runText(run), tags), ...markRuns(run)]
  if ('free' in run) return [new TextRun({ text: run.free, style: FREE_STYLE })]
  return [new TextRun(runText(run))]
}

/** The elements of a paragraph for a list of runs. */
export const runsChildren = (runs: readonly Run[], tags: BindingTags): ParagraphChild[] =>
  runs.flatMap((run) => runChildren(run, tags))
