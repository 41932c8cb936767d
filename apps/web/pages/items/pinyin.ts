const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** The first characters of each letter in the order of pinyin. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
const HAN = /\p{Script=Han}/u
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

const initialOf = (character: string): string => {
  if (!HAN.test(character)) return character.toLowerCase()
  for (let at = LETTERS.length - 1; at >= 0; at -= 1)
    if (collator.compare(character, FIRST[at] ?? '') >= 0) return LETTERS[at] ?? ''
  return ''
}

/** Initials of the pinyin of a name, as people type them: 市经信局 is sjxj. */
export const initialsOf = (name: string): string => [...name].map(initialOf).join('')
