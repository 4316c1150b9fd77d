import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { walk } from '../../../src/import/pictures/walk.js'

t.test('folders are walked by name, and what is no picture by its name is passed over', async t => {
  const root = t.testdir({
    b: { 'z.tif': '1', 'A.jpg': '12', 'list.csv': '', 'Thumbs.db': '', '.DS_Store': '', deeper: { 'x.png': '123' } },
    'a.tif': '1234',
  })
  const { candidates, passedOver } = await walk([join(root, 'b'), join(root, 'a.tif')])
  t.strictSame(
    candidates.map(({ name, bytes }) => [name, bytes]),
    [
      ['A.jpg', 2],
      [join('deeper', 'x.png'), 3],
      ['z.tif', 1],
      ['a.tif', 4],
    ],
  )
  t.equal(passedOver, 3)
})

t.test('a file that was named itself is taken whatever it is called', async t => {
  const root = t.testdir({ 'notes.txt': 'x' })
  const { candidates } = await walk([join(root, 'notes.txt')])
  t.equal(candidates[0]?.name, 'notes.txt')
})

t.test('links inside folders are not followed, so that no loop can be walked', async t => {
  const root = t.testdir({ folder: { 'a.tif': 'x' } })
  await symlink(root, join(root, 'folder', 'loop'))
  const { candidates } = await walk([root])
  t.strictSame(
    candidates.map(({ name }) => name),
    [join('folder', 'a.tif'), join('folder', 'loop')],
  )
})

t.test('a path that is not there is misuse', async t => {
  await t.rejects(walk([join(t.testdir(), 'absent')]), { code: 'misuse', message: /There is no file or folder/ })
})
