import type { Point } from '../mark.js'

export type Arm = readonly [elbow: Point, hand: Point]

export type Pose = Readonly<{ left: Arm; right: Arm; legs: readonly (readonly Point[])[] }>

const stand: Pose['legs'] = [
  [
    [-5, -36],
    [-5.4, -20],
    [-6, -2],
  ],
  [
    [5, -36],
    [5.6, -20],
    [6.6, -2],
  ],
]

const stride: Pose['legs'] = [
  [
    [-4, -36],
    [-9, -21],
    [-15, -3],
  ],
  [
    [4, -36],
    [10, -22],
    [12, -2],
  ],
]

const leap: Pose['legs'] = [
  [
    [-4, -36],
    [-7, -19],
    [-5, -2],
  ],
  [
    [4, -36],
    [15, -30],
    [20, -15],
  ],
]

const hang: Arm = [
  [-17, -58],
  [-15, -43],
]

const hangRight: Arm = [
  [17, -58],
  [15, -43],
]

export const poses = {
  idle: { left: hang, right: hangRight, legs: stand },
  walk: {
    left: [
      [-18, -60],
      [-11, -48],
    ],
    right: [
      [18, -58],
      [20, -46],
    ],
    legs: stride,
  },
  carry: {
    left: [
      [-17, -58],
      [-6, -52],
    ],
    right: [
      [17, -58],
      [7, -52],
    ],
    legs: stand,
  },
  wave: {
    left: hang,
    right: [
      [21, -78],
      [20, -96],
    ],
    legs: stand,
  },
  cheer: {
    left: [
      [-21, -80],
      [-19, -99],
    ],
    right: [
      [21, -80],
      [20, -99],
    ],
    legs: stand,
  },
  akimbo: {
    left: [
      [-23, -60],
      [-11, -50],
    ],
    right: [
      [23, -60],
      [11, -50],
    ],
    legs: stand,
  },
  point: {
    left: [
      [-20, -60],
      [-11, -50],
    ],
    right: [
      [23, -70],
      [35, -74],
    ],
    legs: stride,
  },
  pipe: {
    left: [
      [-16, -60],
      [2, -72],
    ],
    right: [
      [17, -62],
      [9, -76],
    ],
    legs: stand,
  },
  drum: {
    left: [
      [-17, -58],
      [-5, -54],
    ],
    right: [
      [19, -60],
      [9, -50],
    ],
    legs: stride,
  },
  dance: {
    left: [
      [-23, -72],
      [-35, -78],
    ],
    right: [
      [23, -72],
      [35, -78],
    ],
    legs: leap,
  },
  hold: {
    left: [
      [-18, -58],
      [-13, -46],
    ],
    right: [
      [19, -62],
      [15, -74],
    ],
    legs: stand,
  },
  shoulder: {
    left: [
      [-19, -66],
      [-13, -80],
    ],
    right: hangRight,
    legs: stride,
  },
} satisfies Record<string, Pose>
