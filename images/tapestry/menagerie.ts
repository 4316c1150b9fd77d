import { times } from '../chance.js'
import { darker, lighter } from '../colour.js'
import type { Motif, Point } from '../mark.js'
import { blob, limb, oval, ovals, plate, stroke, strokes, sweep, sweeps } from '../pen.js'
import { FALL } from '../svg.js'
import { trace } from '../trace.js'

const INK = '#332a25'
const line = (width = 8) => ({ stroke: INK, width })

/** The white beast with the long horn, lying down: about two thousand units long, ground at y = 0. */
export function unicorn(): Motif {
  const [white, shade] = ['#efe4c8', '#b8a78a']
  const legs: readonly (readonly Point[])[] = [
    trace('430,-250 640,-150 520,-40 330,-30'),
    trace('-560,-230 -380,-60 -120,-30'),
    trace('-640,-200 -560,-50 -300,-14'),
  ]
  const body = trace(
    '-860,-300 -780,-520 -500,-600 -100,-540 220,-640 500,-560 580,-330 420,-160 60,-190 -300,-130 -640,-110',
  )
  return [
    sweep(trace('-800,-420 -980,-560 -900,-760 -1030,-900'), { stroke: white, width: 54 }),
    limb(trace('480,-330 760,-420 820,-620'), [130, 84, 64], { fill: white, ...line() }),
    plate(trace('790,-640 860,-600 880,-690 810,-700'), { fill: '#5d5248', ...line(6) }),
    ...legs.map(leg => limb(leg, [170, 110, 76, 60], { fill: white, ...line() })),
    ...trace('310,-26 -100,-26 -280,-12').map(([x = 0, y = 0]) =>
      plate(
        [
          [x - 50, y - 40],
          [x + 26, y - 44],
          [x + 30, y + 22],
          [x - 74, y + 22],
        ],
        { fill: '#5d5248', ...line(6) },
      ),
    ),
    blob(body, { fill: white, ...line() }),
    blob(body, { fill: FALL, opacity: 0.8 }),
    sweeps(
      [
        trace('-760,-320 -640,-190 -440,-200'),
        trace('-120,-520 0,-360 -20,-240'),
        trace('300,-260 440,-300 520,-440'),
        trace('-600,-560 -520,-420 -560,-300'),
      ],
      { stroke: shade, width: 30 },
    ),
    limb(trace('360,-480 500,-860 640,-1120'), [330, 220, 170], { fill: white, ...line() }),
    blob(trace('560,-1080 600,-1240 740,-1290 860,-1180 1010,-1020 1020,-950 930,-920 780,-980 640,-980'), {
      fill: white,
      ...line(),
    }),
    plate(trace('620,-1230 590,-1400 700,-1280'), { fill: white, ...line(7) }),
    limb(trace('790,-1260 960,-1640 1100,-1960'), [58, 40, 8], { fill: '#e2cf9f', ...line(7) }),
    sweeps(
      times(9, i => [
        [775 + i * 36, -1290 - i * 74],
        [810 + i * 35, -1310 - i * 74],
        [828 + i * 34, -1286 - i * 74],
      ]),
      { stroke: '#8f693f', width: 14 },
    ),
    oval(800, -1150, 34, 26, { fill: '#d8cbb0', ...line(7) }),
    oval(806, -1148, 15, 20, { fill: INK }),
    oval(985, -985, 14, 10, { fill: INK }),
    sweep(trace('960,-940 900,-960 860,-950'), { stroke: '#7d2b25', width: 12 }),
    blob(trace('690,-960 720,-900 700,-820 660,-880'), { fill: white, ...line(6) }),
    ...times(9, i =>
      sweep(
        [
          [600 - i * 30, -1250 + i * 80],
          [480 - i * 26, -1210 + i * 86],
          [520 - i * 34, -1080 + i * 84],
          [380 - i * 26, -1040 + i * 84],
        ],
        { stroke: i % 2 ? '#d8cbb0' : '#cdae72', width: 34 },
      ),
    ),
    ...collar(),
  ]
}

/** A collar with a bell, and on the bell a letter. */
const collar = (): Motif => [
  sweep(trace('430,-800 520,-740 640,-760 670,-860'), { stroke: '#9c4033', width: 56 }),
  ovals(trace('470,-774 550,-745 630,-775'), 16, 16, { fill: '#c79a3c' }),
  blob(trace('520,-700 580,-700 600,-620 640,-570 460,-570 500,-620'), { fill: '#c79a3c', ...line(7) }),
  oval(550, -556, 20, 18, { fill: INK }),
]

export function hare(coat = '#b38d56'): Motif {
  return [
    blob(trace('-190,0 -220,-120 -120,-220 20,-230 110,-160 130,-40 100,0'), { fill: coat, ...line() }),
    oval(-215, -66, 44, 38, { fill: '#efe4c8', ...line(6) }),
    blob(trace('-150,0 -170,-90 -70,-130 10,-60 -10,0'), { fill: darker(coat, 0.15), ...line(6) }),
    limb(trace('90,-120 130,-60 140,0'), [64, 44, 34], { fill: coat, ...line(6) }),
    blob(trace('70,-190 90,-290 160,-330 230,-290 250,-240 190,-200 120,-170'), { fill: coat, ...line() }),
    blob(trace('110,-310 40,-420 20,-520 80,-460 150,-330'), { fill: coat, ...line(7) }),
    blob(trace('150,-326 130,-440 140,-540 190,-440 186,-320'), { fill: lighter(coat, 0.2), ...line(7) }),
    oval(180, -272, 18, 18, { fill: INK }),
    oval(186, -278, 6, 6, { fill: '#efe4c8' }),
    oval(248, -250, 12, 10, { fill: '#9c4033' }),
    strokes([trace('230,-236 310,-250'), trace('230,-230 310,-222')], { stroke: '#efe4c8', width: 5 }),
    sweeps([trace('-100,-180 -40,-150 30,-170'), trace('-180,-60 -150,-30 -120,-40')], {
      stroke: lighter(coat, 0.5),
      width: 12,
    }),
  ]
}

export function hound(coat = '#d8cbb0'): Motif {
  const legs: readonly (readonly Point[])[] = [
    trace('-280,-220 -380,-120 -460,-20'),
    trace('-240,-200 -230,-90 -160,-10'),
    trace('220,-220 340,-140 420,-40'),
    trace('180,-210 200,-90 290,-10'),
  ]
  return [
    sweep(trace('-360,-300 -460,-400 -440,-520'), { stroke: coat, width: 30 }),
    ...legs.map(leg => limb(leg, [90, 50, 38], { fill: coat, ...line(7) })),
    blob(trace('-360,-300 -160,-330 120,-350 280,-320 270,-190 80,-170 -120,-210 -300,-170'), {
      fill: coat,
      ...line(),
    }),
    limb(trace('240,-290 340,-390 380,-440'), [130, 90, 80], { fill: coat, ...line() }),
    blob(trace('330,-420 360,-520 450,-530 560,-450 550,-410 440,-400'), { fill: coat, ...line() }),
    blob(trace('350,-510 290,-480 300,-380 370,-430'), { fill: '#8f693f', ...line(6) }),
    oval(450, -478, 13, 13, { fill: INK }),
    oval(556, -432, 16, 14, { fill: INK }),
    sweep(trace('280,-350 330,-330 370,-360'), { stroke: '#9c4033', width: 34 }),
    ovals(trace('-180,-270 20,-290'), 60, 40, { fill: '#8f693f' }),
  ]
}

export function bird(coat: string): Motif {
  return [
    strokes([trace('-10,0 -14,60'), trace('20,0 20,60')], { stroke: '#c79a3c', width: 10 }),
    blob(trace('-190,-20 -80,-60 0,-130 70,-140 90,-60 40,10 -50,10'), { fill: coat, ...line(7) }),
    blob(trace('-130,-30 -30,-80 50,-60 0,-10'), { fill: darker(coat, 0.3), ...line(5) }),
    oval(70, -150, 48, 44, { fill: lighter(coat, 0.2), ...line(7) }),
    plate(trace('110,-166 170,-146 110,-132'), { fill: '#c79a3c', ...line(5) }),
    oval(84, -158, 9, 9, { fill: INK }),
  ]
}

export const snailOfWool = (): Motif => [
  limb(trace('-70,0 0,4 70,-4 110,-50'), [16, 36, 32, 22], { fill: '#d8cbb0', ...line(5) }),
  oval(-6, -50, 62, 56, { fill: '#b9604a', ...line(6) }),
  sweep(trace('50,-30 14,-92 -48,-70 -44,-24 4,-18 12,-54 -22,-62'), { stroke: '#e2cf9f', width: 12 }),
  strokes([trace('112,-52 128,-96'), trace('106,-56 104,-98')], { stroke: '#d8cbb0', width: 7 }),
]

export const banderole = (): Motif => [
  blob(
    trace(
      '-900,60 -820,-70 -600,-90 0,-40 600,-90 820,-70 900,60 840,30 780,110 600,80 0,130 -600,80 -780,110 -840,30',
    ),
    { fill: '#e2cf9f', ...line(10) },
  ),
  stroke(trace('-780,-60 -770,100'), { stroke: '#8f693f', width: 10 }),
  stroke(trace('780,-60 770,100'), { stroke: '#8f693f', width: 10 }),
]
