import { describe, expect, it } from 'vitest'
import { docxBytes } from '../docx-out.ts'
import { editDocx } from '../testing/edit-docx.ts'
import { reviewPaper } from '../testing/review-paper.ts'
import { convert, hasSoffice } from '../testing/soffice.ts'
import { check9704 } from './check9704.ts'

const heading = (level: 1 | 2 | 3, text: string) => ({ kind: 'heading', level, runs: [{ text }] }) as const
const paper = {
  ...reviewPaper,
  blocks: [...reviewPaper.blocks, heading(1, '有关情况'), heading(2, '甲'), heading(3, '乙'), heading(3, '丙')],
}
const good = await docxBytes(paper, { printedAt: '2022-04-26 08:30' })

const BODY = 'word/document.xml'
const STYLES = 'word/styles.xml'
const codes = async (bytes: Uint8Array) => [...new Set((await check9704(bytes)).map(({ code }) => code))]
const after = (style: string, from: RegExp, to: string) => (xml: string) => {
  const at = xml.indexOf(`w:styleId="${style}"`)
  return xml.slice(0, at) + xml.slice(at).replace(from, to)
}
const FOOTER = 'word/footer1.xml'

describe('check9704', () => {
  it('finds nothing in a paper of ours', async () => expect(await check9704(good)).toEqual([]))
  it.skipIf(!hasSoffice)('finds nothing in it after LibreOffice saved it', async () =>
    expect(await codes(convert(good, 'docx', 'docx:MS Word 2007 XML'))).toEqual([]),
  )

  it.each([
    ['page.size', BODY, (x: string) => x.replace(/w:w="119\d\d" w:h="168\d\d"/u, 'w:w="12240" w:h="15840"')],
    ['page.margins', BODY, (x: string) => x.replace(/w:top="\d+"/u, 'w:top="1440"')],
    ['page.grid', BODY, (x: string) => x.replace(/w:linePitch="\d+"/u, 'w:linePitch="312"')],
    ['title.font', STYLES, after('PaperTitle', /方正小标宋简体/u, '宋体')],
    ['title.size', STYLES, after('PaperTitle', /<w:sz w:val="44"\/>/u, '<w:sz w:val="36"/>')],
    ['title.align', STYLES, after('PaperTitle', /<w:jc w:val="center"\/>/u, '')],
    ['title.stop', BODY, (x: string) => x.replace('经济运行情况<', '经济运行情况。<')],
    ['heading.font', STYLES, after('Heading1', /黑体/u, '宋体')],
    ['heading.size', STYLES, after('Heading2', /<w:sz w:val="32"\/>/u, '<w:sz w:val="28"/>')],
    ['heading.order', BODY, (x: string) => x.replace('>二、<', '>三、<')],
    ['heading.form', BODY, (x: string) => x.replace('>（一）<', '>(一)<')],
    ['body.font', STYLES, after('PaperBody', /仿宋_GB2312/u, '宋体')],
    ['body.size', STYLES, after('PaperBody', /<w:sz w:val="32"\/>/u, '<w:sz w:val="28"/>')],
    ['body.indent', STYLES, after('PaperBody', /w:firstLine="\d+"/u, 'w:firstLine="0"')],
    ['body.line-pitch', STYLES, after('PaperBody', /w:line="\d+"/u, 'w:line="480"')],
    ['page-number.missing', BODY, (x: string) => x.replaceAll(/<w:footerReference [^>]*>/gu, '')],
    ['page-number.form', FOOTER, (x: string) => x.replaceAll('—', '')],
    ['page-number.size', FOOTER, (x: string) => x.replaceAll('w:val="28"', 'w:val="21"')],
    ['page-number.font', FOOTER, (x: string) => x.replaceAll('宋体', '黑体')],
    [
      'page-number.position',
      FOOTER,
      (x: string) => x.replace(/<w:jc w:val="(?:right|left)"\/>/u, '<w:jc w:val="center"/>'),
    ],
    ['page-number.position', 'word/settings.xml', (x: string) => x.replace(/<w:evenAndOddHeaders[^>]*>/u, '')],
    ['table.width', BODY, (x: string) => x.replace(/<w:gridCol w:w="\d+"\/>/u, '<w:gridCol w:w="9000"/>')],
  ] as const)('%s is found alone', async (code, part, rewrite) => {
    expect(await codes(await editDocx(good, part, rewrite))).toEqual([code])
  })

  it('says where, what the standard asks, how sure that is, and what stands there', async () => {
    const bytes = await editDocx(good, STYLES, after('PaperBody', /仿宋_GB2312/u, '宋体'))
    expect(await check9704(bytes)).toEqual([
      {
        code: 'body.font',
        where: expect.stringMatching(/^第\d+段“.{1,10}…?”等\d+处$/u),
        expected: '仿宋〔来源 B〕',
        found: '宋体',
      },
    ])
  })

  it('judges a plain file of somebody else', async () => {
    const plain = await editDocx(good, STYLES, () => null)
    const found = await codes(plain)
    for (const code of ['title.font', 'body.font', 'body.size', 'heading.font']) expect(found).toContain(code)
  })

  it('a file without words has no title', async () => {
    const empty = await editDocx(good, BODY, (x) => x.replace(/<w:body>.*<w:sectPr/su, '<w:body><w:p/><w:sectPr'))
    expect(await codes(empty)).toEqual(['title.missing'])
  })
})
