export const INK = '#3f2a1a'

export const WASH = '#8a6a48'
