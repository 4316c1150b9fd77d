/** The texts of stories once they are read: paragraphs and lists, no headings, pictures or code. */
export type Prose = readonly Paragraph[]

export type Paragraph =
  | Readonly<{ kind: 'paragraph'; runs: readonly Run[] }>
  | Readonly<{ kind: 'list'; ordered: boolean; items: readonly (readonly Run[])[] }>

export type Run =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'break' }>
  | Readonly<{ kind: Style; runs: readonly Run[] }>
  /** An http, https or mailto address. */
  | Readonly<{ kind: 'link'; href: string; runs: readonly Run[] }>
  /** A run in another language. */
  | Readonly<{ kind: 'foreign'; language: string; runs: readonly Run[] }>

export const styles = ['emphasis', 'strong', 'small', 'superscript', 'subscript'] as const
export type Style = (typeof styles)[number]

/** What could not be kept of a text, by its line in it, from 1. */
export type ProseRemark = Readonly<{ line: number; sentence: string }>
