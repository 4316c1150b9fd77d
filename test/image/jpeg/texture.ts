import sharp, { type Sharp } from 'sharp'

/** A picture of waves of many lengths and strong colours, which no two places share: what is out of place shows. */
export function texture(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const waves = [Math.sin(x / 3 + y / 17), Math.sin(x / 11 - y / 5), Math.cos((x * y) / 900)]
      for (const [channel, wave] of waves.entries())
        data[(y * width + x) * 3 + channel] = Math.round(127.5 + 90 * wave + 37 * Math.sin((x + channel * y) / 60))
    }
  return sharp(data, { raw: { width, height, channels: 3 } })
}
