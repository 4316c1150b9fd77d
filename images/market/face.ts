import { type Chance, pick } from '../chance.js'
import { INK } from './perspective.js'

export type Hat = 'coif' | 'beret' | 'felt' | 'straw' | 'hood' | 'toque' | 'bare' | 'bonnet' | 'crown' | 'kerchief'

export type Face = Readonly<{
  skin: string
  hair: string
  hat: Hat
  hatColour: string
  look: number
  back: boolean
  beard: boolean
  near: boolean
  mood: number
}>

const skins = ['#e6bd98', '#dcae86', '#e9c6a6', '#cf9b73', '#e2b48f', '#a8744e', '#edcdb2'] as const

const hairs = ['#4a3220', '#6b4a2a', '#2e211a', '#8a6233', '#a97e45', '#8d8577', '#5b2f1c'] as const

export const skinTone = (roll: Chance): string => pick(roll, skins)

export const hairTone = (roll: Chance): string => pick(roll, hairs)

export const line = (width = 0.55) => ({ stroke: INK, width })
