import { DomainError } from '../errors.js'
import { demonstrationState, loadDemonstration } from '../import/demonstration.js'
import { openServices } from '../services.js'
import type { Command } from './command.js'
import { throwIfInterrupted } from './interruption.js'

export const demo: Command = {
  summary: 'fills an empty data directory with the demonstration',
  operands: '',
  arity: [0, 0],
  details: `
Draws a small collection of imaginary museums and works, and brings it in as any other: catalogue first, pictures then.
It needs no network and takes a minute or two. Interrupted, it goes on when it is run again.

A catalogue of your own is never touched: give the demonstration a data directory of its own.

Example: beffroi demo --data demonstration`,
  options: ['jobs'],

  async run({ config, stderr, warn, signal }) {
    const services = await openServices(config, warn)
    try {
      const state = await demonstrationState(services)
      if (state === 'other')
        throw new DomainError('refused', 'The data directory holds a catalogue already; name an empty one with --data.')
      if (state === 'complete') return void stderr.write('The demonstration is there already.\n')
      await loadDemonstration(services, { stderr, signal })
    } catch (error) {
      throwIfInterrupted(signal)
      throw error
    } finally {
      await services.close()
    }
  },
}
