import { type Chance, pick, times } from '../chance.js'
import { type Motif, moved, type Point } from '../mark.js'
import { bar, blob, limb, oval, plate, stroke, strokes, sweep } from '../pen.js'
import { trace } from '../trace.js'
import { figure, type Person, someone } from './figure.js'
import { jug, loaf, pinwheel } from './held.js'
import { INK } from './perspective.js'
import { poses } from './pose.js'

/** Small scenes for several players, in the units of the figures. */
const line = (width = 0.5) => ({ stroke: INK, width })
const child = (roll: Chance, near: boolean, given: Partial<Person> = {}, held: Motif = []) =>
  moved(figure(someone(roll, { beard: false, ...given }), near, held), 0, 0, 0.68)

export function hoop(roll: Chance, near: boolean): Motif {
  return [
    ...child(roll, near, { pose: poses.point, back: false }),
    oval(42, -22, 19, 22, { stroke: '#6b4a2a', width: 2.4 }),
    oval(42, -22, 19, 22, { stroke: '#c9a86a', width: 0.8 }),
  ]
}

export function stilts(roll: Chance, near: boolean): Motif {
  return [
    ...[-5, 7].map(x =>
      limb(
        [
          [x, 0],
          [x * 1.4, -76],
        ],
        [2.4, 2.4],
        { fill: '#8a6233', ...line(0.4) },
      ),
    ),
    ...moved(child(roll, near, { pose: poses.carry, skirts: false, back: false }).slice(1), 0, -42),
    ...[-5, 7].map(x => bar(x - 4, -42, 9, 3, { fill: '#6b4a2a', ...line(0.4) })),
  ]
}

export function spinningTop(roll: Chance, near: boolean): Motif {
  return [
    ...child(roll, near, { pose: poses.hold, back: false }),
    sweep(trace('10,-50 30,-62 44,-30 40,-8'), { stroke: '#4a3220', width: 0.8 }),
    plate(trace('34,-9 46,-9 40,2'), { fill: '#b5382c', ...line() }),
    strokes([trace('34,-7 46,-7'), trace('36,-4 44,-4')], { stroke: '#efe0c4', width: 0.9 }),
  ]
}

export function leapfrog(roll: Chance, near: boolean): Motif {
  const bent = someone(roll, { skirts: false })
  const back: Motif = [
    limb(trace('-4,-24 -6,-12 -5,-2'), [6, 5, 4], { fill: bent.cloth.second, ...line() }),
    limb(trace('18,-26 20,-14 18,-2'), [5, 4, 3.4], { fill: bent.skin, ...line() }),
    blob(trace('-10,-24 -6,-34 8,-36 22,-30 20,-22 4,-22'), { fill: bent.cloth.main, ...line() }),
    oval(27, -25, 6.4, 6, { fill: bent.hair, ...line() }),
  ]
  return [
    ...back,
    ...moved(back, 60, 3),
    ...moved(child(roll, near, { skirts: false, pose: poses.dance, back: false }).slice(1), 20, -32),
  ]
}

export function tugOfWar(roll: Chance, near: boolean): Motif {
  const team = (side: 1 | -1) =>
    times(4, i =>
      moved(
        child(roll, near, { skirts: i % 2 === 0, pose: poses.point, back: false, sway: -5 }),
        side * (44 + i * 30),
        i % 2 ? 2 : -2,
        1,
        side === 1,
      ),
    ).flat()
  return [
    ...team(-1),
    ...team(1),
    sweep(trace('-150,-50 -60,-49 0,-46 60,-49 150,-50'), { stroke: '#8a6b42', width: 2.2 }),
    blob(trace('-3,-48 3,-48 4,-34 0,-37 -4,-34'), { fill: '#b5382c', ...line(0.4) }),
  ]
}

export function blindMansBuff(roll: Chance, near: boolean): Motif {
  const seeker = someone(roll, { skirts: true, pose: poses.dance, hat: 'bare', back: false })
  const around = times(5, i =>
    moved(
      child(roll, near, { pose: pick(roll, [poses.cheer, poses.wave, poses.walk]) }),
      Math.cos(i * 1.26 + 0.4) * 74,
      Math.sin(i * 1.26 + 0.4) * 30,
      1,
      i % 2 === 0,
    ),
  )
  return [
    ...around.filter((_, i) => Math.sin(i * 1.26 + 0.4) < 0).flat(),
    ...figure(seeker, near),
    bar(-7.6, -92.5, 15.4, 5, { fill: '#efe6d2', ...line(0.4) }),
    plate(trace('-7,-91 -15,-94 -14,-86'), { fill: '#efe6d2', ...line(0.4) }),
    ...around.filter((_, i) => Math.sin(i * 1.26 + 0.4) >= 0).flat(),
  ]
}

export const pinwheelChild = (roll: Chance, near: boolean): Motif =>
  child(roll, near, { pose: poses.wave, back: false }, pinwheel)

/** A ring of dancers round their piper. */
export function round(roll: Chance, near: boolean, piper: Motif): Motif {
  const count = 16
  const dancers = times(count, i => {
    const turn = (i / count) * Math.PI * 2 + 0.2
    return {
      y: Math.sin(turn) * 78,
      motif: moved(
        figure(someone(roll, { pose: poses.dance, back: Math.sin(turn) > 0.35, sway: Math.cos(turn) * 6 }), near),
        Math.cos(turn) * 200,
        Math.sin(turn) * 78,
        0.95 + Math.sin(turn) * 0.06,
      ),
    }
  }).sort((a, b) => a.y - b.y)
  return [
    ...dancers.filter(dancer => dancer.y < 0),
    { motif: piper },
    ...dancers.filter(dancer => dancer.y >= 0),
  ].flatMap(each => each.motif)
}

/** Drinkers at a long table; the middle of the near bench on the origin. */
export function table(roll: Chance, near: boolean): Motif {
  const guests = (y: number, back: boolean) =>
    times(5, i =>
      moved(
        figure(someone(roll, { back, pose: i % 2 ? poses.hold : poses.carry, sway: 0 }), near).slice(1),
        -70 + i * 35,
        y,
        0.92,
      ),
    ).flat()
  const legs = [trace('-84,-30 -88,2'), trace('84,-30 88,2'), trace('-84,-30 -78,2'), trace('84,-30 78,2')]
  return [
    oval(-20, 6, 120, 16, { fill: '#2d2019', opacity: 0.28 }),
    ...guests(-26, false),
    strokes(legs, { stroke: '#4a3220', width: 4 }),
    plate(trace('-88,-50 88,-50 98,-32 -98,-32'), { fill: '#a8814f', ...line(0.7) }),
    strokes([trace('-92,-44 92,-44'), trace('-95,-38 95,-38')], { stroke: '#7a5a35', width: 0.6 }),
    ...times(6, i => moved(jug, -74 + i * 30, -50, 0.8)).flat(),
    ...times(3, i => moved(loaf, -50 + i * 48, -38, 0.8)).flat(),
    bar(-98, -32, 196, 4, { fill: '#7a5a35', ...line(0.5) }),
    ...moved(figure(someone(roll, { back: true, pose: poses.carry }), near).slice(1), -40, 8, 0.92),
    ...moved(figure(someone(roll, { back: true, pose: poses.idle }), near).slice(1), 30, 10, 0.92),
    bar(-94, -12, 188, 5, { fill: '#8a6746', ...line(0.6) }),
    stroke(trace('-84,-8 -84,8'), { stroke: '#5b3f28', width: 4 }),
    stroke(trace('84,-8 84,8'), { stroke: '#5b3f28', width: 4 }),
  ]
}

/** A stage on barrels with its comedians and a painted backcloth. */
export function stage(roll: Chance, near: boolean): Motif {
  const cast = times(5, i =>
    moved(
      figure(
        someone(roll, { pose: pick(roll, [poses.point, poses.cheer, poses.wave, poses.akimbo]), back: false }),
        near,
      ).slice(1),
      -72 + i * 36,
      -58,
      0.95,
      i > 2,
    ),
  ).flat()
  return [
    oval(-30, 6, 150, 20, { fill: '#2d2019', opacity: 0.28 }),
    bar(-104, -196, 208, 134, { fill: '#8a9a90', ...line(0.8) }),
    ...times(5, i =>
      plate(
        [
          [-90 + i * 42, -90],
          [-90 + i * 42, -130 - (i % 2) * 16],
          [-76 + i * 42, -152 - (i % 2) * 16],
          [-62 + i * 42, -130 - (i % 2) * 16],
          [-62 + i * 42, -90],
        ],
        { fill: i % 2 ? '#b9795a' : '#c9b58d', ...line(0.4) },
      ),
    ),
    blob(trace('-108,-200 -60,-196 -88,-150 -96,-62 -110,-62'), { fill: '#8e3427', ...line() }),
    blob(trace('108,-200 60,-196 88,-150 96,-62 110,-62'), { fill: '#8e3427', ...line() }),
    ...cast,
    bar(-112, -62, 224, 10, { fill: '#a8814f', ...line(0.7) }),
    ...times(5, i =>
      blob(
        [
          [-100 + i * 46, -52],
          [-80 + i * 46, -52],
          [-76 + i * 46, -26],
          [-80 + i * 46, 0],
          [-100 + i * 46, 0],
          [-104 + i * 46, -26],
        ],
        { fill: '#7a5433', ...line(0.6) },
      ),
    ),
    strokes(
      [-36, -14].flatMap(y =>
        times(5, (i): Point[] => [
          [-104 + i * 46, y],
          [-76 + i * 46, y],
        ]),
      ),
      { stroke: '#3a2a20', width: 1.6 },
    ),
  ]
}
