/**
 * What the public may see, as SQL conditions. An image that was brought in for itself is public; one that hangs in works
 * is as public as they are, and leaves with the last of them.
 */
export const visible = {
  museum: 'TRUE',
  work: 'works.published = 1',
  image: `(images.standalone = 1 OR EXISTS (
    SELECT 1 FROM layers JOIN works ON works.id = layers.work
    WHERE layers.image = images.id AND works.published = 1))`,
  story: 'stories.published IS NOT NULL',
} as const
