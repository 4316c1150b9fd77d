/** The parts that schemas are made of. Named ones are referred to by their `$id`, and stand by that name in the documentation. */

export const refTo = (name: string) => ({ $ref: `${name}#` })

/** An object that may have these properties and no others. */
export const objectOf = <Properties extends Readonly<Record<string, object>>>(
  properties: Properties,
  required: readonly (keyof Properties & string)[] = [],
) =>
  ({ type: 'object', additionalProperties: false, properties, ...(required.length > 0 ? { required } : {}) }) as const

/** The same, told apart by what must be there and what may. */
export const shapeOf = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) =>
  objectOf<Readonly<Record<string, object>>>({ ...required, ...optional }, Object.keys(required))

export const listOf = (items: object, maxItems: number, minItems = 0) =>
  ({ type: 'array', items, maxItems, ...(minItems > 0 ? { minItems } : {}) }) as const

/** One of several shapes, each with its own constant as `kind`; validators look at that one alone. */
export const byKind = <Kind extends string>(shapes: Readonly<Record<Kind, object>>) =>
  ({
    type: 'object',
    discriminator: { propertyName: 'kind' },
    required: ['kind'],
    properties: { kind: { type: 'string', enum: Object.keys(shapes) } },
    oneOf: Object.values<object>(shapes),
  }) as const
