import { expect, it } from 'vitest'
import { figuresInDocx, openDocx } from './docx-in.ts'
import { docxBytes } from './docx-out.ts'
import { restoreFigures } from './docx-restore.ts'
import { returnedDocx } from './docx-returned.ts'
import { addParts, editDocx } from './testing/edit-docx.ts'
import { reviewPaper as review } from './testing/review-paper.ts'
import { convert, hasSoffice } from './testing/soffice.ts'

const BODY = 'word/document.xml'
const draft = await docxBytes(review, { printedAt: '2022-04-26 08:30', id: 'p1' })
const edit = (rewrite: (xml: string) => string) => editDocx(draft, BODY, rewrite)

it('the draft itself comes back without a finding, and says which paper it is', async () => {
  const returned = await returnedDocx(draft, draft)
  expect(returned).toMatchObject({ changed: [], unbound: [], removed: [], texts: [] })
  expect(returned.paper?.id).toBe('p1')
})

it('tells paragraphs added, removed and changed apart', async () => {
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const edited = await edit((xml) =>
    xml
      .replace('可比指标的增速均不低于全省。', '各项可比指标不低于全省。')
      .replace('<w:sectPr', `${line('特此报告。')}<w:sectPr`),
  )
  const { texts } = await returnedDocx(draft, edited)
  expect(texts).toEqual([
    {
      kind: 'changed',
      where: expect.stringMatching(/^第\d+段$/u),
      was: '可比指标的增速均不低于全省。',
      now: '各项可比指标不低于全省。',
    },
    { kind: 'added', where: expect.stringMatching(/^第\d+段$/u), now: '特此报告。' },
  ])
  expect((await returnedDocx(edited, draft)).texts.map(({ kind }) => kind)).toEqual(['changed', 'removed'])
})

it('puts a changed number back as it was printed, and leaves the rest as it came', async () => {
  const edited = await edit((xml) =>
    xml.replace('>784.28亿元<', '>785.28亿元<').replace('>同比增长6.6%<', '>同比增长6.7%<'),
  )
  const { changed } = await figuresInDocx(edited)
  expect(changed.map(({ now }) => now)).toEqual(['785.28亿元', '同比增长6.7%'])
  const restored = await figuresInDocx(await restoreFigures(edited, changed.slice(0, 1)))
  expect(restored.changed.map(({ now }) => now)).toEqual(['同比增长6.7%'])
  expect(restored.bound).toBe((await figuresInDocx(draft)).bound)
})

it('names the place where a number cannot be put back', async () => {
  const bare = await edit((xml) => xml.replaceAll(/<w:bookmark[^>]*>/gu, '').replace('>784.28亿元<', '>785.28亿元<'))
  const { changed } = await figuresInDocx(bare)
  expect(changed).toHaveLength(1)
  await expect(restoreFigures(bare, changed)).rejects.toMatchObject({
    code: 'input.invalid',
    message: expect.stringMatching(/第3段.*785\.28亿元.*784\.28亿元/u),
  })
})

it.skipIf(!hasSoffice)('puts numbers back in what LibreOffice saved', async () => {
  const saved = convert(
    await edit((xml) => xml.replace('>784.28亿元<', '>785.28亿元<')),
    'docx',
    'docx:MS Word 2007 XML',
  )
  const { changed } = await figuresInDocx(saved)
  expect(changed).toMatchObject([{ was: '784.28亿元', now: '785.28亿元' }])
  expect((await figuresInDocx(await restoreFigures(saved, changed))).changed).toEqual([])
})

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (type: string, target: string, mode = '') =>
  `<Relationship Id="rX" Type="${RELATION}/${type}" Target="${target}"${mode}/></Relationships>`
const RELS = 'word/_rels/document.xml.rels'
const related = (xml: string) => (type: string, target: string, mode?: string) =>
  xml.replace('</Relationships>', relation(type, target, mode))
const OUT = ' TargetMode="External"'

it.each([
  [
    'a hyperlink',
    RELS,
    (x: string) => related(x)('hyperlink', 'https://example.org', OUT),
    'input.external',
    '外部链接',
  ],
  [
    'a remote template',
    RELS,
    (x: string) => related(x)('attachedTemplate', 'https://e.org/a.dotm', OUT),
    'input.external',
    '模板',
  ],
  ['a remote picture', RELS, (x: string) => related(x)('image', 'file:///x.png', OUT), 'input.external', '外部文件'],
  [
    'an OLE object',
    RELS,
    (x: string) => related(x)('oleObject', 'embeddings/oleObject1.bin'),
    'input.external',
    '嵌入',
  ],
  ['another file’s words', RELS, (x: string) => related(x)('aFChunk', 'chunk.html'), 'input.external', '嵌入'],
  [
    'a field that fetches',
    BODY,
    (x: string) =>
      x.replace(
        '<w:sectPr',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDEAUTO c:\\\\x "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sectPr',
      ),
    'input.external',
    '域',
  ],
  [
    'a docm',
    '[Content_Types].xml',
    (x: string) => x.replace('wordprocessingml.document.main+xml', 'ms-word.document.macroEnabled.main+xml'),
    'input.macro',
    '宏',
  ],
] as const)('%s is refused', async (_, part, rewrite, code, words) => {
  const edited = await editDocx(draft, part, rewrite)
  await expect(returnedDocx(draft, edited)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
})

it.each([
  ['word/vbaProject.bin', 'input.macro'],
  ['word/embeddings/oleObject1.bin', 'input.external'],
  ['word/activeX/activeX1.xml', 'input.external'],
])('%s is refused', async (name, code) => {
  await expect(returnedDocx(draft, await addParts(draft, [name]))).rejects.toMatchObject({ code })
})

it('an honest draft has nothing to refuse', async () => expect((await openDocx(draft)).names.size).toBeGreaterThan(5))
