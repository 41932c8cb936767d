import type { Command } from 'commander'

/** The group of commands on the chain of events, made by whichever is added first. */
export const eventsOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'events') ?? program.command('events').description('操作记录')
