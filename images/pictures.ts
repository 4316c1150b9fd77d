import { marketSize, openMarket } from './market/picture.js'
import { openPanel, panelSize } from './panel/picture.js'
import type { Picture } from './picture.js'
import { openSheet, sheetSize } from './sheet/picture.js'
import { openTapestry, tapestrySize } from './tapestry/picture.js'

export type Commission = Readonly<{
  file: string
  label: string
  width: number
  height: number
  bandHeight: number
  open: () => Promise<Picture> | Picture
}>

/** The demonstration's pictures. A file's name says which work, and which view or layer of it, it shows. */
export const commissions: readonly Commission[] = [
  { file: 'DEMO-0001.tif', label: 'la kermesse', ...marketSize, open: openMarket },
  { file: 'DEMO-0002.tif', label: 'la verdure', ...tapestrySize, open: openTapestry },
  { file: 'DEMO-0003.tif', label: 'la carillonneuse', ...panelSize, open: () => openPanel('visible') },
  {
    file: 'DEMO-0003.infrared.tif',
    label: 'la carillonneuse, infrarouge',
    ...panelSize,
    open: () => openPanel('infrared'),
  },
  { file: 'DEMO-0004.tif', label: 'le projet, recto', ...sheetSize, open: () => openSheet('recto') },
  { file: 'DEMO-0004_2.tif', label: 'le projet, verso', ...sheetSize, open: () => openSheet('verso') },
]
