import { between, type Chance, pick } from '../chance.js'
import { darker } from '../colour.js'
import { type Motif, moved, type Point } from '../mark.js'
import { blob, limb, oval } from '../pen.js'
import { TURN } from '../svg.js'
import { type Cloth, cloth, gown, jerkin, wool } from './dress.js'
import { type Face, type Hat, hairTone, skinTone } from './face.js'
import { head } from './head.js'
import { INK, SHADOW } from './perspective.js'
import { type Arm, type Pose, poses } from './pose.js'

export type Person = Omit<Face, 'near'> & Readonly<{ cloth: Cloth; skirts: boolean; pose: Pose; sway: number }>

const womensHats: readonly Hat[] = ['coif', 'coif', 'coif', 'kerchief', 'kerchief', 'hood', 'straw', 'bonnet', 'bare']

const mensHats: readonly Hat[] = ['felt', 'beret', 'beret', 'felt', 'hood', 'straw', 'bare', 'bonnet']

/** Someone from the crowd; what the scene decides is given, the rest is thrown. */
export function someone(roll: Chance, given: Partial<Person> = {}): Person {
  const skirts = given.skirts ?? roll() < 0.5
  const dressed = cloth(roll)
  const hat = pick(roll, skirts ? womensHats : mensHats)
  const thrown: Person = {
    cloth: dressed,
    skirts,
    pose: poses[pick(roll, ['idle', 'walk', 'akimbo', 'point', 'wave', 'carry', 'walk', 'idle'] as const)],
    sway: between(roll, -3, 3),
    skin: skinTone(roll),
    hair: hairTone(roll),
    hat,
    hatColour: hat === 'coif' ? dressed.linen : hat === 'straw' ? '#d2b06a' : wool(roll),
    look: pick(roll, [-1, -0.7, -0.3, 0.4, 0.7, 1]),
    back: roll() < 0.2,
    beard: !skirts && roll() < 0.4,
    mood: between(roll, -0.3, 1.2),
  }
  return { ...thrown, ...given }
}

/** A standing person: feet at the origin, a hundred units tall. */
export function figure(person: Person, near: boolean, held: Motif = []): Motif {
  const { pose, back, skin } = person
  const body = person.skirts ? gown(person.cloth, person.sway, back, near) : jerkin(person.cloth, pose.legs, back, near)
  const lean = person.sway * 0.25
  const neck = limb(
    [
      [0, -76],
      [lean, -80],
    ],
    [6, 6],
    { fill: darker(skin, 0.15) },
  )
  return [
    castShadow(),
    ...arm(person, pose.left, -10.2, near),
    ...body,
    neck,
    ...moved(head({ ...person, near }), lean, -78),
    ...moved(held, pose.right[1][0], pose.right[1][1]),
    ...arm(person, pose.right, 10.2, near),
  ]
}

export const castShadow = (reach = 1) =>
  blob(
    [
      [-5, -2],
      [10 * reach, -1],
      [9 * reach, 3],
      [-12 * reach, 9 * reach],
      [-46 * reach, 19 * reach],
      [-58 * reach, 18 * reach],
      [-54 * reach, 12 * reach],
      [-30 * reach, 6 * reach],
    ],
    {
      fill: SHADOW,
      opacity: 0.3,
    },
  )

function arm(
  { cloth: { main, second, linen }, skirts, skin }: Person,
  [elbow, hand]: Arm,
  shoulder: number,
  near: boolean,
): Motif {
  const sleeve = skirts ? second : main
  const path: Point[] = [
    [shoulder, -73],
    [elbow[0] * 0.94, elbow[1]],
    [hand[0] * 0.9 + elbow[0] * 0.1, hand[1] * 0.9 + elbow[1] * 0.1],
  ]
  return [
    limb(path, [6.6, 6.8, 4.8], { fill: sleeve, stroke: INK, width: 0.55 }),
    ...(near
      ? [
          limb(path, [6.6, 6.8, 4.8], { fill: TURN }),
          limb([path[2] ?? hand, hand], [5, 4.4], { fill: linen, stroke: INK, width: 0.35 }),
        ]
      : []),
    oval(hand[0], hand[1], 2.9, 2.7, { fill: skin, stroke: INK, width: 0.45 }),
    ...(near ? fingers(hand, skin) : []),
  ]
}

const fingers = ([x, y]: Point, skin: string): Motif => [
  limb(
    [
      [x - 1.4, y + 0.6],
      [x + 0.6, y + 1],
      [x + 2.4, y + 0.4],
    ],
    [0.5, 0.4, 0.3],
    { fill: darker(skin, 0.45) },
  ),
  limb(
    [
      [x - 1.2, y - 0.9],
      [x + 0.6, y - 0.6],
      [x + 2.4, y - 1],
    ],
    [0.5, 0.4, 0.3],
    { fill: darker(skin, 0.45) },
  ),
]
