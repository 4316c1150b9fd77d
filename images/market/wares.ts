import { type Chance, pick } from '../chance.js'
import { type Motif, moved } from '../mark.js'
import { bar } from '../pen.js'
import { snail } from './beasts.js'
import { line, row } from './counter.js'
import { book, cabbage, fishmonger, ham, lace, pot, roots, wedge } from './goods.js'
import { cheese, loaf, sausages, tulips } from './held.js'

/** What lies on a trestle a hundred and sixty units wide; the top of the board is at y = 0. */
export const trades = {
  bread: { sign: 'BAKKER · BOULANGER', cloth: '#c9a86a' },
  fish: { sign: 'VERSE VIS · MARÉE', cloth: '#5c7585' },
  cheese: { sign: 'KAAS · FROMAGES', cloth: '#d0a552' },
  tulips: { sign: 'TULPEN', cloth: '#6d7040' },
  lace: { sign: 'DENTELLES · KANT', cloth: '#7a2b26' },
  cabbage: { sign: 'GROENTEN', cloth: '#4f5b3a' },
  pots: { sign: 'POTIER', cloth: '#8a6746' },
  sausage: { sign: 'WORST · ANDOUILLE', cloth: '#8e3427' },
  books: { sign: 'IMAGES & LIVRES', cloth: '#43596b' },
} as const

export type Trade = keyof typeof trades

export function wares(roll: Chance, trade: Trade): Motif {
  switch (trade) {
    case 'bread':
      return [
        ...row(7, -76, 76).flatMap(x => moved(loaf, x, -9, 1.05)),
        ...row(6, -70, 70).flatMap(x => moved(loaf, x, -2, 1.1)),
      ]
    case 'fish':
      return fishmonger(roll)
    case 'cheese':
      return [
        ...row(5, -60, 60).flatMap(x => moved(cheese, x, -17)),
        ...row(6, -72, 72).flatMap(x => moved(cheese, x, -7, 1.15)),
        ...moved(wedge(), 40, -4),
      ]
    case 'tulips':
      return row(9, -78, 78).flatMap(x => [
        ...moved(tulips, x, -12, 0.95),
        bar(x - 6, -9, 12, 10, { fill: '#a8653f', ...line() }),
      ])
    case 'lace':
      return row(4, -76, 76).flatMap(x => lace(x))
    case 'cabbage':
      return [
        ...row(8, -78, 78).flatMap(x => cabbage(roll, x, -8, 9)),
        ...row(7, -72, 72).flatMap(x => cabbage(roll, x, -2, 9.5)),
        ...moved(snail, 33, -9.4, 0.5),
        ...moved(roots(), -64, 2),
      ]
    case 'pots':
      return row(8, -78, 78).flatMap((x, i) =>
        pot(x, i % 2 ? 15 : 22, pick(roll, ['#8a9aa0', '#a8653f', '#6d7040', '#c9b58d'])),
      )
    case 'sausage':
      return [...row(9, -76, 70).flatMap(x => moved(sausages, x, -98, 0.9)), ...row(5, -70, 70).flatMap(x => ham(x))]
    case 'books':
      return row(9, -78, 78).flatMap((x, i) => book(roll, x, i))
  }
}
