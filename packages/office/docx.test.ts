import { type Block, type Paper, runText, walkRuns } from '@yundiao/briefings'
import { describe, expect, it } from 'vitest'
import { figuresInDocx } from './docx-in.ts'
import { docxBytes } from './docx-out.ts'
import { editDocx } from './testing/edit-docx.ts'
import { reviewPaper as review } from './testing/review-paper.ts'
import { convert, hasSoffice, pdfText } from './testing/soffice.ts'

const printed = { printedAt: '2022-04-26 08:30' }
const BODY = 'word/document.xml'

const withBlocks = (blocks: readonly Block[]): Paper => ({ ...review, blocks })

describe('a paper written and read back', () => {
  it('keeps every binding, and nothing is unbound', async () => {
    const figures = await figuresInDocx(await docxBytes(review, printed))
    expect(figures.paper).toEqual({
      id: null,
      kind: 'quarter-review',
      city: '510700',
      asKnownOn: '2022-04-26',
      checkpoint: review.checkpoint,
    })
    expect(figures).toMatchObject({ unbound: [], changed: [], removed: [] })
    expect(figures.bound).toBeGreaterThan(25)
    expect(figures.numerals).toBe(figures.bound + figures.declaredFree)
  })

  it('names a number changed inside its content control, its direction too', async () => {
    const edited = await editDocx(await docxBytes(review, printed), BODY, (xml) =>
      xml.replace('>784.28亿元<', '>785.28亿元<').replace('>低于全国1.5个百分点<', '>高于全国1.5个百分点<'),
    )
    expect((await figuresInDocx(edited)).changed).toEqual([
      {
        where: '第3段',
        was: '784.28亿元',
        now: '785.28亿元',
        ref: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1',
        name: expect.stringMatching(/^yundiao\.run\.\d+$/u),
      },
      {
        where: '第3段',
        was: '低于全国1.5个百分点',
        now: '高于全国1.5个百分点',
        ref: expect.stringContaining('calc:difference-in-points@1(fig:510700/va1.'),
        name: expect.stringMatching(/^yundiao\.run\.\d+$/u),
      },
    ])
  })

  it('lists a number typed over a binding as unbound and the binding as removed', async () => {
    const control = /<w:bookmarkStart [^>]*>(?:(?!bookmarkStart).)*?784\.28亿元.*?<w:bookmarkEnd [^>]*\/>/u
    const edited = await editDocx(await docxBytes(review, printed), BODY, (xml) =>
      xml.replace(control, '<w:r><w:t>790亿元，4月25日发布</w:t></w:r>'),
    )
    const figures = await figuresInDocx(edited)
    expect(figures.unbound).toEqual([{ where: '第3段', text: '790' }])
    expect(figures.removed).toEqual([{ was: '784.28亿元', ref: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1' }])
  })

  it('reads the new text of tracked changes', async () => {
    const edited = await editDocx(await docxBytes(review, printed), BODY, (xml) =>
      xml.replace(
        /<w:r><w:t[^>]*>784\.28亿元<\/w:t><\/w:r>/u,
        '<w:del w:id="900"><w:r><w:delText>784.28亿元</w:delText></w:r></w:del><w:ins w:id="901"><w:r><w:t>784.3亿元</w:t></w:r></w:ins>',
      ),
    )
    expect((await figuresInDocx(edited)).changed).toMatchObject([{ was: '784.28亿元', now: '784.3亿元' }])
  })

  it('falls back on tag and title where an editor dropped bookmarks and properties', async () => {
    const bare = await editDocx(await docxBytes(review, printed), 'docProps/custom.xml', () => null)
    const edited = await editDocx(bare, BODY, (xml) =>
      xml.replaceAll(/<w:bookmark[^>]*>/gu, '').replace('>784.28亿元<', '>785.28亿元<'),
    )
    const figures = await figuresInDocx(edited)
    expect(figures.paper).toBeNull()
    expect(figures.changed).toMatchObject([
      { was: '784.28亿元', ref: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1' },
    ])
    expect(figures.unbound).toEqual([])
  })
})

describe('a hostile or foreign file', () => {
  const problem = async (bytes: Uint8Array) =>
    figuresInDocx(bytes).then(
      () => null,
      (error: unknown) => error,
    )
  it.each([
    ['nothing', new Uint8Array(), 'input.format', '空的'],
    ['a PDF', Buffer.from('%PDF-1.7 x'), 'input.format', 'PDF'],
    ['text', Buffer.from('地区生产总值'), 'input.format', '文本'],
    ['half a zip', Buffer.from('PK\u0003\u0004 broken'), 'input.format', '损坏'],
  ])('%s', async (_, bytes, code, words) => {
    expect(await problem(bytes)).toMatchObject({ code, message: expect.stringContaining(words) })
  })
  it('an entity bomb', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const edited = await editDocx(await docxBytes(review, printed), BODY, (xml) =>
      xml.replace('<w:document', `${doctype}<w:document`),
    )
    expect(await problem(edited)).toMatchObject({ code: 'input.format', message: expect.stringContaining('声明') })
  })
})

describe.skipIf(!hasSoffice)('in LibreOffice', () => {
  it('a full page has 22 lines of 28 characters', async () => {
    const text = '抓'.repeat(1500)
    const pdf = convert(await docxBytes(withBlocks([{ kind: 'paragraph', runs: [{ text }] }]), printed), 'docx', 'pdf')
    const full = pdfText(pdf, 2)
      .split('\n')
      .filter((line) => /^抓{28}$/u.test(line.trim()))
    expect(full).toHaveLength(22)
  })

  it('the printed page holds every word of the paper and the foot line', async () => {
    const pdf = convert(await docxBytes(review, printed), 'docx', 'pdf')
    const text = pdfText(pdf).replaceAll(/\s/gu, '')
    const sentences = walkRuns(review).filter(({ where }) => where.startsWith('第'))
    for (const { run } of sentences) expect(text).toContain(runText(run).replaceAll(/\s/gu, '').slice(0, 12))
    expect(text).toContain('高于全省0.8个百分点、高于全国2.4个百分点。')
    expect(text).toContain('数据截至2022年4月26日打印时间2022-04-2608:30校验码9F3C41D2')
    expect(text).toContain('—1—')
  })

  it('bindings outlive being opened and saved', async () => {
    const before = await docxBytes(review, printed)
    const after = await figuresInDocx(convert(before, 'docx', 'docx:MS Word 2007 XML'))
    expect(after).toMatchObject({ unbound: [], changed: [], removed: [] })
    expect(after.bound).toBe((await figuresInDocx(before)).bound)
  })
})
