import type { Help, Option } from 'commander'

/** The parser's faults, and what a person is told; `$1` … are what the fault names. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^unknown command '(.*)'/, '没有“$1”这个命令，可用的命令见 --help'],
  [/^unknown option '(.*)'/, '没有 $1 这个选项，可用的选项见 --help'],
  [/^required option '(.*)' not specified$/, '缺少选项 $1'],
  [/^missing required argument '(.*)'$/, '缺少参数 <$1>'],
  [/^option '(.*)' argument missing$/, '选项 $1 后面没有写值'],
  [/^option '(.*?)' argument '(.*)' is invalid\. ?/s, '选项 $1 不能是“$2”：'],
  [/^command-argument value '(.*?)' is invalid for argument '(.*?)'\. ?/s, '参数 <$2> 不能是“$1”：'],
  [/^option '(.*)' cannot be used with option '(.*)'$/, '选项 $1 与 $2 不能同时用'],
  [/^too many arguments.*\. Expected (\d+) arguments? but got (\d+)\.$/, '参数多了：应有 $1 个，写了 $2 个'],
  [/^\(outputHelp\)$/, '没有写明命令，可用的命令见 --help'],
]

const TAILS: readonly (readonly [RegExp, string])[] = [
  [/\n\(Did you mean (?:one of )?(.*)\?\)/, '；是不是 $1'],
  [/Allowed choices are (.*)\.$/, '应为 $1 之一'],
]

/** A fault of the command line in our words; the parser's own are English. */
export const usageWords = (message: string): string =>
  [...FAULTS, ...TAILS].reduce(
    (text, [fault, words]) => text.replace(fault, words),
    message.trim().replace(/^error: /, ''),
  )

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

const optionWords = ({ description, argChoices, defaultValue, required }: Option): string => {
  const shown = argChoices ? `：${argChoices.join('、')}` : ''
  return required && defaultValue !== undefined
    ? `${description}${shown}（不写为 ${String(defaultValue)}）`
    : description + shown
}

/** A Chinese character takes two places of a terminal. */
const widthOf = (text: string): number => text.length + (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0)

/** The help page in our words. */
export const HELP_WORDS: Partial<Help> = {
  sortSubcommands: false,
  styleTitle: (title) => TITLES[title] ?? title,
  optionDescription: optionWords,
  displayWidth: widthOf,
}
