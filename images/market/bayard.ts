import { type Chance, times } from '../chance.js'
import { type Motif, moved } from '../mark.js'
import { blob, oval } from '../pen.js'
import { FALL } from '../svg.js'
import { trace } from '../trace.js'
import { horse } from './beasts.js'
import { figure, someone } from './figure.js'
import { line } from './giant.js'
import { poses } from './pose.js'

/** The wooden horse and its four brothers, who all look the same way. */
export function bayard(roll: Chance): Motif {
  const brothers = times(4, i =>
    moved(
      figure(
        someone(roll, {
          skirts: false,
          back: false,
          pose: i === 3 ? poses.cheer : poses.idle,
          hat: 'beret',
          hatColour: '#43596b',
          beard: false,
          look: 1,
          cloth: { main: i % 2 ? '#8e3427' : '#d0a552', second: '#43596b', linen: '#efe6d2', pattern: 'stripes' },
        }),
        true,
      ).slice(1),
      -42 + i * 24,
      -38,
      0.78,
    ),
  ).flat()
  const bearers = times(6, i => oval(-48 + i * 18, -1, 5, 2.6, { fill: '#3a2a20', ...line(0.4) }))
  return [
    ...bearers,
    ...brothers,
    ...horse('#8a5a35', '#7a2b26'),
    blob(trace('-60,-62 46,-62 46,-54 -60,-54'), { fill: '#d0a552', ...line(0.5) }),
    blob(trace('-60,-60 46,-60 50,-30 -64,-30'), { fill: FALL, opacity: 0.5 }),
  ]
}
